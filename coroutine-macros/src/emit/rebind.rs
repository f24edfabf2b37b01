//! Bindings that give a new value to what is there already.

use super::flow::Flow;
use crate::ir::{BlockId, Effects, Local, Statement};
use crate::storage::{rebinding, rename_rebound};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Expr, Pat, Stmt};

impl Flow<'_, '_> {
    pub(super) fn statement(&self, block: BlockId, statement: &Statement) -> TokenStream {
        let effects = &statement.effects;
        let rebound = effects.binds.first().filter(|local| self.segment.is_rebound(**local));
        let value = rebinding(&statement.stmt);
        let Some((&local, value)) = rebound.zip(value) else {
            let stmt = self.without_idle_stmt(block, statement);
            let stmt = self.with_type(block, effects, stmt);
            let stmt = self.rewritten(block, &stmt, effects, &[]);
            let tied = self.tied(block, effects);
            return quote!(#stmt #tied);
        };
        let name = &self.emitter.body.locals[local].ident;
        let assign: Stmt = syn::parse_quote!(#name = #value;);
        let mentioned = effects.mentions().chain([local]);
        let assign = self.in_place_of(block, &assign, mentioned);
        self.emitter.rewritten(&assign, self.transition, &[], self.in_loop())
    }

    /// `length = new_length;`
    pub(super) fn assign(&self, target: BlockId, renewed: &[(Local, Ident)]) -> TokenStream {
        let assign = |(local, new): &(Local, Ident)| {
            let name = &self.emitter.body.locals[*local].ident;
            let star = self.lies(target, *local).then(|| quote!(*));
            quote!(#star #name = #new;)
        };
        renewed.iter().map(assign).collect()
    }

    /// Takes the names out of the way that a pattern binds anew.
    pub(super) fn rename_bound(&self, effects: &Effects, pat: &mut Pat) -> Vec<(Local, Ident)> {
        rename_rebound(pat, &|name| {
            let named = |local: &&Local| self.emitter.body.locals[**local].ident == *name;
            let bound = effects.binds.iter().filter(|local| self.segment.is_rebound(**local));
            bound.copied().collect::<Vec<_>>().iter().find(named).copied()
        })
    }

    pub(super) fn rename_in_cond(&self, effects: &Effects, cond: &mut Expr) -> Vec<(Local, Ident)> {
        match cond {
            Expr::Let(cond) => self.rename_bound(effects, &mut cond.pat),
            Expr::Paren(inner) => self.rename_in_cond(effects, &mut inner.expr),
            Expr::Binary(binary) => {
                let mut renewed = self.rename_in_cond(effects, &mut binary.left);
                renewed.extend(self.rename_in_cond(effects, &mut binary.right));
                renewed
            }
            _ => Vec::new(),
        }
    }
}
