//! The user's code with `*x` for the locals that are changed where they lie.

use super::flow::Flow;
use super::rewrite::Rewrite;
use crate::diagnostics::Errors;
use crate::ir::{BlockId, Effects, Local};
use crate::resolve::{Env, Resolver, bindings};
use crate::storage::Taken;
use proc_macro2::TokenStream;
use std::collections::BTreeSet;
use syn::{Expr, Pat, Stmt};

/// Code in which locals are named.
pub(super) trait InPlace: Rewrite {
    fn resolve(&mut self, resolver: Resolver<'_>);
    /// The names that mean something else in the code than around it.
    fn hides(&self) -> Vec<String> {
        Vec::new()
    }
}

impl InPlace for Expr {
    fn resolve(&mut self, resolver: Resolver<'_>) {
        resolver.value(self);
    }
}
impl InPlace for Stmt {
    fn resolve(&mut self, resolver: Resolver<'_>) {
        resolver.statement(self);
    }
}
impl InPlace for Pat {
    fn resolve(&mut self, resolver: Resolver<'_>) {
        resolver.pattern(self);
    }
    fn hides(&self) -> Vec<String> {
        let mut names = Vec::new();
        bindings(&mut self.clone(), &mut |binding| names.push(binding.ident.to_string()));
        names
    }
}

impl Flow<'_, '_> {
    /// Whether a local is not a variable here, but a reference to where it lies in the state.
    pub(super) fn lies(&self, block: BlockId, local: Local) -> bool {
        match self.taken {
            Taken::Nothing => {
                self.own.saved.contains(&local) && !self.segment.is_bound_above(block, local)
            }
            Taken::Payload => self.emitter.layout.shape.is_common(local),
            Taken::Whole => false,
        }
    }

    /// A piece of a block, with `*x` for each local that lies in the state.
    pub(super) fn in_place<C: InPlace>(&self, block: BlockId, code: &C, effects: &Effects) -> C {
        let mentioned: BTreeSet<Local> = effects.mentions().collect();
        self.in_place_of(block, code, mentioned)
    }

    pub(super) fn in_place_of<C: InPlace>(
        &self,
        block: BlockId,
        code: &C,
        mentioned: impl IntoIterator<Item = Local>,
    ) -> C {
        let mut code = code.clone();
        let (body, hidden) = (self.emitter.body, code.hides());
        let mut env = Env::default();
        let mut any = false;
        for local in mentioned {
            let name = body.locals[local].ident.to_string();
            if self.lies(block, local) && !hidden.contains(&name) {
                env.bind(name, local);
                any = true;
            }
        }
        if any {
            // It has been resolved before, and found right.
            let mut errors = Errors::default();
            code.resolve(Resolver::new(&env, &body.locals, &[], &mut errors).in_place());
        }
        code
    }

    /// The user's code as it stands in this transition.
    pub(super) fn rewritten<C: InPlace>(
        &self,
        block: BlockId,
        code: &C,
        effects: &Effects,
        exits: &[TokenStream],
    ) -> TokenStream {
        let code = self.in_place(block, code, effects);
        self.emitter.rewritten(&code, self.transition, exits, self.in_loop())
    }
}
