//! Where `recv!()` and `delegate!` may stand, and with what.

use super::rules;

rules! {
    /// A function that never waits would be finished when it is primed: there is nothing to send it.
    body_never_waits() {
        what: "a consumer waits somewhere, and this body has no `recv!()`",
        instead: "wait in one, as in `let input = recv!();`, or leave out `#[consumer]`",
    }

    /// A call is one of a function, which waits for nothing. `recv!` and `delegate!` are macros.
    wait_without_exclamation(name) {
        what: "`{name}(…)` calls a function, and this body has no `recv!()`",
        instead: "write `{name}!(…)`",
    }

    /// The consumer itself waits, and what is sent is there behind the `recv!()`. There is no future to wait for.
    wait_awaited(waits) {
        what: "`{waits}` waits by itself, and gives no future",
        instead: "leave out `.await`",
    }

    /// What waits is the consumer, and a closure, an `async` block, a `const` block or a nested function is called by whom it
    /// pleases, also when nothing has been sent.
    wait_in_another_function(waits, place) {
        what: "`{waits}` cannot wait inside {place}",
        why: "that is a function of its own",
        instead: "wait outside of it, and pass what came",
    }

    /// Patterns, types and lengths are known before anything is sent.
    wait_where_no_value_stands(waits, place) {
        what: "`{waits}` cannot wait in a {place}",
        instead: "bind what comes before, and compare it, as in `if input == {waits}()`",
    }

    /// What comes is a value, as that of a call. It is bound to a place, and is none itself.
    wait_assigned_to(waits) {
        what: "`{waits}` is a value, and cannot be assigned to",
        instead: "bind it first, as in `let mut value = {waits}();`",
    }

    /// A macro sees only the tokens of another macro's arguments, and cannot know when they are evaluated, or how often. Of
    /// those of the standard library it does know.
    wait_in_macro_argument(waits) {
        what: "`{waits}` cannot stand in the arguments of a macro",
        instead: "bind it first, as in `let value = {waits}();`",
    }

    /// The message of an `assert!` is evaluated only if it fails, and the condition of a `debug_assert!` only in debug builds.
    wait_in_lazy_argument() {
        what: "an argument that is evaluated on some runs only cannot wait",
        instead: "bind it first, as in `let value = recv!();`",
    }

    /// What a wait splits becomes code of several functions, and no `unsafe` block reaches over them.
    wait_in_unsafe_block() {
        what: "an `unsafe` block cannot wait",
        instead: "wait outside of it",
    }

    /// Some of Rust's newest and rarest expressions have no template yet.
    wait_in_unsupported_place() {
        what: "waiting in this place is not supported yet",
        instead: "bind it first, as in `let value = recv!();`",
    }

    /// A condition, guard or reply that waits is evaluated by itself, and jumps out of a statement.
    jump_in_unsupported_place() {
        what: "a jump in this place is not supported yet",
        instead: "bind the value before, with the jump in its own statement",
    }

    /// In rustc's words: left to it, the jump would mean a loop of the expansion.
    break_outside_loop() {
        what: "`break` outside of a loop or labeled block",
    }

    /// In rustc's words: left to it, the jump would mean a loop of the expansion.
    continue_outside_loop() {
        what: "`continue` outside of a loop",
    }

    /// A `#[cfg]` is decided after the macro has run, and a state cannot be there or not.
    wait_configured_away() {
        what: "what waits cannot be configured away",
        instead: "put the `#[cfg]` on the function, or on what comes between",
    }

    /// Rust evaluates a guard anew for each alternative of `A | B` that fits. One that waits would wait several times.
    guard_of_alternatives() {
        what: "a guard that waits would run for each of these that fits",
        instead: "give each an arm of its own",
    }

    /// A consumer with replies answers the pending send before it waits for the next.
    reply_missing() {
        what: "every `recv!` of this consumer has a reply to give",
        instead: "write `recv!(reply)`",
    }

    /// The type of the replies is part of the signature that callers see.
    reply_unexpected() {
        what: "this consumer has no replies",
        instead: "write `recv!()`, or their type in the attribute, as in `#[consumer(…, reply = Type)]`",
    }

    /// What stands in the parentheses of `recv!` is one expression.
    reply_not_an_expression(error) {
        what: "`recv!` takes nothing, or the reply to give: {error}",
        instead: "write `recv!()`, or `recv!(reply)`",
    }

    /// What stands in the parentheses of `delegate!` is one expression: a consumer.
    delegate_without_consumer(error) {
        what: "`delegate!` takes the consumer to pass the inputs on to: {error}",
        instead: "write it in the parentheses, as in `delegate!(number())`",
    }

    /// A state that holds a whole machine of its own kind would have no end, as a type that holds itself.
    delegate_to_itself(name) {
        what: "`{name}` would have to hold another of itself",
        instead: "put that into a box, as in `delegate!(Box::new(…prime()) as Box<dyn Consumer<…>>)`",
    }
}
