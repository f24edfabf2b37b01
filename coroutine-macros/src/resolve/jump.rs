//! `break` and `continue`: inside of a piece, or out of it into an opened loop.

use super::{Resolver, Use};
use crate::ir::{BlockId, Local};
use syn::{Expr, Lifetime};

/// An opened loop or labelled block around the piece.
pub(crate) struct Frame {
    pub(crate) label: Option<Lifetime>,
    /// `loop`, `while` or `for`; a labelled block has none, and is left by its label alone.
    pub(crate) keyword: Option<&'static str>,
    pub(crate) break_to: BlockId,
    pub(crate) continue_to: Option<BlockId>,
    pub(crate) value: Option<Local>,
}

/// Where a jump goes.
enum Target<'f> {
    Frame(&'f Frame),
    /// It stays inside, or is wrong in a way that rustc explains.
    Inside,
}

/// A loop, labelled block or function inside of the piece.
pub(super) enum Inner {
    Loop(Option<Lifetime>),
    Block(Lifetime),
    Function,
}

impl Frame {
    /// The innermost frame that a `break` or `continue` with this label means.
    pub(crate) fn find<'f>(frames: &'f [Frame], label: Option<&Lifetime>) -> Option<&'f Frame> {
        frames.iter().rev().find(|frame| match label {
            Some(label) => frame.label.as_ref().is_some_and(|own| own.ident == label.ident),
            None => frame.keyword.is_some(),
        })
    }
}

impl Frame {
    /// What rustc says of a `break` with a value out of a loop that has none.
    pub(crate) fn refuses_value(&self) -> Option<String> {
        let keyword = self.keyword.filter(|keyword| *keyword != "loop")?;
        Some(format!("`break` with value from a `{keyword}` loop"))
    }
}

impl<'a> Resolver<'a> {
    fn target(&self, label: Option<&Lifetime>) -> Target<'a> {
        for inner in self.jumps.iter().rev() {
            let hit = match (inner, label) {
                (Inner::Function, _) | (Inner::Loop(_), None) => true,
                (Inner::Loop(Some(own)) | Inner::Block(own), Some(label)) => {
                    own.ident == label.ident
                }
                _ => false,
            };
            if hit {
                return Target::Inside;
            }
        }
        Frame::find(self.frames, label).map_or(Target::Inside, Target::Frame)
    }

    pub(super) fn jumps_out(&self, label: Option<&Lifetime>) -> bool {
        matches!(self.target(label), Target::Frame(_))
    }

    pub(super) fn break_expr(&mut self, expr: &mut Expr) {
        let Expr::Break(jump) = expr else { unreachable!("called on a `break`") };
        let leaves = self.jumps_out(jump.label.as_ref());
        if let Some(value) = &mut jump.expr {
            self.leaving_if(leaves, |resolver| resolver.expr(value, Use::Value));
        }
        let Target::Frame(frame) = self.target(jump.label.as_ref()) else { return };
        if jump.expr.is_some()
            && let Some(error) = frame.refuses_value()
        {
            self.errors.left_to_rustc(error);
        }
        let value = jump.expr.take();
        let exit = self.exit_to(frame.break_to, frame.value);
        *expr = match (frame.value.map(|local| &self.locals[local].ident), value) {
            (Some(local), Some(value)) => syn::parse_quote!({ #local = #value; #exit }),
            (Some(local), None) => syn::parse_quote!({ #local = (); #exit }),
            (None, Some(value)) => syn::parse_quote!({ #value; #exit }),
            (None, None) => exit,
        };
    }

    pub(super) fn continue_expr(&mut self, expr: &mut Expr) {
        let Expr::Continue(jump) = &*expr else { unreachable!("called on a `continue`") };
        if let Target::Frame(Frame { continue_to: Some(target), .. }) =
            self.target(jump.label.as_ref())
        {
            let target = *target;
            *expr = self.exit_to(target, None);
        }
    }

    pub(super) fn inside(&mut self, inner: Inner, walk: impl FnOnce(&mut Self)) {
        self.jumps.push(inner);
        walk(self);
        self.jumps.pop();
    }
}
