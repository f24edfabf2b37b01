//! `on_close!`: what runs when the consumer is closed.

use super::rules;

rules! {
    /// A handler belongs to the block it is a statement of, and guards every wait of it. A closure or nested function is not
    /// a block of the consumer, and has none.
    handler_out_of_place(place) {
        what: "`on_close!` stands as a statement in a block of the consumer, not inside {place}",
        instead: "write it in the block whose waits it guards",
    }

    /// Each block has one handler, so that its order needs no rule.
    handler_twice() {
        what: "a block has one close handler",
        instead: "put both into one `on_close!`",
    }

    /// Nothing is sent to a consumer that is being closed, so it would wait for ever.
    wait_in_handler() {
        what: "a close handler cannot wait",
        why: "nothing is sent to a consumer that is being closed",
        instead: "wait in the body, and keep in a local what the handler needs",
    }

    /// What stands in the braces of `on_close!` are the statements of a block.
    handler_not_a_block(error) {
        what: "`on_close!` takes statements: {error}",
        instead: "write `on_close! {{ statement; … }}`",
    }

    /// A handler is the code that runs, with the locals of the body. A closure would be made, and never called.
    handler_is_a_closure() {
        what: "`on_close!` runs what stands in it, and this only makes a closure",
        instead: "write its body, as in `on_close! {{ total }}`",
    }

    /// What `close` gives is the value of the handler of the function's own block. Those of inner blocks run before it.
    handler_value_unused() {
        what: "nobody gets the value of this handler: it is that of an inner block",
        instead: "keep it in a local, for an `on_close!` of the function's own block",
    }

    /// A handler may run at every wait of its block, and sees what has a value at all of them.
    handler_uses_later_local(locals, have) {
        what: "the close handler of this block uses {locals}, {have} yet while this waits",
        instead: "declare it before, or put what uses it into a block with its own `on_close!`",
    }
}
