//! The body of a consumer with an error, as a plain function that blocks in `recv!()`: rustc finds what else is wrong in
//! it, and an editor its names and types. It is never run.

use crate::markers::Marker;
use crate::parse::{Consumer, Written};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, Lifetime, Type};

/// `let _ = move || -> Output { … };`
pub(super) fn as_written(consumer: &Consumer) -> TokenStream {
    let Written { unread, is_async, is_unsafe, is_opaque } = &consumer.written;
    let statements = match unread {
        Some(unread) => unread.clone(),
        None => consumer.body.stmts.iter().map(ToTokens::to_token_stream).collect(),
    };
    let params = consumer.params.iter().map(|param| {
        let ident = &param.ident;
        match &param.pattern {
            Some(pat) => quote!(let #pat = #ident;),
            None if param.mutable => quote!(let mut #ident = #ident;),
            None => TokenStream::new(),
        }
    });
    let this = super::signature::this(consumer);
    let mut body = Words::new(consumer).replaced(statements);
    let output = &consumer.output;
    let mut output = quote!(-> #output);
    if *is_unsafe {
        body = quote!(unsafe { #body });
    }
    if *is_async || *is_opaque {
        // A closure infers what has no name.
        output = TokenStream::new();
        body = if *is_async { quote!(async move { #body }) } else { body };
    }
    quote! {
        let _ = move || #output {
            use ::coroutine_runtime::__private::as_written::*;
            #this
            #(#params)*
            #body
        };
    }
}

/// The words of the language, as calls that a plain function can make.
struct Words {
    input: TokenStream,
    reply: TokenStream,
}

impl Words {
    fn new(consumer: &Consumer) -> Self {
        let inferred = |ty: &Type| {
            let mut ty = ty.clone();
            Inferred(&consumer.input.fresh).visit_type_mut(&mut ty);
            ty.into_token_stream()
        };
        let input = if consumer.input.known { inferred(&consumer.input.ty) } else { quote!(_) };
        // One that was not understood is reported.
        let is_known = consumer.replies && !Consumer::is_unit(&consumer.reply);
        let reply = if is_known { inferred(&consumer.reply) } else { quote!(_) };
        Words { input, reply }
    }

    fn replaced(&self, tokens: TokenStream) -> TokenStream {
        let mut replaced: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        // A nested consumer has words of its own.
        let mut in_consumer = false;
        while let Some(token) = tokens.next() {
            let word = match token {
                TokenTree::Ident(word) => word,
                TokenTree::Group(group) => {
                    in_consumer |= is_attribute(&replaced, &group);
                    let inner =
                        if in_consumer { group.stream() } else { self.replaced(group.stream()) };
                    in_consumer &= group.delimiter() != Delimiter::Brace;
                    let mut inner = Group::new(group.delimiter(), inner);
                    inner.set_span(group.span());
                    replaced.push(TokenTree::Group(inner));
                    continue;
                }
                token => {
                    replaced.push(token);
                    continue;
                }
            };
            let is_call =
                matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '!');
            let Some(marker) = Marker::named(&word).filter(|_| is_call && !in_consumer) else {
                replaced.push(TokenTree::Ident(word));
                continue;
            };
            let bang = tokens.next();
            let Some(TokenTree::Group(arguments)) = tokens.peek() else {
                replaced.push(TokenTree::Ident(word));
                replaced.extend(bang);
                continue;
            };
            let arguments = self.replaced(arguments.stream());
            tokens.next();
            // `coroutine_runtime::recv!` is a path, of which the call is the whole.
            without_path(&mut replaced);
            replaced.extend(self.call(marker, &word, &arguments));
        }
        replaced.into_iter().collect()
    }

    fn call(&self, marker: Marker, word: &Ident, arguments: &TokenStream) -> TokenStream {
        let (input, reply) = (&self.input, &self.reply);
        let span = Span::mixed_site().located_at(word.span());
        match marker {
            Marker::Recv if syn::parse2::<Expr>(arguments.clone()).is_err() => {
                quote_spanned!(span=> __recv::<#input, _>(()))
            }
            Marker::Recv => {
                quote_spanned!(span=> __recv::<#input, #reply>(#arguments))
            }
            Marker::Delegate if arguments.is_empty() => {
                quote_spanned!(span=> ::core::unreachable!())
            }
            Marker::Delegate => quote_spanned! {span=> ({
                use ::coroutine_runtime::__private::Delegate as _;
                __delegate((#arguments).__begin::<#input>())
            })},
            // Runs at most once, and nothing runs behind it.
            Marker::OnClose => quote_spanned! {span=>
                if __is_closing() {
                    let _ = { #arguments };
                    ::core::unreachable!()
                };
            },
        }
    }
}

/// `#[consumer(…)]`, behind its `#`.
fn is_attribute(before: &[TokenTree], group: &Group) -> bool {
    let is_hash = matches!(before.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#');
    is_hash && crate::parse::mentions(&group.stream(), "consumer")
}

/// `'input` → `'_`
struct Inferred<'f>(&'f [Lifetime]);

impl VisitMut for Inferred<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if self.0.contains(lifetime) {
            *lifetime = Lifetime::new("'_", lifetime.span());
        }
    }
}

/// Takes away the `coroutine_runtime::` in front of a word.
fn without_path(tokens: &mut Vec<TokenTree>) {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let ends_with_colons = |tokens: &[TokenTree]| {
        let mut last = tokens.iter().rev();
        is_colon(last.next()) && is_colon(last.next())
    };
    while ends_with_colons(tokens) {
        tokens.truncate(tokens.len() - 2);
        if matches!(tokens.last(), Some(TokenTree::Ident(_))) {
            tokens.pop();
        }
    }
}
