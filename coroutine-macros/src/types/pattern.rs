//! What a pattern binds, of what it is matched with.

use super::known::{Known, argument};
use super::{Inference, Scope};
use syn::{Expr, Pat, Type};

impl Inference<'_> {
    /// `let (mut good, mut bad) = (0, 0);` is one binding for each part.
    pub(super) fn bind_value(&mut self, pat: &Pat, value: Option<&Expr>, scope: &Scope) {
        match (pat, value) {
            (Pat::Tuple(pats), Some(Expr::Tuple(values)))
                if pats.elems.len() == values.elems.len() =>
            {
                for (pat, value) in pats.elems.iter().zip(&values.elems) {
                    self.bind_value(pat, Some(value), scope);
                }
            }
            (pat, value) => {
                let known = value.and_then(|value| self.type_of(value, scope));
                self.bind(pat, known, scope);
            }
        }
    }

    pub(super) fn bind(&mut self, pat: &Pat, known: Option<Known>, scope: &Scope) {
        match pat {
            Pat::Type(typed) => {
                let written = Known::Type(crate::parse::as_one((*typed.ty).clone()));
                self.bind(&typed.pat, Some(written), scope);
            }
            Pat::Paren(inner) => self.bind(&inner.pat, known, scope),
            Pat::Guard(guarded) => {
                self.numbers(&guarded.guard, scope);
                self.bind(&guarded.pat, known, scope);
            }
            Pat::Ident(pat) if pat.by_ref.is_none() => {
                if let Some(local) = scope.named(&pat.ident) {
                    self.note(local, known.clone());
                }
                if let Some((_, inner)) = &pat.subpat {
                    self.bind(inner, known, scope);
                }
            }
            Pat::Tuple(tuple) => {
                if let Some(Known::Type(Type::Tuple(types))) = known
                    && types.elems.len() == tuple.elems.len()
                {
                    for (pat, ty) in tuple.elems.iter().zip(types.elems) {
                        self.bind(pat, Some(Known::Type(ty)), scope);
                    }
                }
            }
            Pat::Reference(inner) => {
                if let Some(Known::Type(Type::Reference(reference))) = known {
                    self.bind(&inner.pat, Some(Known::Type(*reference.elem)), scope);
                }
            }
            Pat::TupleStruct(tuple) if tuple.elems.len() == 1 => {
                let variant = tuple.path.segments.last().map(|last| last.ident.to_string());
                let Some(Known::Type(ty)) = known else { return };
                let inner = match variant.as_deref() {
                    Some("Some") => argument(&ty, &["Option"], 0),
                    Some("Ok") => argument(&ty, &["Result"], 0),
                    Some("Complete") => argument(&ty, &["CoroutineState"], 1),
                    Some("Err") => argument(&ty, &["Result"], 1),
                    _ => None,
                };
                self.bind(&tuple.elems[0], inner.map(Known::Type), scope);
            }
            Pat::Or(cases) => {
                for case in &cases.cases {
                    self.bind(case, known.clone(), scope);
                }
            }
            _ => {}
        }
    }
}
