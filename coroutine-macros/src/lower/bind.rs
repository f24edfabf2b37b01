//! `let`, with or without `else`, of what waits.

use super::block::is_control;
use super::{Dest, Lowerer};
use crate::ir::{Effects, Exit, ScopeId, Statement, TypedBy};
use crate::markers;
use crate::sites;
use crate::source::{head, source};
use quote::{ToTokens, quote};
use syn::visit::{self, Visit};
use syn::{Expr, Local, Pat, Stmt};

impl Lowerer<'_> {
    /// `let PATTERN: T = init else { … };`
    pub(super) fn local(&mut self, mut local: Local) {
        let scope = self.scope;
        let plain_type =
            matches!(&local.pat, Pat::Type(typed) if crate::evident::is_plain_type(&typed.ty));
        let Some(mut init) = local.init.take() else {
            let locals = self.bind_pattern(&mut local.pat, scope, plain_type);
            if let (Pat::Type(typed), [local]) = (&local.pat, &*locals) {
                self.body.locals[*local].ty = Some(typed.ty.clone());
            }
            let effects = Effects { declares: locals, ..Effects::default() };
            self.push(Stmt::Local(local), effects);
            return;
        };
        if binds_by_ref(&local.pat) {
            // `let ref x = make();`
            self.keep_made(&mut init.expr);
        } else {
            self.keep_extended(&mut init.expr);
        }
        let opens = self.opens(&init.expr);
        let else_opens = init.diverge.as_ref().is_some_and(|(_, diverge)| self.opens(diverge));
        if !opens && !else_opens {
            self.finish_let(local, init, scope, plain_type);
            return;
        }
        self.source = format!("let {} = {}", source(&local.pat), head(&init.expr));
        if markers::count(&init.expr) == 1 {
            self.waits_for = sole_binding(&local.pat);
        }
        let mark = self.env.mark();
        let (outer, opening) = (self.scope, self.current);
        self.scope = self.new_scope(Some(outer));
        let inside = self.new_block();
        self.continue_in(inside);

        // `let x = if … { recv!() } else { … }` assigns `x` on each way.
        // Not if the name means something else in there: then the value gets a name of its own first.
        let site = bound_at(&local.pat);
        let simple = simple_binding(&local.pat).filter(|(ident, _)| {
            let hidden = crate::parse::mentions(&init.expr.to_token_stream(), &ident.to_string());
            opens && init.diverge.is_none() && branches(&init.expr) && !hidden
        });
        if let Some((ident, mutable)) = simple {
            let new = self.new_local_in(scope, &ident, mutable, plain_type);
            let ty = if let Pat::Type(typed) = &local.pat { Some(&typed.ty) } else { None };
            self.body.locals[new].ty = ty.cloned();
            self.body.locals[new].typed_by = site.map(TypedBy::Binding);
            let mut name = self.body.locals[new].ident.clone();
            name.set_span(ident.span());
            let mutability = mutable.then(|| quote!(mut));
            let colon = ty.map(|ty| quote!(: #ty));
            let declaration = syn::parse_quote!(let #mutability #name #colon;);
            // In front of the scope of what the initializer needs.
            let statements = &mut self.body.blocks[opening].statements;
            let at = statements.len();
            let effects = Effects { declares: vec![new], ..Effects::default() };
            statements.push(Statement { stmt: declaration, effects });
            let before = std::mem::take(&mut self.body.may_diverge);
            self.expr(*init.expr, Dest::Local(new));
            if self.body.may_diverge
                && let Stmt::Local(declaration) = &mut self.body.blocks[opening].statements[at].stmt
            {
                // Used only behind what never comes back, as far as one transition shows.
                declaration.attrs.push(syn::parse_quote!(#[allow(unused_variables)]));
            }
            self.body.may_diverge |= before;
            self.leave_statement(outer, mark);
            self.env.bind(ident.to_string(), new);
            return;
        }
        let temporaries = self.temporaries;
        // A branch or loop gives its value to the local for what the statement has kept.
        let gives = opens && is_control(&init.expr);
        if opens && !gives {
            *init.expr = self.operand(*init.expr);
        }
        if gives || self.temporaries > temporaries {
            // They are dropped at the end of the statement, which the bindings outlive.
            let value = self.declared_in(outer, opening, "value");
            self.typed_by(value, sites::of(&mut init.expr));
            self.expr(*init.expr, Dest::Local(value));
            self.leave_statement(outer, mark);
            self.env.bind(self.body.locals[value].ident.to_string(), value);
            let value = self.mention(value);
            *init.expr = as_value(&local.pat, value);
        } else {
            self.scope = outer;
        }
        if else_opens {
            self.finish_let_else(local, init, scope);
        } else {
            self.finish_let(local, init, scope, plain_type);
        }
        let behind = self.new_block();
        self.continue_in(behind);
    }

    fn leave_statement(&mut self, outer: ScopeId, mark: crate::resolve::Mark) {
        self.scope = outer;
        self.env.leave(mark);
        let behind = self.new_block();
        self.continue_in(behind);
    }

    /// A `let` whose initializer does not suspend any more.
    fn finish_let(
        &mut self,
        mut local: Local,
        mut init: syn::LocalInit,
        scope: ScopeId,
        plain_type: bool,
    ) {
        self.own_input(&local.pat, &mut init.expr);
        let written = std::mem::replace(&mut *init.expr, Expr::PLACEHOLDER);
        *init.expr = self.in_guard(written);
        let plain = plain_type || self.is_plain(&init.expr);
        let borrowed = self.borrowed(&init.expr).or_else(|| self.place(&init.expr));
        let number = match &local.pat {
            Pat::Type(typed) => crate::evident::is_number_type(&typed.ty),
            pat => simple_binding(pat).is_some() && self.is_number(&init.expr),
        };
        let is_input = simple_binding(&local.pat).is_some()
            && matches!(&*init.expr, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT));
        let of_input = self.of_input(&local.pat, &init.expr);
        let open_type =
            !matches!(local.pat, Pat::Type(_)) && crate::evident::leaves_type_open(&init.expr);
        let owned = match &local.pat {
            Pat::Type(typed) => crate::evident::is_owned_type(&typed.ty),
            pat => simple_binding(pat).is_some() && crate::evident::is_owned_expr(&init.expr),
        };
        let moved = match &local.pat {
            Pat::Type(typed) => crate::evident::is_moved_type(&typed.ty),
            pat => simple_binding(pat).is_some() && crate::evident::is_moved_expr(&init.expr),
        };
        let of_std = owned && !matches!(&*init.expr, Expr::Struct(_) | Expr::Tuple(_));
        let shared = match &local.pat {
            Pat::Type(typed) => crate::evident::is_shared_type(&typed.ty),
            _ if is_input => crate::evident::is_shared_type(&self.consumer.input.ty),
            pat => simple_binding(pat).is_some() && crate::evident::is_shared_expr(&init.expr),
        };
        let mut effects = self.resolver().initializer(
            &local.pat,
            &mut init.expr,
            init.diverge.as_mut().map(|(_, d)| &mut **d),
        );
        effects.binds = self.bind_pattern(&mut local.pat, scope, plain);
        for &bound in &effects.binds {
            self.body.locals[bound].owned = owned;
            self.body.locals[bound].moved = moved;
            self.body.locals[bound].of_std = of_std;
            self.body.locals[bound].shared = shared;
            self.body.locals[bound].number = number;
            self.body.locals[bound].open_type = open_type;
            self.body.locals[bound].attributed = !local.attrs.is_empty();
            if let Pat::Type(typed) = &local.pat
                && simple_binding(&typed.pat).is_some()
            {
                self.body.locals[bound].ty = Some(typed.ty.clone());
            }
        }
        self.note_input(of_input, &effects.binds);
        self.note_numbers(&local.pat, &init.expr);
        let refutable = init.diverge.is_some();
        if simple_binding(&local.pat).is_some() {
            self.note_borrower(&init.expr, &effects, &effects.binds);
        }
        self.note_borrow(borrowed, &init.expr, &local.pat, refutable, &effects.binds);
        local.init = Some(init);
        self.push(Stmt::Local(local), effects);
    }

    /// `let (mut good, mut bad) = (0, 0);`
    fn note_numbers(&mut self, pat: &Pat, init: &Expr) {
        match (pat, init) {
            (Pat::Tuple(pats), Expr::Tuple(values)) if pats.elems.len() == values.elems.len() => {
                for (pat, value) in pats.elems.iter().zip(&values.elems) {
                    self.note_numbers(pat, value);
                }
            }
            (Pat::Ident(binding), value) if binding.by_ref.is_none() && self.is_number(value) => {
                let named = |decl: &crate::ir::LocalDecl| decl.ident == binding.ident;
                let local = self.body.locals.iter().rfind(|(_, decl)| named(decl));
                if let Some(local) = local.map(|(local, _)| local) {
                    self.body.locals[local].number = true;
                }
            }
            _ => {}
        }
    }

    /// What a pattern leaves of an input is dropped behind the `let`: the input is a value there, no place.
    fn own_input(&self, pat: &Pat, init: &mut Expr) {
        let is_input =
            matches!(init, Expr::Path(path) if path.path.is_ident(crate::resolve::INPUT));
        let plain = crate::evident::is_plain_type(&self.consumer.input.ty);
        if is_input && !plain {
            *init = as_value(pat, std::mem::replace(init, Expr::PLACEHOLDER));
        }
    }

    /// `let PATTERN = init else { … recv!() … };`: the `else` block is one of ours.
    fn finish_let_else(&mut self, mut local: Local, mut init: syn::LocalInit, scope: ScopeId) {
        let Some((token, diverge)) = init.diverge.take() else {
            unreachable!("called on a `let … else`")
        };
        let (here, otherwise) = (self.current, self.new_block());
        self.own_input(&local.pat, &mut init.expr);
        // The `else` block does not see the bindings.
        self.current = otherwise;
        self.expr(*diverge, Dest::Ignore);
        self.current = here;

        let borrowed = self.borrowed(&init.expr).or_else(|| self.place(&init.expr));
        let of_input = self.of_input(&local.pat, &init.expr);
        let mut effects = self.resolver().initializer(&local.pat, &mut init.expr, None);
        let given = std::collections::BTreeSet::new();
        effects.exits.push(Exit { target: otherwise, value: None, given, behind: true });
        let exit = crate::ir::exit(effects.exits.len() - 1);
        init.diverge = Some((token, Box::new(crate::ir::exit_block(&exit))));
        effects.binds = self.bind_pattern(&mut local.pat, scope, false);
        self.note_input(of_input, &effects.binds);
        self.note_borrow(borrowed, &init.expr, &local.pat, true, &effects.binds);
        local.init = Some(init);
        self.push(Stmt::Local(local), effects);
    }
}

/// What a local holds, moved out of it as a whole: what a pattern leaves of it is dropped with the `let`.
fn as_value(pat: &Pat, local: Expr) -> Expr {
    if binds_by_ref(pat) || simple_binding(pat).is_some() {
        local
    } else {
        syn::parse_quote!(::core::convert::identity(#local))
    }
}

/// `ref x`, `(ref a, b)`
fn binds_by_ref(pat: &Pat) -> bool {
    let mut by_ref = false;
    crate::resolve::bindings(&mut pat.clone(), &mut |binding| by_ref |= binding.by_ref.is_some());
    by_ref
}

/// Whether a branch or loop that waits stands in an expression.
fn branches(expr: &Expr) -> bool {
    struct Branches(bool);
    impl<'ast> Visit<'ast> for Branches {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 |= is_control(expr) && markers::opens(expr);
            if !self.0 {
                visit::visit_expr(self, expr);
            }
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    }
    let mut branches = Branches(false);
    branches.visit_expr(expr);
    branches.0 || is_control(expr)
}

/// `x` or `mut x`, with or without a type.
pub(super) fn simple_binding(pat: &Pat) -> Option<(proc_macro2::Ident, bool)> {
    match pat {
        Pat::Type(typed) => simple_binding(&typed.pat),
        Pat::Ident(pat)
            if pat.by_ref.is_none() && pat.subpat.is_none() && crate::resolve::is_binding(pat) =>
        {
            Some((pat.ident.clone(), pat.mutability.is_some()))
        }
        _ => None,
    }
}

/// Where the `x` of such a pattern stands.
fn bound_at(pat: &Pat) -> Option<sites::Site> {
    match pat {
        Pat::Type(typed) => bound_at(&typed.pat),
        Pat::Ident(pat) => sites::among(&pat.attrs),
        _ => None,
    }
}

/// The one name that a pattern binds.
pub(super) fn sole_binding(pat: &Pat) -> Option<proc_macro2::Ident> {
    let mut names = Vec::new();
    crate::resolve::bindings(&mut pat.clone(), &mut |binding| names.push(binding.ident.clone()));
    if names.len() == 1 { names.pop() } else { None }
}
