//! Locals of which a transition may have a variable with a type of its own.

use crate::ir::{BlockId, Body, Effects, Local, LocalSet};
use crate::storage::{Layout, Partition};
use std::collections::{BTreeMap, BTreeSet};
use syn::{Expr, Stmt};

/// Those that are given a value at several places, and that some transition brings into scope without storing them. If it does store them, they
/// have the type of the states' parameter. If they get their value at one place, each transition that has this place has also all that
/// comes of it.
pub(super) fn find(body: &Body, layout: &Layout) -> BTreeSet<Local> {
    let resumes = layout.states.iter().map(|(suspension, _)| body.suspensions[*suspension].resume);
    let joins = layout.joins.iter().map(|join| join.block);
    let roots = resumes.chain(joins).chain([body.entry]);
    let mut loose = unstored(body, layout, roots);
    for native in &layout.natives {
        loose.extend(unstored(&native.body, &native.layout, [native.root]));
    }
    let given = times_given(body);
    let params = layout.start.iter().copied().collect::<BTreeSet<Local>>();
    loose.retain(|local| {
        let times = given.get(local).copied().unwrap_or(0) + usize::from(params.contains(local));
        times > 1
    });
    loose
}

/// How many pieces of the body give each local a value.
fn times_given(body: &Body) -> BTreeMap<Local, usize> {
    let mut given = BTreeMap::new();
    for (_, block) in body.blocks.iter() {
        for effects in block.pieces(body) {
            let here: BTreeSet<Local> = given_by(effects).collect();
            for local in here {
                *given.entry(local).or_insert(0) += 1;
            }
        }
    }
    given
}

fn given_by(effects: &Effects) -> impl Iterator<Item = Local> {
    effects.binds.iter().chain(effects.assigns.keys()).chain(&effects.leaves_with).copied()
}

/// The locals that some transition brings into scope at more than one place, or without storing them.
fn unstored(
    body: &Body,
    layout: &Layout,
    roots: impl IntoIterator<Item = BlockId>,
) -> BTreeSet<Local> {
    let partition: &Partition = &layout.partition;
    let mut found = BTreeSet::new();
    for root in roots {
        let segment = partition.segment(body, root);
        let mut fresh: BTreeMap<Local, usize> = BTreeMap::new();
        let mut stored: BTreeSet<Local> = BTreeSet::new();
        for &block in segment.blocks() {
            let pieces = body.blocks[block].pieces(body);
            let bound =
                pieces.iter().flat_map(|effects| effects.binds.iter().chain(&effects.declares));
            let bound = bound.copied().filter(|local| !segment.is_rebound(*local));
            for local in bound.chain(segment.declared_at(block).iter().copied()) {
                *fresh.entry(local).or_insert(0) += 1;
            }
            stored.extend(partition.stored_by(body, block));
        }
        found.extend(
            fresh
                .into_iter()
                .filter(|(local, places)| *places > 1 || !stored.contains(local))
                .map(|(local, _)| local),
        );
    }
    found
}

/// Whether some way gives a local a value whose type is seen to have no closure in it, whatever the others give it.
pub(super) fn shows_type(body: &Body, own: &LocalSet, local: Local) -> bool {
    body.blocks.iter().flat_map(|(_, block)| &block.statements).any(|statement| {
        let effects = &statement.effects;
        let value = match &statement.stmt {
            Stmt::Expr(Expr::Assign(assign), _) if effects.assigns.contains_key(&local) => {
                Some(&*assign.right)
            }
            Stmt::Local(declared) if effects.binds.contains(&local) => {
                declared.init.as_ref().map(|init| &*init.expr)
            }
            _ => None,
        };
        let is_free = !effects.reads.iter().any(|read| own.contains(*read));
        is_free && value.is_some_and(crate::evident::shows_type)
    })
}

/// Whether a local is given closures or functions on several ways, and nothing else: its type is that of a function pointer then.
pub(super) fn joins_closures(body: &Body, local: Local) -> bool {
    let mut closures = 0;
    for (_, block) in body.blocks.iter() {
        for statement in &block.statements {
            if !statement.effects.assigns.contains_key(&local) {
                continue;
            }
            match &statement.stmt {
                Stmt::Expr(Expr::Assign(assign), _) => match &*assign.right {
                    Expr::Closure(closure) if closure.capture.is_none() => closures += 1,
                    Expr::Path(_) => {}
                    _ => return false,
                },
                _ => return false,
            }
        }
    }
    let given = times_given(body).get(&local).copied().unwrap_or(0);
    closures > 0 && given > 1
}
