//! storage: the states and what they hold, the names, and which code each transition is made of.

mod batch;
mod borrow;
mod declare;
#[cfg(test)]
mod display;
mod dominators;
mod flows;
mod in_place;
mod left;
mod looked_at;
mod names;
pub(crate) use names::clashing;
mod own_type;
mod partition;
mod place;
mod rebound;
mod segment;
mod shape;
mod verify;
mod weight;

pub(crate) use batch::Native;
pub(crate) use in_place::{At, MANY, Plan, Taken};
pub(crate) use left::{captures, left, may_end};
pub(crate) use partition::Partition;
pub(crate) use rebound::{rebinding, rename as rename_rebound};
pub(crate) use segment::{Segment, is_leaf};
pub(crate) use shape::Shape;

use crate::ir::{BlockId, Body, Local, LocalSet, Suspension};
use crate::liveness::{Analysis, Undecided};
use crate::parse::Consumer;
use in_place::Standing;
use proc_macro2::Ident;
use shape::Held;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use syn::Type;

/// Everything that emit prints, decided.
pub(crate) struct Layout {
    /// The enum, after the function.
    pub(crate) machine: Ident,
    /// The inner function that gives the transition its type.
    pub(crate) tie: Ident,
    /// The same for the transition that takes whole slices.
    pub(crate) feed_tie: Ident,
    /// The code that does, for each loop.
    pub(crate) natives: Vec<Native>,
    /// `Start` holds the parameters.
    pub(crate) start: Vec<Local>,
    /// The suspensions that can be reached, in source order, with what they hold.
    pub(crate) states: Vec<(Suspension, Vec<Local>)>,
    /// The code that several transitions lead to, with what it holds on the way.
    pub(crate) joins: Vec<Join>,
    /// The body may return while it is primed: the output is kept for `close`.
    pub(crate) returned: bool,
    /// The types of those locals that show one, and are held somewhere.
    pub(crate) written: BTreeMap<Local, Type>,
    /// The enum's parameters: one for each other local that is held anywhere.
    pub(crate) params: BTreeMap<Local, Ident>,
    pub(crate) partition: Partition,
    /// How the states lie.
    pub(crate) shape: Shape,
    /// What the transition from each state does with it.
    plans: HashMap<At, Plan>,
    /// Where in `states` a block leads to that ends in a suspension.
    state_of: HashMap<BlockId, usize>,
    /// Where in `joins` a block stands.
    join_of: HashMap<BlockId, usize>,
}

/// A block that is emitted once, as a state of its own, though several transitions go through it.
#[derive(Clone)]
pub(crate) struct Join {
    pub(crate) block: BlockId,
    pub(crate) state: Ident,
    pub(crate) saved: Vec<Local>,
}

/// The locals whose type may be one that each printing of the code makes anew: that of a closure, or made of one.
pub(crate) fn own_types(body: &Body, order: &[BlockId]) -> LocalSet {
    weight::Weights::new(body, order).own_types()
}

/// The locals that may be gone or not where several transitions meet in a state of its own.
pub(crate) fn undecided(body: &Body, analysis: &Analysis, partition: &Partition) -> Vec<Undecided> {
    let mut found = Vec::new();
    for block in partition.joins() {
        let (_, undecided) = analysis.kept(body, analysis.live.at_start(block), block, false);
        let named = |local: Local| Undecided { local, span: body.locals[local].ident.span() };
        found.extend(undecided.into_iter().map(named));
    }
    found
}

pub(crate) fn assign(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    partition: Partition,
) -> Layout {
    let reachable: HashSet<BlockId> = analysis.order.iter().copied().collect();
    let mut suspensions: Vec<(Suspension, BlockId)> =
        body.suspensions.iter().map(|(suspension, point)| (suspension, point.block)).collect();
    suspensions.retain(|(_, block)| reachable.contains(block));
    let state_of = suspensions.iter().enumerate().map(|(at, (_, block))| (*block, at)).collect();
    let states: Vec<(Suspension, Vec<Local>)> = suspensions
        .into_iter()
        .map(|(suspension, _)| (suspension, analysis.saved[suspension].clone()))
        .collect();
    let start = body.locals.iter().take(consumer.params.len()).map(|(local, _)| local).collect();
    let joins = join_states(consumer, body, analysis, &partition);
    let join_of = joins.iter().enumerate().map(|(at, join)| (join.block, at)).collect();
    let returned = partition.primes_to_return(body);
    let (shape, plans) = stand(consumer, body, analysis, &partition, (&states, &joins));
    let mut layout = Layout {
        machine: machine_name(consumer),
        tie: consumer.unused("receive"),
        feed_tie: consumer.unused("feed"),
        natives: Vec::new(),
        start,
        states,
        joins,
        returned,
        written: BTreeMap::new(),
        params: BTreeMap::new(),
        partition,
        shape,
        plans,
        state_of,
        join_of,
    };
    layout.written = layout.held().flatten().filter_map(|local| written(body, *local)).collect();
    layout.params = names::type_parameters(body, &layout);
    if consumer.batch.is_some() {
        layout.natives = batch::natives(consumer, body, analysis, &layout);
    }
    layout
}

/// What is left of a local has another type.
fn written(body: &Body, local: Local) -> Option<(Local, Type)> {
    let ty = body.locals[local].shown.clone()?;
    (!body.left.contains(&local)).then_some((local, ty))
}

/// `Grep` of `fn grep`; `DecoderState` of a machine that is called `Decoder`.
fn machine_name(consumer: &Consumer) -> Ident {
    match &consumer.name {
        Some(name) => consumer.unused(&format!("{}State", crate::naming::bare(name))),
        None => consumer.unused(&crate::naming::camel_case(&consumer.ident.to_string())),
    }
}

fn join_states(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    partition: &Partition,
) -> Vec<Join> {
    let mut joins = Vec::new();
    for block in partition.joins() {
        let (saved, _) = analysis.kept(body, analysis.live.at_start(block), block, false);
        let state = consumer.unused(&format!("Join{}", joins.len() + 1));
        joins.push(Join { block, state, saved });
    }
    joins
}

/// How the states lie, and what each transition changes in place.
fn stand(
    consumer: &Consumer,
    body: &Body,
    analysis: &Analysis,
    partition: &Partition,
    (states, joins): (&[(Suspension, Vec<Local>)], &[Join]),
) -> (Shape, HashMap<At, Plan>) {
    let point = |suspension: &Suspension| &body.suspensions[*suspension];
    let held: Vec<Held<'_>> = states
        .iter()
        .map(|(suspension, saved)| Held { state: &point(suspension).state, saved })
        .chain(joins.iter().map(|join| Held { state: &join.state, saved: &join.saved }))
        .collect();
    let waiting = states.iter().map(|(suspension, saved)| {
        let (root, waits) = (point(suspension).resume, Some(point(suspension).block));
        Standing { root, waits, saved }
    });
    let joined =
        joins.iter().map(|join| Standing { root: join.block, waits: None, saved: &join.saved });
    let standing: Vec<Standing<'_>> = waiting.chain(joined).collect();
    let roots: Vec<BlockId> = standing.iter().map(|standing| standing.root).collect();
    let shape = Shape::new(consumer, body, &partition.facts, &held, &roots);
    let weights = weight::Weights::new(body, &analysis.order);
    let borrows = |block: BlockId| !partition.borrowed(block).is_empty();
    let code = in_place::Code {
        body,
        order: &analysis.order,
        partition,
        weights: &weights,
        borrows: &borrows,
    };
    let planner = in_place::Planner::new(code, &shape, &standing);
    let plans = standing.iter().map(|standing| (standing.at(), planner.plan(standing))).collect();
    (shape, plans)
}

impl Layout {
    /// What the transition from a state does with it.
    pub(crate) fn plan(&self, from: At) -> &Plan {
        &self.plans[&from]
    }

    /// Whether some state holds a local.
    pub(crate) fn stores(&self, local: Local) -> bool {
        self.params.contains_key(&local) || self.written.contains_key(&local)
    }

    /// What some state holds.
    pub(crate) fn stored(&self) -> BTreeSet<Local> {
        self.params.keys().chain(self.written.keys()).copied().collect()
    }

    /// Every list of locals that some state holds.
    pub(crate) fn held(&self) -> impl Iterator<Item = &Vec<Local>> {
        let states = self.states.iter().map(|(_, saved)| saved);
        std::iter::once(&self.start).chain(states).chain(self.joins.iter().map(|join| &join.saved))
    }

    /// Whether a local is stored with a place to wait, rather than beside it.
    pub(crate) fn is_payload(&self, local: Local) -> bool {
        let waiting = self.states.iter().map(|(_, saved)| saved);
        let mut held = waiting.chain(self.joins.iter().map(|join| &join.saved));
        !self.shape.is_common(local) && held.any(|saved| saved.contains(&local))
    }

    /// Whether some transition leaves a place without what it holds, and no place to wait is like that.
    pub(crate) fn leaves_vacant(&self) -> bool {
        let takes = |plan: &Plan| {
            plan.at_root == Taken::Payload
                || plan.takes.values().any(|taken| *taken == Taken::Payload)
        };
        self.shape.is_nested() && self.shape.has_vacant && self.plans.values().any(takes)
    }

    /// Whether a state is one of several: of an enum that has more than this variant.
    pub(crate) fn has_other_places(&self) -> bool {
        !self.shape.is_nested() || self.states.len() + self.joins.len() > 1 || self.leaves_vacant()
    }

    /// The same states, for a body that comes to them by other blocks and has no joins.
    fn with_waits(&self, body: &Body, partition: Partition) -> Layout {
        let at = |suspension| self.states.iter().position(|(state, _)| *state == suspension);
        let blocks = body
            .blocks
            .iter()
            .filter_map(|(block, data)| data.terminator.waits().and_then(at).map(|at| (block, at)));
        Layout {
            machine: self.machine.clone(),
            tie: self.tie.clone(),
            feed_tie: self.feed_tie.clone(),
            natives: Vec::new(),
            start: self.start.clone(),
            states: self.states.clone(),
            joins: Vec::new(),
            returned: self.returned,
            written: self.written.clone(),
            params: self.params.clone(),
            partition,
            shape: self.shape.clone(),
            plans: HashMap::new(),
            state_of: blocks.collect(),
            join_of: HashMap::new(),
        }
    }

    /// What is kept over the suspension that a block ends in.
    pub(crate) fn saved(&self, block: BlockId) -> &[Local] {
        self.state_of.get(&block).map_or(&[], |at| &self.states[*at].1)
    }

    pub(crate) fn join(&self, block: BlockId) -> Option<&Join> {
        self.join_of.get(&block).map(|at| &self.joins[*at])
    }
}
