//! names: what each local is called in the expansion. Until then every local has a name of its own, a placeholder, so that no two are mistaken for one
//! another. What is printed is decided once, here, and put in at the very end (`print`).
//!
//! A local has the name that its user wrote. Two that are written alike have two names if both are in reach of one transition, whether both are used
//! there or not; so have a local and something else of that name outside of its block.

mod marks;
mod print;
mod reach;

pub(crate) use marks::{placeholder, quoted, short, shortened};

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::ir::{Body, Local, ScopeId};
use crate::liveness::Analysis;
use crate::naming;
use crate::parse::Consumer;
use crate::storage::{Layout, clashing};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use syn::{Pat, Stmt};

/// What each local is called that has a placeholder.
pub(crate) struct Names(BTreeMap<Local, Name>);

struct Name {
    /// What it would be called alone.
    base: String,
    printed: String,
}

impl Names {
    /// The name of a local, where it was bound.
    pub(crate) fn of(&self, body: &Body, local: Local) -> Ident {
        let ident = &body.locals[local].ident;
        let name = self.0.get(&local);
        name.map_or_else(|| ident.clone(), |name| naming::ident(&name.printed, ident.span()))
    }

    /// The same among these: whatever else there is, it may be called as it is written.
    pub(crate) fn among(&self, body: &Body, local: Local, others: &[Local]) -> Ident {
        let base = |local: &Local| self.0.get(local).map(|name| &name.base);
        let alike = others.iter().filter(|other| base(other) == base(&local)).count();
        match base(&local) {
            Some(base) if alike == 1 => naming::ident(base, body.locals[local].ident.span()),
            _ => self.of(body, local),
        }
    }
}

pub(crate) fn assign(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    layout: &Layout,
    errors: &mut Errors,
) -> Names {
    let placeholders: Vec<Local> =
        body.locals.indices().filter(|local| body.locals[*local].is_placeholder).collect();
    let bases: BTreeMap<Local, String> =
        placeholders.iter().map(|local| (*local, base(body, layout, *local))).collect();
    let mut groups: HashMap<&str, Vec<Local>> = HashMap::new();
    for (local, base) in &bases {
        groups.entry(base).or_default().push(*local);
    }
    let reaches = if groups.values().any(|group| group.len() > 1) {
        reach::reaches(body, layout)
    } else {
        Vec::new()
    };
    let meet = |one: Local, other: Local| {
        reaches.iter().any(|reach| reach.contains(&one) && reach.contains(&other))
    };
    let ours = body.locals.iter().filter(|(_, decl)| !decl.is_placeholder);
    let taken =
        bases.values().cloned().chain(ours.map(|(_, decl)| decl.ident.to_string())).collect();
    let mut fresh = naming::Names::new(taken, |name| consumer.mentions(name));
    let (spelled, sole, conditional) = (spelled(body), sole(body), conditional(body));
    let mut names: BTreeMap<Local, Name> = BTreeMap::new();
    // Those that have to be called what they are written first.
    let is_param = |local: &Local| layout.start.contains(local);
    let mut order = placeholders;
    order.sort_by_key(|local| (!is_param(local), !spelled.contains(local), *local));
    for local in order {
        let base = &bases[&local];
        let group = &groups[&**base];
        let mut others = group
            .iter()
            .filter(|other| names.get(other).is_some_and(|other| other.printed == *base));
        let is_spelled = spelled.contains(&local);
        // The locals of what stands for a `delegate!` follow one another.
        let is_ours = !consumer.mentions(base);
        let clash = others.find(|other| {
            let both = is_ours || (is_spelled && (spelled.contains(other) || is_param(other)));
            // Which of the two there is, is decided after us.
            let is_either = conditional.contains(&local) || conditional.contains(other);
            meet(local, **other)
                && !is_either
                && (!both || clashing(body, analysis, &layout.partition, local, **other))
        });
        let is_other = || {
            (sole.contains(&local) && is_free(body, local))
                || is_another(consumer, body, local, base)
        };
        let name = match (clash, is_spelled) {
            (Some(_), true) => {
                let mention = mention(body, local);
                errors.spanned(mention.span(), catalogue::macro_uses_shadowed(&mention));
                base.clone()
            }
            (Some(_), false) => fresh.fresh(base),
            (None, false) if is_other() => fresh.fresh(base),
            (None, _) => base.clone(),
        };
        names.insert(local, Name { base: base.clone(), printed: name });
    }
    Names(names)
}

/// A `_guard` that is kept is used, by the state: it is `guard` there, or a lint would say so.
fn base(body: &Body, layout: &Layout, local: Local) -> String {
    let decl = &body.locals[local];
    let written = decl.written();
    let is_kept = layout.stored().contains(&local) && !layout.start.contains(&local);
    if !is_kept || !written.starts_with('_') {
        return written.to_owned();
    }
    let bare = written.trim_start_matches('_');
    if syn::parse_str::<Ident>(bare).is_ok() { bare.to_owned() } else { "kept".to_owned() }
}

/// Whether a name that is not as written is something else's.
fn is_another(consumer: &Consumer, body: &Body, local: Local, base: &str) -> bool {
    base != body.locals[local].written() && consumer.mentions(base)
}

/// What stands behind a block is printed in it: there its locals must not hide what their names mean outside.
fn is_free(body: &Body, local: Local) -> bool {
    let decl = &body.locals[local];
    let outer = body.scopes[decl.scope].parent;
    let is_inner = outer.is_some_and(|outer| outer != ScopeId::first());
    let is_value = decl.written().starts_with(char::is_lowercase);
    is_inner && is_value && body.free.contains(decl.written())
}

/// The locals that a `let` binds alone. In another pattern, or with a capital, a name may be that of a constant.
fn sole(body: &Body) -> BTreeSet<Local> {
    let is_binding = |stmt: &Stmt| match stmt {
        Stmt::Local(local) => match &local.pat {
            Pat::Type(typed) => matches!(&*typed.pat, Pat::Ident(_)),
            pat => matches!(pat, Pat::Ident(_)),
        },
        _ => false,
    };
    let statements = body.blocks.iter().flat_map(|(_, block)| &block.statements);
    let effects = statements
        .filter(|statement| is_binding(&statement.stmt))
        .map(|statement| &statement.effects);
    effects.flat_map(|effects| effects.binds.iter().chain(&effects.declares)).copied().collect()
}

/// The locals of a `let` that a `#[cfg]` may take away.
fn conditional(body: &Body) -> BTreeSet<Local> {
    let is_cfg = |attr: &syn::Attribute| attr.path().is_ident("cfg");
    let statements = body.blocks.iter().flat_map(|(_, block)| &block.statements);
    let conditional = statements.filter(
        |statement| matches!(&statement.stmt, Stmt::Local(local) if local.attrs.iter().any(is_cfg)),
    );
    let effects = conditional.map(|statement| &statement.effects);
    effects.flat_map(|effects| effects.binds.iter().chain(&effects.declares)).copied().collect()
}

/// The locals that some macro names whose tokens we do not understand.
fn spelled(body: &Body) -> BTreeSet<Local> {
    let pieces = body.blocks.iter().flat_map(|(_, block)| block.pieces(body));
    let handlers = body.scopes.iter().filter_map(|(_, scope)| scope.handler.as_ref());
    let all = pieces.chain(handlers.map(|handler| &handler.effects));
    all.flat_map(|effects| effects.spelled.iter().copied()).collect()
}

/// Where such a macro names it, or else where it is bound.
fn mention(body: &Body, local: Local) -> Ident {
    let decl = &body.locals[local];
    let statements = body.blocks.iter().flat_map(|(_, block)| &block.statements);
    let spelling = statements.filter(|statement| statement.effects.spelled.contains(&local));
    let found = spelling.map(|statement| find(statement.stmt.to_token_stream(), &decl.ident));
    let at = found.flatten().next().unwrap_or_else(|| decl.ident.clone());
    naming::ident(decl.written(), at.span())
}

fn find(tokens: TokenStream, name: &Ident) -> Option<Ident> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident == *name => Some(ident),
        TokenTree::Group(group) => find(group.stream(), name),
        _ => None,
    })
}
