//! The driver: the passes, and what holds after each.

use crate::diagnostics::Errors;
use crate::lower::Hints;
use crate::{check, emit, liveness, lower, parse, storage};
use proc_macro2::TokenStream;
use quote::quote;

/// From the attribute's arguments and the function to the machine, or to the errors and what callers need all the same.
pub(crate) fn compile(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    // After this point the signature is one that a machine can stand for, and the input type is known.
    let Some(consumer) = parse::parse(attribute, item.clone(), &mut errors) else {
        return errors.into_tokens();
    };
    let mut hints = Hints::default();
    let (body, layout) = loop {
        // After this point the body is a graph; each of its statements runs without waiting.
        let mut body = lower::lower(&consumer, &hints, &mut errors);
        if !errors.is_empty() {
            return failed(&consumer, errors);
        }
        // After this point it is known what every suspension has to keep.
        let (analysis, undecided) = liveness::analyze(&mut body, consumer.input.lends());
        // After this point it can be kept.
        check::check(&consumer, &body, &analysis, &undecided, &mut errors);
        if !errors.is_empty() {
            return failed(&consumer, errors);
        }
        let renamed = storage::rename(&consumer, &body, &analysis, &hints);
        if renamed == hints {
            // After this point everything that is printed has been decided.
            let layout = storage::assign(&consumer, &body, &analysis);
            break (body, layout);
        }
        hints = renamed;
    };
    emit::emit(&consumer, &body, &layout)
}

fn failed(consumer: &parse::Consumer, errors: Errors) -> TokenStream {
    let (stub, errors) = (emit::stub(consumer), errors.into_tokens());
    quote!(#stub #errors)
}
