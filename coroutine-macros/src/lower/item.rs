//! Items declared in the body. Every transition has to see them, so those of opened blocks move to the top.

use super::Lowerer;
use crate::catalogue;
use crate::sites;
use proc_macro2::Ident;
use syn::Item;

impl Lowerer<'_> {
    pub(super) fn item(&mut self, mut item: Item) {
        for name in names(&item) {
            self.check_hoisted(&name, matches!(item, Item::Macro(_)));
        }
        if let Item::Macro(definition) = &item
            && let Some(name) = self.captured(&definition.mac)
        {
            self.errors.spanned(name.span(), catalogue::macro_uses_local(&name));
        }
        self.body.hoisted.extend(sites::take_of_item(&mut item));
        self.resolver().check_item(&mut item);
        self.body.items.push(item);
    }

    /// An item moves to the top of the function: no code that did not see it before may come to see it there.
    fn check_hoisted(&mut self, name: &Ident, is_macro: bool) {
        let text = name.to_string();
        let inside = if is_macro { self.rest_mentions(&text) } else { self.block_mentions(&text) };
        if self.consumer.count(&text) > inside {
            self.errors.spanned(name.span(), catalogue::item_hides_outer(name));
        }
    }

    fn block_mentions(&self, name: &str) -> usize {
        self.block_tokens.last().map_or(0, |block| crate::parse::count(&block.whole, name))
    }

    /// A macro is seen from its definition on.
    fn rest_mentions(&self, name: &str) -> usize {
        let rest = self.block_tokens.last().map(|block| block.rest.iter());
        rest.into_iter().flatten().map(|stmt| crate::parse::count(stmt, name)).sum()
    }

    /// A local that a `macro_rules!` definition names.
    fn captured(&self, mac: &syn::Macro) -> Option<Ident> {
        fn find(tokens: proc_macro2::TokenStream, known: &dyn Fn(&Ident) -> bool) -> Option<Ident> {
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

/// The names that an item brings into scope.
fn names(item: &Item) -> Vec<Ident> {
    fn of_use(tree: &syn::UseTree, found: &mut Vec<Ident>) {
        match tree {
            syn::UseTree::Path(path) => of_use(&path.tree, found),
            syn::UseTree::Name(name) => found.push(name.ident.clone()),
            syn::UseTree::Rename(rename) => found.push(rename.rename.clone()),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| of_use(tree, found)),
            syn::UseTree::Glob(_) => {}
        }
    }
    let mut found: Vec<Ident> = name(item).cloned().into_iter().collect();
    if let Item::Use(item) = item {
        of_use(&item.tree, &mut found);
    }
    found
}

fn name(item: &Item) -> Option<&Ident> {
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
