//! parse: the attribute and the function become a [`Consumer`], everything about the signature checked.

mod attribute;
mod derive;
mod elision;
mod fingerprint;
mod input;
mod method;
mod misplaced;
mod named;
mod outer;
mod reserved;
mod restored;
mod signature;
mod unread;

pub(crate) use derive::{Derive, Trait};
pub(crate) use elision::name_lifetimes;
pub(crate) use input::{Input, as_one};
pub(crate) use outer::Outer;
pub(crate) use signature::{Param, Written, is_cfg};

use crate::catalogue;
use crate::diagnostics::Errors;
use crate::naming;
use attribute::Options;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use std::collections::HashMap;
use syn::{Attribute, Block, Generics, Lifetime, Type, Visibility};
use unread::Read;

/// A consumer as written, with its signature taken apart.
pub(crate) struct Consumer {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// `&mut self`, which is also the first of the parameters.
    pub(crate) this: Option<method::This>,
    pub(crate) params: Vec<Param>,
    pub(crate) input: Input,
    pub(crate) reply: Type,
    /// `reply = …` is written, or may have been meant.
    pub(crate) replies: bool,
    /// The option `batch`, where it stands.
    pub(crate) batch: Option<Ident>,
    pub(crate) derives: Vec<Derive>,
    /// `'de`, what may be borrowed from a snapshot; `None` if nothing is.
    pub(crate) restored: Option<Lifetime>,
    /// `8c1f20d3`: tells the function as written from any other.
    pub(crate) fingerprint: String,
    /// `Decoder`, for a machine whose type has a name.
    pub(crate) name: Option<Ident>,
    /// `GREP_GRAPH`, the constant that has the graph of the machine as Mermaid's text.
    pub(crate) mermaid: Option<Ident>,
    /// The `impl` block that it stands in, if that is marked too.
    pub(crate) outer: Option<Outer>,
    pub(crate) output: Type,
    pub(crate) written: Written,
    pub(crate) body: Block,
    idents: HashMap<String, usize>,
}

/// Fails when nothing can be compiled without what is wrong; smaller mistakes go to `errors`.
pub(crate) fn parse(
    attribute: TokenStream,
    item: TokenStream,
    outer: Option<Outer>,
    errors: &mut Errors,
) -> Option<Consumer> {
    let mut options = Options::parse(attribute.clone(), errors);
    let mut item = item;
    if let (Some(outer), Some(_)) = (&outer, &options.name) {
        item = outer.without_self(item);
        // What was wrong with it has been said.
        options = Options::parse(outer.without_self(attribute.clone()), &mut Errors::default());
    }
    let Read { mut function, unread } = unread::read(&item, errors)?;
    let written = Written::new(&function.sig, unread);
    for attr in &mut function.attrs {
        // Also one that stands at the top of the body.
        attr.style = syn::AttrStyle::Outer;
    }
    signature::check(&function.sig, errors);
    reserved::check(attribute.clone(), errors);
    reserved::check(item.clone(), errors);
    misplaced::check(attribute, &function, errors);
    let mut idents = HashMap::new();
    self::idents(item, &mut idents);
    let fingerprint = fingerprint::of(&function);
    let mut lifetimes = input::lifetimes(&function);
    lifetimes.extend(outer.iter().flat_map(Outer::lifetimes));
    let is_named = options.name.is_some();
    let is_restored = options.derives.iter().any(|derive| derive.of == Trait::Deserialize);
    let borrows =
        is_restored && !is_named && restored::lends(&function.sig, options.input.as_ref());
    elision::parameters(&mut function.sig, &mut lifetimes, is_named || borrows);
    if let Some(machine) = &options.name {
        let is_taken = |name: &str| machine == name || idents.contains_key(name);
        named::name_impl_traits(&mut function.sig, is_taken);
    }
    let output = signature::output(&function.sig);
    let input = Input::new(options.input, &function, errors);
    let restored = borrows.then(|| restored::lifetime(&mut function.sig, &input, &mut lifetimes));
    if let (Some(name), None) = (&options.name, &outer)
        && (method::has_receiver(&function.sig) || idents.contains_key("Self"))
    {
        errors.at(name, catalogue::name_of_method());
        options.name = None;
    }
    let named_in = outer.as_ref().filter(|_| is_named).map(|outer| &outer.self_ty);
    let this = method::This::of(&mut function, named_in, |name| idents.contains_key(name));
    let params = this.iter().map(method::This::param).chain(signature::params(&function.sig));
    let mut params: Vec<Param> = params.collect();
    for param in &mut params {
        hide_if_unused(&mut param.ident, &idents);
    }
    let replies = options.reply.is_some() || options.has_unknown;
    let reply = input.reply(options.reply, errors);
    let batch = options.batch;
    if let Some(batch) = batch.as_ref().filter(|_| !Consumer::is_unit(&reply)) {
        errors.at(batch, catalogue::batch_with_reply());
    }
    Some(Consumer {
        attrs: function.attrs,
        vis: function.vis,
        ident: function.sig.ident,
        generics: function.sig.generics,
        this,
        params,
        input,
        reply,
        replies,
        batch,
        derives: options.derives,
        restored,
        fingerprint,
        name: options.name,
        mermaid: options.mermaid,
        outer,
        output,
        written,
        body: *function.block,
        idents,
    })
}

/// Whether an identifier of this name stands anywhere among the tokens.
pub(crate) fn mentions(tokens: &TokenStream, name: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

/// How often an identifier of this name stands among the tokens, other than as that of a field or method.
pub(crate) fn count(tokens: &TokenStream, name: &str) -> usize {
    let mut behind_dot = false;
    let mut total = 0;
    for token in tokens.clone() {
        total += match &token {
            TokenTree::Ident(ident) => usize::from(ident == name && !behind_dot),
            TokenTree::Group(group) => count(&group.stream(), name),
            _ => 0,
        };
        behind_dot = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '.');
    }
    total
}

/// Every identifier among the tokens, and how often it stands there by itself: not as a field or method.
fn idents(tokens: TokenStream, found: &mut HashMap<String, usize>) {
    let mut behind_dot = false;
    for token in tokens {
        let is_dot = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.');
        match token {
            TokenTree::Ident(ident) => {
                *found.entry(ident.to_string()).or_insert(0) += usize::from(!behind_dot);
            }
            TokenTree::Group(group) => idents(group.stream(), found),
            _ => {}
        }
        behind_dot = is_dot;
    }
}

fn hide_if_unused(ident: &mut Ident, idents: &HashMap<String, usize>) {
    let name = ident.to_string();
    if name.starts_with('_') && idents.get(&name) == Some(&1) {
        ident.set_span(ident.span().resolved_at(Span::mixed_site()));
    }
}

impl Consumer {
    /// The generics of the block that it stands in, and its own.
    pub(crate) fn all_generics(&self) -> Generics {
        let mut all = self.generics.clone();
        let Some(outer) = &self.outer else { return all };
        let is_lifetime =
            |param: &&syn::GenericParam| matches!(param, syn::GenericParam::Lifetime(_));
        let both = || outer.generics.params.iter().chain(&self.generics.params);
        let lifetimes = both().filter(is_lifetime);
        all.params = lifetimes.chain(both().filter(|param| !is_lifetime(param))).cloned().collect();
        if let Some(clause) = &outer.generics.where_clause {
            all.make_where_clause().predicates.extend(clause.predicates.iter().cloned());
        }
        all
    }

    /// `"grep"`
    pub(crate) fn name(&self) -> String {
        self.ident.to_string().trim_start_matches("r#").to_owned()
    }

    /// Whether the function has an identifier of this name anywhere: then a name of ours must be another.
    pub(crate) fn mentions(&self, name: &str) -> bool {
        self.idents.contains_key(name)
    }

    /// How often the function has an identifier of this name.
    pub(crate) fn count(&self, name: &str) -> usize {
        self.idents.get(name).copied().unwrap_or(0)
    }

    /// Takes a name that the user does not use out of the sight of lints: we may use it.
    pub(crate) fn hide_if_unused(&self, ident: &mut Ident) {
        hide_if_unused(ident, &self.idents);
    }

    /// `base`, or `base2`, … if the function says `base` itself.
    pub(crate) fn unused(&self, base: &str) -> Ident {
        let name = naming::unused(base, |name| self.mentions(name));
        Ident::new(&name, Span::call_site())
    }

    /// Whether the type is written `()`: then a bare `recv!()` has something to reply with.
    pub(crate) fn is_unit(ty: &Type) -> bool {
        match ty {
            Type::Tuple(tuple) => tuple.elems.is_empty(),
            Type::Group(inner) => Consumer::is_unit(&inner.elem),
            Type::Paren(inner) => Consumer::is_unit(&inner.elem),
            _ => false,
        }
    }
}
