//! What the name of a method says of its receiver.

use super::{Resolver, Use};
use syn::Expr;

/// Methods that by the naming conventions of the standard library take `self` by value.
#[rustfmt::skip]
const CONSUMING: &[&str] = &[
    "unwrap", "expect", "unwrap_or", "unwrap_or_else", "unwrap_or_default", "unwrap_err", "expect_err", "ok", "err",
    "ok_or", "ok_or_else", "map", "map_err", "map_or", "map_or_else", "and_then", "or_else", "or", "xor", "zip", "filter",
    "filter_map", "flat_map", "flatten", "transpose", "collect", "fold", "for_each",
    "rev", "chain", "skip_while", "take_while", "map_while", "step_by", "enumerate", "peekable", "fuse",
    "cloned", "copied", "partition", "unzip", "__begin",
];

fn consumes_receiver(method: &syn::Ident) -> bool {
    let method = method.to_string();
    method.starts_with("into_") || CONSUMING.contains(&method.as_str())
}

/// Methods that take `self` by reference on whatever has a method of such a name.
#[rustfmt::skip]
const BORROWING: &[&str] = &[
    "len", "is_empty", "capacity", "contains", "contains_key", "starts_with", "ends_with", "is_some", "is_none", "is_ok",
    "is_err", "push_str", "push_back", "push_front", "extend_from_slice", "clear", "truncate", "get", "get_mut", "entry",
    "as_ref", "as_mut", "as_deref", "as_deref_mut", "as_str", "as_slice", "as_bytes", "as_mut_slice", "iter", "iter_mut", "chars", "bytes", "lines", "next", "peek",
    "swap", "fill", "copy_from_slice", "clone_from_slice", "copy_within",
];

/// Methods that do so on the collections and numbers of the standard library, but not on every type.
#[rustfmt::skip]
const BORROWING_OF_STD: &[&str] = &[
    "push", "pop", "pop_back", "pop_front", "insert", "remove", "extend", "append", "drain", "reserve", "resize", "retain",
    "sort", "sort_unstable", "dedup", "reverse", "first", "last", "front", "back", "first_mut", "last_mut", "split_at",
    "trim", "split", "clone", "to_string", "to_vec", "to_owned", "keys", "values", "values_mut", "range", "find",
    "wrapping_add", "wrapping_sub", "wrapping_mul", "wrapping_shl", "checked_add", "checked_sub",
    "checked_mul", "saturating_add", "saturating_sub", "rotate_left", "rotate_right", "to_be_bytes", "to_le_bytes", "is_ascii_digit",
];

/// Of these, and of those that take `self` by value, it is known that they need no `mut`.
#[rustfmt::skip]
const READING: &[&str] = &[
    "len", "is_empty", "capacity", "contains", "contains_key", "starts_with", "ends_with", "is_some", "is_none", "is_ok",
    "is_err", "get", "as_ref", "as_deref", "as_str", "as_slice", "as_bytes", "iter", "chars", "bytes", "lines", "clone",
    "to_string", "to_vec", "to_owned", "keys", "values", "range", "find", "first", "last", "trim", "split", "split_at",
];

pub(super) fn is_reading(method: &syn::Ident) -> bool {
    READING.iter().any(|name| method == name) || consumes_receiver(method)
}

impl Resolver<'_> {
    pub(super) fn receiver_use(&self, receiver: &Expr, method: &syn::Ident) -> Use {
        let decl = self.local_named(receiver).map(|local| &self.locals[local]);
        let of_std = decl.is_some_and(|decl| decl.of_std || decl.number);
        if consumes_receiver(method) {
            Use::Perhaps
        } else if BORROWING.iter().any(|name| method == name)
            || (of_std && BORROWING_OF_STD.iter().any(|name| method == name))
        {
            Use::Place
        } else {
            Use::Part
        }
    }
}
