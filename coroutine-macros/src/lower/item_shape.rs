//! What the items of an iterator over a borrow are, and which of a pattern's bindings hold a reference then.

use crate::resolve::is_binding;
use proc_macro2::Ident;
use syn::{Expr, Pat};

/// What a pattern is matched with.
pub(super) enum Shape {
    /// A place: only `ref` borrows from it.
    Place,
    /// A reference, or something that holds references: `&buf`, an item of `buf.iter()`.
    Reference,
    /// Something that borrows nothing: an item of `text.chars()`.
    Value,
    /// An item of `a.iter().enumerate()`.
    Pair(Box<Shape>, Box<Shape>),
}

impl Shape {
    /// Of the items of an iterator that can be made again, and the place it goes over.
    pub(super) fn of_items(iter: &Expr) -> Option<(Shape, &Expr)> {
        use Shape::{Pair, Reference, Value};
        let call = match iter {
            Expr::Paren(inner) => return Shape::of_items(&inner.expr),
            Expr::Reference(reference) => return Some((Reference, &reference.expr)),
            Expr::MethodCall(call) => call,
            // A local that holds a borrow.
            Expr::Path(_) => return Some((Reference, iter)),
            _ => return None,
        };
        let arguments: Vec<&Expr> = call.args.iter().collect();
        let receiver = &*call.receiver;
        let name = call.method.to_string();
        Some(match (name.as_str(), &*arguments) {
            (
                "iter"
                | "iter_mut"
                | "keys"
                | "values"
                | "values_mut"
                | "lines"
                | "split_whitespace"
                | "split_ascii_whitespace"
                | "as_slice"
                | "as_mut_slice"
                | "as_bytes"
                | "as_ref"
                | "as_mut",
                [],
            )
            | (
                "windows" | "chunks" | "chunks_mut" | "chunks_exact" | "chunks_exact_mut"
                | "rchunks" | "rchunks_mut" | "range" | "range_mut",
                [_],
            ) => (Reference, receiver),
            ("chars" | "bytes", []) => (Value, receiver),
            ("char_indices", []) => (Pair(Box::new(Value), Box::new(Value)), receiver),
            ("rev", []) | ("skip" | "take" | "step_by", [_]) => Shape::of_items(receiver)?,
            ("copied" | "cloned", []) => (Value, Shape::of_items(receiver)?.1),
            ("enumerate", []) => {
                let (shape, place) = Shape::of_items(receiver)?;
                (Pair(Box::new(Value), Box::new(shape)), place)
            }
            _ => return None,
        })
    }

    /// The names that hold a reference.
    pub(super) fn references(&self, pat: &Pat, names: &mut Vec<Ident>) {
        match (self, pat) {
            (Shape::Pair(..), Pat::Tuple(tuple)) if tuple.elems.len() != 2 => {}
            (Shape::Pair(first, second), Pat::Tuple(tuple)) => {
                first.references(&tuple.elems[0], names);
                second.references(&tuple.elems[1], names);
            }
            (Shape::Pair(first, second), Pat::Ident(_)) => {
                let holds = |shape: &Shape| matches!(shape, Shape::Reference);
                if holds(first) || holds(second) {
                    Shape::Reference.references(pat, names);
                }
            }
            (Shape::Value | Shape::Pair(..), _) => {}
            (Shape::Place | Shape::Reference, Pat::Ident(binding)) => {
                let by_reference = matches!(self, Shape::Reference) || binding.by_ref.is_some();
                if is_binding(binding) && by_reference {
                    names.push(binding.ident.clone());
                }
                if let Some((_, inner)) = &binding.subpat {
                    self.references(inner, names);
                }
            }
            // Behind a `&` of the pattern's own there is a place again.
            (_, Pat::Reference(inner)) => Shape::Place.references(&inner.pat, names),
            (_, Pat::Paren(inner)) => self.references(&inner.pat, names),
            (_, Pat::Type(inner)) => self.references(&inner.pat, names),
            (_, Pat::Guard(inner)) => self.references(&inner.pat, names),
            (_, Pat::Or(or)) => or.cases.iter().for_each(|case| self.references(case, names)),
            (_, Pat::Tuple(tuple)) => {
                tuple.elems.iter().for_each(|elem| self.references(elem, names));
            }
            (_, Pat::TupleStruct(tuple)) => {
                tuple.elems.iter().for_each(|elem| self.references(elem, names));
            }
            (_, Pat::Slice(slice)) => {
                slice.elems.iter().for_each(|elem| self.references(elem, names));
            }
            (_, Pat::Struct(literal)) => {
                literal.fields.iter().for_each(|field| self.references(&field.pat, names));
            }
            _ => {}
        }
    }
}
