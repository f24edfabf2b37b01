//! Which locals have their value, and which may have lost it.

use crate::ir::{
    BlockId, Body, Certainty, Effects, Exit, IndexVec, Local, LocalSet, ScopeId, Terminator,
};

/// What may be true of the locals at one point, over all ways that lead there.
#[derive(Clone)]
pub(crate) struct State {
    /// It may have its value.
    pub(crate) held: LocalSet,
    /// It may have none: not yet given, moved away, or never to be dropped because it was `Copy`.
    pub(crate) gone: LocalSet,
    /// It may have been given one at all. What is used later although it was taken is `Copy`.
    pub(crate) given: LocalSet,
}

pub(crate) struct Initialized {
    at_start: IndexVec<BlockId, Option<State>>,
}

impl State {
    fn merge(&mut self, other: &State) -> bool {
        let held = self.held.union(&other.held);
        let given = self.given.union(&other.given);
        self.gone.union(&other.gone) || held || given
    }

    fn set(&mut self, local: Local, held: bool, certainty: Certainty) {
        if held {
            self.given.insert(local);
        }
        let (to, from) =
            if held { (&mut self.held, &mut self.gone) } else { (&mut self.gone, &mut self.held) };
        to.insert(local);
        if certainty == Certainty::Always {
            from.remove(local);
        }
    }

    /// It has no value, and has had none since it came into scope.
    fn unset(&mut self, local: Local) {
        self.set(local, false, Certainty::Always);
        self.given.remove(local);
    }

    /// What holds where a statement is left by one of its exits, from what held before it.
    fn leaving(&self, effects: &Effects, exit: &Exit) -> State {
        let mut left = self.clone();
        if exit.behind {
            left.run(&Effects { binds: Vec::new(), ..effects.clone() });
            return left;
        }
        // A jump may come before or behind anything else that the statement does.
        effects
            .leaves_without
            .iter()
            .for_each(|local| left.set(*local, false, Certainty::Sometimes));
        effects.leaves_with.iter().for_each(|local| left.set(*local, true, Certainty::Sometimes));
        for local in exit.value.iter().chain(&exit.given) {
            left.set(*local, true, Certainty::Always);
        }
        left
    }

    pub(crate) fn run(&mut self, effects: &Effects) {
        for (&local, &certainty) in &effects.consumes {
            self.set(local, false, certainty);
        }
        for (&local, &certainty) in &effects.assigns {
            self.set(local, true, certainty);
        }
        for &local in &effects.declares {
            self.unset(local);
        }
        for &local in &effects.binds {
            self.set(local, true, Certainty::Always);
        }
    }
}

impl Initialized {
    pub(crate) fn compute(body: &Body, order: &[BlockId]) -> Self {
        let mut init = Initialized { at_start: IndexVec::filled(body.blocks.len(), None) };
        let empty = LocalSet::empty(&body.locals);
        let mut start = State { held: empty.clone(), gone: empty.clone(), given: empty };
        for (local, decl) in body.locals.iter() {
            start.set(local, decl.scope == ScopeId::first(), Certainty::Always);
        }
        init.at_start[body.entry] = Some(start);
        loop {
            let mut changed = false;
            for &block in order {
                if init.at_start[block].is_none() {
                    continue;
                }
                let end = init.at_end(body, block);
                let terminator = &body.blocks[block].terminator;
                if let Terminator::Exec { exits, next, effects, .. } = terminator {
                    let before = init.before_terminator(body, block);
                    for (exit, noted) in exits.iter().zip(&effects.exits) {
                        let left = before.leaving(effects, noted);
                        changed |= init.enter(body, *exit, &left);
                    }
                    changed |= init.enter(body, *next, &end);
                } else {
                    for successor in body.successors(block) {
                        changed |= init.enter(body, successor, &end);
                    }
                }
            }
            if !changed {
                return init;
            }
        }
    }

    /// Control reaches `block`: what is not in scope there has been dropped.
    fn enter(&mut self, body: &Body, block: BlockId, state: &State) -> bool {
        let mut state = state.clone();
        let scope = body.blocks[block].scope;
        let scopes: Vec<ScopeId> = body.scopes_from(scope).collect();
        let given: Vec<Local> = state.given.iter().collect();
        for local in given {
            if !scopes.contains(&body.locals[local].scope) {
                state.unset(local);
            }
        }
        for &local in &body.blocks[block].taken {
            state.set(local, false, Certainty::Always);
        }
        match &mut self.at_start[block] {
            Some(known) => known.merge(&state),
            none => {
                *none = Some(state);
                true
            }
        }
    }

    /// Whether control comes to a block.
    pub(crate) fn reaches(&self, block: BlockId) -> bool {
        self.at_start[block].is_some()
    }

    /// At the start of a block that can run.
    pub(crate) fn at_start(&self, block: BlockId) -> State {
        self.at_start[block]
            .clone()
            .unwrap_or_else(|| unreachable!("only blocks that can run are asked about"))
    }

    fn before_terminator(&self, body: &Body, block: BlockId) -> State {
        let mut state = self.at_start(block);
        for statement in &body.blocks[block].statements {
            state.run(&statement.effects);
        }
        state
    }

    /// At the end of a block, behind its terminator.
    pub(crate) fn at_end(&self, body: &Body, block: BlockId) -> State {
        let mut state = self.before_terminator(body, block);
        match &body.blocks[block].terminator {
            Terminator::If { effects, .. }
            | Terminator::Match { effects, .. }
            | Terminator::Exec { effects, .. }
            | Terminator::Return { effects, .. } => state.run(effects),
            Terminator::Suspend { suspension, .. } | Terminator::Receive { suspension, .. } => {
                state.run(&body.suspensions[*suspension].effects);
            }
            Terminator::Goto(_) | Terminator::Unreachable => {}
        }
        state
    }
}
