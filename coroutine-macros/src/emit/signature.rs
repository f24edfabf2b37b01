//! The function as its callers see it.

use super::Emitted;
use super::derive::respanned;
use crate::markers;
use crate::parse::{Consumer, Derive, Input};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

/// `fn grep(pattern: &str) -> Unprimed<impl …>`, without its body.
pub(super) fn signature(consumer: &Consumer, docs: Option<&TokenStream>) -> TokenStream {
    let (receive, bounds) = (receive(consumer), super::derive::bounds(consumer));
    returning(consumer, &quote!(impl #receive #bounds), docs)
}

/// The signature of a function that gives this machine.
pub(super) fn returning(
    consumer: &Consumer,
    machine: &TokenStream,
    docs: Option<&TokenStream>,
) -> TokenStream {
    // What lacks a trait that is asked for is reported at the return type: from the first that is to the last.
    let span = |derive: Option<&Derive>| derive.map_or_else(Span::call_site, |derive| derive.span);
    let (first, last) = (span(consumer.derives.first()), span(consumer.derives.last()));
    let open = respanned(quote!(::coroutine_runtime::Unprimed<), first);
    let close = respanned(quote!(>), last);
    declared(consumer, &quote!(#open #machine #close), docs)
}

/// The signature with this return type.
fn declared(
    consumer: &Consumer,
    returned: &TokenStream,
    docs: Option<&TokenStream>,
) -> TokenStream {
    let Consumer { attrs, vis, ident, generics, this, params, .. } = consumer;
    let where_clause = &generics.where_clause;
    let attrs = attrs.iter().map(|attr| match &consumer.name {
        Some(_) => super::named::allowed(attr),
        None => attr.clone(),
    });
    let receiver = this.iter().map(|this| this.receiver.to_token_stream());
    let params = params.iter().skip(receiver.len()).map(|param| {
        let crate::parse::Param { attrs, ident, ty, .. } = param;
        quote!(#(#attrs)* #ident: #ty)
    });
    let params = receiver.chain(params);
    quote! {
        #(#attrs)*
        #docs
        #vis fn #ident #generics (#(#params),*) -> #returned #where_clause
    }
}

/// `for<'input> Receive<&'input str, Reply = (), Output = ()>`
pub(super) fn receive(consumer: &Consumer) -> TokenStream {
    let Consumer { input: Input { ty, .. }, reply, output, .. } = consumer;
    let fresh = fresh(consumer);
    quote!(#fresh ::coroutine_runtime::Receive<#ty, Reply = #reply, Output = #output>)
}

/// `for<'input>`
pub(super) fn fresh(consumer: &Consumer) -> TokenStream {
    let fresh = &consumer.input.fresh;
    if fresh.is_empty() { TokenStream::new() } else { quote!(for<#(#fresh),*>) }
}

/// The macros that are gone from the body: what imports them is still used, and missed if it is not there.
pub(super) fn imports(consumer: &Consumer) -> TokenStream {
    let mut imports = match &consumer.written.unread {
        Some(unread) => markers::imported(unread.clone()),
        None => markers::imported(consumer.body.to_token_stream()),
    };
    for import in &mut imports {
        // A parameter called `recv` is not what is imported.
        import.set_span(import.span().resolved_at(Span::mixed_site()));
    }
    if imports.is_empty() {
        return TokenStream::new();
    }
    quote!(::coroutine_runtime::__private::uses!(#(#imports),*);)
}

/// `let this = self;`
pub(super) fn this(consumer: &Consumer) -> Option<TokenStream> {
    consumer.this.as_ref().map(|this| {
        let (name, receiver) = (&this.ident, this.receiver.self_token);
        quote!(let #name = #receiver;)
    })
}

/// The signature alone, when the body has an error: callers must not light up too. With what is `left` to rustc, and which it might see in another way, the
/// program is not built.
pub(crate) fn stub(consumer: &Consumer, says_all: bool, left: &[String]) -> Emitted {
    let (imports, fresh) = (imports(consumer), fresh(consumer));
    let Consumer { input: Input { ty, .. }, reply, output, .. } = consumer;
    let stub = quote!(::coroutine_runtime::__private::Stub<#fresh fn(#ty) -> #reply, #output>);
    let as_written = super::as_written::as_written(consumer);
    // Editors look at it in any case.
    let for_editors = (says_all || !consumer.input.known) && !as_written.is_empty();
    let for_editors = for_editors.then(|| quote!(#[cfg(rust_analyzer)]));
    let unprimed = quote!(::coroutine_runtime::Unprimed::<#stub>::stub());
    let unknown = quote!(::coroutine_runtime::__private::Unknown);
    let (signature, made, beside) = match &consumer.name {
        None if !consumer.input.known => {
            let returned = quote!(#unknown<#reply, #output>);
            (declared(consumer, &returned, None), quote!(#unknown::stub()), TokenStream::new())
        }
        None => (signature(consumer, None), unprimed, TokenStream::new()),
        Some(name) => {
            let generics = consumer.all_generics();
            let (_, args, where_clause) = generics.split_for_impl();
            let vis = &consumer.vis;
            // Whatever is asked of the type, it is that of no machine at all.
            let beside = quote!(#vis type #name #generics #where_clause = #stub;);
            (returning(consumer, &quote!(#name #args), None), unprimed, beside)
        }
    };
    let quiet = super::as_written::quiet();
    let function = quote! {
        #[allow(unexpected_cfgs, unused_imports, unreachable_code)]
        #quiet
        #signature {
            #imports
            #(const { ::core::panic!(#left) };)*
            #for_editors
            #as_written
            #made
        }
    };
    Emitted { function, beside }
}
