//! The intermediate representation: the body as a control-flow graph whose straight pieces are the
//! user's own statements. Only what contains a `recv!()` is opened into blocks.
//!
//! The nouns are rustc's: [`Local`], [`BlockId`], [`Terminator`], [`SuspensionPoint`].

mod bare;
mod borrow;
#[cfg(test)]
mod display;
mod drops;
mod effects;
mod graph;
mod head;
mod index;
mod left;
mod set;

pub(crate) use borrow::{Again, Borrow, Form, Once};
pub(crate) use effects::{Certainty, Effects, Exit};
pub(crate) use head::head;
pub(crate) use index::{BlockId, BorrowId, Index, IndexVec, Local, ScopeId, Suspension};
pub(crate) use set::LocalSet;

use crate::sites::Site;
use proc_macro2::{Ident, Span};
use std::collections::{BTreeSet, HashMap};
use syn::{Expr, Item, Lifetime, Pat, Stmt};

/// The whole body after lowering.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) locals: IndexVec<Local, LocalDecl>,
    pub(crate) scopes: IndexVec<ScopeId, Scope>,
    pub(crate) blocks: IndexVec<BlockId, BasicBlock>,
    pub(crate) suspensions: IndexVec<Suspension, SuspensionPoint>,
    pub(crate) borrows: IndexVec<BorrowId, Borrow>,
    pub(crate) entry: BlockId,
    /// A parameter or an input is a `&mut`.
    pub(crate) lends_mutably: bool,
    /// A value may be of type `!`, and what is printed around it is not reached then.
    pub(crate) may_diverge: bool,
    /// What an input lends ends with its own send.
    pub(crate) lends_input: bool,
    /// The inputs are `&str` or slices, whose methods are known.
    pub(crate) inputs_of_std: bool,
    /// Held for their drop alone wherever they are held, and may borrow from something: only what that drop needs is stored.
    pub(crate) left: BTreeSet<Local>,
    /// A closure may be part of these: rustc knows too late what it captures.
    pub(crate) captures: BTreeSet<Local>,
    /// Some of them end before they would be stored.
    pub(crate) ends_early: bool,
    /// A reply may borrow from the input it answers: only a closure that is given one can say so.
    pub(crate) lends_reply: bool,
    /// Some inner consumer is made in it.
    pub(crate) delegates: bool,
    /// Items of opened blocks: every transition must see them.
    pub(crate) items: Vec<Item>,
    /// The user's labels: of the blocks that a `break` or `continue` with them leads to.
    pub(crate) labels: HashMap<BlockId, Ident>,
    /// Labels of opened loops that nothing jumps to.
    pub(crate) unused_labels: Vec<Lifetime>,
    /// Names that mean no local where they are mentioned: something outside, or nothing.
    pub(crate) free: BTreeSet<String>,
    /// The body as it was written, with a number at each place that a local comes from.
    pub(crate) written: syn::Block,
    /// Where the items stand in it that have moved to the top of the function.
    pub(crate) hoisted: BTreeSet<Site>,
}

/// A binding. Two bindings of one name are two locals, and have two names here.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on one another")]
#[derive(Clone)]
pub(crate) struct LocalDecl {
    /// What stands for it in the graph; `names` knows what it is called.
    pub(crate) ident: Ident,
    /// The user has a name for it, which it is called by if nothing else is.
    pub(crate) is_placeholder: bool,
    /// Tells the binding from all others, also when the body is lowered once more.
    pub(crate) key: String,
    pub(crate) scope: ScopeId,
    /// The order in which locals are declared; the newest is dropped first.
    pub(crate) rank: usize,
    pub(crate) mutable: bool,
    pub(crate) origin: Origin,
    /// What is left of another local on the ways that did not take it: an `Option` of ours.
    pub(crate) rest: bool,
    /// As written on its binding.
    pub(crate) ty: Option<Box<syn::Type>>,
    /// Its type, if that shows: `u8`.
    pub(crate) shown: Option<syn::Type>,
    /// The type is seen to need no drop: `0`, `x as usize`, a reference.
    pub(crate) plain: bool,
    /// Its initializer leaves the type open: `Vec::new()`, `None`.
    pub(crate) open_type: bool,
    /// A number, a `bool` or a `char` by what is seen of it.
    pub(crate) number: bool,
    /// Is an input, or lent by one, by its binding: `let line = recv!();`, `let words = line.split(' ');`.
    pub(crate) input: bool,
    /// Its value borrows from an input.
    pub(crate) lent: bool,
    /// Its value is made of an input or of another local, and may borrow from that or not.
    pub(crate) may_borrow: bool,
    /// Its value is one of std's that borrows from an input, and whose drop does nothing. What is made of it may be anything.
    pub(crate) part: bool,
    /// Holds its value itself, by what is seen of its type or initializer: not a reference.
    pub(crate) owned: bool,
    /// Of a type of the standard library's, or a number, by what is seen of its type or initializer.
    pub(crate) of_std: bool,
    /// A `&mut`, by its type: it is changed through, without being `mut` itself.
    pub(crate) lends_mutably: bool,
    /// Used as a value, and used again: it is `Copy`, or rustc reports it.
    pub(crate) copied: bool,
    /// Of a type that is seen not to be `Copy`.
    pub(crate) moved: bool,
    /// Its `let`, or parameter, has an attribute, which may be about lints.
    pub(crate) attributed: bool,
    /// Holds a shared reference, by what is seen of its type or initializer.
    pub(crate) shared: bool,
    /// `&buf`, `buf.iter()`: what it borrows.
    pub(crate) borrow: Option<BorrowId>,
    /// What has its type in the body as written.
    pub(crate) typed_by: Option<TypedBy>,
}

/// What has the type of a local in the body as written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum TypedBy {
    /// Its binding.
    Binding(Site),
    /// The expression that it is the value of.
    Value(Site),
    /// The iterator of a `for`.
    Iterator(Site),
}

/// Why a local is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Origin {
    /// The user has named it.
    Written,
    /// A value that the user has not named: an operand, an iterator.
    Value,
    /// What a `delegate!` sends to.
    Inner,
}

impl LocalDecl {
    /// Its name as the user wrote it.
    pub(crate) fn written(&self) -> &str {
        self.key.split(' ').next().unwrap_or_default()
    }

    /// The same, or what we call it.
    pub(crate) fn base(&self) -> String {
        if self.is_placeholder { self.written().to_owned() } else { self.ident.to_string() }
    }

    /// Whether it has to be kept for its drop: one that may borrow from an input cannot be.
    pub(crate) fn may_drop(&self) -> bool {
        !self.plain && !self.lent && !self.part
    }

    /// Whether it is seen to be `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        self.is_copy_by_itself() || self.copied
    }

    /// The same, also if the rest of the body is not right.
    pub(crate) fn is_copy_by_itself(&self) -> bool {
        self.number || self.shared
    }
}

/// A lexical block that was opened. Its locals drop where it is left.
#[derive(Clone)]
pub(crate) struct Scope {
    pub(crate) parent: Option<ScopeId>,
    pub(crate) handler: Option<Handler>,
}

/// `on_close! { … }`
#[derive(Clone)]
pub(crate) struct Handler {
    pub(crate) block: syn::Block,
    pub(crate) effects: Effects,
    /// Ours, of a `delegate!`: it closes the inner consumer.
    pub(crate) of_inner: bool,
}

#[derive(Clone)]
pub(crate) struct BasicBlock {
    pub(crate) scope: ScopeId,
    /// Its place in the source, among the others.
    pub(crate) at: usize,
    /// What a pattern on the way here has taken by value.
    pub(crate) taken: Vec<Local>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) terminator: Terminator,
}

/// A piece of the user's code that neither suspends nor jumps to another block.
#[derive(Clone)]
pub(crate) struct Statement {
    pub(crate) stmt: Stmt,
    pub(crate) effects: Effects,
}

#[derive(Clone)]
pub(crate) enum Terminator {
    /// Not reached, or not yet known.
    Unreachable,
    Goto(BlockId),
    /// `if cond`, also with `let`: what it binds belongs to `then`.
    If {
        cond: Expr,
        effects: Effects,
        then: BlockId,
        otherwise: BlockId,
    },
    Match {
        scrutinee: Expr,
        effects: Effects,
        arms: Vec<MatchArm>,
    },
    /// A statement with jumps to other blocks in it, which stand there as [`exit`] expressions.
    Exec {
        stmt: Box<Stmt>,
        effects: Effects,
        exits: Vec<BlockId>,
        next: BlockId,
    },
    /// Answer with the reply, and wait.
    Suspend {
        suspension: Suspension,
        /// In a batch: there are no more inputs.
        at_end: bool,
    },
    /// In a batch: go on with the next input, and wait only if there is none.
    Receive {
        suspension: Suspension,
        resume: BlockId,
    },
    Return {
        value: Option<Expr>,
        effects: Effects,
    },
}

#[derive(Clone)]
pub(crate) struct MatchArm {
    pub(crate) attrs: Vec<syn::Attribute>,
    /// With its guard, if it has one.
    pub(crate) pat: Pat,
    pub(crate) target: BlockId,
    /// Where the user wrote what the arm leads to: there rustc says what to add.
    pub(crate) span: Span,
}

/// One `recv!()`.
#[derive(Clone)]
pub(crate) struct SuspensionPoint {
    /// `Line`, after the binding that waits; `Recv3` for the third if it has none.
    pub(crate) state: Ident,
    /// `Line`, also if the state is called `Line2` since another is `Line` already.
    pub(crate) base: String,
    /// Called after a binding.
    pub(crate) is_bound: bool,
    /// The locals that their names mean here, by their user's own names.
    pub(crate) named: BTreeSet<Local>,
    /// ``Waiting at `let line = recv!()` ``
    pub(crate) source: String,
    pub(crate) reply: Option<Expr>,
    /// An inner consumer is sent the input, first thing: `send(&mut inner, input)`.
    pub(crate) delegates: bool,
    pub(crate) effects: Effects,
    pub(crate) resume: BlockId,
    pub(crate) block: BlockId,
    pub(crate) span: Span,
}

impl Body {
    /// Whether a place to wait, and all that it holds, is called the same however the rest of the source is edited: it has a
    /// binding of its own, and so has each local.
    pub(crate) fn is_named(&self, suspension: Suspension, saved: &[Local]) -> bool {
        let point = &self.suspensions[suspension];
        let alike = self.suspensions.iter().filter(|(_, other)| other.base == point.base).count();
        point.is_bound
            && point.state == point.base
            && alike == 1
            && saved.iter().all(|local| {
                point.named.contains(local) && self.locals[*local].origin == Origin::Written
            })
    }
}

/// Stands in a statement for the jump to `exits[index]`.
pub(crate) fn exit(index: usize) -> Expr {
    syn::parse_quote!(__exit!(#index))
}

/// `let mut x = init;`
pub(crate) fn let_stmt(name: &Ident, mutability: Option<&Ident>, init: &Expr) -> Stmt {
    syn::parse_quote!(let #mutability #name = #init;)
}

/// The pattern `mut x`.
pub(crate) fn binding(name: &Ident, mutability: Option<&Ident>) -> Pat {
    let Stmt::Local(local) = syn::parse_quote!(let #mutability #name;) else {
        unreachable!("a `let` is one")
    };
    local.pat
}

/// `x = value;`
pub(crate) fn assign_stmt(name: &Ident, value: &Expr) -> Stmt {
    syn::parse_quote!(#name = #value;)
}

/// `{ exit }`
pub(crate) fn exit_block(exit: &Expr) -> Expr {
    syn::parse_quote!({ #exit })
}

/// The index of an [`exit`].
pub(crate) fn as_exit(mac: &syn::Macro) -> Option<usize> {
    mac.path
        .is_ident("__exit")
        .then(|| mac.parse_body::<syn::LitInt>().ok()?.base10_parse().ok())?
}

/// What the suspension evaluates to, where it resumes.
pub(crate) fn input() -> Ident {
    Ident::new("input", Span::mixed_site())
}
