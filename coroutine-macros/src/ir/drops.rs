//! Jumps out of a scope with something to drop. Each gets a block of its own, still inside of the scope: what has to be moved to be
//! dropped at its time is moved there, and not on the ways that stay.

use super::{BasicBlock, BlockId, Body, ScopeId, Terminator};
use std::collections::{BTreeSet, HashMap};

impl Body {
    pub(crate) fn set_drops_apart(&mut self) {
        let holding: BTreeSet<ScopeId> = self
            .locals
            .iter()
            .filter(|(_, decl)| !decl.plain)
            .map(|(_, decl)| decl.scope)
            .collect();
        let blocks: Vec<BlockId> = self.blocks.indices().collect();
        for block in blocks {
            if let Terminator::Goto(_) = self.blocks[block].terminator {
                continue;
            }
            let (scope, at) = (self.blocks[block].scope, self.blocks[block].at);
            let drops = |body: &Body, target: BlockId| {
                let outer: Vec<ScopeId> = body.scopes_from(body.blocks[target].scope).collect();
                let mut left = body.scopes_from(scope).filter(|scope| !outer.contains(scope));
                left.any(|scope| holding.contains(&scope))
            };
            let mut apart: HashMap<BlockId, BlockId> = HashMap::new();
            for target in self.blocks[block].terminator.successors() {
                if drops(self, target) && !apart.contains_key(&target) {
                    let terminator = Terminator::Goto(target);
                    let edge = BasicBlock {
                        scope,
                        at,
                        taken: Vec::new(),
                        statements: Vec::new(),
                        terminator,
                    };
                    apart.insert(target, self.blocks.push(edge));
                }
            }
            for target in self.blocks[block].terminator.targets_mut() {
                *target = apart.get(target).copied().unwrap_or(*target);
            }
        }
    }
}
