//! Mistakes that only a crate without the features of `coroutine-runtime` can have, as in `tests/tests/ui.rs`.
#![forbid(unsafe_code)]

#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
