//! The body of a consumer with an error, as a plain function that blocks in `recv!()`: rustc finds what else is wrong in
//! it, and an editor its names and types. It is never run.

use super::words::Words;
use crate::parse::{Consumer, Written};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Stmt;

/// Of what else is told of it, the lints are not. But for that of labels: rustc tells of them before all else.
pub(super) fn quiet() -> TokenStream {
    quote! {
        #[allow(
            unused_variables, unused_assignments, unused_mut, unused_must_use, unused_imports, unused_macros, unused_parens,
            unused_braces, unused_unsafe, unused_doc_comments, unreachable_patterns, path_statements, redundant_semicolons,
            dead_code
        )]
    }
}

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
            // A variable, as it is one in the function: not what a closure has captured.
            None => quote!(let #ident = #ident;),
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
    let written = quote! {
        let _ = move || #output {
            use ::coroutine_runtime::__private::as_written::*;
            #this
            #(#params)*
            #body
        };
    };
    // Whoever does not read it says so. What stands in the parentheses of a word may be anything, and has been reported.
    let is_rust = unread.is_some() || syn::parse2::<Stmt>(written.clone()).is_ok();
    if is_rust { written } else { TokenStream::new() }
}
