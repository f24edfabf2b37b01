//! What is said of a snapshot that cannot be resumed.

use core::fmt::{self, Display, Formatter};

/// The place that a snapshot is of.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) consumer: &'static str,
    pub(super) place: &'static str,
}

impl Display for At {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let At { consumer, place } = self;
        write!(f, "`{consumer}` at `{place}`")
    }
}

/// The name of a place that may be another one by now.
pub(super) struct Changed<'n> {
    pub(super) consumer: &'static str,
    pub(super) place: &'n str,
}

impl Display for Changed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Changed { consumer, place } = self;
        write!(
            f,
            "`{consumer}` at `{place}`: the source has changed since the snapshot was made, and the name \
             could mean another place or other locals now; a wait with a binding of its own, as in \
             `let line = recv!()`, and with no unnamed locals beside it, such as the iterator of a \
             `for`, survives changes"
        )
    }
}

/// The name of a place that there is not.
pub(super) struct NoPlace<'n> {
    pub(super) consumer: &'static str,
    pub(super) place: &'n str,
    pub(super) places: &'static [&'static str],
}

impl Display for NoPlace<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let NoPlace { consumer, place, places } = self;
        let only = Only(|| places.iter().map(|place| super::bare(place)));
        write!(f, "`{consumer}` has no place `{place}` to wait at{only}")
    }
}

/// What else there is, in words; nothing if there is nothing.
pub(super) struct Only<F>(pub(super) F);

impl<'n, F: Fn() -> I, I: Iterator<Item = &'n str>> Display for Only<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut names = (self.0)().enumerate().peekable();
        while let Some((index, name)) = names.next() {
            let before = match names.peek() {
                _ if index == 0 => ", only ",
                Some(_) => ", ",
                None => " and ",
            };
            write!(f, "{before}`{name}`")?;
        }
        Ok(())
    }
}
