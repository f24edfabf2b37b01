//! The function that the attribute stands on: its kind, its parameters, its output.

use super::rules;

rules! {
    /// The body becomes the transitions of a state machine. What has no body has none.
    not_a_function() {
        what: "`#[consumer]` stands on a function with a body",
        instead: "write it on the `fn`; in a trait, say what comes out, as in \
                  `fn parser(&self) -> Unprimed<impl Receive<u8, Reply = (), Output = u32>>;`",
    }

    /// The body is read by the parser of `syn`, which may not know the newest of Rust's syntax.
    body_not_read(error) {
        what: "this body is not read: {error}",
        instead: "if rustc takes it, put it into a function of its own, which the body calls",
    }

    /// Every pass walks into nested code, on the stack that rustc gives a macro. rustc has limits of the same size.
    nested_too_deep() {
        what: "this is nested too deep for `#[consumer]`",
        instead: "put a part of it into a function of its own",
    }

    /// A chain of operators or calls is nested as deep as it is long.
    expression_too_long() {
        what: "this expression is too long for `#[consumer]`",
        instead: "put a part of it into a function of its own",
    }

    /// `self` is a parameter of a method, and nothing else.
    receiver_bound(name) {
        what: "`{name}` cannot be bound",
        instead: "give it another name",
    }

    /// The machine is made by calls that are not `const`.
    function_const() {
        what: "a consumer cannot be a `const fn`",
        instead: "remove `const`",
    }

    /// A consumer waits for what is sent to it, an `async fn` for what it asks for. One function does one of them.
    function_async() {
        what: "a consumer cannot be an `async fn`",
        instead: "remove `async`; `recv!()` is what it waits in",
    }

    /// Whoever sends would have to promise what the caller of the function promised.
    function_unsafe() {
        what: "a consumer cannot be an `unsafe fn`",
        instead: "remove `unsafe`, and keep it to a block in the body",
    }

    /// What the function gives is a Rust type that no other language can hold.
    function_extern() {
        what: "a consumer cannot be an `extern fn`",
        instead: "remove the ABI",
    }

    /// What is left of the arguments would have to be kept in a state.
    function_variadic() {
        what: "a consumer cannot be variadic",
        instead: "remove `...`",
    }

    /// `-> !` would say that calling it never returns; but calling it only makes the machine. A body that never ends needs no output.
    output_never() {
        what: "a consumer that never returns has no output",
        instead: "leave out `-> !`",
    }

    /// The output is named in the signature that callers see.
    output_opaque() {
        what: "an output needs a type with a name",
        instead: "return a `Box<dyn …>`, or what it is made of",
    }

    /// Parameters are fields of the first state. Whether a `#[cfg]` leaves one in is decided after the macro has run.
    parameter_configured_away() {
        what: "a parameter of a consumer cannot be configured away",
        instead: "put the `#[cfg]` on the function",
    }
}
