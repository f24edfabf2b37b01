//! Items declared in the body. Every transition has to see them, so those of opened blocks move to the top.

use super::Lowerer;
use syn::Item;

impl Lowerer<'_> {
    pub(super) fn item(&mut self, mut item: Item) {
        if let Some(name) = name(&item)
            && !self.item_names.insert(name.to_string())
        {
            let error =
                format!("two items called `{name}` in blocks that wait: give one another name");
            self.errors.spanned(name.span(), error);
        }
        if let Item::Macro(definition) = &item
            && let Some(name) = self.captured(&definition.mac)
        {
            let error = format!(
                "a macro in a consumer cannot use the local `{name}`: pass it as an argument"
            );
            self.errors.spanned(name.span(), error);
        }
        self.resolver().check_item(&mut item);
        self.body.items.push(item);
    }

    /// A local that a `macro_rules!` definition names.
    fn captured(&self, mac: &syn::Macro) -> Option<proc_macro2::Ident> {
        fn find(
            tokens: proc_macro2::TokenStream,
            known: &dyn Fn(&proc_macro2::Ident) -> bool,
        ) -> Option<proc_macro2::Ident> {
            let mut sigil = false;
            for token in tokens {
                match token {
                    proc_macro2::TokenTree::Ident(ident) if !sigil && known(&ident) => {
                        return Some(ident);
                    }
                    proc_macro2::TokenTree::Group(group) => {
                        if let Some(found) = find(group.stream(), known) {
                            return Some(found);
                        }
                        sigil = false;
                    }
                    proc_macro2::TokenTree::Punct(punct) => {
                        sigil = punct.as_char() == '$' || punct.as_char() == '.';
                    }
                    _ => sigil = false,
                }
            }
            None
        }
        find(mac.tokens.clone(), &|ident| self.env.get(&ident.to_string()).is_some())
    }
}

fn name(item: &Item) -> Option<&proc_macro2::Ident> {
    Some(match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    })
}
