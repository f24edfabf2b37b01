//! Which locals are given an input behind their binding: `longest = line.trim();`, `lines.push(line);`. What they hold ends with that
//! send, too.

use crate::ir::{BlockId, Body, Effects, Local, Terminator};
use crate::lower::gives_part;
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Stmt};

/// Collections that hold what they are given as it is.
const COLLECTIONS: [&str; 7] =
    ["Vec", "VecDeque", "BinaryHeap", "HashSet", "BTreeSet", "HashMap", "BTreeMap"];
const GIVING: [&str; 4] = ["push", "push_back", "push_front", "insert"];

pub(super) fn mark(body: &mut Body, order: &[BlockId]) {
    let mut collections = BTreeSet::new();
    let mut found = Vec::new();
    for &block in order {
        let block = &body.blocks[block];
        let last = match &block.terminator {
            Terminator::Exec { stmt, effects, .. } => Some((&**stmt, effects)),
            _ => None,
        };
        let statements = block.statements.iter().map(|piece| (&piece.stmt, &piece.effects));
        for (stmt, effects) in statements.chain(last) {
            if is_collection(stmt) {
                collections.extend(effects.binds.iter().copied());
            }
            let mut given = Given { body, effects, bound: Vec::new(), found: Vec::new() };
            given.visit_stmt(stmt);
            let Given { bound, found: new, .. } = given;
            let is_meant = |local: &Local| !bound.contains(&body.locals[*local].ident);
            found.extend(new.into_iter().filter(|(to, from, _)| is_meant(to) && is_meant(from)));
        }
    }
    for (to, from, into) in found {
        let holds = !into || collections.contains(&to);
        body.locals[to].input |= holds;
        body.locals[to].part |= holds && body.locals[from].part;
    }
}

/// `let mut lines = Vec::new();`
fn is_collection(stmt: &Stmt) -> bool {
    let Stmt::Local(local) = stmt else { return false };
    let is_one = |name: &Ident| COLLECTIONS.iter().any(|known| name == known);
    if let Pat::Type(typed) = &local.pat
        && let syn::Type::Path(path) = &*typed.ty
    {
        return path.path.segments.last().is_some_and(|last| is_one(&last.ident));
    }
    match (&local.pat, local.init.as_ref().map(|init| &*init.expr)) {
        (Pat::Ident(_), Some(Expr::Macro(call))) => call.mac.path.is_ident("vec"),
        (Pat::Ident(_), Some(Expr::Call(call))) => {
            let Expr::Path(path) = &*call.func else { return false };
            let of = path.path.segments.iter().rev().nth(1);
            of.is_some_and(|of| is_one(&of.ident))
        }
        _ => false,
    }
}

/// What a statement gives to which local, and whether into it.
struct Given<'a> {
    body: &'a Body,
    effects: &'a Effects,
    /// Names that may mean something of the statement's own.
    bound: Vec<Ident>,
    found: Vec<(Local, Local, bool)>,
}

impl Given<'_> {
    /// The local, or for a part of one, as `line.trim()`, that.
    fn source(&self, expr: &Expr) -> Option<Local> {
        match expr {
            Expr::MethodCall(call) if self.body.inputs_of_std && gives_part(&call.method) => {
                self.source(&call.receiver)
            }
            expr => self.local(expr),
        }
    }

    fn local(&self, expr: &Expr) -> Option<Local> {
        let Expr::Path(path) = expr else { return None };
        let name = path.path.get_ident()?;
        let mentioned = self.effects.reads.iter().chain(self.effects.assigns.keys()).copied();
        mentioned.into_iter().find(|local| self.body.locals[*local].ident == *name)
    }

    fn given(&mut self, to: &Expr, from: &Expr, into: bool) {
        if let (Some(to), Some(from)) = (self.local(to), self.source(from))
            && self.body.locals[from].input
        {
            self.found.push((to, from, into));
        }
    }
}

impl<'ast> Visit<'ast> for Given<'_> {
    fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
        self.given(&assign.left, &assign.right, false);
        visit::visit_expr_assign(self, assign);
    }
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if GIVING.iter().any(|name| call.method == name) {
            for argument in &call.args {
                self.given(&call.receiver, argument, true);
            }
        }
        visit::visit_expr_method_call(self, call);
    }
    fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
        self.bound.push(pat.ident.clone());
        visit::visit_pat_ident(self, pat);
    }
}
