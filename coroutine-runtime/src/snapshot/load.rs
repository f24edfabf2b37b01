//! Reading a snapshot: which place it is of.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::error::{self, Changed, NoPlace};
use super::{OF, bare};
use crate::inferred::Inferred;
use crate::snapshot::Locals;
use crate::{Machine, Primed, Unprimed};

/// A machine that can be read from a snapshot: what `derive(Deserialize)` gives it.
///
/// It appears in signatures, and is not to be written by hand; [`Unprimed::restore`] is what uses it. `'de` is the
/// lifetime of what the locals borrow from the snapshot.
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{Primed, Receive, Restore, Unprimed, consumer, on_close, recv};
///
/// #[consumer(u32, derive(Deserialize))]
/// fn total() -> u32 {
///     let mut sum = 0;
///     loop {
///         let next = recv!();
///         sum += next;
///     }
///     on_close! { sum }
/// }
///
/// fn resumed<'de, M: Restore<'de>>(consumer: Unprimed<M>, snapshot: &'de str) -> Primed<M> {
///     let mut snapshot = serde_json::Deserializer::from_str(snapshot);
///     consumer.restore(&mut snapshot).unwrap_or_else(|error| panic!("{error}"))
/// }
///
/// let mut total = resumed(total(), r#"{"Next":{"sum":7}}"#);
/// total.send(1);
/// assert_eq!(total.close(), Some(8));
/// ```
pub trait Restore<'de>: Machine {
    /// Puts what the snapshot holds in place of what the machine holds. Nothing of the body runs.
    ///
    /// # Errors
    ///
    /// Those of the deserializer; and one that names the place or the local if the snapshot is not one of this consumer.
    /// The machine is unchanged then.
    fn restore<D: Deserializer<'de>>(&mut self, snapshot: D) -> Result<(), D::Error>;
}

/// A state that can be read from a snapshot.
pub trait Load<'de>: Sized {
    /// The consumer's name.
    const CONSUMER: &'static str;
    /// The places to wait.
    const PLACES: &'static [&'static str];

    /// The state that waits at `place`, one of [`PLACES`](Self::PLACES) or `Done`.
    ///
    /// # Errors
    ///
    /// Those of the deserializer; and one that names the local if these are not the locals of the place.
    fn load<A: MapAccess<'de>>(place: &str, locals: Locals<A>) -> Result<Self, A::Error>;
}

impl<'de, S: Load<'de>, L, F, N, T, C> Restore<'de> for Inferred<S, L, F, N, T, C>
where
    Self: Machine,
{
    fn restore<D: Deserializer<'de>>(&mut self, snapshot: D) -> Result<(), D::Error> {
        self.state = read(snapshot)?;
        Ok(())
    }
}

/// From a snapshot, for a machine whose type has a name; [`Unprimed::restore`] needs none.
impl<'de, M: Machine + Load<'de>> Deserialize<'de> for Primed<M> {
    fn deserialize<D: Deserializer<'de>>(snapshot: D) -> Result<Self, D::Error> {
        read(snapshot).map(Primed::new)
    }
}

impl<M> Unprimed<M> {
    /// The consumer as it waited when the snapshot was made: with the locals of then, instead of those that it was called
    /// with. Nothing of the body runs.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, as for a snapshot that is cut short; and one that names the place or the local if the
    /// snapshot is of another consumer, or its source has changed in a way that the names do not survive.
    ///
    /// # Examples
    ///
    /// ```
    /// use coroutine_runtime::{consumer, on_close, recv};
    ///
    /// #[consumer(&str, derive(Serialize, Deserialize))]
    /// fn count(pattern: &str) -> u32 {
    ///     let mut found = 0;
    ///     loop {
    ///         let line = recv!();
    ///         found += u32::from(line.contains(pattern));
    ///     }
    ///     on_close! { found }
    /// }
    ///
    /// let mut before = count("Python").prime();
    /// before.send("Python is cool");
    /// let snapshot = serde_json::to_string(&before)?;
    /// assert_eq!(snapshot, r#"{"Line":{"pattern":"Python","found":1}}"#);
    ///
    /// // In another process, say: the pattern comes from the snapshot.
    /// let mut snapshot = serde_json::Deserializer::from_str(&snapshot);
    /// let mut after = count("").restore(&mut snapshot)?;
    /// after.send("Java is cool");
    /// after.send("Python generators rock");
    /// assert_eq!(after.close(), Some(2));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn restore<'de, D: Deserializer<'de>>(self, snapshot: D) -> Result<Primed<M>, D::Error>
    where
        M: Restore<'de>,
    {
        let mut machine = self.into_machine();
        machine.restore(snapshot)?;
        Ok(Primed::new(machine))
    }
}

/// The state, or machine with a name, that a snapshot is of.
///
/// # Errors
///
/// See [`Restore::restore`].
pub fn read<'de, S: Load<'de>, D: Deserializer<'de>>(snapshot: D) -> Result<S, D::Error> {
    snapshot.deserialize_map(Outer(PhantomData))
}

/// The one entry of a snapshot.
struct Outer<S>(PhantomData<S>);

impl<'de, S: Load<'de>> Visitor<'de> for Outer<S> {
    type Value = S;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a snapshot of `{}`: the place where it waits, with its locals", S::CONSUMER)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut snapshot: A) -> Result<S, A::Error> {
        let Some(place) = snapshot.next_key_seed(Key::<S>(PhantomData))? else {
            return Err(A::Error::custom(format_args!(
                "a snapshot of `{}` names the place where it waits, and this is empty",
                S::CONSUMER
            )));
        };
        let state = snapshot.next_value_seed(Inner { place, state: PhantomData::<S> })?;
        if snapshot.next_key::<IgnoredAny>()?.is_some() {
            return Err(A::Error::custom(format_args!(
                "a snapshot of `{}` has one place where it waits, and this has another beside `{}`",
                S::CONSUMER,
                bare(place)
            )));
        }
        Ok(state)
    }
}

/// The name of the place.
struct Key<S>(PhantomData<S>);

impl<'de, S: Load<'de>> DeserializeSeed<'de> for Key<S> {
    type Value = &'static str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'static str, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, S: Load<'de>> Visitor<'de> for Key<S> {
    type Value = &'static str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of the place where `{}` waits", S::CONSUMER)
    }

    fn visit_str<E: Error>(self, place: &str) -> Result<&'static str, E> {
        let mut known = S::PLACES.iter().chain(&["Done"]);
        if let Some(known) = known.find(|known| **known == place) {
            return Ok(known);
        }
        // A fingerprint on either side: it is the source that differs, and the name alone says too little.
        if place.contains(OF) || S::PLACES.iter().any(|known| bare(known) == place) {
            return Err(E::custom(Changed { consumer: S::CONSUMER, place: bare(place) }));
        }
        Err(E::custom(NoPlace { consumer: S::CONSUMER, place, places: S::PLACES }))
    }
}

/// The locals of the place.
struct Inner<S> {
    place: &'static str,
    state: PhantomData<S>,
}

impl<'de, S: Load<'de>> DeserializeSeed<'de> for Inner<S> {
    type Value = S;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S, D::Error> {
        let with_types = !deserializer.is_human_readable();
        deserializer.deserialize_map(Within { place: self.place, with_types, state: self.state })
    }
}

struct Within<S> {
    place: &'static str,
    with_types: bool,
    state: PhantomData<S>,
}

impl<'de, S: Load<'de>> Visitor<'de> for Within<S> {
    type Value = S;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the locals of `{}` at `{}`, by name", S::CONSUMER, bare(self.place))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<S, A::Error> {
        let at = error::At { consumer: S::CONSUMER, place: bare(self.place) };
        S::load(self.place, Locals { map, at, with_types: self.with_types })
    }
}
