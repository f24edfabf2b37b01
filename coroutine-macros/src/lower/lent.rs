//! What is lent by an input, as far as that is seen: `line.trim()`, `line.split(' ')`.

use super::Lowerer;
use crate::resolve::INPUT;
use syn::{Expr, Type};

/// Methods of `str` and slices, and of the iterators that they give, whose values borrow from what they are called on.
const LENT: [&str; 24] = [
    "trim",
    "trim_start",
    "trim_end",
    "split",
    "split_whitespace",
    "split_ascii_whitespace",
    "lines",
    "chars",
    "char_indices",
    "bytes",
    "as_bytes",
    "iter",
    "chunks",
    "chunks_exact",
    "windows",
    "first",
    "last",
    "split_first",
    "split_last",
    "enumerate",
    "rev",
    "skip",
    "take",
    "peekable",
];

impl Lowerer<'_> {
    /// Whether an expression is the input, or a part of it that no type of the user's can have a say in.
    pub(super) fn is_of_input(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) if path.path.is_ident(INPUT) => true,
            Expr::MethodCall(call) => {
                let is_lent = LENT.iter().any(|name| call.method == name);
                is_lent && self.is_of_std() && self.is_part_of_input(&call.receiver)
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

    /// `&str`, `&[u8]`
    fn is_of_std(&self) -> bool {
        let Type::Reference(input) = &self.consumer.input.ty else { return false };
        match &*input.elem {
            Type::Slice(_) => true,
            Type::Path(path) => path.path.is_ident("str"),
            _ => false,
        }
    }
}
