//! Which expressions borrow a local, and can be evaluated again to give the same: `&buf`, `&mut point.x`, `buf.iter()`.

use super::item_shape::Shape;
use super::{Lowerer, is_assignment};
use crate::ir::{Again, Borrow, Effects, Form, Local, Once};
use crate::resolve;
use proc_macro2::{Ident, Span};
use std::collections::BTreeSet;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, Pat, UnOp};

/// Methods that give a view of what they are called on, and do nothing else.
const VIEWS: [&str; 14] = [
    "iter",
    "iter_mut",
    "as_str",
    "as_mut_str",
    "as_slice",
    "as_mut_slice",
    "as_bytes",
    "as_path",
    "as_ref",
    "as_mut",
    "as_deref",
    "as_deref_mut",
    "keys",
    "values",
];

/// A borrow that can be taken again.
pub(super) struct Borrowed {
    owner: Local,
    needs: BTreeSet<Local>,
    span: Span,
    /// `&local`
    whole: bool,
    /// It is the place itself: only what a pattern binds by `ref` borrows from it.
    place: bool,
}

impl Lowerer<'_> {
    /// `&place`, `&mut place`, `place.as_slice()`, and what a local holds that is such a borrow itself.
    pub(super) fn borrowed(&self, expr: &Expr) -> Option<Borrowed> {
        let place = match expr {
            Expr::Paren(inner) => return self.borrowed(&inner.expr),
            Expr::Reference(reference) => &*reference.expr,
            Expr::MethodCall(call) if is_view(call) => &*call.receiver,
            Expr::Path(_) => {
                let borrowed = self.place(expr)?;
                return self
                    .is_borrow(borrowed.owner)
                    .then_some(Borrowed { place: false, ..borrowed });
            }
            _ => return None,
        };
        let borrowed = self.place(place)?;
        let whole = matches!((expr, place), (Expr::Reference(_), Expr::Path(_)));
        Some(Borrowed { span: expr.span(), place: false, whole, ..borrowed })
    }

    /// `x`, `x.field`, `*x`, `x[..n]`: a place of a local that is found again by the same words.
    pub(super) fn place(&self, expr: &Expr) -> Option<Borrowed> {
        match expr {
            Expr::Path(path) if path.qself.is_none() => {
                let owner = self.env.get(&path.path.get_ident()?.to_string())?;
                let needs = BTreeSet::from([owner]);
                let decl = &self.body.locals[owner];
                // What a shared reference leads to is not the local's own: a borrow of it is kept as it is.
                (!decl.shared || self.is_borrow(owner)).then(|| Borrowed {
                    owner,
                    needs,
                    span: expr.span(),
                    place: true,
                    whole: false,
                })
            }
            Expr::Paren(inner) => self.place(&inner.expr),
            Expr::Field(field) => self.place(&field.base),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.place(&unary.expr),
            Expr::Reference(reference) => self.place(&reference.expr),
            Expr::MethodCall(call) if is_view(call) => self.place(&call.receiver),
            Expr::Index(index) => {
                let mut borrowed = self.place(&index.expr)?;
                self.unchanging(&index.index, &mut borrowed.needs).then_some(borrowed)
            }
            _ => None,
        }
    }

    /// Whether an index is the same each time: made of literals and of locals that do not change.
    fn unchanging(&self, expr: &Expr, needs: &mut BTreeSet<Local>) -> bool {
        match expr {
            Expr::Lit(_) => true,
            Expr::Paren(inner) => self.unchanging(&inner.expr, needs),
            Expr::Cast(cast) => self.unchanging(&cast.expr, needs),
            Expr::Binary(binary) => {
                self.unchanging(&binary.left, needs) && self.unchanging(&binary.right, needs)
            }
            Expr::Range(range) => {
                range.start.iter().chain(&range.end).all(|end| self.unchanging(end, needs))
            }
            Expr::Path(path) if path.path.is_ident(resolve::INPUT) => false,
            Expr::Path(path) => {
                let local = path.path.get_ident().and_then(|name| self.env.get(&name.to_string()));
                needs.extend(local);
                local.is_none_or(|local| !self.body.locals[local].mutable)
            }
            _ => false,
        }
    }

    /// Evaluates the arguments of the methods that an iterator is made by, once: `items.iter().skip(next())`.
    pub(super) fn fix_arguments(&mut self, iter: &mut Expr, borrowed: &mut Borrowed) {
        match iter {
            Expr::Paren(inner) => self.fix_arguments(&mut inner.expr, borrowed),
            Expr::MethodCall(call) => {
                self.fix_arguments(&mut call.receiver, borrowed);
                for argument in &mut call.args {
                    self.fix_index(argument);
                    self.unchanging(argument, &mut borrowed.needs);
                }
            }
            _ => {}
        }
    }

    fn is_borrow(&self, local: Local) -> bool {
        self.body.taken_again(local).is_some()
    }

    /// Notes that what `pat` binds borrows as `expr` does, which is resolved by now.
    pub(super) fn note_borrow(
        &mut self,
        borrowed: Option<Borrowed>,
        expr: &Expr,
        pat: &Pat,
        refutable: bool,
        bound: &[Local],
    ) {
        let Some(Borrowed { owner, needs, span, place, whole }) = borrowed else { return };
        let holding =
            self.holding(pat, if place { &Shape::Place } else { &Shape::Reference }, bound);
        if holding.is_empty() {
            return;
        }
        let pat = without_guard(pat).clone();
        let again = Again { expr: expr.clone(), form: Form::Let { pat, refutable } };
        self.share(Borrow { owner, span, whole, needs, again: Ok(again) }, &holding);
    }

    /// The iterator of a `for`, and what its pattern binds.
    pub(super) fn note_items(
        &mut self,
        Borrowed { owner, mut needs, span, whole, .. }: Borrowed,
        expr: Expr,
        pat: &Pat,
        (iter, taken): (Local, Local),
        holding: &[Local],
    ) {
        needs.insert(taken);
        let again = Again { expr, form: Form::Items { pat: pat.clone(), iter, taken } };
        let holding: Vec<Local> = holding.iter().copied().chain([iter]).collect();
        self.share(Borrow { owner, span, whole, needs, again: Ok(again) }, &holding);
    }

    /// A closure or an iterator that borrows, and cannot be made again.
    pub(super) fn note_borrower(&mut self, init: &Expr, effects: &Effects, bound: &[Local]) {
        let (owner, why) = match init {
            Expr::Closure(closure) if closure.capture.is_none() => {
                let captured = effects.reads.iter().copied().find(|local| {
                    let decl = &self.body.locals[*local];
                    !decl.shared && (decl.number || !effects.consumes.contains_key(local))
                });
                if effects.consumes.is_empty()
                    && effects.parts.is_empty()
                    && effects.opaque.is_empty()
                {
                    // It holds references and what is `Copy`.
                    for local in bound {
                        self.body.locals[*local].part = true;
                    }
                }
                let assigned = assigned(&closure.body);
                let is_assigned =
                    |local: &Local| assigned.contains(&self.body.locals[*local].ident);
                match effects.reads.iter().copied().find(is_assigned) {
                    Some(local) => (Some(local), Once::Assigning),
                    None => (captured, Once::Closure),
                }
            }
            init => {
                let place = lazily_over(init).and_then(|place| self.place(place));
                (place.map(|place| place.owner), Once::Adapter)
            }
        };
        let Some(owner) = owner else { return };
        let (span, needs) = (init.span(), BTreeSet::new());
        let borrow =
            self.body.borrows.push(Borrow { owner, span, whole: false, needs, again: Err(why) });
        for local in bound {
            self.body.locals[*local].borrow = Some(borrow);
        }
    }

    fn share(&mut self, borrow: Borrow, holding: &[Local]) {
        // A local that can be given another value is not what it was.
        let (changing, fixed): (Vec<Local>, Vec<Local>) = holding.iter().copied().partition(|local| {
            let is_iter = matches!(&borrow.again, Ok(Again { form: Form::Items { iter, .. }, .. }) if iter == local);
            self.body.locals[*local].mutable && !is_iter
        });
        if !changing.is_empty() {
            let (owner, span, needs) = (borrow.owner, borrow.span, borrow.needs.clone());
            let kept = self.body.borrows.push(Borrow {
                owner,
                span,
                whole: false,
                needs,
                again: Err(Once::Changes),
            });
            for local in changing {
                self.body.locals[local].borrow = Some(kept);
            }
        }
        let borrow = self.body.borrows.push(borrow);
        for local in fixed {
            self.body.locals[local].borrow = Some(borrow);
            self.body.locals[local].plain = true;
        }
    }

    /// Those of the locals that a pattern binds to a reference, if it is matched with something of this shape.
    pub(super) fn holding(&self, pat: &Pat, shape: &Shape, bound: &[Local]) -> Vec<Local> {
        let mut names = Vec::new();
        shape.references(pat, &mut names);
        let is_named =
            |local: &Local| names.iter().any(|name| *name == self.body.locals[*local].ident);
        bound.iter().copied().filter(is_named).collect()
    }
}

fn is_view(call: &syn::ExprMethodCall) -> bool {
    call.args.is_empty() && VIEWS.iter().any(|name| call.method == name)
}

/// What an iterator with closures in it goes over: `items` of `items.iter().filter(…)`.
fn lazily_over(expr: &Expr) -> Option<&Expr> {
    const ADAPTERS: [&str; 10] = [
        "map",
        "filter",
        "filter_map",
        "flat_map",
        "take_while",
        "skip_while",
        "map_while",
        "inspect",
        "scan",
        "peekable",
    ];
    match expr {
        Expr::Paren(inner) => lazily_over(&inner.expr),
        Expr::MethodCall(call) => {
            let borrows = !matches!(&*call.receiver, Expr::Path(_));
            let adapts = borrows && ADAPTERS.iter().any(|name| call.method == name);
            let (_, place) = adapts
                .then(|| Shape::of_items(&call.receiver))
                .flatten()
                .or_else(|| Some((Shape::Reference, lazily_over(&call.receiver)?)))?;
            let lazy = adapts
                || [
                    "enumerate",
                    "rev",
                    "skip",
                    "take",
                    "step_by",
                    "copied",
                    "cloned",
                    "chain",
                    "zip",
                ]
                .iter()
                .any(|name| call.method == name);
            lazy.then_some(place)
        }
        _ => None,
    }
}

fn without_guard(pat: &Pat) -> &Pat {
    match pat {
        Pat::Guard(guarded) => without_guard(&guarded.pat),
        pat => pat,
    }
}

/// What a closure gives another value, as in `n += 1`.
fn assigned(body: &Expr) -> Vec<Ident> {
    struct Assigned(Vec<Ident>);
    impl Assigned {
        fn place(&mut self, expr: &Expr) {
            match expr {
                Expr::Path(path) => self.0.extend(path.path.get_ident().cloned()),
                Expr::Field(field) => self.place(&field.base),
                Expr::Index(index) => self.place(&index.expr),
                _ => {}
            }
        }
    }
    impl<'ast> Visit<'ast> for Assigned {
        fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
            self.place(&assign.left);
            visit::visit_expr_assign(self, assign);
        }
        fn visit_expr_binary(&mut self, binary: &'ast syn::ExprBinary) {
            if is_assignment(&binary.op) {
                self.place(&binary.left);
            }
            visit::visit_expr_binary(self, binary);
        }
    }
    let mut assigned = Assigned(Vec::new());
    assigned.visit_expr(body);
    assigned.0
}
