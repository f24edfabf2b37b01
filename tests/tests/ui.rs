//! Every mistake that the macro reports: each file in `ui` is named after the rule that it breaks (`coroutine-macros/src/catalogue`), and has beside it
//! what the user sees. `TRYBUILD=overwrite cargo test -p tests --test ui` writes that anew.
#![forbid(unsafe_code)]

#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
