//! `loop`, `while`, `for`, labelled blocks, and the jumps that leave them.

use super::breaks::{breaks_with_value, find_breaks};
use super::item_shape::Shape;
use super::{Dest, Lowerer};
use crate::catalogue;
use crate::ir::{BlockId, Effects, Terminator, TypedBy};
use crate::resolve::Frame;
use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote};
use syn::{Expr, ExprBlock, ExprBreak, ExprContinue, ExprForLoop, ExprLoop, ExprWhile, Label};

impl Lowerer<'_> {
    pub(super) fn loop_expr(&mut self, expr: ExprLoop, dest: Dest) {
        let value =
            breaks_with_value(&expr.body, expr.label.as_ref(), true).then(|| self.value_of(dest));
        let (head, behind) = (self.new_block(), self.new_block());
        self.continue_in(head);
        self.note_label(expr.label.as_ref(), &expr.body);
        self.in_frame(expr.label, Some("loop"), behind, Some(head), value, |lowerer| {
            lowerer.block(expr.body, Dest::Ignore);
            lowerer.goto(head);
        });
        self.current = behind;
        self.deliver(value, dest);
    }

    pub(super) fn while_expr(&mut self, expr: ExprWhile, dest: Dest) {
        let (head, behind) = (self.new_block(), self.new_block());
        self.continue_in(head);
        let (cond, body) = (&expr.cond, &expr.body);
        self.note_label(expr.label.as_ref(), &quote!(#cond #body));
        self.in_frame(expr.label, Some("while"), behind, Some(head), None, |lowerer| {
            lowerer.in_scope(|lowerer| {
                let body = lowerer.new_block();
                let mut cond = *expr.cond;
                lowerer.keep_head(&mut cond);
                lowerer.condition(cond, body, behind);
                lowerer.current = body;
                lowerer.block(expr.body, Dest::Ignore);
            });
            lowerer.goto(head);
        });
        self.current = behind;
        self.unit(dest);
    }

    /// `while let Some(pattern) = Iterator::next(&mut iter)`, as rustc has it.
    pub(super) fn for_expr(&mut self, mut expr: ExprForLoop, dest: Dest) {
        let site = self.site.take();
        if self.opens(&expr.expr) {
            *expr.expr = self.operand(*expr.expr);
        }
        *expr.expr = self.in_guard(*expr.expr);
        self.in_scope(|lowerer| {
            lowerer.keep_temporaries(&mut expr.expr);
            let mut items = Shape::of_items(&expr.expr).and_then(|(shape, place)| {
                let is_local = matches!(&*expr.expr, Expr::Path(_));
                let held = if is_local { lowerer.borrowed(place) } else { lowerer.place(place) };
                Some((shape, held?))
            });
            if let Some((_, borrowed)) = &mut items {
                lowerer.fix_arguments(&mut expr.expr, borrowed);
            }
            let taken = items.is_some().then(|| lowerer.counter());
            // What a range gives is as plain as itself; a reference may give anything.
            let plain = lowerer.is_plain(&expr.expr) && matches!(&*expr.expr, Expr::Range(_));
            // Both ends have the type of the items.
            let number = match &*expr.expr {
                Expr::Range(range) => {
                    range.start.iter().chain(&range.end).any(|end| lowerer.is_number(end))
                }
                _ => false,
            };
            let (iter_of_input, item_of_input) = lowerer.of_iterated(&expr.expr);
            let over = expr.expr.clone();
            let mut source = *expr.expr;
            let mut effects = lowerer.resolver().value(&mut source);
            let iter = lowerer.synthetic("iter", true, plain);
            lowerer.body.locals[iter].typed_by = site.map(TypedBy::Iterator);
            lowerer.note_input(iter_of_input, &[iter]);
            effects.binds.push(iter);
            let name = lowerer.body.locals[iter].ident.clone();
            // What cannot be gone over is reported where it stands.
            let at = syn::spanned::Spanned::span(&source).resolved_at(Span::mixed_site());
            let mut into_iter: syn::ExprCall =
                syn::parse_quote_spanned!(at=> ::core::iter::IntoIterator::into_iter(()));
            into_iter.args[0] = source;
            let into_iter = Expr::Call(into_iter);
            let mutability = Ident::new("mut", Span::mixed_site());
            if items.is_none() {
                lowerer.note_borrower(&over, &effects, &[iter]);
            }
            lowerer.push(crate::ir::let_stmt(&name, Some(&mutability), &into_iter), effects);

            let (head, behind) = (lowerer.new_block(), lowerer.new_block());
            lowerer.continue_in(head);
            lowerer.note_label(expr.label.as_ref(), &expr.body);
            lowerer.in_frame(expr.label, Some("for"), behind, Some(head), None, |lowerer| {
                lowerer.in_scope(|lowerer| {
                    let (scope, body) = (lowerer.scope, lowerer.new_block());
                    let binds = lowerer.bind_pattern(&mut expr.pat, scope, plain);
                    lowerer.note_input(item_of_input, &binds);
                    for &item in &binds {
                        lowerer.body.locals[item].number = number;
                    }
                    let pat = &expr.pat;
                    let mut name = name.clone();
                    name.set_span(at);
                    let next: Expr =
                        syn::parse_quote_spanned!(at=> ::core::iter::Iterator::next(&mut #name));
                    let cond: Expr =
                        syn::parse_quote!(let ::core::option::Option::Some(#pat) = #next);
                    let effects = Effects {
                        reads: [iter].into(),
                        binds: binds.clone(),
                        ..Effects::default()
                    };
                    if let (Some((shape, borrowed)), Some(taken)) = (items, taken) {
                        let holding = lowerer.holding(&expr.pat, &shape, &binds);
                        lowerer.note_items(borrowed, into_iter, &expr.pat, (iter, taken), &holding);
                    }
                    lowerer.terminate(Terminator::If {
                        cond,
                        effects,
                        then: body,
                        otherwise: behind,
                    });
                    lowerer.current = body;
                    if let Some(taken) = taken {
                        lowerer.count(taken);
                    }
                    lowerer.block(expr.body, Dest::Ignore);
                });
                lowerer.goto(head);
            });
            lowerer.current = behind;
        });
        self.unit(dest);
    }

    /// `let mut taken = 0;`: how many items a loop has taken.
    fn counter(&mut self) -> crate::ir::Local {
        let taken = self.synthetic("taken", true, true);
        let (name, mutability) =
            (self.body.locals[taken].ident.clone(), Ident::new("mut", Span::mixed_site()));
        let effects = Effects { binds: vec![taken], ..Effects::default() };
        self.push(
            crate::ir::let_stmt(&name, Some(&mutability), &syn::parse_quote!(0_usize)),
            effects,
        );
        taken
    }

    /// `taken += 1;`
    fn count(&mut self, taken: crate::ir::Local) {
        let name = &self.body.locals[taken].ident;
        let stmt = syn::parse_quote!(#name += 1;);
        self.push(stmt, Effects { reads: [taken].into(), ..Effects::default() });
    }

    /// `'label: { … }`, or a plain block.
    pub(super) fn block_expr(&mut self, expr: ExprBlock, dest: Dest) {
        let Some(label) = expr.label else { return self.block(expr.block, dest) };
        let breaks = find_breaks(&expr.block, Some(&label), false);
        let delivers = breaks.found || (breaks.any && !matches!(dest, Dest::Ignore));
        let value = delivers.then(|| self.value_of(dest));
        let behind = self.new_block();
        let inner = value.map_or(dest, Dest::Local);
        self.note_label(Some(&label), &expr.block);
        self.in_frame(Some(label), None, behind, None, value, |lowerer| {
            lowerer.block(expr.block, inner);
            lowerer.goto(behind);
        });
        self.current = behind;
        if value.is_some() {
            self.deliver(value, dest);
        }
    }

    /// The local that a `break` gives its value to.
    fn value_of(&mut self, dest: Dest) -> crate::ir::Local {
        let site = self.site.take();
        match dest {
            Dest::Local(local) => local,
            Dest::Ignore => {
                let value = self.declared("value");
                self.typed_by(value, site);
                value
            }
            Dest::Return => {
                let value = self.declared("value");
                self.typed_by(value, site);
                self.body.locals[value].ty = Some(Box::new(self.consumer.output.clone()));
                value
            }
        }
    }

    /// Passes the value that the loop was left with on to where it belongs.
    fn deliver(&mut self, value: Option<crate::ir::Local>, dest: Dest) {
        match (value, dest) {
            (Some(_), Dest::Local(_) | Dest::Ignore) => {}
            (Some(local), Dest::Return) => {
                let value = self.mention(local);
                self.expr(value, dest);
            }
            (None, dest) => self.unit(dest),
        }
    }

    /// Runs `walk` inside a loop or labelled block.
    fn in_frame(
        &mut self,
        label: Option<Label>,
        keyword: Option<&'static str>,
        break_to: BlockId,
        continue_to: Option<BlockId>,
        value: Option<crate::ir::Local>,
        walk: impl FnOnce(&mut Self),
    ) {
        let label = label.map(|label| label.name);
        if let Some(label) = &label {
            let blocks = [break_to].into_iter().chain(continue_to);
            self.body.labels.extend(blocks.map(|block| (block, label.ident.clone())));
        }
        self.frames.push(Frame { label, keyword, break_to, continue_to, value });
        walk(self);
        self.frames.pop();
    }

    pub(super) fn break_expr(&mut self, expr: ExprBreak) {
        let Some(frame) = Frame::find(&self.frames, expr.label.as_ref()) else {
            return self.jump_to_nowhere(&Expr::Break(expr));
        };
        let (target, value) = (frame.break_to, frame.value);
        let refused = expr.expr.is_some().then(|| frame.refuses_value()).flatten();
        if let Some(error) = refused {
            self.errors.left_to_rustc(error);
        }
        match (expr.expr, value) {
            (Some(expr), Some(local)) => self.expr(*expr, Dest::Local(local)),
            (Some(expr), None) => self.expr(*expr, Dest::Ignore),
            (None, Some(local)) => self.assign(local, syn::parse_quote!(())),
            (None, None) => {}
        }
        self.goto(target);
        self.diverge();
    }

    pub(super) fn continue_expr(&mut self, expr: &ExprContinue) {
        let frame =
            Frame::find(&self.frames, expr.label.as_ref()).and_then(|frame| frame.continue_to);
        match frame {
            Some(target) => self.goto(target),
            None => self.jump_to_nowhere(&Expr::Continue(expr.clone())),
        }
        self.diverge();
    }

    /// In rustc's words, where it would speak of a closure. Left to it, the jump would mean a loop of the expansion, or stand in a closure.
    fn jump_to_nowhere(&mut self, jump: &Expr) {
        match jump {
            Expr::Break(ExprBreak { label: Some(label), .. })
            | Expr::Continue(ExprContinue { label: Some(label), .. }) => {
                self.errors.left_to_rustc(format!("use of undeclared label `{label}`"));
            }
            Expr::Break(_) => self.errors.instead_of_rustc(jump, catalogue::break_outside_loop()),
            _ => self.errors.instead_of_rustc(jump, catalogue::continue_outside_loop()),
        }
    }

    /// A label that nothing mentions is gone from what is printed.
    fn note_label(&mut self, label: Option<&Label>, body: &impl ToTokens) {
        let Some(label) = label else { return };
        if !crate::parse::mentions(&body.to_token_stream(), &label.name.ident.to_string()) {
            self.body.unused_labels.push(label.name.clone());
        }
    }
}
