//! Names: of locals that would hide one another, and of the enum's parameters.

use super::{Layout, Partition};
use crate::ir::{BlockId, Body, Local, LocalSet, ScopeId, Suspension};
use crate::liveness::{Analysis, Liveness};
use crate::lower::Hints;
use crate::naming::{Names, camel_case};
use crate::parse::Consumer;
use proc_macro2::{Ident, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The later of two bindings of one name gets another, if the earlier is needed beside it.
pub(super) fn interfering(
    consumer: &Consumer,
    (body, analysis, partition): (&Body, &Analysis, &Partition),
    hints: &Hints,
) -> Hints {
    let mut groups: HashMap<String, Vec<Local>> = HashMap::new();
    for (local, decl) in body.locals.iter() {
        groups.entry(decl.ident.to_string()).or_default().push(local);
    }
    let taken = groups.keys().chain(hints.renames.values()).cloned().collect();
    let mut names = Names::new(taken, |name| consumer.mentions(name));
    groups.retain(|_, locals| locals.len() > 1);
    let mut hints = hints.clone();
    underscores(body, analysis, &mut names, &mut hints);
    hidden_outside(body, &mut names, &mut hints);
    if groups.is_empty() {
        return hints;
    }
    // What is kept for its drop counts as needed here: it is stored under its name.
    let stored = |block: BlockId| analysis.kept(body, analysis.live.at_start(block), block, false);
    let joins: HashMap<BlockId, Vec<Local>> =
        partition.joins().map(|block| (block, stored(block).0)).collect();
    let waiting = |suspension: Suspension| {
        let live = analysis.live.at(body, suspension);
        analysis.saved[suspension].iter().copied().chain(live.iter()).collect::<Vec<_>>()
    };
    let needed = Liveness::with_joins(body, &analysis.order, waiting, &joins);
    let mut renamed: BTreeSet<Local> = BTreeSet::new();
    for &block in &analysis.order {
        let pieces = body.blocks[block].pieces(body);
        for (effects, behind) in pieces.into_iter().zip(needed.behind_each(body, block)) {
            for &new in effects.binds.iter().chain(&effects.declares) {
                if hides(body, &groups, new, &behind) && renamed.insert(new) {
                    let decl = &body.locals[new];
                    hints.renames.insert(decl.key.clone(), names.fresh(&decl.ident.to_string()));
                }
            }
        }
    }
    let resumed = body.suspensions.iter();
    let resumed = resumed.map(|(suspension, point)| (point.resume, &analysis.saved[suspension]));
    for (root, saved) in resumed.chain(partition.joins().map(|join| (join, &joins[&join]))) {
        // A loop over a slice goes on behind its waits.
        let next = |block: BlockId| match &consumer.batch {
            Some(_) => body.successors(block),
            None => body.blocks[block].terminator.successors(),
        };
        let region = body.reverse_postorder([root], next);
        let pieces = region.iter().flat_map(|block| body.blocks[*block].pieces(body));
        let given: BTreeSet<Local> = pieces
            .flat_map(|effects| {
                effects.assigns.keys().chain(&effects.binds).chain(&effects.declares).copied()
            })
            .collect();
        for &kept in saved {
            // Declared in front of what is restored, an older local that gets a value later would hide it; and one that comes into scope
            // once more, each time around a loop, is not it.
            let group = groups.get(&body.locals[kept].ident.to_string());
            // And what comes into scope anew is written where it lay: a newer one of its name would hide that.
            let hides = |other: &&Local| {
                (**other < kept || (**other > kept && given.contains(&kept)))
                    && given.contains(other)
            };
            if group.into_iter().flatten().any(|other| hides(&other)) && renamed.insert(kept) {
                let decl = &body.locals[kept];
                hints.renames.insert(decl.key.clone(), names.fresh(&decl.ident.to_string()));
            }
        }
    }
    hints
}

/// A `_guard` that is kept is used, by the state: it is `guard` there, or a lint would say so.
fn underscores(
    body: &Body,
    analysis: &Analysis,
    names: &mut Names<impl Fn(&str) -> bool>,
    hints: &mut Hints,
) {
    let saved: BTreeSet<Local> = body
        .suspensions
        .indices()
        .flat_map(|suspension| analysis.saved[suspension].iter().copied())
        .collect();
    // Those of one name share another, as long as they do not hide one another.
    let mut shared: HashMap<String, String> = HashMap::new();
    for local in saved {
        let decl = &body.locals[local];
        let name = decl.ident.to_string();
        let is_param = decl.scope == ScopeId::first();
        if !name.starts_with('_') || is_param || hints.renames.contains_key(&decl.key) {
            continue;
        }
        let bare = name.trim_start_matches('_');
        let bare = if syn::parse_str::<Ident>(bare).is_ok() { bare } else { "kept" };
        let fresh = shared.entry(bare.to_owned()).or_insert_with(|| names.fresh(bare));
        hints.renames.insert(decl.key.clone(), fresh.clone());
    }
}

/// What stands behind a block is printed in it: there its locals must not hide what their names mean outside.
fn hidden_outside(body: &Body, names: &mut Names<impl Fn(&str) -> bool>, hints: &mut Hints) {
    // In another pattern the name may be that of a constant.
    let is_binding = |stmt: &syn::Stmt| match stmt {
        syn::Stmt::Local(local) => match &local.pat {
            syn::Pat::Type(typed) => matches!(&*typed.pat, syn::Pat::Ident(_)),
            pat => matches!(pat, syn::Pat::Ident(_)),
        },
        _ => false,
    };
    let statements = body.blocks.iter().flat_map(|(_, block)| &block.statements);
    let effects = statements
        .filter(|statement| is_binding(&statement.stmt))
        .map(|statement| &statement.effects);
    let bound = effects.flat_map(|effects| effects.binds.iter().chain(&effects.declares));
    for &local in bound {
        let decl = &body.locals[local];
        let is_inner =
            body.scopes[decl.scope].parent.is_some_and(|outer| outer != ScopeId::first());
        let is_value = decl.written().starts_with(char::is_lowercase);
        let is_free = is_inner && is_value && body.free.contains(decl.written());
        if is_free && !hints.renames.contains_key(&decl.key) {
            hints.renames.insert(decl.key.clone(), names.fresh(decl.written()));
        }
    }
}

fn hides(body: &Body, groups: &HashMap<String, Vec<Local>>, new: Local, needed: &LocalSet) -> bool {
    let group = groups.get(&body.locals[new].ident.to_string());
    group.into_iter().flatten().any(|&other| other < new && needed.contains(other))
}

/// `Pattern` for the local `pattern`.
pub(super) fn type_parameters(body: &Body, layout: &Layout) -> BTreeMap<Local, Ident> {
    let locals: BTreeSet<Local> = layout.held().flatten().copied().collect();
    let (machine, at) = (layout.machine.to_string(), layout.shape.at.to_string());
    let types = format!("{machine}Types");
    let taken = [machine, at, types, "Output".to_owned(), "Self".to_owned()];
    let mut names = Names::new(taken.into(), |_| false);
    let mut params = BTreeMap::new();
    for local in locals.into_iter().filter(|local| !layout.written.contains_key(local)) {
        let base = camel_case(body.locals[local].ident.to_string().trim_start_matches('_'));
        let base = if base.chars().next().is_none_or(|first| !first.is_alphabetic()) {
            format!("Local{base}")
        } else {
            base
        };
        let name = names.fresh(&base);
        params.insert(local, Ident::new(&name, Span::call_site()));
    }
    params
}
