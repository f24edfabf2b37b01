//! Where control goes one of several ways: `if` and `match`.

use super::flow::{Code, Flow, Position};
use super::{rewrite, shared};
use crate::ir::{BlockId, Effects, MatchArm};
use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::quote;
use syn::Expr;

impl Flow<'_, '_> {
    pub(super) fn condition(
        &self,
        block: BlockId,
        cond: &Expr,
        effects: &Effects,
        (then, otherwise): (BlockId, BlockId),
        at: Position,
        behind_declaration: bool,
    ) -> Code {
        let cond = self.without_idle_cond(block, cond, effects);
        let mut cond = self.in_place(block, &cond, effects);
        let renewed = self.rename_in_cond(effects, &mut cond);
        let (assigned, tied) = (self.assign(then, &renewed), self.tied_in(&cond, effects));
        let assigned = quote!(#tied #assigned);
        self.branch(block, &cond, &assigned, (then, otherwise), at, behind_declaration)
    }

    pub(super) fn decision(
        &self,
        block: BlockId,
        scrutinee: &Expr,
        arms: &[MatchArm],
        effects: &Effects,
        at: Position,
    ) -> Code {
        let scrutinee = self.rewritten(block, scrutinee, effects, &[]);
        let heads = arms.iter().map(|arm| {
            let mut pat = self.without_idle_arm(block, arm, effects);
            let renewed = self.rename_bound(effects, &mut pat);
            let (assigned, tied) = (self.assign(arm.target, &renewed), self.tied_in(&pat, effects));
            let pat = self.rewritten(block, &pat, effects, &[]);
            let mut code = self.jump(block, arm.target, at);
            let tokens = code.tokens;
            code.tokens = quote!(#tied #assigned #tokens);
            (pat, code)
        });
        let (pats, mut codes): (Vec<TokenStream>, Vec<Code>) = heads.unzip();
        let falls = codes.iter().any(|code| code.falls);
        let shared = if at.tail {
            let mut codes: Vec<&mut Code> = codes.iter_mut().collect();
            shared::cut(self.emitter, self.transition, &mut codes)
        } else {
            TokenStream::new()
        };
        let arms = arms.iter().zip(pats).zip(codes).map(|((arm, pat), code)| {
            let attrs = &arm.attrs;
            let mut code = Group::new(Delimiter::Brace, code.tokens);
            code.set_span(arm.span.resolved_at(Span::mixed_site()));
            quote!(#(#attrs)* #pat => #code)
        });
        Code { tokens: quote!(match #scrutinee { #(#arms)* } #shared), falls }
    }

    fn branch(
        &self,
        block: BlockId,
        cond: &Expr,
        assigned: &TokenStream,
        (then, otherwise): (BlockId, BlockId),
        at: Position,
        behind_declaration: bool,
    ) -> Code {
        let has_let = rewrite::has_let(cond);
        let printed = self.printed(cond);
        let mut then = self.jump(block, then, at);
        let tokens = then.tokens;
        then.tokens = quote!(#assigned #tokens);
        let mut otherwise = self.jump(block, otherwise, at);
        let falls = then.falls || otherwise.falls;
        let mut shared = TokenStream::new();
        if at.tail {
            let whole = then.tokens.clone();
            shared = shared::cut(self.emitter, self.transition, &mut [&mut then, &mut otherwise]);
            // `if !(a != b) { … }` reads worse than two answers.
            if then.tokens.is_empty()
                && (has_let || !rewrite::negates(cond))
                && !otherwise.tokens.is_empty()
            {
                let rest = otherwise.tokens;
                otherwise.tokens = quote!(#rest #shared);
                (then.tokens, shared) = (whole, TokenStream::new());
            }
        }
        let is_value = at.tail && shared.is_empty();
        let (yes, no) = (then.tokens, otherwise.tokens);
        let tokens = if is_value {
            quote!(if #printed { #yes } else { #no })
        } else if no.is_empty() {
            quote!(if #printed { #yes })
        } else if yes.is_empty() && !has_let {
            let negated = match cond {
                Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Not(_)) => {
                    self.printed(&unary.expr)
                }
                cond => rewrite::negated(cond, &printed),
            };
            quote!(if #negated { #no })
        } else if !then.falls {
            quote!(if #printed { #yes } #no)
        } else if behind_declaration {
            // Clippy would have one `let` of `let x; if … { x = 1; } else { x = 2; }`, if there is no `;` behind.
            quote!(if #printed { #yes } else { #no };)
        } else {
            quote!(if #printed { #yes } else { #no })
        };
        let tokens = quote!(#tokens #shared);
        Code { tokens, falls }
    }
}
