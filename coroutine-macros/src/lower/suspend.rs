//! `recv!()` and `recv!(reply)`: a block ends in the suspension, the next begins with the input.

use super::Lowerer;
use super::value::is_nothing;
use crate::catalogue;
use crate::ir::{Effects, Local, SuspensionPoint, Terminator};
use crate::naming::{self, camel_case};
use crate::parse::Consumer;
use crate::resolve::INPUT;
use crate::sites::{self, Site};
use proc_macro2::Ident;
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::{Expr, Macro};

impl Lowerer<'_> {
    /// Suspends. What comes back stands for the input, to be used where the block goes on.
    pub(super) fn suspend(&mut self, mac: &Macro, site: Option<Site>) -> Expr {
        let (waits_for, assigns) = (self.waits_for.take(), self.assigns.take());
        let delegating = self.delegating.take();
        let delegates = delegating.is_some();
        let (waits_for, source) = delegating.unwrap_or_else(|| (waits_for, self.source.clone()));
        let source = match &self.consumer.this {
            Some(this) => this.as_written(&source),
            None => source,
        };
        let mut reply = self.reply(mac);
        sites::mark_inside(site, &mut reply.iter_mut());
        if let Some(expr) = reply.take_if(|expr| self.opens(expr)) {
            reply = Some(self.operand(expr));
        }
        reply = reply.map(|reply| self.in_guard(reply));
        if let Some(reply) = &mut reply {
            self.settle_jumps(reply);
        }
        let effects = match &mut reply {
            Some(reply) => self.resolver().value(reply),
            None => Effects::default(),
        };
        self.no_exits(&effects, mac.path.span());
        let bound = waits_for.filter(|ident| !ident.to_string().trim_matches('_').is_empty());
        let is_bound = bound.is_some();
        let (state, base) = self.state_name(bound.or(assigns));
        let (block, resume) = (self.current, self.new_block());
        let suspension = self.body.suspensions.push(SuspensionPoint {
            state,
            base,
            is_bound,
            named: self.named(),
            source,
            reply,
            delegates,
            effects,
            resume,
            block,
            span: mac.path.span(),
        });
        self.terminate(Terminator::Suspend { suspension, at_end: false });
        self.current = resume;
        let input = Ident::new(INPUT, mac.path.span());
        syn::parse_quote!(#input)
    }

    fn reply(&mut self, mac: &Macro) -> Option<Expr> {
        if mac.tokens.is_empty() {
            if !Consumer::is_unit(&self.consumer.reply) {
                self.errors.at(&mac.path, catalogue::reply_missing());
            }
            return None;
        }
        match mac.parse_body::<Expr>() {
            Ok(reply) if !self.consumer.replies && !is_nothing(&reply) => {
                self.errors.at(&mac.tokens, catalogue::reply_unexpected());
                None
            }
            Ok(reply) => Some(reply),
            Err(error) => {
                self.errors.at(&mac.tokens, catalogue::reply_not_an_expression(error));
                None
            }
        }
    }

    /// `Line` for `let line = recv!()`, else the number of the `recv!()`; and what it would be if no other had that name.
    fn state_name(&mut self, waits_for: Option<Ident>) -> (Ident, String) {
        let number = self.body.suspensions.len() + 1;
        let base = match waits_for {
            Some(ident) => camel_case(&ident.to_string()),
            None => format!("Recv{number}"),
        };
        let name = naming::unused(&base, |name| self.state_names.contains(name));
        self.state_names.insert(name.clone());
        // Not at the place of the local: an editor would find both there.
        (Ident::new(&name, proc_macro2::Span::call_site()), base)
    }

    /// The locals that their names mean here: not those that are hidden by others, or ours.
    fn named(&self) -> BTreeSet<Local> {
        let visible = self.env.visible().map(|(_, local)| local);
        visible.filter(|local| !self.ours.contains(local)).collect()
    }
}
