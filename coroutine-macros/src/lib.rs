//! The `#[consumer]` attribute.
#![forbid(unsafe_code)]

/// Placeholder while the compiler is being written.
#[proc_macro_attribute]
pub fn consumer(
    _attribute: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    item
}
