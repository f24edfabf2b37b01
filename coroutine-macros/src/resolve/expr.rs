//! Expressions inside of a piece: which locals they use, as values or as places.

use super::jump::Inner;
use super::methods::is_reading;
use super::{INPUT, Resolver, Use, block};
use crate::catalogue;
use crate::ir::Certainty;
use crate::names;
use syn::spanned::Spanned;
use syn::{BinOp, Expr, ExprPath, UnOp};

/// How a field is used, of its base.
fn part(usage: Use) -> Use {
    if usage == Use::Place { Use::Place } else { Use::Part }
}

impl Resolver<'_> {
    pub(super) fn local_named(&self, expr: &Expr) -> Option<crate::ir::Local> {
        match expr {
            Expr::Path(path) => path.path.get_ident().and_then(|name| self.lookup(name)),
            _ => None,
        }
    }

    /// The local that a place is a part of.
    fn owner(&self, place: &Expr) -> Option<crate::ir::Local> {
        match place {
            Expr::Path(_) => self.local_named(place),
            Expr::Field(field) => self.owner(&field.base),
            Expr::Index(index) => self.owner(&index.expr),
            Expr::Paren(inner) => self.owner(&inner.expr),
            Expr::Unary(unary) => self.owner(&unary.expr),
            _ => None,
        }
    }

    /// The base of a field or an index, or a receiver: what it is a reference to, Rust finds by itself.
    fn base(&mut self, expr: &mut Expr, usage: Use) {
        let in_place = self.in_place;
        self.in_place &= !matches!(expr, Expr::Path(_));
        self.expr(expr, usage);
        self.in_place = in_place;
    }

    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e mut Expr>, usage: Use) {
        for expr in exprs {
            self.expr(expr, usage);
        }
    }

    pub(super) fn expr(&mut self, expr: &mut Expr, usage: Use) {
        crate::sites::take(expr);
        let ends_borrows = usize::from(crate::evident::borrows_nothing(expr));
        let makes = usize::from(crate::evident::makes_more(expr));
        self.borrowing_nothing += ends_borrows;
        self.made_of += makes;
        self.kind(expr, usage);
        self.borrowing_nothing -= ends_borrows;
        self.made_of -= makes;
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each kind of expression")]
    fn kind(&mut self, expr: &mut Expr, usage: Use) {
        let mutating = std::mem::take(&mut self.mutating);
        let is_place = matches!(
            expr,
            Expr::Path(_) | Expr::Paren(_) | Expr::Group(_) | Expr::Field(_) | Expr::Index(_)
        ) || matches!(expr, Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)));
        self.mutating = mutating && is_place;
        match expr {
            Expr::Path(path) => {
                let is_local = self.path(path, usage);
                if self.in_place && is_local {
                    *expr = deref(path);
                }
            }
            Expr::Macro(expr) => self.mac(&mut expr.mac),
            Expr::Break(_) => self.break_expr(expr),
            Expr::Continue(_) => self.continue_expr(expr),
            Expr::Paren(inner) => self.expr(&mut inner.expr, usage),
            Expr::Group(inner) => self.expr(&mut inner.expr, usage),

            Expr::Reference(inner) => {
                self.mutating = inner.mutability.is_some();
                let borrowed = self.local_named(&inner.expr).filter(|_| self.mutating);
                if let Some(local) = borrowed {
                    self.needs_mut(local, false);
                }
                self.expr(&mut inner.expr, Use::Place);
            }
            Expr::RawAddr(inner) => {
                self.mutating = true;
                self.expr(&mut inner.expr, Use::Place);
            }
            Expr::Field(field) => self.base(&mut field.base, part(usage)),
            Expr::Index(index) => {
                self.base(&mut index.expr, Use::Place);
                self.expr(&mut index.index, Use::Value);
            }
            Expr::Unary(unary) => {
                let usage =
                    if matches!(unary.op, UnOp::Deref(_)) { part(usage) } else { Use::Value };
                self.expr(&mut unary.expr, usage);
            }
            Expr::MethodCall(call) => {
                let of_number =
                    self.local_named(&call.receiver).is_some_and(|local| self.locals[local].number);
                self.mutating = !is_reading(&call.method) && !of_number;
                match self.receiver_use(&call.receiver, &call.method) {
                    Use::Place => self.base(&mut call.receiver, Use::Place),
                    usage => self.expr(&mut call.receiver, usage),
                }
                self.exprs(&mut call.args, Use::Value);
            }
            Expr::Call(call) => {
                // A closure that changes what it holds.
                if let Some(local) = self.local_named(&call.func) {
                    self.needs_mut(local, true);
                }
                self.expr(&mut call.func, Use::Part);
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
                self.mutating = (left, right) == (Use::Place, Use::Value);
                let changed = self.local_named(&binary.left).filter(|_| self.mutating);
                if let Some(local) = changed {
                    self.needs_mut(local, false);
                }
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
                self.mutating = super::bind::changes(&cond.pat);
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
                    self.expr(rest, Use::Part);
                }
            }
            Expr::Return(inner) => {
                let leaves = self.nested == 0;
                self.effects.returns |= leaves;
                self.leaving_if(leaves, |resolver| {
                    resolver.exprs(inner.expr.as_deref_mut(), Use::Value);
                });
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
                self.errors.at(other, catalogue::wait_in_unsupported_place());
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

    /// Says whether the path is a local.
    pub(super) fn path(&mut self, path: &mut ExprPath, usage: Use) -> bool {
        let Some(ident) = path.path.get_ident().filter(|_| path.qself.is_none()) else {
            return false;
        };
        if ident == INPUT {
            self.effects.takes_input = true;
            self.effects.passes_input |= self.borrowing_nothing == 0;
            self.effects.holds_input |= self.borrowing_nothing == 0 && self.made_of == 0;
            let mut input = crate::ir::input();
            input.set_span(ident.span().resolved_at(input.span()));
            *path = syn::parse_quote!(#input);
            false
        } else if let Some(local) = self.lookup(ident) {
            self.mention(local, usage);
            let mut name = self.locals[local].ident.clone();
            name.set_span(ident.span());
            path.path.segments[0].ident = name;
            true
        } else {
            false
        }
    }

    fn field(&mut self, field: &mut syn::FieldValue) {
        self.expr(&mut field.expr, Use::Value);
        // `Point { x }` whose `x` gets another name is `Point { x: x2 }`.
        if let (None, syn::Member::Named(member), Expr::Path(path)) =
            (field.colon_token, &field.member, &field.expr)
            && !path.path.is_ident(member)
        {
            field.colon_token = Some(syn::Token![:](member.span()));
            field.member = syn::Member::Named(names::short(member));
        }
        if let (None, syn::Member::Named(member), Expr::Unary(_)) =
            (field.colon_token, &field.member, &field.expr)
        {
            field.colon_token = Some(syn::Token![:](member.span()));
        }
    }

    /// The left side of `=`.
    fn assignee(&mut self, expr: &mut Expr) {
        crate::sites::take(expr);
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
                    self.needs_mut(local, false);
                    // A closure that assigns borrows what is there.
                    if self.nested > 0 {
                        self.effects.reads.insert(local);
                    }
                    if self.in_place {
                        *expr = deref(path);
                    }
                }
            }
            Expr::Paren(inner) => self.assignee(&mut inner.expr),
            Expr::Tuple(tuple) => tuple.elems.iter_mut().for_each(|elem| self.assignee(elem)),
            Expr::Array(array) => array.elems.iter_mut().for_each(|elem| self.assignee(elem)),
            Expr::Infer(_) => {}
            place => {
                let refilled = self.owner(place);
                self.effects.refilled.extend(refilled);
                self.mutating = true;
                self.expr(place, Use::Place);
            }
        }
    }
}

/// `*x`, where `x` stands: the span of what begins with it would otherwise be that of the attribute, for debuggers too.
fn deref(path: &ExprPath) -> Expr {
    Expr::Unary(syn::ExprUnary {
        attrs: Vec::new(),
        op: UnOp::Deref(syn::Token![*](path.span())),
        expr: Box::new(Expr::Path(path.clone())),
    })
}
