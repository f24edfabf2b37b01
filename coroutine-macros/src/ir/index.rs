//! Indices with a type of their own, and vectors that only they index.

use std::fmt;
use std::marker::PhantomData;
use std::ops;

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident $prefix:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(u32);

        impl $name {
            /// The index of what is pushed first.
            #[allow(dead_code, reason = "not every kind of index has a use for it")]
            pub(crate) fn first() -> Self {
                $name(0)
            }
        }

        impl Index for $name {
            fn new(index: usize) -> Self {
                $name(u32::try_from(index).expect("a function has fewer than 2^32 of anything"))
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    )*};
}

index! {
    /// A binding.
    Local "_"
    BlockId "bb"
    ScopeId "scope"
    /// A `recv!()`.
    Suspension "s"
    BorrowId "borrow"
}

pub(crate) trait Index: Copy {
    fn new(index: usize) -> Self;
    fn index(self) -> usize;
}

/// A vector that is indexed by `I` alone.
#[derive(Clone)]
pub(crate) struct IndexVec<I, T> {
    items: Vec<T>,
    index: PhantomData<fn(I)>,
}

impl<I: Index, T> IndexVec<I, T> {
    pub(crate) fn new() -> Self {
        IndexVec { items: Vec::new(), index: PhantomData }
    }
    pub(crate) fn filled(len: usize, item: T) -> Self
    where
        T: Clone,
    {
        IndexVec { items: vec![item; len], index: PhantomData }
    }
    pub(crate) fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::new(self.items.len() - 1)
    }
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }
    pub(crate) fn indices(&self) -> impl DoubleEndedIterator<Item = I> + use<I, T> {
        (0..self.items.len()).map(I::new)
    }
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &T)> {
        self.items.iter().enumerate().map(|(index, item)| (I::new(index), item))
    }
}

impl<I: Index, T> ops::Index<I> for IndexVec<I, T> {
    type Output = T;
    fn index(&self, index: I) -> &T {
        &self.items[index.index()]
    }
}

impl<I: Index, T> ops::IndexMut<I> for IndexVec<I, T> {
    fn index_mut(&mut self, index: I) -> &mut T {
        &mut self.items[index.index()]
    }
}
