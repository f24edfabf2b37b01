//! Locals of which a transition may have a variable with a type of its own.

use crate::ir::{BlockId, Body, Local, LocalSet, Origin};
use crate::storage::{Layout, Partition};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use syn::{Expr, Stmt};

/// Those that are given a value at several places, and that some transition brings into scope without storing them and with some of these
/// places only. If it does store them, they have the type of the states' parameter. A transition that has all the places has also all that
/// comes of them.
pub(super) fn find(body: &Body, layout: &Layout) -> BTreeSet<Local> {
    let resumes = layout.states.iter().map(|(suspension, _)| body.suspensions[*suspension].resume);
    let joins = layout.joins.iter().map(|join| join.block);
    let roots = resumes.chain(joins).chain([body.entry]);
    let mut loose = unstored(body, layout, roots);
    for native in &layout.natives {
        loose.extend(unstored(&native.body, &native.layout, [native.root]));
    }
    loose
}

/// Where each local is given a value: for each value the blocks that give it.
type Given = BTreeMap<Local, BTreeMap<String, Vec<BlockId>>>;

fn given(body: &Body) -> Given {
    let mut given = Given::new();
    for (at, block) in body.blocks.iter() {
        for (piece, effects) in block.pieces(body).into_iter().enumerate() {
            // What an inner consumer completes with is passed on in several places, and is one value.
            let mut outputs = effects.values.iter().map(|local| &body.locals[*local]);
            let value = match outputs.find(|decl| decl.origin == Origin::Inner) {
                Some(output) => format!("{} {:?}", output.written(), output.ident.span()),
                None => format!("{at:?} {piece}"),
            };
            let here = effects.binds.iter().chain(effects.assigns.keys());
            for local in here.chain(&effects.leaves_with) {
                given.entry(*local).or_default().entry(value.clone()).or_default().push(at);
            }
        }
    }
    given
}

fn unstored(
    body: &Body,
    layout: &Layout,
    roots: impl IntoIterator<Item = BlockId>,
) -> BTreeSet<Local> {
    let (partition, given): (&Partition, Given) = (&layout.partition, given(body));
    let coerced = coerced(body, &given);
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
        let here: HashSet<BlockId> = segment.blocks().iter().copied().collect();
        let is_there = |blocks: &Vec<BlockId>| blocks.iter().any(|block| here.contains(block));
        let is_loose = |local: &Local, places: usize| {
            let Some(values) = given.get(local) else { return false };
            let is_param = layout.start.contains(local);
            let has_all = places == 1 && !is_param && values.values().all(is_there);
            let is_stored = places == 1 && stored.contains(local);
            let shows = (has_all || is_stored) && !coerced.contains(local);
            (values.len() > 1 || is_param) && !shows
        };
        found.extend(
            fresh
                .into_iter()
                .filter(|(local, places)| is_loose(local, *places))
                .map(|(local, _)| local),
        );
    }
    found
}

/// Those that have no value at first, and that some way gives one which may be of another type than the local: a function where others meet
/// it is a pointer, and so is a box a box of a trait object. In a transition, the first way alone would tell the type.
fn coerced(body: &Body, given: &Given) -> BTreeSet<Local> {
    let mut coerced: BTreeSet<Local> = BTreeSet::new();
    let mut bound: BTreeSet<Local> = BTreeSet::new();
    for (_, block) in body.blocks.iter() {
        bound.extend(block.pieces(body).into_iter().flat_map(|effects| &effects.binds));
        for statement in &block.statements {
            if let Stmt::Expr(Expr::Assign(assign), _) = &statement.stmt {
                let is_known = |name: &syn::Ident| {
                    let mut locals = body.locals.iter().map(|(_, decl)| decl);
                    locals.any(|decl| decl.ident == *name && decl.number)
                };
                if crate::evident::may_coerce(&assign.right, &is_known) {
                    coerced.extend(statement.effects.assigns.keys());
                }
            }
        }
    }
    coerced.retain(|local| {
        !bound.contains(local) && given.get(local).is_some_and(|values| values.len() > 1)
    });
    coerced
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
    closures > 0 && given(body).get(&local).is_some_and(|values| values.len() > 1)
}
