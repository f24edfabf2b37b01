//! Writing a snapshot.

use core::any::type_name;

use serde::ser::{Error, SerializeMap};
use serde::{Serialize, Serializer};

use crate::inferred::Inferred;
use crate::{Machine, Primed};

/// A machine that can be written to a snapshot: what `derive(Serialize)` gives it.
///
/// It appears in signatures, and is not to be written by hand. A [`Primed`] of such a machine is [`Serialize`].
///
/// # Examples
///
/// ```
/// use coroutine_runtime::{Primed, Receive, Save, consumer, recv};
///
/// #[consumer(u32, derive(Serialize))]
/// fn total(limit: u32) -> u32 {
///     let mut sum = 0;
///     while sum < limit {
///         let next = recv!();
///         sum += next;
///     }
///     sum
/// }
///
/// fn started() -> Primed<impl Receive<u32, Reply = (), Output = u32> + Save> {
///     total(100).prime()
/// }
///
/// let mut total = started();
/// total.send(7);
/// assert_eq!(serde_json::to_string(&total)?, r#"{"Next":{"limit":100,"sum":7}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait Save {
    /// Writes the place where it waits, and its locals.
    ///
    /// # Errors
    ///
    /// Those of the serializer; and one if the machine neither waits nor is finished.
    fn save<S: Serializer>(&self, snapshot: Snapshot<S>) -> Result<S::Ok, S::Error>;
}

impl<S: Save, L, F, N, T, C> Save for Inferred<S, L, F, N, T, C> {
    fn save<Z: Serializer>(&self, snapshot: Snapshot<Z>) -> Result<Z::Ok, Z::Error> {
        self.state.save(snapshot)
    }
}

/// A snapshot: the place where it waits, and its locals, by name.
impl<M: Machine + Save> Serialize for Primed<M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.machine().save(Snapshot { serializer })
    }
}

/// A snapshot that nothing is written of yet.
pub struct Snapshot<S> {
    serializer: S,
}

impl<S: Serializer> Snapshot<S> {
    /// The place where the consumer waits, or `Done`.
    pub fn at(self, place: &'static str) -> Place<S, ()> {
        Place { serializer: self.serializer, name: place, locals: () }
    }

    /// It does not wait.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn nowhere(self, consumer: &str) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom(format_args!(
            "`{consumer}` has no place to be resumed at: its body returned before the first \
             `recv!()`, and the output waits for `close`"
        )))
    }
}

/// A place, and those of its locals that are named so far.
pub struct Place<S, L> {
    serializer: S,
    name: &'static str,
    locals: L,
}

impl<S: Serializer, L: Entries> Place<S, L> {
    /// One more local.
    pub fn local<'l, T: Serialize>(
        self,
        name: &'static str,
        value: &'l T,
    ) -> Place<S, (L, Entry<'l, T>)> {
        let Place { serializer, name: place, locals } = self;
        Place { serializer, name: place, locals: (locals, Entry { name, value }) }
    }

    /// Writes it.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        let mut snapshot = self.serializer.serialize_map(Some(1))?;
        snapshot.serialize_entry(self.name, &Inner(self.locals))?;
        snapshot.end()
    }
}

/// A local by its name.
pub struct Entry<'l, T> {
    name: &'static str,
    value: &'l T,
}

/// The locals of a place: `((), first), second`.
pub trait Entries {
    /// How many: binary formats write that first.
    const LENGTH: usize;

    /// Writes each as an entry of `map`; with its type, if the format does not tell one type's values from another's.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    fn write<M: SerializeMap>(&self, map: &mut M, with_types: bool) -> Result<(), M::Error>;
}

impl Entries for () {
    const LENGTH: usize = 0;

    fn write<M: SerializeMap>(&self, _: &mut M, _: bool) -> Result<(), M::Error> {
        Ok(())
    }
}

impl<L: Entries, T: Serialize> Entries for (L, Entry<'_, T>) {
    const LENGTH: usize = L::LENGTH + 1;

    fn write<M: SerializeMap>(&self, map: &mut M, with_types: bool) -> Result<(), M::Error> {
        let (before, Entry { name, value }) = self;
        before.write(map, with_types)?;
        if with_types {
            map.serialize_entry(&Typed { name, of: type_name::<T>() }, value)
        } else {
            map.serialize_entry(name, value)
        }
    }
}

/// `count: u8`
struct Typed<'n> {
    name: &'n str,
    of: &'static str,
}

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}: {}", self.name, self.of))
    }
}

struct Inner<L>(L);

impl<L: Entries> Serialize for Inner<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let with_types = !serializer.is_human_readable();
        let mut map = serializer.serialize_map(Some(L::LENGTH))?;
        self.0.write(&mut map, with_types)?;
        map.end()
    }
}
