//! Immediate dominators of a segment (Cooper, Harvey and Kennedy's iteration over the reverse postorder).

use crate::ir::BlockId;
use std::collections::HashMap;

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
