//! liveness: what each suspension has to keep. A local is kept if it is used later, or by a close handler; and if
//! it still has its value there, is in scope, and its drop may matter: it has to happen where Rust has it.

mod backward;
mod elaborate;
mod forward;
mod leave;
mod lent;
mod stored;

pub(crate) use backward::{Liveness, before};
pub(crate) use elaborate::{can_keep, keep_rest, rest_name};
pub(crate) use forward::Initialized;
pub(crate) use leave::{end_early, ends_early};

use crate::ir::{BlockId, Body, Handler, IndexVec, Local, LocalSet, Suspension};
use proc_macro2::Span;

/// What is known of the locals.
pub(crate) struct Analysis {
    pub(crate) live: Liveness,
    pub(crate) init: Initialized,
    /// For each suspension, the locals that outlive it, in the order of their declaration.
    pub(crate) saved: IndexVec<Suspension, Vec<Local>>,
    /// Every block that can run, in source order.
    pub(crate) order: Vec<BlockId>,
}

/// A local that only its drop would be kept for, but that may be gone already.
pub(crate) struct Undecided {
    pub(crate) local: Local,
    /// Where it would have to be decided.
    pub(crate) span: Span,
}

pub(crate) fn analyze(body: &mut Body, inputs_lend: bool) -> (Analysis, Vec<Undecided>) {
    let order = body.reverse_postorder([body.entry], |block| body.successors(block));
    lent::mark(body, &order, inputs_lend);
    stored::mark(body, &order);
    let live = Liveness::compute(body, &order, |suspension| body.handler_reads(suspension));
    elaborate::mark_copies(body, &order, &live);
    let body = &*body;
    let init = Initialized::compute(body, &order);
    let mut analysis = Analysis { live, init, saved: IndexVec::new(), order };
    let mut undecided = Vec::new();
    for (suspension, point) in body.suspensions.iter() {
        if !analysis.init.reaches(point.block) {
            analysis.saved.push(Vec::new());
            continue;
        }
        let (saved, open) =
            analysis.kept(body, &analysis.live.at(body, suspension), point.block, true);
        analysis.saved.push(saved);
        undecided.extend(open.into_iter().map(|local| Undecided { local, span: point.span }));
    }
    (analysis, undecided)
}

impl Analysis {
    /// What has to be kept at the end (or else the start) of a block, and what cannot be decided.
    pub(crate) fn kept(
        &self,
        body: &Body,
        live: &LocalSet,
        block: BlockId,
        at_end: bool,
    ) -> (Vec<Local>, Vec<Local>) {
        let state = if at_end { self.init.at_end(body, block) } else { self.init.at_start(block) };
        let live = body.with_owners(live);
        let (mut saved, mut undecided) = (Vec::new(), Vec::new());
        let mut concerned = live.clone();
        concerned.union(&state.held);
        for local in concerned.iter() {
            let decl = &body.locals[local];
            let (held, gone) = (state.held.contains(local), state.gone.contains(local));
            let may_drop = held && decl.may_drop();
            if body.taken_again(local).is_some() {
                continue;
            }
            let used = live.contains(local) && state.given.contains(local);
            if used || (may_drop && !gone) {
                saved.push(local);
            } else if may_drop {
                undecided.push(local);
            }
        }
        saved.sort_by_key(|local| body.locals[*local].rank);
        (saved, undecided)
    }
}

impl Body {
    /// The handlers that guard a suspension, innermost first.
    pub(crate) fn handlers(&self, suspension: Suspension) -> impl Iterator<Item = &Handler> {
        let scope = self.blocks[self.suspensions[suspension].block].scope;
        self.scopes_from(scope).filter_map(|scope| self.scopes[scope].handler.as_ref())
    }

    fn handler_reads(&self, suspension: Suspension) -> Vec<Local> {
        self.handlers(suspension)
            .flat_map(|handler| handler.effects.mentions().collect::<Vec<_>>())
            .collect()
    }
}
