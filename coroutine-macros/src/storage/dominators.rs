//! Immediate dominators of a segment (Cooper, Harvey and Kennedy's iteration over the reverse postorder).

use crate::ir::BlockId;
use std::collections::HashMap;
use std::ops::Range;

/// The nearest block that every way to a block goes through; the root has none.
pub(super) fn dominators(
    order: &[BlockId],
    predecessors: &HashMap<BlockId, Vec<BlockId>>,
) -> HashMap<BlockId, BlockId> {
    let position: HashMap<BlockId, usize> =
        order.iter().enumerate().map(|(index, block)| (*block, index)).collect();
    let mut idom: Vec<Option<usize>> = vec![None; order.len()];
    idom[0] = Some(0);
    loop {
        let mut changed = false;
        for (index, block) in order.iter().enumerate().skip(1) {
            let known = predecessors[block]
                .iter()
                .map(|pred| position[pred])
                .filter(|pred| idom[*pred].is_some());
            let new = known.reduce(|a, b| intersect(&idom, a, b));
            if idom[index] != new {
                idom[index] = new;
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    order
        .iter()
        .enumerate()
        .skip(1)
        .filter_map(|(index, block)| Some((*block, order[idom[index]?])))
        .collect()
}

/// Numbers the blocks so that those which a block dominates, and itself, are a range.
pub(super) fn ranges(
    order: &[BlockId],
    idom: &HashMap<BlockId, BlockId>,
) -> HashMap<BlockId, Range<usize>> {
    let mut sizes: HashMap<BlockId, usize> = HashMap::new();
    for block in order.iter().rev() {
        let size = *sizes.entry(*block).or_insert(1);
        if let Some(above) = idom.get(block) {
            *sizes.entry(*above).or_insert(1) += size;
        }
    }
    // Where the next block that one dominates directly begins.
    let mut next: HashMap<BlockId, usize> = HashMap::new();
    let mut ranges = HashMap::new();
    for block in order {
        let place = idom.get(block).and_then(|above| next.get_mut(above));
        let start = place.map_or(0, |place| {
            let start = *place;
            *place += sizes[block];
            start
        });
        next.insert(*block, start + 1);
        ranges.insert(*block, start..start + sizes[block]);
    }
    ranges
}

fn intersect(idom: &[Option<usize>], mut a: usize, mut b: usize) -> usize {
    let up = |at: usize| idom[at].unwrap_or_else(|| unreachable!("known already"));
    while a != b {
        while a > b {
            a = up(a);
        }
        while b > a {
            b = up(b);
        }
    }
    a
}
