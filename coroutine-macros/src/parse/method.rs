//! Methods: `self` becomes a parameter like any other, called `this` in the body, since no state can have a field `self`.

use super::Param;
use crate::naming;
use crate::std_macros::Arguments;
use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, FnArg, ItemFn, Receiver, ReceiverKind, Signature, Type, parse_quote};

/// `&mut self`, and what it is in the body.
pub(crate) struct This {
    /// As its callers see it.
    pub(crate) receiver: Receiver,
    pub(crate) ident: Ident,
    mutable: bool,
    /// What it is a method of.
    self_ty: Type,
}

impl This {
    /// Takes `self` out of the body of a method.
    pub(super) fn of(
        function: &mut ItemFn,
        self_ty: Option<&Type>,
        is_taken: impl Fn(&str) -> bool,
    ) -> Option<This> {
        let Some(FnArg::Receiver(receiver)) = function.sig.inputs.first() else { return None };
        let mut receiver = receiver.clone();
        let mutable = receiver.mutability.take().is_some();
        let name = naming::unused("this", is_taken);
        let ident = Ident::new(&name, receiver.self_token.span);
        Rename(&name).visit_block_mut(&mut function.block);
        let self_ty = self_ty.cloned().unwrap_or_else(|| parse_quote!(Self));
        Some(This { receiver, ident, mutable, self_ty })
    }

    /// A piece of the body, with `self` in it.
    pub(crate) fn as_written(&self, source: &str) -> String {
        let (mut written, mut word) = (String::new(), String::new());
        for c in source.chars().chain([' ']) {
            if c.is_alphanumeric() || c == '_' {
                word.push(c);
            } else {
                written.push_str(if self.ident == word { "self" } else { &word });
                written.push(c);
                word.clear();
            }
        }
        written.pop();
        written
    }

    /// `Self`, `&mut Self`, `Box<Self>`.
    fn ty(&self) -> Type {
        let ty = &self.self_ty;
        match &self.receiver.kind {
            ReceiverKind::Reference(and, lifetime, mutability) => {
                parse_quote!(#and #lifetime #mutability #ty)
            }
            ReceiverKind::Typed(_, ty) => (**ty).clone(),
            _ => ty.clone(),
        }
    }

    /// The first of the parameters.
    pub(super) fn param(&self) -> Param {
        Param {
            ident: self.ident.clone(),
            ty: self.ty(),
            mutable: self.mutable,
            pattern: None,
            attrs: Vec::new(),
        }
    }
}

pub(super) fn has_receiver(sig: &Signature) -> bool {
    matches!(sig.inputs.first(), Some(FnArg::Receiver(_)))
}

/// The lifetime that `&self` leaves out, to be named.
pub(super) fn elided(sig: &mut Signature) -> Option<&mut Option<syn::Lifetime>> {
    match sig.inputs.first_mut() {
        Some(FnArg::Receiver(Receiver {
            kind: ReceiverKind::Reference(_, lifetime, _), ..
        })) if lifetime.as_ref().is_none_or(|lifetime| lifetime.ident == "_") => Some(lifetime),
        _ => None,
    }
}

/// `self` → `this`; that of an item inside of the body is its own.
struct Rename<'n>(&'n str);

impl VisitMut for Rename<'_> {
    fn visit_expr_path_mut(&mut self, path: &mut syn::ExprPath) {
        if path.qself.is_none() && path.path.is_ident("self") {
            path.path.segments[0].ident = self.renamed(path.path.segments[0].ident.span());
        }
        visit_mut::visit_expr_path_mut(self, path);
    }
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        let condition = Arguments::of(mac).as_ref().and_then(Arguments::quoted_condition);
        mac.tokens = self.tokens(mac.tokens.clone());
        if let Some(mut arguments) = Arguments::of(mac).filter(|_| condition.is_some()) {
            arguments.keep_words(condition.as_ref());
            mac.tokens = arguments.into_token_stream();
        }
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
    }
}

impl Rename<'_> {
    fn renamed(&self, span: Span) -> Ident {
        Ident::new(self.0, span)
    }

    /// The arguments of a macro: `self`, but not `self::module`, and `"{self}"`.
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut tokens = tokens.into_iter().peekable();
        let mut renamed = TokenStream::new();
        while let Some(token) = tokens.next() {
            let is_path =
                matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
            renamed.extend([match token {
                TokenTree::Ident(ident) if ident == "self" && !is_path => {
                    TokenTree::Ident(self.renamed(ident.span()))
                }
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.tokens(group.stream()));
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                TokenTree::Literal(literal) => TokenTree::Literal(self.captures(literal)),
                token => token,
            }]);
        }
        renamed
    }

    fn captures(&self, literal: Literal) -> Literal {
        let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) else { return literal };
        let text = text.value();
        let renamed = ["{self}", "{self:"].iter().fold(text.clone(), |text, capture| {
            text.replace(capture, &capture.replace("self", self.0))
        });
        if renamed == text {
            return literal;
        }
        let mut captured = Literal::string(&renamed);
        captured.set_span(literal.span());
        captured
    }
}
