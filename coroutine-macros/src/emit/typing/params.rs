//! The parameters of the states, which are known before the first arm is looked at.
//!
//! ```text
//! struct FramesTypes<Buf, Sum>(Witness<Buf>, Witness<Sum>);
//! fn typed<Buf, Sum>(start: Frames<Buf, Sum>, _: FramesTypes<Buf, Sum>) -> Frames<Buf, Sum> { start }
//! let start = Start(typed(Frames::Start, FramesTypes(buf_, sum_)));
//! ```

use crate::emit::{Emitter, hidden};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

impl Emitter<'_> {
    /// The two items.
    pub(in crate::emit) fn typed(&self) -> Option<TokenStream> {
        let tied = self.tied_params()?;
        let (machine, types, name) = (&self.layout.machine, self.types_name(), self.typed_name());
        let mut params: Vec<&Ident> = self.layout.params.values().collect();
        let output = hidden("Output");
        if self.layout.returned {
            params.push(&output);
        }
        let known: Vec<&Ident> = tied.iter().map(|(param, _)| *param).collect();
        Some(quote! {
            #[allow(dead_code)]
            struct #types<#(#known),*>(#(::coroutine_runtime::__private::Witness<#known>),*);
            fn #name<#(#params),*>(
                start: #machine<#(#params),*>,
                _: #types<#(#known),*>,
            ) -> #machine<#(#params),*> {
                start
            }
        })
    }

    /// The state that the machine starts in, with the types of all others.
    pub(in crate::emit) fn with_types(&self, state: TokenStream) -> TokenStream {
        let Some(tied) = self.tied_params() else { return state };
        let witnesses = tied.iter().map(|(_, witness)| witness);
        let (types, name) = (self.types_name(), self.typed_name());
        quote!(#name(#state, #types(#(#witnesses),*)))
    }

    fn typed_name(&self) -> Ident {
        self.consumer.unused("typed")
    }

    fn types_name(&self) -> Ident {
        self.consumer.unused(&format!("{}Types", self.layout.machine))
    }

    /// The parameters that have a witness.
    fn tied_params(&self) -> Option<Vec<(&Ident, &Ident)>> {
        let typing = self.typing?;
        let params = self.layout.params.iter();
        let params = params.filter(|(local, _)| typing.stored.contains(local));
        let tied = params.filter_map(|(local, param)| Some((param, typing.witnesses.get(local)?)));
        let tied: Vec<(&Ident, &Ident)> = tied.collect();
        (!tied.is_empty()).then_some(tied)
    }
}
