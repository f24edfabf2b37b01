//! What is measured: one task, written in several ways that give the same totals.

use std::cell::OnceCell;
use std::fmt;

/// What every way to do a task ends with: three numbers, whose meaning the task says.
pub(crate) type Totals = [u64; 3];

/// The slices that `feed` is given where nothing else is said.
pub(crate) const SLICE: usize = 4096;

/// A way to do a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Our consumer, one `send` for each input.
    Send,
    /// Our consumer, given slices.
    Feed,
    /// A state machine as a careful engineer writes it.
    Hand,
    /// The same loops with all the input at hand, which never suspend: the limit.
    Pull,
    Diapause,
    Nightly,
    Genawaiter,
    Corosensei,
    /// A crate made for just this task, where there is one.
    Library,
}

impl Way {
    pub(crate) const ALL: [Self; 9] = [
        Self::Send,
        Self::Feed,
        Self::Hand,
        Self::Pull,
        Self::Diapause,
        Self::Nightly,
        Self::Genawaiter,
        Self::Corosensei,
        Self::Library,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Send => "send",
            Self::Feed => "feed",
            Self::Hand => "hand",
            Self::Pull => "pull",
            Self::Diapause => "diapause",
            Self::Nightly => "nightly",
            Self::Genawaiter => "genawaiter",
            Self::Corosensei => "corosensei",
            Self::Library => "library",
        }
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Runs one way on the inputs. `None` if there is no such way.
pub(crate) type Run<I> = Option<fn(&[I]) -> Totals>;

/// One task in all its ways.
pub(crate) struct Task<I: 'static> {
    pub(crate) name: &'static str,
    /// Waits in more than one place.
    pub(crate) several_waits: bool,
    pub(crate) inputs: fn(usize) -> Vec<I>,
    /// Our consumer, given slices of a length.
    pub(crate) feed: Option<fn(&[I], usize) -> Totals>,
    /// Every way but `Feed`.
    pub(crate) run: fn(Way) -> Run<I>,
    /// Bytes of state where it can be told.
    pub(crate) state: fn(Way) -> Option<usize>,
}

/// A task with so many inputs, which are made when they are needed.
struct Loaded<I: 'static> {
    task: Task<I>,
    length: usize,
    inputs: OnceCell<Vec<I>>,
}

impl<I> Loaded<I> {
    fn data(&self) -> &[I] {
        self.inputs.get_or_init(|| (self.task.inputs)(self.length))
    }
}

/// A task with inputs of any type.
pub(crate) trait Workload {
    fn name(&self) -> &'static str;
    fn several_waits(&self) -> bool;
    /// How many inputs there are.
    fn inputs(&self) -> usize;
    /// Does the task on the first so many inputs. `None` if it cannot be done in this way.
    fn run(&self, way: Way, inputs: usize) -> Option<Totals>;
    /// Our consumer, given slices of a length.
    #[cfg(test)]
    fn feed(&self, slice: usize) -> Option<Totals>;
    fn state(&self, way: Way) -> Option<usize>;
}

impl<I> Workload for Loaded<I> {
    fn name(&self) -> &'static str {
        self.task.name
    }

    fn several_waits(&self) -> bool {
        self.task.several_waits
    }

    fn inputs(&self) -> usize {
        self.length
    }

    fn run(&self, way: Way, inputs: usize) -> Option<Totals> {
        let inputs = &self.data()[..inputs.min(self.length)];
        match way {
            Way::Feed => self.task.feed.map(|feed| feed(inputs, SLICE)),
            _ => (self.task.run)(way).map(|run| run(inputs)),
        }
    }

    #[cfg(test)]
    fn feed(&self, slice: usize) -> Option<Totals> {
        self.task.feed.map(|feed| feed(self.data(), slice))
    }

    fn state(&self, way: Way) -> Option<usize> {
        (self.task.state)(way)
    }
}

impl<I> Task<I> {
    pub(crate) fn load(self, length: usize) -> Box<dyn Workload> {
        Box::new(Loaded { task: self, length, inputs: OnceCell::new() })
    }
}

/// An array of zeros of which LLVM does not know that they are. Where it does, it takes apart what
/// diapause moves from state to state, byte by byte, and needs minutes for it.
#[inline(never)]
pub(crate) fn zeros<const N: usize>() -> [u8; N] {
    std::hint::black_box([0; N])
}
