//! Types of the standard library whose drop nobody sees: it frees memory, at most.

use core::{array, iter, option, slice, str};

/// Nobody sees when it is dropped.
pub trait Quiet {}

macro_rules! quiet {
    ($($ty:ty $(, $param:ident $(: $bound:path)?)*;)*) => { $(impl<$($param $(: $bound)?),*> Quiet for $ty {})* };
}

impl<T: ?Sized> Quiet for &T {}
impl<T: ?Sized> Quiet for &mut T {}
impl<T: Quiet, const N: usize> Quiet for [T; N] {}
impl<T: Quiet, const N: usize> Quiet for array::IntoIter<T, N> {}

quiet! {
    (); bool; char; u8; u16; u32; u64; u128; usize; i8; i16; i32; i64; i128; isize; f32; f64;
    (A,), A: Quiet;
    (A, B), A: Quiet, B: Quiet;
    (A, B, C), A: Quiet, B: Quiet, C: Quiet;
    (A, B, C, D), A: Quiet, B: Quiet, C: Quiet, D: Quiet;
    Option<A>, A: Quiet;
    Result<A, B>, A: Quiet, B: Quiet;
    option::IntoIter<A>, A: Quiet;

    str::Chars<'_>; str::CharIndices<'_>; str::Bytes<'_>; str::Lines<'_>; str::EncodeUtf16<'_>;
    str::SplitWhitespace<'_>; str::SplitAsciiWhitespace<'_>;
    slice::Iter<'_, A>, A;
    slice::IterMut<'_, A>, A;
    slice::Chunks<'_, A>, A;
    slice::ChunksMut<'_, A>, A;
    slice::ChunksExact<'_, A>, A;
    slice::RChunks<'_, A>, A;
    slice::Windows<'_, A>, A;
    slice::Split<'_, A, F>, A, F: QuietSplitter<A>;
    slice::SplitN<'_, A, F>, A, F: QuietSplitter<A>;
    slice::SplitInclusive<'_, A, F>, A, F: QuietSplitter<A>;

    iter::Rev<I>, I: Quiet;
    iter::Enumerate<I>, I: Quiet;
    iter::Skip<I>, I: Quiet;
    iter::Take<I>, I: Quiet;
    iter::StepBy<I>, I: Quiet;
    iter::Copied<I>, I: Quiet;
    iter::Cloned<I>, I: Quiet;
    iter::Fuse<I>, I: Quiet;
    iter::Zip<I, J>, I: Quiet, J: Quiet;
    iter::Chain<I, J>, I: Quiet, J: Quiet;
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
    use super::Quiet;
    use alloc::borrow::{Cow, ToOwned};
    use alloc::boxed::Box;
    use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, VecDeque};
    use alloc::string::String;
    use alloc::vec::{IntoIter, Vec};

    quiet! {
        String; Box<str>;
        Box<A>, A: Quiet;
        Box<[A]>, A: Quiet;
        Vec<A>, A: Quiet;
        IntoIter<A>, A: Quiet;
        VecDeque<A>, A: Quiet;
        BinaryHeap<A>, A: Quiet;
        BTreeSet<A>, A: Quiet;
        BTreeMap<A, B>, A: Quiet, B: Quiet;
    }

    impl<T: ToOwned<Owned: Quiet> + ?Sized> Quiet for Cow<'_, T> {}
}

#[cfg(feature = "std")]
mod of_std {
    use super::Quiet;
    use std::collections::{HashMap, HashSet};

    quiet! {
        HashSet<A>, A: Quiet;
        HashMap<A, B>, A: Quiet, B: Quiet;
    }
}
