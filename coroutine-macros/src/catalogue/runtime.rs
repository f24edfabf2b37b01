//! What the runtime says where the macro cannot see a mistake: of its macros outside of a consumer, and of its traits.

use super::Rule;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "wait_outside_consumer",
        about: &[
            " What the attribute has not replaced is left for rustc, which finds a macro that is an error. A macro of your own",
            " that waits is such a place too: the attribute does not see into it.",
        ],
        message: "`recv!` waits only inside a function marked `#[consumer]`: a closure, a nested function or a macro of your own is outside of it; \
                  wait in the consumer itself, and pass what came",
    },
    Rule {
        name: "handler_outside_consumer",
        about: &[
            " What the attribute has not replaced is left for rustc, which finds a macro that is an error.",
        ],
        message: "`on_close!` stands only in a block of a function marked `#[consumer]`: a closure, a nested function or a macro of your own is \
                  outside of it; write it in the block whose waits it guards",
    },
    Rule {
        name: "delegate_outside_consumer",
        about: &[
            " What the attribute has not replaced is left for rustc, which finds a macro that is an error.",
        ],
        message: "`delegate!` waits only inside a function marked `#[consumer]`: a closure, a nested function or a macro of your own is outside of it; \
                  delegate in the consumer itself, and pass what comes out",
    },
    Rule {
        name: "delegate_to_no_consumer",
        about: &[
            " What is delegated to takes the same inputs: it is what another consumer's function gives, or a `Primed`.",
        ],
        message: "`{Self}` is no consumer of `{Input}`",
    },
    Rule {
        name: "loop_gives_items_once",
        about: &[
            " A loop over a borrow goes on behind a wait by making its iterator again, and passing over what it had given. That",
            " of a channel or a reader would give other items.",
        ],
        message: "a loop over `{Self}` cannot be gone on with behind a `recv!()`",
    },
    Rule {
        name: "question_mark_on_other",
        about: &[
            " As in a plain function, `?` is for types that say what to go on with, and what to return.",
        ],
        message: "the `?` operator can only be applied to values that implement `Try`",
    },
    Rule {
        name: "question_mark_returns_other",
        about: &[
            " As in a plain function, what a `?` stops with has to fit what is returned: here the consumer's output.",
        ],
        message: "the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)",
    },
];
