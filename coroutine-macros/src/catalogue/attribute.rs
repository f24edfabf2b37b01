//! The arguments of `#[consumer(…)]`, and where it stands.

use super::rules;

rules! {
    /// The first argument of the attribute is the type that `send` takes. It is left out only where the body says it.
    input_type_expected() {
        what: "expected the type of the input",
        instead: "write it first, as in `#[consumer(u8)]` or `#[consumer(&str)]`",
    }

    /// The input type is part of the signature that callers see, and a macro sees no types but those that are written.
    input_type_unknown() {
        what: "the input type is not known",
        instead: "write it here, as in `#[consumer(u8)]`, or on the binding that first waits, as in `let byte: u8 = recv!();`",
    }

    /// `impl Trait` would be another type for each caller, and `_` none: what is sent has one type.
    input_type_opaque() {
        what: "an input needs a type with a name",
        instead: "make the function generic over it",
    }

    /// Behind the input type stand options, each once, with commas between.
    option_expected(options) {
        what: "expected an option after the input type",
        instead: "the options are {options}",
    }

    /// A misspelt option, or one of a later version.
    option_unknown(option, options) {
        what: "unknown option `{option}`",
        instead: "the options are {options}",
    }

    /// Of two values one would be ignored.
    option_twice(option) {
        what: "`{option}` is given twice",
        instead: "leave one of them out",
    }

    /// `reply` and `name` say something of the machine, behind a `=`.
    option_without_value(option, value) {
        what: "`{option}` is an option with a value",
        instead: "write `{option} = {value}`",
    }

    /// What follows a complete option can only be another.
    option_without_comma() {
        what: "expected `,` before the next option",
        instead: "write `#[consumer(Input, option, option)]`",
    }

    /// Like the derive of the standard library, it lists traits.
    derive_without_traits() {
        what: "`derive` takes a list of traits",
        instead: "write them in parentheses, as in `derive(Clone, Debug)`",
    }

    /// Each trait is written out by the macro, so only those it knows. `Copy` is not among them since a copy of a
    /// consumer that waits would be sent to by mistake; `Default` is not since a consumer starts by being primed.
    derive_unknown(name, known) {
        what: "`{name}` cannot be derived for a consumer",
        instead: "what can be is {known}",
    }

    /// Two implementations of one trait conflict.
    derive_twice(name) {
        what: "`{name}` is derived twice",
        instead: "leave one of them out",
    }

    /// Snapshots are a feature of the runtime, which has no dependency without it.
    derive_without_feature(name) {
        what: "`{name}` needs the feature `serde` of `coroutine-runtime`",
        instead: "write `coroutine-runtime = {{ version = \"…\", features = [\"serde\"] }}` in `Cargo.toml`",
    }

    /// A batch runs through a whole slice at once: there would be nobody to take the replies between.
    batch_with_reply() {
        what: "a batch has no replies",
        instead: "leave out `batch`, or `reply = …`",
    }

    /// A lifetime elided in the reply is that of the input it answers. This input is owned.
    reply_borrows_from_nothing() {
        what: "a reply cannot borrow from this input, which lends nothing",
        instead: "name a lifetime of the function's, or reply with what is owned",
    }

    /// A lifetime elided in the reply is that of the input it answers. This input has several.
    reply_borrows_from_many() {
        what: "a reply could borrow from more than one lifetime of this input",
        instead: "let one `&` lend all of it",
    }

    /// A type cannot be declared inside an `impl` block, so the macro has to see the block to put it beside.
    name_of_method() {
        what: "the type of a method's machine has to stand beside the `impl` block",
        instead: "put `#[consumer]` on that as well",
    }

    /// Each name becomes a type beside the block.
    name_twice(name) {
        what: "two machines are called `{name}`",
        instead: "give each a name of its own",
    }

    /// The block only has to be seen: every method says for itself what it takes.
    block_with_options() {
        what: "on an `impl` block `#[consumer]` takes nothing",
        instead: "give the options to its methods",
    }

    /// On a block the attribute does nothing by itself.
    block_without_consumer() {
        what: "no method of this block is a consumer",
        instead: "mark those that are, as in `#[consumer(u8)]`",
    }
}
