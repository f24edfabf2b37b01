//! Types of the standard library whose drop nobody sees: it frees memory, at most.

use core::{array, iter, option, slice, str};

/// Nobody sees when it is dropped.
pub trait Quiet {}

/// The same of what has no function in it, of which rustc would have to know what it captures.
pub trait Settled {}

macro_rules! marked {
    ($of:ident: $($ty:ty $(, $param:ident $(: $bound:path)?)*;)*) => { $(impl<$($param $(: $bound)?),*> $of for $ty {})* };
}

macro_rules! of_core {
    ($of:ident) => {
        impl<T: ?Sized> $of for &T {}
        impl<T: ?Sized> $of for &mut T {}
        impl<T: $of, const N: usize> $of for [T; N] {}
        impl<T: $of, const N: usize> $of for array::IntoIter<T, N> {}

        marked! {
            $of:
            (); bool; char; u8; u16; u32; u64; u128; usize; i8; i16; i32; i64; i128; isize; f32; f64;
            (A,), A: $of;
            (A, B), A: $of, B: $of;
            (A, B, C), A: $of, B: $of, C: $of;
            (A, B, C, D), A: $of, B: $of, C: $of, D: $of;
            Option<A>, A: $of;
            Result<A, B>, A: $of, B: $of;
            option::IntoIter<A>, A: $of;

            str::Chars<'_>; str::CharIndices<'_>; str::Bytes<'_>; str::Lines<'_>; str::EncodeUtf16<'_>;
            str::SplitWhitespace<'_>; str::SplitAsciiWhitespace<'_>;
            slice::Iter<'_, A>, A;
            slice::IterMut<'_, A>, A;
            slice::Chunks<'_, A>, A;
            slice::ChunksMut<'_, A>, A;
            slice::ChunksExact<'_, A>, A;
            slice::RChunks<'_, A>, A;
            slice::Windows<'_, A>, A;

            iter::Rev<I>, I: $of;
            iter::Enumerate<I>, I: $of;
            iter::Skip<I>, I: $of;
            iter::Take<I>, I: $of;
            iter::StepBy<I>, I: $of;
            iter::Copied<I>, I: $of;
            iter::Cloned<I>, I: $of;
            iter::Fuse<I>, I: $of;
            iter::Zip<I, J>, I: $of, J: $of;
            iter::Chain<I, J>, I: $of, J: $of;
        }
    };
}

of_core!(Quiet);
of_core!(Settled);

marked! {
    Quiet:
    slice::Split<'_, A, F>, A, F: QuietSplitter<A>;
    slice::SplitN<'_, A, F>, A, F: QuietSplitter<A>;
    slice::SplitInclusive<'_, A, F>, A, F: QuietSplitter<A>;
    iter::Filter<I, F>, I: Quiet, F: Copy;
    iter::FilterMap<I, F>, I: Quiet, F: Copy;
    iter::Map<I, F>, I: Quiet, F: Copy;
    iter::TakeWhile<I, F>, I: Quiet, F: Copy;
    iter::SkipWhile<I, F>, I: Quiet, F: Copy;
    iter::MapWhile<I, F>, I: Quiet, F: Copy;
}

impl<I: Iterator<Item: Quiet> + Quiet> Quiet for iter::Peekable<I> {}

/// What a slice is split by.
pub trait QuietSplitter<A>: FnMut(&A) -> bool + Copy {}
impl<A, F: FnMut(&A) -> bool + Copy> QuietSplitter<A> for F {}

/// What a string is searched for: a `char`, a `&str`, a function that is `Copy`.
macro_rules! searching {
    ($($name:ident)*) => { $(
        impl Quiet for str::$name<'_, char> {}
        impl Quiet for str::$name<'_, &str> {}
        impl<const N: usize> Quiet for str::$name<'_, [char; N]> {}
        impl Quiet for str::$name<'_, &[char]> {}
        impl<F: FnMut(char) -> bool + Copy> Quiet for str::$name<'_, F> {}
    )* };
}

searching! { Split SplitN SplitInclusive SplitTerminator RSplit RSplitN Matches MatchIndices }

#[cfg(feature = "alloc")]
mod of_alloc {
    use super::{Quiet, Settled};
    use alloc::borrow::{Cow, ToOwned};
    use alloc::boxed::Box;
    use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};
    use alloc::string::String;
    use alloc::vec::{IntoIter, Vec};

    macro_rules! of_alloc {
        ($of:ident) => {
            marked! {
                $of:
                String; Box<str>;
                Box<A>, A: $of;
                Box<[A]>, A: $of;
                Vec<A>, A: $of;
                IntoIter<A>, A: $of;
                VecDeque<A>, A: $of;
                BinaryHeap<A>, A: $of;
                BTreeSet<A>, A: $of;
                BTreeMap<A, B>, A: $of, B: $of;
            }

            impl<T: ToOwned<Owned: $of> + ?Sized> $of for Cow<'_, T> {}
        };
    }

    of_alloc!(Quiet);
    of_alloc!(Settled);
}

#[cfg(feature = "std")]
mod of_std {
    use super::{Quiet, Settled};
    use std::collections::{HashMap, HashSet};

    marked! { Quiet: HashSet<A>, A: Quiet; HashMap<A, B>, A: Quiet, B: Quiet; }
    marked! { Settled: HashSet<A>, A: Settled; HashMap<A, B>, A: Settled, B: Settled; }
}
