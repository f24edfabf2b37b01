//! Reading a snapshot: the locals of a place.

use core::any::type_name;
use core::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::error::{At, Only};

/// The locals that a snapshot holds, in whatever order.
pub struct Locals<A> {
    pub(super) map: A,
    pub(super) at: At,
    /// Each name has its type behind it: `count: u8`.
    pub(super) with_types: bool,
}

impl<A> Locals<A> {
    /// Gives each slot its value.
    ///
    /// # Errors
    ///
    /// Those of the deserializer; and one if a local is missing, unknown, there twice, or of another type.
    pub fn fill<'de>(mut self, slots: &mut [&mut dyn Fill<'de, A>]) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
    {
        let at = self.at;
        loop {
            let key = Key { at, with_types: self.with_types, slots: &*slots };
            let Some(index) = self.map.next_key_seed(key)? else { break };
            let slot = &mut slots[index];
            let name = slot.name();
            if slot.is_full() {
                return Err(A::Error::custom(format_args!(
                    "{at}: the local `{name}` is there twice"
                )));
            }
            slot.fill(&mut self.map).map_err(|error| {
                A::Error::custom(format_args!("{at}: the local `{name}`: {error}"))
            })?;
        }
        match slots.iter().find(|slot| !slot.is_full()) {
            None => Ok(()),
            Some(slot) => {
                let name = slot.name();
                Err(A::Error::custom(format_args!("{at}: the local `{name}` is missing")))
            }
        }
    }
}

/// Where the value of a local goes.
pub struct Slot<T> {
    name: &'static str,
    value: Option<T>,
}

impl<T> Slot<T> {
    /// For the local of this name.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self { name, value: None }
    }

    /// The value, once [`Locals::fill`] has succeeded.
    ///
    /// # Panics
    ///
    /// If it has not been called.
    pub fn take(self) -> T {
        self.value.expect("`fill` gives every slot a value")
    }
}

/// A [`Slot`], of whatever type.
pub trait Fill<'de, A: MapAccess<'de>> {
    /// The local's.
    fn name(&self) -> &'static str;
    /// The type's, as it is written in formats that do not tell types apart.
    fn of(&self) -> &'static str;
    /// Whether it has its value.
    fn is_full(&self) -> bool;
    /// Reads the next value.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error>;
}

impl<'de, T: Deserialize<'de>, A: MapAccess<'de>> Fill<'de, A> for Slot<T> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn of(&self) -> &'static str {
        type_name::<T>()
    }

    fn is_full(&self) -> bool {
        self.value.is_some()
    }

    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.value = Some(map.next_value()?);
        Ok(())
    }
}

/// Finds the slot that a name stands for.
struct Key<'s, 'f, 'de, A> {
    at: At,
    with_types: bool,
    slots: &'s [&'f mut dyn Fill<'de, A>],
}

impl<'de, A: MapAccess<'de>> DeserializeSeed<'de> for Key<'_, '_, 'de, A> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, A: MapAccess<'de>> Visitor<'de> for Key<'_, '_, 'de, A> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the name of a local of {}", self.at)
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        let Key { at, with_types, slots } = self;
        let (name, of) = match key.split_once(": ") {
            Some((name, of)) if with_types => (name, Some(of)),
            _ => (key, None),
        };
        let Some(index) = slots.iter().position(|slot| slot.name() == name) else {
            let only = Only(|| slots.iter().map(|slot| slot.name()));
            return Err(E::custom(format_args!("{at}: there is no local `{name}`{only}")));
        };
        let expected = slots[index].of();
        match of {
            Some(of) if of != expected => Err(E::custom(format_args!(
                "{at}: the local `{name}` is of type `{expected}`, and in the snapshot of type `{of}`"
            ))),
            None if with_types => {
                Err(E::custom(format_args!("{at}: the local `{name}` comes without its type")))
            }
            _ => Ok(index),
        }
    }
}
