//! Loops over a borrow that wait.

use core::iter::{Chain, Cloned, Copied, Enumerate, Rev, Skip, StepBy, Take, Zip};

/// An iterator over something borrowed that gives the same items when it is made once more.
///
/// A `for` over a borrow of a local (`for x in &items`, `items.iter_mut().enumerate()`) cannot keep its iterator over a `recv!()`: it
/// would borrow from the state that it is kept in. The machine keeps the number of the items it has taken instead, makes the
/// iterator again and goes on behind them. That is right for all collections of the standard library, whose iterators
/// are `Repeatable`, and wrong for what has no items of its own to give again, such as a channel.
///
/// Going on takes [`Iterator::nth`], which is one step on slices, `Vec`s and arrays, and as many as there were
/// items on maps and strings.
///
/// # Examples
///
/// For an iterator of your own:
///
/// ```
/// use coroutine_runtime::{CoroutineState, Repeatable, consumer, recv};
///
/// struct Grid {
///     cells: Vec<u8>,
/// }
///
/// struct Cells<'a>(std::slice::Iter<'a, u8>);
///
/// impl<'a> Iterator for Cells<'a> {
///     type Item = &'a u8;
///     fn next(&mut self) -> Option<&'a u8> {
///         self.0.next()
///     }
/// }
///
/// impl Repeatable for Cells<'_> {}
///
/// impl Grid {
///     fn iter(&self) -> Cells<'_> {
///         Cells(self.cells.iter())
///     }
/// }
///
/// /// How many of the inputs are what the grid has there.
/// #[consumer(u8)]
/// fn compare(grid: Grid) -> usize {
///     let mut same = 0;
///     for cell in grid.iter() {
///         if recv!() == *cell {
///             same += 1;
///         }
///     }
///     same
/// }
///
/// let mut compare = compare(Grid { cells: vec![1, 2, 3] }).prime();
/// assert_eq!(compare.send_all([1, 7, 3]), CoroutineState::Complete(2));
/// ```
#[diagnostic::on_unimplemented(
    message = "a loop over `{Self}` cannot be gone on with behind a `recv!()`",
    label = "gives its items once",
    note = "loop over an index, over what owns its items (`into_iter()`, a `clone()`), or `while let Some(item) = …next()`"
)]
pub trait Repeatable: Iterator {}

/// The item that the iterator had given last, and the iterator behind it.
///
/// # Panics
///
/// If the iterator is not what [`Repeatable`] says.
#[track_caller]
pub fn again<I: Repeatable>(mut iter: I, taken: usize) -> (I::Item, I) {
    let item = taken.checked_sub(1).and_then(|last| iter.nth(last));
    let item = item.expect("a `Repeatable` iterator gives the same items again");
    (item, iter)
}

/// The iterator behind the first `taken` items.
pub fn behind<I: Repeatable>(mut iter: I, taken: usize) -> I {
    if let Some(last) = taken.checked_sub(1) {
        let _ = iter.nth(last);
    }
    iter
}

macro_rules! repeatable {
    ($($(#[$attr:meta])* [$($generics:tt)*] $iter:ty),* $(,)?) => {
        $($(#[$attr])* impl<$($generics)*> Repeatable for $iter where Self: Iterator {})*
    };
}

repeatable! {
    ['a, T] core::slice::Iter<'a, T>,
    ['a, T] core::slice::IterMut<'a, T>,
    ['a, T] core::slice::Windows<'a, T>,
    ['a, T] core::slice::Chunks<'a, T>,
    ['a, T] core::slice::ChunksMut<'a, T>,
    ['a, T] core::slice::ChunksExact<'a, T>,
    ['a, T] core::slice::ChunksExactMut<'a, T>,
    ['a, T] core::slice::RChunks<'a, T>,
    ['a, T] core::slice::RChunksMut<'a, T>,
    ['a, T] core::option::Iter<'a, T>,
    ['a, T] core::option::IterMut<'a, T>,
    ['a, T] core::result::Iter<'a, T>,
    ['a, T] core::result::IterMut<'a, T>,
    ['a] core::str::Chars<'a>,
    ['a] core::str::CharIndices<'a>,
    ['a] core::str::Bytes<'a>,
    ['a] core::str::Lines<'a>,
    ['a] core::str::SplitWhitespace<'a>,
    ['a] core::str::SplitAsciiWhitespace<'a>,
    [T] core::ops::Range<T>,
    [T] core::ops::RangeInclusive<T>,
    [T] core::ops::RangeFrom<T>,
    [I: Repeatable] Enumerate<I>,
    [I: Repeatable] Rev<I>,
    [I: Repeatable] Skip<I>,
    [I: Repeatable] Take<I>,
    [I: Repeatable] StepBy<I>,
    [I: Repeatable] Copied<I>,
    [I: Repeatable] Cloned<I>,
    [I: Repeatable, J: Repeatable] Zip<I, J>,
    [I: Repeatable, J: Repeatable] Chain<I, J>,
}

#[cfg(feature = "alloc")]
mod collections {
    use super::Repeatable;
    use alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};

    repeatable! {
        ['a, T] vec_deque::Iter<'a, T>,
        ['a, T] vec_deque::IterMut<'a, T>,
        ['a, T] linked_list::Iter<'a, T>,
        ['a, T] linked_list::IterMut<'a, T>,
        ['a, T] binary_heap::Iter<'a, T>,
        ['a, K, V] btree_map::Iter<'a, K, V>,
        ['a, K, V] btree_map::IterMut<'a, K, V>,
        ['a, K, V] btree_map::Keys<'a, K, V>,
        ['a, K, V] btree_map::Values<'a, K, V>,
        ['a, K, V] btree_map::ValuesMut<'a, K, V>,
        ['a, K, V] btree_map::Range<'a, K, V>,
        ['a, K, V] btree_map::RangeMut<'a, K, V>,
        ['a, T] btree_set::Iter<'a, T>,
        ['a, T] btree_set::Range<'a, T>,
    }
}

#[cfg(feature = "std")]
mod maps {
    use super::Repeatable;
    use std::collections::{hash_map, hash_set};

    repeatable! {
        ['a, K, V] hash_map::Iter<'a, K, V>,
        ['a, K, V] hash_map::IterMut<'a, K, V>,
        ['a, K, V] hash_map::Keys<'a, K, V>,
        ['a, K, V] hash_map::Values<'a, K, V>,
        ['a, K, V] hash_map::ValuesMut<'a, K, V>,
        ['a, T] hash_set::Iter<'a, T>,
    }
}
