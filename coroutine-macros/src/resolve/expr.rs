//! Expressions inside of a piece: which locals they use, as values or as places.

use super::jump::Inner;
use super::{INPUT, Resolver, Use, block};
use crate::ir::Certainty;
use syn::{BinOp, Expr, ExprPath, UnOp};

/// Methods that by the naming conventions of the standard library take `self` by value.
#[rustfmt::skip]
const CONSUMING: &[&str] = &[
    "unwrap", "expect", "unwrap_or", "unwrap_or_else", "unwrap_or_default", "unwrap_err", "expect_err", "ok", "err",
    "ok_or", "ok_or_else", "map", "map_err", "map_or", "map_or_else", "and_then", "or_else", "or", "xor", "zip", "filter",
    "filter_map", "flat_map", "flatten", "transpose", "collect", "fold", "for_each",
    "rev", "chain", "skip_while", "take_while", "map_while", "step_by", "enumerate", "peekable", "fuse",
    "cloned", "copied", "partition", "unzip",
];

fn consumes_receiver(method: &syn::Ident) -> bool {
    let method = method.to_string();
    method.starts_with("into_") || CONSUMING.contains(&method.as_str())
}

impl Resolver<'_> {
    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e mut Expr>, usage: Use) {
        for expr in exprs {
            self.expr(expr, usage);
        }
    }

    pub(super) fn expr(&mut self, expr: &mut Expr, usage: Use) {
        let ends_borrows = usize::from(crate::evident::borrows_nothing(expr));
        self.borrowing_nothing += ends_borrows;
        self.kind(expr, usage);
        self.borrowing_nothing -= ends_borrows;
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each kind of expression")]
    fn kind(&mut self, expr: &mut Expr, usage: Use) {
        match expr {
            Expr::Path(path) => self.path(path, usage),
            Expr::Macro(expr) => self.mac(&mut expr.mac),
            Expr::Break(_) => self.break_expr(expr),
            Expr::Continue(_) => self.continue_expr(expr),
            Expr::Paren(inner) => self.expr(&mut inner.expr, usage),
            Expr::Group(inner) => self.expr(&mut inner.expr, usage),

            Expr::Reference(inner) => self.expr(&mut inner.expr, Use::Place),
            Expr::RawAddr(inner) => self.expr(&mut inner.expr, Use::Place),
            Expr::Field(field) => self.expr(&mut field.base, Use::Place),
            Expr::Index(index) => {
                self.expr(&mut index.expr, Use::Place);
                self.expr(&mut index.index, Use::Value);
            }
            Expr::Unary(unary) => {
                let usage =
                    if matches!(unary.op, UnOp::Deref(_)) { Use::Place } else { Use::Value };
                self.expr(&mut unary.expr, usage);
            }
            Expr::MethodCall(call) => {
                let usage = if consumes_receiver(&call.method) { Use::Perhaps } else { Use::Place };
                self.expr(&mut call.receiver, usage);
                self.exprs(&mut call.args, Use::Value);
            }
            Expr::Call(call) => {
                self.expr(&mut call.func, Use::Place);
                self.exprs(&mut call.args, Use::Value);
            }
            Expr::Binary(binary) => {
                use BinOp as B;
                let (left, right) = match binary.op {
                    B::Eq(_) | B::Ne(_) | B::Lt(_) | B::Le(_) | B::Gt(_) | B::Ge(_) => {
                        (Use::Place, Use::Place)
                    }
                    B::AddAssign(_)
                    | B::SubAssign(_)
                    | B::MulAssign(_)
                    | B::DivAssign(_)
                    | B::RemAssign(_)
                    | B::BitXorAssign(_)
                    | B::BitAndAssign(_)
                    | B::BitOrAssign(_)
                    | B::ShlAssign(_)
                    | B::ShrAssign(_) => (Use::Place, Use::Value),
                    _ => (Use::Value, Use::Value),
                };
                self.expr(&mut binary.left, left);
                if matches!(binary.op, B::And(_) | B::Or(_)) {
                    self.sometimes(|resolver| resolver.expr(&mut binary.right, right));
                } else {
                    self.expr(&mut binary.right, right);
                }
            }
            Expr::Assign(assign) => {
                self.expr(&mut assign.right, Use::Value);
                self.assignee(&mut assign.left);
            }
            Expr::Let(cond) => {
                self.expr(&mut cond.expr, block::initializer_use(&cond.pat));
                self.bind_inner(&mut cond.pat);
            }
            Expr::Try(inner) => {
                self.effects.returns |= self.nested == 0;
                self.expr(&mut inner.expr, Use::Value);
            }
            Expr::Cast(cast) => self.expr(&mut cast.expr, Use::Value),
            Expr::Repeat(repeat) => self.expr(&mut repeat.expr, Use::Value),
            Expr::Array(array) => self.exprs(&mut array.elems, Use::Value),
            Expr::Tuple(tuple) => self.exprs(&mut tuple.elems, Use::Value),
            Expr::Range(range) => {
                self.exprs(
                    range.start.as_deref_mut().into_iter().chain(range.end.as_deref_mut()),
                    Use::Value,
                );
            }
            Expr::Struct(literal) => {
                for field in &mut literal.fields {
                    self.field(field);
                }
                if let Some(rest) = &mut literal.rest {
                    self.expr(rest, Use::Place);
                }
            }
            Expr::Return(inner) => {
                self.effects.returns |= self.nested == 0;
                self.exprs(inner.expr.as_deref_mut(), Use::Value);
            }

            Expr::If(_)
            | Expr::Match(_)
            | Expr::While(_)
            | Expr::ForLoop(_)
            | Expr::Loop(_)
            | Expr::Block(_) => {
                self.control(expr);
            }
            Expr::Unsafe(inner) => self.block(&mut inner.block, usage),
            Expr::TryBlock(inner) => self
                .nested("a `try` block", false, |resolver| resolver.block(&mut inner.block, usage)),
            Expr::Async(inner) => {
                let by_move = inner.capture.is_some();
                self.nested("an `async` block", by_move, |resolver| {
                    resolver.block(&mut inner.block, Use::Value);
                });
            }
            Expr::Closure(closure) => {
                let by_move = closure.capture.is_some();
                self.nested("a closure", by_move, |resolver| {
                    for pat in &mut closure.inputs {
                        resolver.bind_inner(pat);
                    }
                    resolver.expr(&mut closure.body, Use::Value);
                });
            }
            Expr::Await(inner) => self.expr(&mut inner.base, Use::Value),
            Expr::Yield(inner) => self.exprs(inner.expr.as_deref_mut(), Use::Value),
            Expr::Const(inner) => self.nested("a `const` block", false, |resolver| {
                resolver.block(&mut inner.block, usage);
            }),
            // What syn does not read has no locals that we could name.
            Expr::Lit(_) | Expr::Infer(_) | Expr::Verbatim(_) => {}
            other => {
                self.errors.at(other, "this kind of expression is not supported in a consumer yet");
            }
        }
    }

    /// A closure or `async` block: it captures when it is made, and runs by its own rules.
    fn nested(&mut self, what: &'static str, by_move: bool, walk: impl FnOnce(&mut Self)) {
        let within = std::mem::replace(&mut self.within, what);
        let outer = self.capture_by_move;
        self.capture_by_move |= by_move;
        self.nested += 1;
        self.inside(Inner::Function, |resolver| resolver.scope(walk));
        self.nested -= 1;
        self.capture_by_move = outer;
        self.within = within;
    }

    pub(super) fn path(&mut self, path: &mut ExprPath, usage: Use) {
        if path.qself.is_some() {
            return;
        }
        let Some(ident) = path.path.get_ident() else { return };
        if ident == INPUT {
            self.effects.takes_input = true;
            self.effects.passes_input |= self.borrowing_nothing == 0;
            *path = syn::parse_quote!(input);
            path.path.segments[0].ident = crate::ir::input();
        } else if let Some(local) = self.lookup(ident) {
            self.mention(local, usage);
            let mut name = self.locals[local].ident.clone();
            name.set_span(ident.span());
            path.path.segments[0].ident = name;
        }
    }

    fn field(&mut self, field: &mut syn::FieldValue) {
        self.expr(&mut field.expr, Use::Value);
        // `Point { x }` whose `x` got another name is `Point { x: x_2 }` from now on.
        if let (None, syn::Member::Named(member), Expr::Path(path)) =
            (field.colon_token, &field.member, &field.expr)
            && !path.path.is_ident(member)
        {
            field.colon_token = Some(syn::Token![:](member.span()));
        }
    }

    /// The left side of `=`.
    fn assignee(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) => {
                let local = path.path.get_ident().and_then(|ident| self.lookup(ident));
                if let Some(local) = local {
                    let mut name = self.locals[local].ident.clone();
                    name.set_span(path.path.segments[0].ident.span());
                    path.path.segments[0].ident = name;
                    let certainty =
                        if self.nested > 0 { Certainty::Sometimes } else { self.certainty };
                    self.effects.assign(local, certainty);
                    self.effects.replaces.insert(local);
                    // A closure that assigns borrows what is there.
                    if self.nested > 0 {
                        self.effects.reads.insert(local);
                    }
                }
            }
            Expr::Paren(inner) => self.assignee(&mut inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|elem| self.assignee(elem)),
            Expr::Array(array) => array.elems.iter_mut().for_each(|elem| self.assignee(elem)),
            Expr::Infer(_) => {}
            place => self.expr(place, Use::Place),
        }
    }
}
