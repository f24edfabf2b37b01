//! The graph under construction: new blocks, scopes and locals, and the ends of blocks.

use super::Lowerer;
use super::block::{is_control, is_jump};
use crate::catalogue;
use crate::evident::{Evidence, is_number_type, is_plain_type};
use crate::ir::{
    BasicBlock, BlockId, Effects, Local, LocalDecl, Origin, Scope, ScopeId, Statement, Terminator,
    TypedBy,
};
use crate::markers;
use crate::names;
use crate::naming;
use crate::resolve::{Resolver, bindings};
use crate::sites::{self, Site};
use crate::std_macros::Arguments;
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use std::collections::HashMap;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, Stmt};

impl Lowerer<'_> {
    pub(super) fn new_scope(&mut self, parent: Option<ScopeId>) -> ScopeId {
        self.body.scopes.push(Scope { parent, handler: None })
    }

    /// A block of the current scope.
    pub(super) fn new_block(&mut self) -> BlockId {
        let scope = self.scope;
        self.body.blocks.push(BasicBlock {
            scope,
            at: usize::MAX,
            taken: Vec::new(),
            statements: Vec::new(),
            terminator: Terminator::Unreachable,
        })
    }

    pub(super) fn terminate(&mut self, terminator: Terminator) {
        self.place_block();
        self.body.blocks[self.current].terminator = terminator;
    }

    /// Code is lowered in the order of the source: the first piece of a block says where that stands.
    fn place_block(&mut self) {
        let at = &mut self.body.blocks[self.current].at;
        if *at == usize::MAX {
            *at = self.placed;
            self.placed += 1;
        }
    }

    pub(super) fn goto(&mut self, target: BlockId) {
        self.terminate(Terminator::Goto(target));
    }

    /// Goes on in `target`.
    pub(super) fn continue_in(&mut self, target: BlockId) {
        self.goto(target);
        self.current = target;
    }

    /// What follows is not reached.
    pub(super) fn diverge(&mut self) {
        self.current = self.new_block();
    }

    /// Runs `walk` in a scope of its own, whose locals are gone behind it.
    pub(super) fn in_scope<R>(&mut self, walk: impl FnOnce(&mut Self) -> R) -> R {
        let outer = self.scope;
        let mark = self.env.mark();
        self.scope = self.new_scope(Some(outer));
        let inside = self.new_block();
        self.continue_in(inside);
        let result = walk(self);
        self.scope = outer;
        self.env.leave(mark);
        let behind = self.new_block();
        self.continue_in(behind);
        result
    }

    /// A local of the current scope. Its name is not bound yet.
    pub(super) fn new_local(&mut self, ident: &Ident, mutable: bool, plain: bool) -> Local {
        self.new_local_in(self.scope, ident, mutable, plain)
    }

    pub(super) fn new_local_in(
        &mut self,
        scope: ScopeId,
        ident: &Ident,
        mutable: bool,
        plain: bool,
    ) -> Local {
        let mut key = format!("{ident} {:?}", ident.span());
        let same = self.keys.entry(key.clone()).or_insert(0);
        if *same > 0 {
            key = format!("{key} {same}");
        }
        *same += 1;
        let rank = self.body.locals.len();
        let placeholder = names::placeholder(ident, rank, |name| self.consumer.mentions(name));
        let local = self.body.locals.push(LocalDecl {
            ident: placeholder.clone(),
            is_placeholder: true,
            key,
            scope,
            rank,
            mutable,
            origin: Origin::Written,
            rest: false,
            ty: None,
            plain,
            open_type: false,
            number: false,
            shown: None,
            input: false,
            lent: false,
            may_borrow: false,
            part: false,
            owned: false,
            of_std: false,
            lends_mutably: false,
            copied: false,
            moved: false,
            attributed: false,
            shared: false,
            borrow: None,
            typed_by: None,
        });
        self.env.stands_for(&placeholder, local);
        local
    }

    /// A local that the user did not write: `iter`, `operand`.
    pub(super) fn synthetic(&mut self, name: &'static str, mutable: bool, plain: bool) -> Local {
        let count = self.synthetic.entry(name).or_insert(0);
        let ident = loop {
            *count += 1;
            let text = if *count == 1 { name.to_owned() } else { format!("{name}{count}") };
            if self.env.get(&text).is_none() && !self.consumer.mentions(&text) {
                break Ident::new(&text, Span::mixed_site());
            }
        };
        let local = self.new_local(&ident, mutable, plain);
        // It has a name that nothing else has.
        self.body.locals[local].ident = ident.clone();
        self.body.locals[local].is_placeholder = false;
        self.body.locals[local].origin = Origin::Value;
        self.env.bind(ident.to_string(), local);
        self.ours.insert(local);
        local
    }

    /// A local is the value of the expression at a site.
    pub(super) fn typed_by(&mut self, local: Local, site: Option<Site>) {
        self.body.locals[local].typed_by = site.map(TypedBy::Value);
    }

    /// Makes locals in `scope` of what a pattern binds, and binds their names.
    pub(super) fn bind_pattern(
        &mut self,
        pat: &mut Pat,
        scope: ScopeId,
        plain: bool,
    ) -> Vec<Local> {
        let mut seen: HashMap<String, Local> = HashMap::new();
        let mut locals = Vec::new();
        bindings(pat, &mut |binding| {
            // `_line`, that nothing else names, is kept all the same: no lint is to find that.
            self.consumer.hide_if_unused(&mut binding.ident);
            let site = sites::take_from(&mut binding.attrs);
            let name = binding.ident.to_string();
            let local = *seen.entry(name.clone()).or_insert_with(|| {
                let plain = plain || binding.by_ref.is_some();
                // A `ref mut` changes what it refers to, and not itself.
                let (by_ref, mutable) = (binding.by_ref.is_some(), binding.mutability.is_some());
                let local = self.new_local_in(scope, &binding.ident, mutable && !by_ref, plain);
                self.body.locals[local].lends_mutably = mutable && by_ref;
                self.body.locals[local].typed_by = site.map(TypedBy::Binding);
                self.env.bind(name, local);
                locals.push(local);
                local
            });
            binding.ident =
                naming::ident(&self.body.locals[local].ident.to_string(), binding.ident.span());
        });
        locals
    }

    /// Whether an expression has to be opened: it waits, or it takes a local on some ways only that is to be
    /// dropped on the others at its own time.
    pub(super) fn opens(&self, expr: &Expr) -> bool {
        let is_taken = |(name, local): (&String, Local)| {
            self.hints.opened.contains(&self.body.locals[local].key)
                && crate::parse::mentions(&expr.to_token_stream(), name)
        };
        markers::opens(expr)
            || (!self.hints.opened.is_empty()
                && has_control(expr)
                && self.env.visible().any(is_taken))
    }

    pub(super) fn resolver(&mut self) -> Resolver<'_> {
        Resolver::new(&self.env, &self.body.locals, &self.frames, self.errors)
    }

    pub(super) fn is_plain(&self, expr: &Expr) -> bool {
        self.evidence().is_plain(expr)
    }

    pub(super) fn is_number(&self, expr: &Expr) -> bool {
        self.evidence().is_number(expr)
    }

    fn evidence(&self) -> Evidence<'_> {
        let input = &self.consumer.input.ty;
        let (plain_input, number_input) = (is_plain_type(input), is_number_type(input));
        Evidence { env: &self.env, locals: &self.body.locals, plain_input, number_input }
    }

    /// A statement whose effects are known. One that may jump out ends the block.
    pub(super) fn push(&mut self, stmt: Stmt, effects: Effects) {
        self.place_block();
        if effects.exits.is_empty() {
            self.body.blocks[self.current].statements.push(Statement { stmt, effects });
        } else {
            let next = self.new_block();
            let exits = effects.exits.iter().map(|exit| exit.target).collect();
            self.terminate(Terminator::Exec { stmt: Box::new(stmt), effects, exits, next });
            self.current = next;
        }
    }

    /// An expression that may jump out, where there is no statement to hold the jump, is evaluated by one before.
    pub(super) fn settle_jumps(&mut self, expr: &mut Expr) {
        if is_jump(expr) {
            // Nothing is evaluated behind it.
            let jump = std::mem::replace(expr, syn::parse_quote!(::core::unreachable!()));
            return self.expr(jump, super::Dest::Ignore);
        }
        let tokens = expr.to_token_stream();
        if !["break", "continue"].iter().any(|jump| crate::parse::mentions(&tokens, jump)) {
            return;
        }
        let mut settled = expr.clone();
        let mut effects = self.resolver().value(&mut settled);
        if effects.exits.is_empty() {
            return;
        }
        let value = self.synthetic("value", true, false);
        self.typed_by(value, sites::of(expr));
        effects.binds.push(value);
        let name = self.body.locals[value].ident.clone();
        let mutability = Ident::new("mut", Span::mixed_site());
        self.push(crate::ir::let_stmt(&name, Some(&mutability), &settled), effects);
        *expr = self.mention(value);
    }

    /// The guard of an arm must not jump by itself: there is no statement to hold the jump.
    pub(super) fn no_exits(&mut self, effects: &Effects, at: Span) {
        if !effects.exits.is_empty() {
            self.errors.spanned(at, catalogue::jump_in_unsupported_place());
        }
    }
}

/// Whether some control flow stands in an expression, not looking into functions of their own.
fn has_control(expr: &Expr) -> bool {
    struct Control(bool);
    impl<'ast> Visit<'ast> for Control {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 |= is_control(expr);
            if !self.0 {
                visit::visit_expr(self, expr);
            }
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            let arguments = Arguments::of(mac);
            self.0 |= arguments.iter().flat_map(Arguments::exprs).any(has_control);
        }
        fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
        fn visit_expr_async(&mut self, _: &'ast syn::ExprAsync) {}
        fn visit_item(&mut self, _: &'ast syn::Item) {}
    }
    let mut control = Control(false);
    control.visit_expr(expr);
    control.0
}
