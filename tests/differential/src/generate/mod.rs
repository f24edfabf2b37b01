//! Makes a body of a seed.
//!
//! The bodies compile as plain Rust, and stay away from what the README says that a macro without types cannot see
//! (`README.md`, "A macro sees no types"): an input with a fresh lifetime is used before the next `recv!()`; a
//! pattern that takes a value apart binds all that is droppable in it; the head of a `match`, `if let` or `for` that is
//! droppable is a local or a plain call; a droppable local is moved by what the macro sees, `{ x }.method()` and not
//! `x.method()`; no `return` hides in a macro.

mod branch;
mod feature;
mod flag;
mod handler;
mod jump;
mod lend;
mod number;
mod open;
mod own;
mod pick;
mod repeat;
mod rounds;
mod scope;
mod stmt;
mod value;
mod wait;

pub use feature::{Feature, Options};

use crate::body::{Body, Input};
use crate::schedule;
use crate::tree::{Node, Ty};
use fastrand::Rng;
use jump::Target;
use scope::Scope;

/// Of ten bodies whose input is `Copy`, how many have the option `batch`.
const BATCHES: usize = 4;

/// The body of an index, which depends on nothing but these.
#[must_use]
pub fn body(seed: u64, index: u64, options: Options) -> Body {
    let mut rng = Rng::with_seed(mixed(seed ^ mixed(index)));
    let input = match rng.u8(0..10) {
        0..6 => Input::Num,
        6..8 => Input::Str,
        _ => Input::Guard,
    };
    let batch = input != Input::Guard && options.has(Feature::Batch) && rng.usize(0..10) < BATCHES;
    let reply = !batch && rng.bool();
    let output = match rng.u8(0..10) {
        0..3 => Ty::Num,
        3..5 => Ty::MaybeNum,
        5..7 => Ty::Checked,
        7 => Ty::Guard,
        _ => Ty::Unit,
    };
    let guarded = rng.u8(0..3) == 0;
    // More states than the macro keeps apart are taken out in one.
    let many = mixed(seed.wrapping_mul(3).wrapping_add(index)).is_multiple_of(8);
    let size = rng.usize(10..70) + if many { 60 } else { 0 };
    // Drawn by itself, so that the other bodies of a seed are as they were.
    let one_name = mixed(seed.wrapping_add(index)).is_multiple_of(6);
    let opens = if mixed(seed.wrapping_sub(index)).is_multiple_of(3) { 5 } else { 0 };
    let mut generator = Generator {
        waits: if many { 9 } else { rng.usize(2..8) },
        input,
        reply,
        batch,
        output,
        options,
        size,
        rng,
        scope: Scope::default(),
        targets: Vec::new(),
        depth: 0,
        named: 0,
        one_name,
        opens,
        no_wait: 0,
        no_exit: 0,
        no_jump: 0,
        no_drop: 0,
        no_effect: 0,
    };
    let block = generator.function(guarded);
    let schedules = schedule::random(&mut generator.rng, batch);
    Body { input, reply, batch, output, guarded, block, schedules }
}

/// Spreads what differs in few bits over all of them (the finalizer of `SplitMix64`).
fn mixed(bits: u64) -> u64 {
    let bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

struct Generator {
    rng: Rng,
    input: Input,
    reply: bool,
    batch: bool,
    output: Ty,
    options: Options,
    /// Of ten numbers that may be anything, how many wait.
    waits: usize,
    /// How many more nodes there may be.
    size: usize,
    depth: usize,
    /// How many names have been made up.
    named: usize,
    /// Whether all numbers have one name.
    one_name: bool,
    /// Of ten numbers that may be anything, how many are made of locals whose types are open.
    opens: usize,
    scope: Scope,
    targets: Vec<Target>,
    /// Not zero where a wait is no Rust, or is a documented limit.
    no_wait: usize,
    /// Not zero where leaving would be.
    no_exit: usize,
    /// Not zero where only the function can be left.
    no_jump: usize,
    /// Not zero where nothing droppable may be held over a wait.
    no_drop: usize,
    /// Not zero where something around holds a borrow of who knows what: no statements, no moves.
    no_effect: usize,
}

impl Generator {
    fn function(&mut self, guarded: bool) -> Node {
        self.scope.declare("n", Ty::Num, false);
        if guarded {
            let at = self.scope.declare("p", Ty::Guard, false);
            self.scope.vars[at].lent += usize::from(!self.options.has(Feature::MovedParameters));
        }
        let mut children = Vec::new();
        if self.batch && self.chance(7) {
            self.rounds(&mut children);
        }
        children.extend(self.stmts());
        if self.chance(5) {
            self.loop_waiting(&mut children);
        }
        children.extend(self.result());
        if !children.iter().any(Node::waits) {
            // Of the locals, only the parameters are known at the start.
            self.scope.leave(1);
            self.no_effect += 1;
            let wait = self.wait();
            children.insert(0, Node::stmt("log($);", [wait]));
        }
        Node::block(children)
    }

    /// What the function returns.
    fn result(&mut self) -> Option<Node> {
        (self.output != Ty::Unit).then(|| self.value(self.output))
    }

    /// A name that nothing else has.
    fn fresh(&mut self, prefix: &str) -> String {
        self.named += 1;
        format!("{prefix}{}", self.named)
    }

    /// Whether something may be made of parts here.
    fn may_grow(&mut self) -> bool {
        if self.size == 0 || self.depth > 4 {
            return false;
        }
        self.size -= 1;
        true
    }

    fn can_wait(&self) -> bool {
        self.no_wait == 0
    }

    fn can_act(&self) -> bool {
        self.no_effect == 0
    }
}

#[cfg(test)]
mod tests_of_generate {
    use super::{Options, body};

    #[test]
    fn the_same_seed_makes_the_same_body() {
        for index in 0..50 {
            let one = body(7, index, Options::default());
            assert_eq!(one, body(7, index, Options::default()));
            assert_ne!(one, body(8, index, Options::default()));
            assert!(one.block.text(0).contains("recv!"));
        }
    }
}
