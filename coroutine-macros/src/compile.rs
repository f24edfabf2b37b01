//! The driver: the passes, and what holds after each.

use crate::diagnostics::Errors;
use crate::for_rustc::LooksFor;
use crate::lower::Hints;
use crate::names::Names;
use crate::parse::Outer;
use crate::{
    blocks, check, diagram, emit, for_rustc, ir, liveness, lower, names, nesting, parse, storage,
    types, typing,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// What the passes made of a consumer, before it is printed.
pub(crate) struct Compiled {
    pub(crate) consumer: parse::Consumer,
    pub(crate) body: ir::Body,
    pub(crate) layout: storage::Layout,
    /// rustc has something to say of the body that it may not find in the transitions.
    pub(crate) names: Names,
    pub(crate) for_rustc: Option<LooksFor>,
    /// Some locals take their type from the body as written.
    pub(crate) typing: Option<typing::Typing>,
    /// Of a machine that has a name.
    pub(crate) types: Option<types::Types>,
    pub(crate) graph: diagram::Graph,
}

/// What a function becomes, as far as it stands alone.
pub(crate) struct Expanded {
    pub(crate) function: TokenStream,
    /// What stands beside it.
    pub(crate) beside: TokenStream,
    /// The name of its machine.
    pub(crate) name: Option<Ident>,
}

/// From the attribute's arguments and what it stands on to the machine, or to the errors and what callers need all the same.
pub(crate) fn compile(attribute: TokenStream, item: TokenStream) -> TokenStream {
    if let Some(error) = nesting::too_deep(attribute.clone()) {
        // Whatever it stands on stays there.
        return item.into_iter().chain(error.into_compile_error()).collect();
    }
    if nesting::too_deep(item.clone()).is_none()
        && let Ok(syn::Item::Impl(block)) = syn::parse2(item.clone())
    {
        return blocks::expand(attribute, block);
    }
    let Expanded { function, beside, .. } = expand(attribute, item, None);
    quote!(#beside #function)
}

/// A method of a block that is marked itself.
pub(crate) fn method(attribute: TokenStream, item: TokenStream, outer: &Outer) -> Expanded {
    expand(attribute, item, Some(outer.clone()))
}

fn expand(attribute: TokenStream, item: TokenStream, outer: Option<Outer>) -> Expanded {
    match passes(attribute, item.clone(), outer) {
        Ok(compiled) => {
            let emitted = emit::emit(&compiled);
            let Compiled { consumer, graph, .. } = compiled;
            let emit::Emitted { function, beside } =
                with_constant(emitted, &consumer, || graph.mermaid());
            Expanded { function, beside, name: consumer.name }
        }
        Err(failed) => {
            let Failed { consumer, errors } = *failed;
            let (says_all, left) = (errors.says_all(), errors.left().to_vec());
            let errors = errors.into_tokens();
            let Some(consumer) = consumer else {
                // Whatever it is, it stays there.
                let mut function = item;
                function.extend(errors);
                return Expanded { function, beside: TokenStream::new(), name: None };
            };
            let stub = emit::stub(&consumer, says_all, &left);
            let emit::Emitted { function, beside } = with_constant(stub, &consumer, String::new);
            Expanded { function, beside: quote!(#beside #errors), name: consumer.name }
        }
    }
}

/// With the constant that the user asked for: in front of the function, but a trait has no place for it.
fn with_constant(
    emitted: emit::Emitted,
    consumer: &parse::Consumer,
    text: impl FnOnce() -> String,
) -> emit::Emitted {
    let emit::Emitted { function, beside } = emitted;
    let constant = diagram::constant(consumer, text);
    if consumer.outer.as_ref().is_some_and(|outer| outer.of_trait) {
        emit::Emitted { function, beside: quote!(#constant #beside) }
    } else {
        emit::Emitted { function: quote!(#constant #function), beside }
    }
}

/// What is known of a body that nothing is left to be decided of, or what is.
struct Decided {
    analysis: liveness::Analysis,
    partition: storage::Partition,
    undecided: Vec<liveness::Undecided>,
}

/// Analyzes, gives what is left of locals that are taken on some ways only a local of its own, and ends borrows that are held in vain.
fn decide(consumer: &parse::Consumer, body: &mut ir::Body) -> Decided {
    loop {
        let (analysis, mut undecided) = liveness::analyze(body, consumer.input.lends());
        let partition = storage::Partition::new(body, &analysis);
        if undecided.is_empty() {
            undecided = storage::undecided(body, &analysis, &partition);
        }
        let can_keep = |local: &ir::Local| liveness::can_keep(body, *local);
        if let Some(local) = undecided.iter().map(|undecided| undecided.local).find(can_keep) {
            let name = rest_name(consumer, body, local);
            let ends = storage::may_end(consumer, body).contains(&local);
            let (order, init) = (&analysis.order, &analysis.init);
            liveness::keep_rest(body, order, init, (local, ends), &name);
            continue;
        }
        body.captures = storage::captures(body, &analysis);
        body.left = storage::left(consumer, body, &analysis, &partition);
        // What is known of the blocks holds for each of them: an ending is within one local's line.
        let mut ended = false;
        while let Some(ending) = liveness::ends_early(body, &analysis) {
            let name = rest_name(consumer, body, ending.local);
            liveness::end_early(body, &ending, &name);
            body.left.remove(&ending.local);
            ended = true;
        }
        if !ended {
            return Decided { analysis, partition, undecided };
        }
    }
}

fn rest_name(consumer: &parse::Consumer, body: &ir::Body, local: ir::Local) -> String {
    let is_taken = |name: &str| {
        consumer.mentions(name) || body.locals.iter().any(|(_, decl)| decl.ident == name)
    };
    liveness::rest_name(body, local, is_taken)
}

/// What lowering has to open so that more can be decided; `None` if all that has been tried.
fn open(body: &ir::Body, undecided: &[liveness::Undecided], hints: &Hints) -> Option<Hints> {
    let mut opened = hints.clone();
    opened
        .opened
        .extend(undecided.iter().map(|undecided| body.locals[undecided.local].key.clone()));
    (opened != *hints).then_some(opened)
}

/// The signature, if it was understood, and what is wrong.
pub(crate) struct Failed {
    consumer: Option<parse::Consumer>,
    pub(crate) errors: Errors,
}

pub(crate) fn passes(
    attribute: TokenStream,
    item: TokenStream,
    outer: Option<Outer>,
) -> Result<Compiled, Box<Failed>> {
    let mut errors = Errors::default();
    // After this point the signature is one that a machine can stand for, and the input type is known.
    let Some(consumer) = parse::parse(attribute, item, outer, &mut errors) else {
        return Err(Box::new(Failed { consumer: None, errors }));
    };
    if consumer.written.unread.is_some() {
        return Err(Box::new(Failed { consumer: Some(consumer), errors }));
    }
    let mut hints = Hints::default();
    let (body, analysis, partition) = loop {
        // After this point the body is a graph; each of its statements runs without waiting.
        let mut found = Errors::default();
        let mut body = lower::lower(&consumer, &hints, &mut found);
        // After this point it is known what every suspension has to keep.
        let Decided { analysis, partition, undecided } = decide(&consumer, &mut body);
        if let Some(opened) = open(&body, &undecided, &hints) {
            hints = opened;
            continue;
        }
        // After this point it can be kept.
        check::check(&consumer, &body, &analysis, &undecided, &mut found);
        errors.append(found);
        break (body, analysis, partition);
    };
    if !errors.is_empty() {
        return Err(Box::new(Failed { consumer: Some(consumer), errors }));
    }
    // After this point everything that is printed has been decided.
    let for_rustc = for_rustc::looks_for(&consumer, &body, &analysis);
    let layout = storage::assign(&consumer, &body, &analysis, partition);
    let is_named = consumer.name.is_some();
    let types = is_named.then(|| types::infer(&consumer, &body, &analysis.order));
    if let Some(types) = &types {
        check::types(&body, &layout, types, &mut errors);
    }
    let names = names::assign(&consumer, &body, &analysis, &layout, &mut errors);
    if !errors.is_empty() {
        return Err(Box::new(Failed { consumer: Some(consumer), errors }));
    }
    let typing = typing::decide(&consumer, &body, &analysis, &layout);
    // What its users see of it.
    let graph = diagram::Graph::new(&consumer, &body, &layout, &names);
    Ok(Compiled { consumer, body, layout, names, for_rustc, typing, types, graph })
}
