//! Sends each input to the consumer of its key.

use alloc::collections::btree_map::{BTreeMap, Entry};
use alloc::vec::Vec;
use core::fmt;

use super::routed::Routed;
use super::stage::{Live, Sent, Stage, consumer_methods};
use crate::{Consumer, CoroutineState};

/// Sends each input to the consumer of its `key`, which `make` makes, primed, when the key comes for the first time.
///
/// If the consumer of a key completes, its output is kept, and when that key comes again, `make` makes a new one.
///
/// Never completes. Closing it closes the consumers that wait, in the order of their keys, and gives for each
/// key the outputs of its consumers, oldest first. One that has none to give when it is closed adds none. The outputs are
/// kept until then: if they are many, let the consumers hand on what they make instead.
///
/// # Panics
///
/// `send` panics if the stage has been closed, or if what `make` gave has finished: it returned while it was primed,
/// and takes no input. `try_send` gives that input back. If `key`, `make` or a consumer panics, the stage has finished: the
/// consumers are dropped, which closes them, and the outputs are gone.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::Consumer;
/// use coroutine_runtime::pipeline::route;
/// use coroutine_runtime::{consumer, on_close, recv};
///
/// /// Adds up two numbers.
/// #[consumer((&str, u32))]
/// fn pair() -> u32 {
///     let mut sum = 0;
///     on_close! { sum }
///     for _ in 0..2 {
///         let (_, n) = recv!();
///         sum += n;
///     }
///     sum
/// }
///
/// let mut sums = route(|(name, _): &(&str, u32)| name.to_string(), |_: &String| pair().prime());
/// for input in [("spam", 1), ("eggs", 2), ("spam", 3), ("spam", 4)] {
///     sums.send(input);
/// }
/// let sums = sums.close().unwrap();
/// assert_eq!(sums["eggs"], [2]);
/// assert_eq!(sums["spam"], [1 + 3, 4]);
/// ```
pub fn route<F, M, K, C, Output>(key: F, make: M) -> Route<F, M, K, C, Output>
where
    M: FnMut(&K) -> C,
{
    Route(Live::new(Routing { routes: BTreeMap::new(), key, make }))
}

/// A stage that sends each input to the consumer of its key. See [`route`].
#[derive(Clone)]
#[must_use = "a stage that is dropped closes its targets"]
pub struct Route<F, M, K, C, Output>(Live<Routing<F, M, K, C, Output>>);

#[derive(Clone)]
struct Routing<F, M, K, C, Output> {
    // First, so that the consumers are closed before the closures are dropped.
    routes: BTreeMap<K, Routed<C, Output>>,
    key: F,
    make: M,
}

impl<Input, F, M, K, C, Output> Consumer<Input> for Route<F, M, K, C, Output>
where
    F: FnMut(&Input) -> K,
    M: FnMut(&K) -> C,
    K: Ord,
    C: Consumer<Input, Reply = (), Output = Output>,
{
    type Reply = ();
    type Output = BTreeMap<K, Vec<Output>>;

    consumer_methods!(Input);
}

impl<Input, F, M, K, C, Output> Stage<Input> for Routing<F, M, K, C, Output>
where
    F: FnMut(&Input) -> K,
    M: FnMut(&K) -> C,
    K: Ord,
    C: Consumer<Input, Reply = (), Output = Output>,
{
    const NAME: &'static str = "route";
    type Output = BTreeMap<K, Vec<Output>>;

    fn receive(&mut self, input: Input) -> Sent<Input, Self::Output> {
        let route = match self.routes.entry((self.key)(&input)) {
            Entry::Vacant(vacant) => {
                let made = (self.make)(vacant.key());
                vacant.insert(Routed::new(made))
            }
            Entry::Occupied(mut occupied) => {
                if !occupied.get().waits() {
                    let made = (self.make)(occupied.key());
                    occupied.get_mut().renew(made);
                }
                occupied.into_mut()
            }
        };
        route.send(input)?;
        Ok(CoroutineState::Yielded(()))
    }

    fn close(self) -> Option<Self::Output> {
        Some(self.routes.into_iter().map(|(key, route)| (key, route.close())).collect())
    }

    fn is_stopped(&self) -> bool {
        false
    }
}

/// The consumers of the keys, and the outputs of those before them.
impl<F, M, K: fmt::Debug, C: fmt::Debug, Output: fmt::Debug> fmt::Debug
    for Route<F, M, K, C, Output>
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f, "Route", |stage, shown| {
            shown.field("routes", &stage.routes);
        })
    }
}
