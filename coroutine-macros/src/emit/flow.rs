//! One segment as Rust: a block that one jump leads to stands at that jump; one that several lead to, behind a
//! labelled block that they `break` out of; the head of a loop is a `loop`.

use super::Emitter;
use super::labels;
use super::part::Footing;
use super::state::Own;
use super::transition::Transition;
use crate::ir::{BlockId, Local, Terminator};
use crate::storage::{Segment, Taken, is_leaf};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use syn::{Expr, Lifetime};

/// Printed code, and whether control comes out at its end.
pub(super) struct Code {
    pub(super) tokens: TokenStream,
    pub(super) falls: bool,
}

/// Where a piece of code stands.
#[derive(Clone, Copy)]
pub(super) struct Position {
    /// What follows it.
    next: Option<BlockId>,
    /// It is the last thing of the transition: its value is the transition's.
    pub(super) tail: bool,
}

/// A label that something may jump to.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Label {
    /// Left by `break`: the block stands behind.
    Behind(BlockId),
    /// Gone around by `continue`.
    Loop(BlockId),
}

const JUMPING: Position = Position { next: None, tail: false };

pub(super) struct Flow<'e, 'a> {
    pub(super) emitter: &'e Emitter<'a>,
    pub(super) segment: &'e Segment,
    pub(super) transition: Transition,
    /// The state that the transition starts from, and what of it has been taken out.
    pub(super) own: Own<'e>,
    pub(super) taken: Taken,
    /// Where more of it is taken out.
    pub(super) takes: &'e BTreeMap<BlockId, Taken>,
    /// The locals that the root takes out, which a block of their own may have to hold.
    pub(super) restored: Vec<Local>,
    /// The borrows that the root takes again.
    pub(super) borrowed: &'e [Local],
    /// The locals that the code of the segment mentions.
    pub(super) named: BTreeSet<Local>,
    /// The parameter bears the name that the first statement would give the input.
    named_input: bool,
    around: bool,
    used: RefCell<HashSet<Label>>,
    /// The loops around the code that is being printed.
    open: RefCell<Vec<BlockId>>,
    /// A loop that a `break` behind it can name by its own label.
    aliases: RefCell<HashMap<BlockId, BlockId>>,
    /// Nothing stands between what is printed next and a `let x;`.
    behind_declaration: Cell<bool>,
}

impl<'e, 'a> Flow<'e, 'a> {
    pub(super) fn new(
        emitter: &'e Emitter<'a>,
        segment: &'e Segment,
        footing: Footing<'e>,
    ) -> Self {
        let Footing { transition, own, taken, takes, restored, is_first, in_loop } = footing;
        let receives = is_first && transition == Transition::Receive;
        // A join is not given one.
        let resumes = |root| emitter.body.suspensions.iter().any(|(_, point)| point.resume == root);
        let named_input = receives && resumes(segment.root) && emitter.input_name().is_some();
        let borrowed = emitter.layout.partition.borrowed(segment.root);
        let mut flow = Flow {
            emitter,
            segment,
            transition,
            own,
            taken,
            takes,
            restored,
            borrowed,
            named: BTreeSet::new(),
            named_input,
            around: in_loop,
            used: RefCell::default(),
            open: RefCell::default(),
            aliases: RefCell::default(),
            behind_declaration: Cell::default(),
        };
        flow.named = flow.names();
        flow
    }

    /// The whole segment. Its last expression is the value of the transition.
    pub(super) fn code(&self, tail: bool) -> TokenStream {
        self.node(self.segment.root, Position { next: None, tail }).tokens
    }

    fn node(&self, block: BlockId, at: Position) -> Code {
        if let Some(&taken) = self.takes.get(&block) {
            return self.taken_out(block, taken, at);
        }
        let behind = self.segment.outside(block);
        let seen = |local: &Local| behind.iter().all(|target| self.sees(*target, *local));
        let declared: Vec<Local> = self.declared(block, true).filter(seen).collect();
        let rank = |local: Local| self.emitter.body.locals[local].rank;
        let dropped = declared.iter().filter(|local| self.may_drop(**local));
        let first = dropped.map(|local| rank(*local)).min();
        // What was restored and is newer has to be dropped before.
        let newer = |local: &Local| {
            first.is_some_and(|first| rank(*local) > first) && self.may_drop(*local) && seen(local)
        };
        let restored =
            self.restored.iter().copied().filter(|_| block == self.segment.root).filter(newer);
        let declared = self.in_order(&declared, &restored.collect::<Vec<_>>());
        let borrowed = self.borrowed.iter().filter(|_| block == self.segment.root);
        let borrowed = borrowed.filter(|local| seen(local)).map(|local| self.take_again(*local));
        let borrowed: TokenStream = borrowed.collect();
        self.behind_declaration.set(!declared.is_empty());
        let code = self.with_behind(block, behind, at, |at| self.maybe_loop(block, at));
        let tokens = code.tokens;
        Code { tokens: quote!(#declared #borrowed #tokens), falls: code.falls }
    }

    /// `'t: { inner } t`, for each block that stands behind this one.
    fn with_behind(
        &self,
        block: BlockId,
        behind: &[BlockId],
        at: Position,
        inner: impl FnOnce(Position) -> Code,
    ) -> Code {
        let Some((&target, before)) = behind.split_last() else { return inner(at) };
        let is_loop = before.is_empty()
            && self.segment.is_head(block)
            && self.segment.outside(block).contains(&target);
        if is_loop {
            self.aliases.borrow_mut().insert(block, target);
        }
        let inside =
            self.with_behind(block, before, Position { next: Some(target), tail: false }, inner);
        let rest = self.node(target, at);
        let used = self.used.borrow().contains(&Label::Behind(target));
        let held = self.held_before(block, target, before);
        let scoped = self.segment.outside(block).contains(&target);
        let (inside, rest_tokens) = (inside.tokens, rest.tokens);
        let tokens = match (is_loop, used, scoped) {
            // The loop bears the label itself.
            (true, ..) | (false, false, false) if held.is_empty() => quote!(#inside #rest_tokens),
            (_, true, _) => {
                let label = label(Label::Behind(target));
                quote!(#label: { #held #inside } #rest_tokens)
            }
            (_, false, _) => quote!({ #held #inside } #rest_tokens),
        };
        Code { tokens, falls: rest.falls }
    }

    fn maybe_loop(&self, block: BlockId, at: Position) -> Code {
        if !self.segment.is_head(block) {
            return self.inner(block, at);
        }
        self.open.borrow_mut().push(block);
        let body = self.inner(block, Position { next: Some(block), tail: false }).tokens;
        self.open.borrow_mut().pop();
        let name = self.loop_label(block);
        let label = self.used.borrow().contains(&name).then(|| {
            let label = label(name);
            quote!(#label:)
        });
        // What leaves the loop jumps; it comes out at its end only where it bears the label of what stands behind it.
        Code { tokens: quote!(#label loop { #body }), falls: matches!(name, Label::Behind(_)) }
    }

    fn loop_label(&self, head: BlockId) -> Label {
        self.aliases.borrow().get(&head).map_or(Label::Loop(head), |target| Label::Behind(*target))
    }

    fn inner(&self, block: BlockId, at: Position) -> Code {
        let data = &self.emitter.body.blocks[block];
        let named = usize::from(block == self.segment.root && self.named_input);
        let mut declared: Vec<Local> = self.declared(block, false).collect();
        declared.sort_by_key(|local| self.emitter.body.locals[*local].rank);
        let mut statements = data
            .statements
            .iter()
            .enumerate()
            .skip(named)
            .filter(|(index, _)| !self.is_idle(block, *index))
            .map(|(_, statement)| statement)
            .peekable();
        let given = statements.next_if(|first| self.gives(block, first, &declared));
        let given = given.map(|first| self.declare_with(block, first, declared.pop()));
        let declared = self.declare(declared);
        let statements: TokenStream =
            statements.map(|statement| self.statement(block, statement)).collect();
        let is_declared = self.behind_declaration.take() || !declared.is_empty();
        let is_first = given.is_none() && statements.is_empty();
        let rest = self.with_behind(block, self.segment.inside(block), at, |at| {
            self.behind_declaration.set(is_declared && is_first);
            self.terminator(block, &data.terminator, at)
        });
        let tokens = rest.tokens;
        Code { tokens: quote!(#declared #given #statements #tokens), falls: rest.falls }
    }

    fn terminator(&self, block: BlockId, terminator: &Terminator, at: Position) -> Code {
        let behind_declaration = self.behind_declaration.take();
        match terminator {
            Terminator::Unreachable => Code { tokens: TokenStream::new(), falls: false },
            Terminator::Goto(target) => self.jump(block, *target, at),
            Terminator::Suspend { suspension, at_end } => {
                self.suspend(block, *suspension, at, *at_end)
            }
            Terminator::Receive { suspension, resume } => {
                let receive = self.receive(block, *suspension);
                let rest = self.jump(block, *resume, at);
                let tokens = rest.tokens;
                Code { tokens: quote!(#receive #tokens), falls: rest.falls }
            }
            Terminator::Return { value, effects } => {
                let value = value.as_ref().map_or_else(
                    || self.nothing(),
                    |value| self.rewritten(block, value, effects, &[]),
                );
                let code = self.transition.complete(self.emitter, &value, !at.tail);
                Code { tokens: code, falls: false }
            }
            Terminator::If { cond, effects, then, otherwise } => {
                let ways = (*then, *otherwise);
                self.condition(block, cond, effects, ways, at, behind_declaration)
            }
            Terminator::Match { scrutinee, arms, effects } => {
                self.decision(block, scrutinee, arms, effects, at)
            }
            Terminator::Exec { stmt, effects, exits, next } => {
                let exits: Vec<TokenStream> =
                    exits.iter().map(|exit| self.jump(block, *exit, JUMPING).tokens).collect();
                let stmt = self.rewritten(block, &**stmt, effects, &exits);
                let tied = self.tied(block, effects);
                let rest = self.jump(block, *next, at);
                let tokens = rest.tokens;
                Code { tokens: quote!(#stmt #tied #tokens), falls: rest.falls }
            }
        }
    }

    /// What a body gives that ends without a value: if it should have one, that is said at its type.
    fn nothing(&self) -> TokenStream {
        let span = syn::spanned::Spanned::span(&self.emitter.consumer.output);
        quote_spanned!(span.resolved_at(Span::mixed_site())=> ())
    }

    /// The code that takes control from here to `target`.
    pub(super) fn jump(&self, from: BlockId, target: BlockId, at: Position) -> Code {
        let emitter = self.emitter;
        if at.next == Some(target) {
            return Code { tokens: TokenStream::new(), falls: true };
        }
        // Also the root itself: what comes around to it has to be the state's once more.
        if let Some(join) = emitter.layout.join(target) {
            let (run, span) = (run_label(), Span::call_site());
            let store = self.store(from, &join.state, &join.saved, span);
            let claim = emitter.claim(emitter.layout.partition.claimed(target), span);
            return Code { tokens: quote!(#claim #store continue #run;), falls: false };
        }
        if is_leaf(emitter.body, target) {
            return if self.segment.is_end(target) {
                self.node(target, at)
            } else {
                self.inner(target, at)
            };
        }
        if self.open.borrow().contains(&target) {
            return self.labelled(self.loop_label(target), &quote!(continue));
        }
        if self.segment.is_placed(target) {
            return self.labelled(Label::Behind(target), &quote!(break));
        }
        self.node(target, at)
    }

    fn labelled(&self, to: Label, jump: &TokenStream) -> Code {
        self.used.borrow_mut().insert(to);
        let label = label(to);
        Code { tokens: quote!(#jump #label;), falls: false }
    }

    pub(super) fn in_loop(&self) -> bool {
        self.around || self.emitter.layout.partition.goes_around || !self.open.borrow().is_empty()
    }

    /// A condition, in which the locals stand for what they are already.
    pub(super) fn printed(&self, cond: &Expr) -> TokenStream {
        self.emitter.rewritten(cond, self.transition, &[], self.in_loop())
    }
}

fn label(label: Label) -> TokenStream {
    match label {
        Label::Behind(block) => labels::label("behind", block),
        Label::Loop(block) => labels::label("again", block),
    }
}

/// The loop around the states, which a join goes back to.
pub(super) fn run_label() -> Lifetime {
    Lifetime::new("'run", Span::mixed_site())
}
