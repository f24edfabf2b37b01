//! A set of locals.

use super::index::Index;
use super::{IndexVec, Local};

/// One bit for each local of a body.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct LocalSet(Vec<u64>);

impl LocalSet {
    pub(crate) fn empty<T>(locals: &IndexVec<Local, T>) -> Self {
        LocalSet(vec![0; locals.len().div_ceil(64)])
    }
    /// Also of a local that was made later than the set.
    pub(crate) fn insert(&mut self, local: Local) {
        let word = local.index() / 64;
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (local.index() % 64);
    }
    pub(crate) fn remove(&mut self, local: Local) {
        if let Some(word) = self.0.get_mut(local.index() / 64) {
            *word &= !(1 << (local.index() % 64));
        }
    }
    pub(crate) fn contains(&self, local: Local) -> bool {
        self.0.get(local.index() / 64).is_some_and(|word| word >> (local.index() % 64) & 1 == 1)
    }
    pub(crate) fn extend(&mut self, locals: impl IntoIterator<Item = Local>) {
        locals.into_iter().for_each(|local| self.insert(local));
    }
    /// Adds all of `other`; says whether that changed anything.
    pub(crate) fn union(&mut self, other: &LocalSet) -> bool {
        let mut changed = false;
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            changed |= *more & !*word != 0;
            *word |= more;
        }
        changed
    }
    /// Every local of a body.
    pub(crate) fn all<T>(locals: &IndexVec<Local, T>) -> Self {
        let mut all = LocalSet::empty(locals);
        all.extend(locals.indices());
        all
    }
    /// Keeps what `other` has too.
    pub(crate) fn intersect(&mut self, other: &LocalSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }
    /// In the order in which they were declared.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Local> {
        let bits = |(index, word): (usize, &u64)| {
            let next = |rest: &u64| Some(rest & rest.wrapping_sub(1)).filter(|rest| *rest != 0);
            let rests = std::iter::successors(Some(*word).filter(|word| *word != 0), next);
            rests.map(move |rest| Local::new(index * 64 + rest.trailing_zeros() as usize))
        };
        self.0.iter().enumerate().flat_map(bits)
    }
}
