//! lower: the body becomes a control-flow graph. Only what contains a `recv!()` is opened, one small template
//! a construct; everything else stays the user's own statement.
//!
//! `block` statements and scopes · `branch` `if`, `match` · `repeat` the loops · `operand` a `recv!()` inside of a
//! larger expression · `suspend` the `recv!()` itself · `delegate` an inner consumer · `build` the graph under construction.

mod bind;
mod block;
mod borrow;
mod branch;
mod breaks;
mod build;
mod delegate;
mod extended;
mod guard;
mod handler;
mod item;
mod item_shape;
mod lent;
mod operand;
mod primitive;
mod repeat;
mod suspend;
mod temporary;
mod value;

pub(crate) use lent::gives_part;
pub(crate) use operand::is_assignment;

use crate::diagnostics::Errors;
use crate::ir::{BlockId, Body, IndexVec, Local, ScopeId};
use crate::markers;
use crate::parse::Consumer;
use crate::resolve::{Env, Frame};
use crate::sites::{self, Site};
use proc_macro2::{Ident, Span, TokenStream};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What a first lowering found that the next one has to do otherwise.
#[derive(Default, Clone, PartialEq, Eq)]
pub(crate) struct Hints {
    /// Locals that are taken on some ways only: what takes them is opened, so that each way is one of the graph.
    pub(crate) opened: BTreeSet<String>,
}

/// How often each identifier stands in a block, and how often behind the current statement.
struct BlockTokens {
    whole: TokenStream,
    rest: Vec<TokenStream>,
}

/// Where the value of an expression goes.
#[derive(Clone, Copy)]
enum Dest {
    /// Nowhere: it is a statement, and its value is dropped.
    Ignore,
    Local(Local),
    /// It is what the consumer returns.
    Return,
}

struct Lowerer<'c> {
    consumer: &'c Consumer,
    hints: &'c Hints,
    errors: &'c mut Errors,
    body: Body,
    env: Env,
    scope: ScopeId,
    current: BlockId,
    frames: Vec<Frame>,
    /// What the next `recv!()` waits for: the `line` of `let line = recv!()`, and the statement for the docs.
    waits_for: Option<Ident>,
    source: String,
    /// The `line` of `line = recv!()`, which names the state too.
    assigns: Option<Ident>,
    /// The same of a `delegate!`, for the `recv!()` that it is made of.
    delegating: Option<(Option<Ident>, String)>,
    state_names: HashSet<String>,
    /// How many locals have begun with the same key: what a macro makes may all have one place.
    keys: HashMap<String, usize>,
    synthetic: HashMap<&'static str, usize>,
    /// The locals that the user did not write.
    ours: BTreeSet<Local>,
    /// The opened block around the current statement, as tokens, and those of it that are still to come.
    block_tokens: Vec<BlockTokens>,
    /// Inside of a match guard that waits.
    guarding: Option<guard::Guarding>,
    /// How many temporaries have been kept that their statement borrows.
    temporaries: usize,
    /// How many blocks have got their place in the source.
    placed: usize,
    /// Where the expression stands that is lowered next.
    site: Option<Site>,
}

/// Mistakes go to `errors`; the graph is whole all the same.
pub(crate) fn lower(consumer: &Consumer, hints: &Hints, errors: &mut Errors) -> Body {
    let body = Body {
        locals: IndexVec::new(),
        scopes: IndexVec::new(),
        blocks: IndexVec::new(),
        suspensions: IndexVec::new(),
        borrows: IndexVec::new(),
        entry: BlockId::first(),
        lends_mutably: lends_mutably(consumer),
        may_diverge: false,
        lends_input: consumer.input.lends(),
        inputs_of_std: lent::is_of_std(&consumer.input.ty),
        left: BTreeSet::new(),
        captures: BTreeSet::new(),
        ends_early: false,
        lends_reply: consumer.input.lends_to(&consumer.reply),
        delegates: false,
        items: Vec::new(),
        labels: std::collections::HashMap::new(),
        unused_labels: Vec::new(),
        free: BTreeSet::new(),
        written: syn::Block { brace_token: syn::token::Brace::default(), stmts: Vec::new() },
        hoisted: BTreeSet::new(),
    };
    let mut lowerer = Lowerer {
        consumer,
        hints,
        errors,
        body,
        env: Env::default(),
        scope: ScopeId::first(),
        current: BlockId::first(),
        frames: Vec::new(),
        waits_for: None,
        source: String::new(),
        assigns: None,
        delegating: None,
        state_names: ["Start", "Waiting", "Done", "Returned", "Self"].map(str::to_owned).into(),
        keys: HashMap::new(),
        synthetic: HashMap::new(),
        ours: BTreeSet::new(),
        block_tokens: Vec::new(),
        guarding: None,
        temporaries: 0,
        placed: 0,
        site: None,
    };
    lowerer.function();
    lowerer.body.free = lowerer.env.take_free();
    for (local, ty) in primitive::types(consumer, &lowerer.body).iter() {
        let decl = &mut lowerer.body.locals[local];
        decl.plain |= ty.is_some();
        decl.number |= ty.is_some();
        decl.shown.clone_from(ty);
    }
    lowerer.body.thread();
    lowerer.body.set_drops_apart();
    lowerer.body.set_exits_apart();
    lowerer.body.settle_borrows();
    lowerer.body
}

impl Lowerer<'_> {
    fn function(&mut self) {
        let outermost = self.new_scope(None);
        self.scope = outermost;
        self.current = self.new_block();
        self.body.entry = self.current;
        let consumer = self.consumer;
        let mut taken_apart = Vec::new();
        for param in &consumer.params {
            let plain = crate::evident::is_plain_type(&param.ty);
            let local = self.new_local(&param.ident, param.mutable, plain);
            self.body.locals[local].owned = crate::evident::is_owned_type(&param.ty);
            self.body.locals[local].moved = crate::evident::is_moved_type(&param.ty);
            self.body.locals[local].lends_mutably = is_mutable_reference(&param.ty);
            self.body.locals[local].of_std = self.body.locals[local].owned;
            self.body.locals[local].shared = crate::evident::is_shared_type(&param.ty);
            self.body.locals[local].number = crate::evident::is_number_type(&param.ty);
            self.body.locals[local].attributed = !param.attrs.is_empty();
            self.env.bind(param.ident.to_string(), local);
            if let Some(pat) = &param.pattern {
                self.ours.insert(local);
                let ident = &param.ident;
                taken_apart.push(syn::parse_quote!(let #pat = #ident;));
            } else if !taken_apart.is_empty() && !plain {
                // Dropped before what an earlier parameter was taken apart into.
                let ident = &param.ident;
                let mutability = param.mutable.then(|| Ident::new("mut", Span::mixed_site()));
                taken_apart.push(syn::parse_quote!(let #mutability #ident = #ident;));
            }
        }
        let mut body = consumer.body.clone();
        body.stmts.splice(0..0, taken_apart);
        let any_opens = !self.hints.opened.is_empty();
        sites::mark(&mut body, &|stmt| any_opens || markers::stmt_opens(stmt));
        self.body.written = body.clone();
        self.block(body, Dest::Return);
    }
}

fn lends_mutably(consumer: &Consumer) -> bool {
    is_mutable_reference(&consumer.input.ty)
        || consumer.params.iter().any(|param| is_mutable_reference(&param.ty))
}

/// `&mut T`
fn is_mutable_reference(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Reference(lent) if lent.mutability.is_some())
}
