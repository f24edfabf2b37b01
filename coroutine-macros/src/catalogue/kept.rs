//! What a wait would have to keep, and cannot; and names that would come to mean something else.

use super::rules;

rules! {
    /// A fresh lifetime is one of a single send: what a caller lends is the caller's again when `send` returns.
    input_held(kept) {
        what: "{kept} is borrowed for its own send, which ends where this waits",
        instead: "keep a copy, or give the input a lifetime of the function's, as in `#[consumer(&'a str)]`",
    }

    /// A state cannot hold a local and a borrow of it at once. A borrow that gives the same each time is taken again behind the
    /// wait; one that changes would start anew.
    borrow_held_by_local(owner) {
        what: "this borrow of `{owner}` may change, and cannot be held while the consumer waits",
        instead: "keep what it is found by, such as an index, and borrow again after each `recv!()`",
    }

    /// A state cannot hold a local and a closure that borrows it at once.
    borrow_held_by_closure(owner) {
        what: "this closure borrows `{owner}`, and cannot be held while the consumer waits",
        instead: "write `move |…|`, or make it again after each `recv!()`",
    }

    /// A state cannot hold a local and a closure that gives it values. With `move`, the closure would change a copy of its own.
    borrow_held_by_assigning_closure(owner) {
        what: "this closure changes `{owner}`, and cannot be held while the consumer waits",
        instead: "make it again after each `recv!()`, or write what it does as a function that takes `&mut {owner}`",
    }

    /// A state cannot hold a local and an iterator that borrows it at once. A plain loop over a borrow goes on behind the wait by
    /// making its iterator again; one with closures in it might do other things the second time.
    borrow_held_by_loop(owner) {
        what: "this iterator borrows `{owner}`, and cannot be held while the consumer waits",
        instead: "loop over `{owner}` itself, or over an index, or collect the items first",
    }

    /// What was moved away on some ways only is dropped at the end of its scope on the others, and a state would have to know.
    moved_on_some_ways(local) {
        what: "`{local}` may have been moved away or not, and would be kept while this waits only to be dropped later",
        instead: "end its scope before, or take it on every way",
    }

    /// A type with a name says the types of all that it stores, and a macro sees only those that are written, or evident.
    type_not_seen(kept, wait, how) {
        what: "{kept} is kept while this waits at `{wait}`, and its type is not seen here, which a machine with a name has to say",
        instead: "{how}, or leave out `name = …` to have it inferred",
    }

    /// The expansion has a few names of its own, and would take one of the user's for it.
    name_reserved(name) {
        what: "`{name}` is a name that `#[consumer]` uses itself",
        instead: "take another",
    }

    /// Every transition has to see the items of the body, so those of a block that waits stand at the top of the function. There
    /// its name is seen by code that means another.
    item_hides_outer(item) {
        what: "`{item}` means something else outside of this block",
        why: "an item of a block that waits is seen by the whole consumer",
        instead: "give it a name of its own",
    }

    /// A `macro_rules!` definition stands at the top of the function, where there are no locals yet.
    macro_uses_local(local) {
        what: "a macro in a consumer cannot use the local `{local}`",
        instead: "pass it as an argument",
    }

    /// Two locals of one name that are alive at once need two names in the states; among the tokens of an unknown macro it is
    /// not known which of them are names of locals.
    macro_uses_shadowed(local) {
        what: "`{local}` has to get another name in the expansion, and cannot inside a macro that is not of the standard library",
        instead: "give one of the locals called `{local}` a name of its own",
    }
}
