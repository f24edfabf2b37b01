//! Which block of the expansion holds which local: declared where it is needed, dropped where its scope ends.

use super::flow::Flow;
use crate::ir::{BlockId, Effects, Local, Statement};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, Stmt};

impl Flow<'_, '_> {
    /// `let digits;`
    pub(super) fn declare(&self, locals: impl IntoIterator<Item = Local>) -> TokenStream {
        locals
            .into_iter()
            .map(|local| {
                let declaration = self.declaration(local, &self.emitter.body.locals[local].ident);
                let tied = self.emitter.tied_to_type([local]);
                quote!(#declaration; #tied)
            })
            .collect()
    }

    /// `let mut x: T`, with the name as it stands at one of its places.
    fn declaration(&self, local: Local, name: &dyn ToTokens) -> TokenStream {
        let decl = &self.emitter.body.locals[local];
        // In front of a loop it may stand for one that each time around has for its own.
        let in_front = decl.plain && self.segment.has_loops();
        let ours = in_front.then(|| Ident::new("mut", Span::mixed_site()).to_token_stream());
        let mutability = self.emitter.mutability(local).or(ours);
        let ty = decl.ty.iter();
        let allow = self.emitter.body.may_diverge.then(|| quote!(#[allow(unused_variables)]));
        quote!(#allow let #mutability #name #(: #ty)*)
    }

    /// Whether a statement gives the newest of what is declared its value: `let x; x = value;` is `let x = value;`.
    pub(super) fn gives(&self, block: BlockId, first: &Statement, declared: &[Local]) -> bool {
        let Some(&newest) = declared.iter().max() else { return false };
        let (name, effects) = (&self.emitter.body.locals[newest].ident, &first.effects);
        let assigns = match &first.stmt {
            Stmt::Expr(Expr::Assign(assign), Some(_)) => {
                // (An attribute would stand in the pattern.)
                matches!(&*assign.left, Expr::Path(path) if path.path.is_ident(name) && path.attrs.is_empty())
            }
            _ => false,
        };
        assigns
            && declared.last() == Some(&newest)
            && !effects.reads.contains(&newest)
            && !self.lies(block, newest)
            // Its value may have to be coerced to its type.
            && self.emitter.tied_to_type([newest]).is_empty()
    }

    /// `let x = value;` of `x = value;`.
    pub(super) fn declare_with(
        &self,
        block: BlockId,
        first: &Statement,
        local: Option<Local>,
    ) -> TokenStream {
        let (Some(local), Stmt::Expr(Expr::Assign(assign), _)) = (local, &first.stmt) else {
            unreachable!("one that gives a local its value")
        };
        let declaration = self.declaration(local, &assign.left);
        let value = self.rewritten(block, &*assign.right, &first.effects, &[]);
        quote!(#declaration = #value;)
    }

    /// Whether what stands behind a block still sees a local.
    pub(super) fn sees(&self, target: BlockId, local: Local) -> bool {
        let body = self.emitter.body;
        body.is_within(body.blocks[target].scope, body.locals[local].scope)
    }

    /// The locals to declare in front of a block, or else in it, anew each time if it is a loop: those that something
    /// behind it sees too stand in front. So do all at the root where it restores
    /// others or takes them again, for the order of their drops.
    pub(super) fn declared(&self, block: BlockId, in_front: bool) -> impl Iterator<Item = Local> {
        let behind = self.segment.outside(block);
        let is_among_others = !self.restored.is_empty() || !self.borrowed.is_empty();
        let is_root = block == self.segment.root && !self.segment.is_head(block) && is_among_others;
        let declared = self.segment.declared_at(block).iter().copied();
        declared.filter(move |local| {
            !self.is_vain(*local)
                && !self.lies(block, *local)
                && (is_root || behind.iter().any(|target| self.sees(*target, *local))) == in_front
        })
    }

    /// `let local = local;`: holds what was restored here, to be dropped here.
    pub(super) fn hold(&self, local: Local) -> TokenStream {
        let binding = self.emitter.binding(local, &self.named);
        let name = self.emitter.held_name(local, &self.named);
        quote!(let #binding = #name;)
    }

    /// Declared and restored locals in the order of the source.
    pub(super) fn in_order(&self, declared: &[Local], restored: &[Local]) -> TokenStream {
        let mut all: Vec<(usize, bool, Local)> = Vec::new();
        let rank = |local: &Local| self.emitter.body.locals[*local].rank;
        all.extend(declared.iter().map(|local| (rank(local), true, *local)));
        all.extend(restored.iter().map(|local| (rank(local), false, *local)));
        all.sort_unstable();
        let print = |(_, new, local)| if new { self.declare([local]) } else { self.hold(local) };
        all.into_iter().map(print).collect()
    }

    /// Whether it is the rest of a local of which nothing is left anywhere in this transition: `None` alone has no type.
    fn is_vain(&self, local: Local) -> bool {
        let body = self.emitter.body;
        let is_there = self.restored.contains(&local) || self.own.saved.contains(&local);
        if !body.locals[local].rest || is_there {
            return false;
        }
        let kept = |block: &BlockId| {
            let data = &body.blocks[*block];
            let stored = match data.terminator.waits() {
                Some(suspension) => self.emitter.saved(suspension).contains(&local),
                None => data.terminator.successors().iter().any(|next| {
                    self.emitter.layout.join(*next).is_some_and(|join| join.saved.contains(&local))
                }),
            };
            let given = |effects: &&Effects| {
                effects.assigns.contains_key(&local) && !effects.reads.is_empty()
            };
            stored || data.pieces(body).iter().any(given)
        };
        !self.segment.blocks().iter().any(kept)
    }

    pub(super) fn is_idle(&self, block: BlockId, index: usize) -> bool {
        let statement = &self.emitter.body.blocks[block].statements[index];
        let effects = &statement.effects;
        let serves =
            |local: &Local| self.segment.declares_for_use(block, *local) && !self.is_vain(*local);
        let idle = !effects.declares.is_empty() && !effects.declares.iter().any(serves);
        // (What is there already is not declared again: it serves nothing here either.)
        idle || self.borrows_in_vain(block, statement)
            || effects.assigns.keys().any(|local| self.is_vain(*local))
    }

    pub(super) fn may_drop(&self, local: Local) -> bool {
        !self.emitter.body.locals[local].plain
    }

    /// Locals of a block that `target` does not see any more are held by the block before it, which drops them: what the
    /// root restores, what is declared in front of it.
    pub(super) fn held_before(
        &self,
        block: BlockId,
        target: BlockId,
        before: &[BlockId],
    ) -> TokenStream {
        if !self.segment.outside(block).contains(&target) {
            return TokenStream::new();
        }
        let ends_here = |local: &Local| {
            !self.sees(target, *local) && before.iter().all(|inner| self.sees(*inner, *local))
        };
        let restored = self.restored.iter().copied().filter(|_| block == self.segment.root);
        let restored: Vec<Local> =
            restored.filter(|local| ends_here(local) && self.may_drop(*local)).collect();
        let declared: Vec<Local> = self.declared(block, true).filter(ends_here).collect();
        let held = self.in_order(&declared, &restored);
        let borrowed = self.borrowed.iter().filter(|_| block == self.segment.root);
        let borrowed =
            borrowed.filter(|local| ends_here(local)).map(|local| self.take_again(*local));
        borrowed.fold(held, |held, borrow| quote!(#held #borrow))
    }

    /// A borrow that the root takes again.
    pub(super) fn take_again(&self, local: Local) -> TokenStream {
        self.emitter.take_again(local, self.borrowed, &|expr, mentioned| {
            self.in_place_of(self.segment.root, expr, mentioned.iter().copied())
        })
    }
}
