//! What is lent by an input, as far as that is seen: `line.trim()`, `line.split(' ')`.

use super::Lowerer;
use crate::ir::Local;
use crate::resolve::INPUT;
use syn::visit::Visit;
use syn::{Expr, GenericArgument, Pat, Type};

/// Methods of `str` and slices, and of the iterators that they give, whose values borrow from what they are called on.
const LENT: [&str; 32] = [
    "trim",
    "trim_start",
    "trim_end",
    "trim_matches",
    "trim_start_matches",
    "trim_end_matches",
    "split",
    "split_whitespace",
    "split_ascii_whitespace",
    "splitn",
    "rsplit",
    "rsplitn",
    "split_terminator",
    "split_inclusive",
    "matches",
    "match_indices",
    "lines",
    "chars",
    "char_indices",
    "bytes",
    "as_bytes",
    "iter",
    "chunks",
    "chunks_exact",
    "rchunks",
    "windows",
    "enumerate",
    "rev",
    "skip",
    "take",
    "step_by",
    "peekable",
];

/// Those that give parts of it, which a pattern takes.
const PARTS: [&str; 8] = [
    "split_at",
    "split_once",
    "rsplit_once",
    "strip_prefix",
    "strip_suffix",
    "split_first",
    "split_last",
    "first",
];

/// Those that give an item of such an iterator, which may be a reference, or a `char`.
const ITEMS: [&str; 4] = ["next", "next_back", "last", "nth"];

/// Iterators whose items are no references.
const VALUES: [&str; 3] = ["chars", "char_indices", "bytes"];

/// What std collects into.
const COLLECTIONS: [&str; 8] =
    ["Vec", "VecDeque", "String", "HashSet", "BTreeSet", "HashMap", "BTreeMap", "BinaryHeap"];

/// What bindings have of the input.
#[derive(Clone, Copy)]
pub(super) struct OfInput {
    /// All of them are lent by it.
    held: bool,
    /// None has to be dropped at a time of its own.
    part: bool,
}

impl Lowerer<'_> {
    /// What is bound by matching an expression, which has not been resolved yet.
    pub(super) fn of_input(&self, pat: &Pat, expr: &Expr) -> OfInput {
        let gives_parts = calls(expr, &PARTS) || calls(expr, &["last"]);
        let binds_as_it_is = super::bind::simple_binding(pat).is_some();
        let (is_lent, is_whole) = (self.is_of_input(expr), expr_is_input(expr));
        let of_items = match expr {
            Expr::MethodCall(call) if self.is_part_of_input(&call.receiver) => Some(call),
            _ => None,
        };
        let is_item = of_items.is_some() && calls(expr, &ITEMS);
        let collected = of_items.and_then(|call| collected(pat, call));
        let is_list_of_references =
            collected == Some("Vec") && of_items.is_some_and(|call| !gives_values(&call.receiver));
        OfInput {
            held: (is_lent && (binds_as_it_is || (gives_parts && !looks_through(pat))))
                || (is_list_of_references && self.body.inputs_of_std),
            part: ((is_lent && !is_whole) || is_item || collected.is_some())
                && self.body.inputs_of_std
                && self.consumer.input.lends(),
        }
    }

    /// What an iterator has of the input, and what its items have.
    pub(super) fn of_iterated(&self, over: &Expr) -> (OfInput, OfInput) {
        let held = self.is_of_input(over);
        let part = held && self.body.inputs_of_std && self.consumer.input.lends();
        (OfInput { held, part }, OfInput { held: false, part })
    }

    /// Notes that of what is bound.
    pub(super) fn note_input(&mut self, of_input: OfInput, bound: &[Local]) {
        for &local in bound {
            self.body.locals[local].input = of_input.held;
            self.body.locals[local].part = of_input.part;
        }
    }

    /// Whether an expression is the input, or a part of it that no type of the user's can have a say in.
    pub(super) fn is_of_input(&self, expr: &Expr) -> bool {
        match expr {
            expr if expr_is_input(expr) => true,
            Expr::MethodCall(call) => {
                // Of the items of a string, the last may be a `char`.
                let is_lent =
                    gives_part(&call.method) || (call.method == "last" && self.is_slice());
                is_lent && self.body.inputs_of_std && self.is_part_of_input(&call.receiver)
            }
            _ => false,
        }
    }

    fn is_part_of_input(&self, expr: &Expr) -> bool {
        let local = match expr {
            Expr::Path(path) => {
                path.path.get_ident().and_then(|name| self.env.get(&name.to_string()))
            }
            _ => None,
        };
        local.map_or_else(|| self.is_of_input(expr), |local| self.body.locals[local].input)
    }

    /// `&[u8]`
    fn is_slice(&self) -> bool {
        matches!(&self.consumer.input.ty, Type::Reference(input) if matches!(*input.elem, Type::Slice(_)))
    }
}

/// `&str`, `&[u8]`
pub(super) fn is_of_std(input: &Type) -> bool {
    let Type::Reference(input) = input else { return false };
    match &*input.elem {
        Type::Slice(_) => true,
        Type::Path(path) => path.path.is_ident("str"),
        _ => false,
    }
}

/// Whether what a method of `str` or of slices gives is a part of what it is called on.
pub(crate) fn gives_part(method: &syn::Ident) -> bool {
    LENT.iter().chain(&PARTS).any(|name| method == name)
}

fn expr_is_input(expr: &Expr) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(INPUT))
}

fn calls(expr: &Expr, names: &[&str]) -> bool {
    matches!(expr, Expr::MethodCall(call) if names.iter().any(|name| call.method == name))
}

/// `words: Vec<&str>`, `.collect::<Vec<_>>()`: into which of std's collections.
fn collected(pat: &Pat, call: &syn::ExprMethodCall) -> Option<&'static str> {
    if call.method != "collect" {
        return None;
    }
    let turbofish = call.turbofish.as_ref().and_then(|given| match given.args.first() {
        Some(GenericArgument::Type(ty)) => Some(ty),
        _ => None,
    });
    let written = match pat {
        Pat::Type(typed) => Some(&*typed.ty),
        _ => None,
    };
    let Type::Path(path) = written.or(turbofish)? else { return None };
    let last = &path.path.segments.last()?.ident;
    COLLECTIONS.into_iter().find(|known| last == known)
}

/// Whether the items of an iterator over an input are values, as `char`s are.
fn gives_values(iterator: &Expr) -> bool {
    let Expr::MethodCall(call) = iterator else { return false };
    VALUES.iter().any(|name| call.method == name) || gives_values(&call.receiver)
}

/// `Some(&byte)`: what it binds is no reference any more.
fn looks_through(pat: &Pat) -> bool {
    struct References(bool);
    impl<'ast> Visit<'ast> for References {
        fn visit_pat_reference(&mut self, _: &'ast syn::PatReference) {
            self.0 = true;
        }
    }
    let mut references = References(false);
    references.visit_pat(pat);
    references.0
}
