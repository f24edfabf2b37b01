//! The words of the language, as calls that a plain function can make: for a body that is not made into a machine.

use crate::markers::Marker;
use crate::parse::Consumer;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::Parser;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Lifetime, Type};

/// What they say of the function around them.
pub(super) struct Words {
    input: TokenStream,
    reply: TokenStream,
    /// If it is not `()`.
    output: Option<TokenStream>,
}

impl Words {
    pub(super) fn new(consumer: &Consumer) -> Self {
        let inferred = |ty: &Type| {
            let mut ty = ty.clone();
            Inferred(&consumer.input.fresh).visit_type_mut(&mut ty);
            ty.into_token_stream()
        };
        let input = if consumer.input.known { inferred(&consumer.input.ty) } else { quote!(_) };
        // One that was not understood is reported.
        let is_known = consumer.replies && !Consumer::is_unit(&consumer.reply);
        let reply = if is_known { inferred(&consumer.reply) } else { quote!(_) };
        let has_output = !Consumer::is_unit(&consumer.output) && !consumer.written.is_opaque;
        let output = has_output.then(|| consumer.output.to_token_stream());
        Words { input, reply, output }
    }

    pub(super) fn replaced(&self, tokens: TokenStream) -> TokenStream {
        self.replaced_in(tokens, 0)
    }

    /// `depth` braces are around the tokens.
    fn replaced_in(&self, tokens: TokenStream, depth: usize) -> TokenStream {
        let mut replaced: Vec<TokenTree> = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        // A nested consumer has words of its own.
        let mut in_consumer = false;
        while let Some(token) = tokens.next() {
            let word = match token {
                TokenTree::Ident(word) => word,
                TokenTree::Group(group) => {
                    in_consumer |= is_attribute(&replaced, &group);
                    let inner = if in_consumer {
                        group.stream()
                    } else {
                        self.replaced_in(group.stream(), depth + 1)
                    };
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
            let is_ours = is_call && !in_consumer && may_be_ours(&replaced);
            let Some(marker) = Marker::named(&word).filter(|_| is_ours) else {
                replaced.push(TokenTree::Ident(word));
                continue;
            };
            let bang = tokens.next();
            let Some(TokenTree::Group(arguments)) = tokens.peek() else {
                replaced.push(TokenTree::Ident(word));
                replaced.extend(bang);
                continue;
            };
            let parentheses = arguments.span();
            let arguments = self.replaced_in(arguments.stream(), depth + 1);
            tokens.next();
            // `coroutine_runtime::recv!` is a path, of which the call is the whole.
            without_path(&mut replaced);
            replaced.extend(self.call(marker, &word, &arguments, parentheses, depth));
        }
        replaced.into_iter().collect()
    }

    /// All of it is where the user has written it: what rustc says of it, and of what it is part of, is as it is said of a call.
    fn recv(&self, word: &Ident, arguments: &TokenStream, parentheses: Span) -> TokenStream {
        let (input, reply) = (&self.input, &self.reply);
        let name = Ident::new("__recv", word.span());
        let (reply, argument) = if syn::parse2::<Expr>(arguments.clone()).is_ok() {
            (reply.clone(), arguments.clone())
        } else if arguments.is_empty() {
            (quote!(_), quote!(()))
        } else {
            // What does not parse has been reported; its names are still there for editors.
            (
                quote!(_),
                quote!({
                    let _ = ::core::stringify!(#arguments);
                }),
            )
        };
        let mut argument = Group::new(Delimiter::Parenthesis, argument);
        argument.set_span(parentheses);
        quote_spanned!(word.span()=> #name::<#input, #reply>#argument)
    }

    fn call(
        &self,
        marker: Marker,
        word: &Ident,
        arguments: &TokenStream,
        parentheses: Span,
        depth: usize,
    ) -> TokenStream {
        let input = &self.input;
        let span = Span::mixed_site().located_at(word.span());
        let is_expr = syn::parse2::<Expr>(arguments.clone()).is_ok();
        // What does not parse has been reported; its names are still there for editors.
        let unread = || quote_spanned!(span=> { let _ = ::core::stringify!(#arguments); });
        match marker {
            Marker::Recv => self.recv(word, arguments, parentheses),
            Marker::Delegate if is_expr => quote_spanned! {span=> ({
                use ::coroutine_runtime::__private::Delegate as _;
                __delegate((#arguments).__begin::<#input>())
            })},
            Marker::Delegate => {
                let unread = unread();
                quote_spanned!(span=> ({ #unread ::core::unreachable!() }))
            }
            Marker::OnClose if Block::parse_within.parse2(arguments.clone()).is_err() => unread(),
            // That of the function may give the output.
            Marker::OnClose if depth == 0 && self.output.is_some() => {
                let output = &self.output;
                quote_spanned! {span=>
                    #[allow(unreachable_code)]
                    if __is_closing() {
                        let _ = ::coroutine_runtime::__private::gives::<#output, _, _>({ #arguments });
                        ::core::unreachable!()
                    };
                }
            }
            // Runs at most once, and nothing runs behind it.
            Marker::OnClose => quote_spanned! {span=>
                #[allow(unreachable_code)]
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

/// Whether nothing stands in front of a word that makes it another's: `coroutine_runtime::` does not.
fn may_be_ours(before: &[TokenTree]) -> bool {
    let is_colon =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':');
    match before {
        [.., root, first, second] if is_colon(first) && is_colon(second) => {
            matches!(root, TokenTree::Ident(name) if name == "coroutine_runtime")
        }
        [first, second] => !(is_colon(first) && is_colon(second)),
        _ => true,
    }
}

/// Takes away the `coroutine_runtime::` in front of a word.
fn without_path(tokens: &mut Vec<TokenTree>) {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let ends_with_colons = |tokens: &[TokenTree]| {
        let mut last = tokens.iter().rev();
        is_colon(last.next()) && is_colon(last.next())
    };
    if ends_with_colons(tokens) {
        tokens.truncate(tokens.len() - 2);
        tokens.pop();
        if ends_with_colons(tokens) {
            tokens.truncate(tokens.len() - 2);
        }
    }
}
