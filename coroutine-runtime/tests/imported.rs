//! `(@imported)` makes an import used, and is otherwise nothing.
#![deny(warnings, clippy::pedantic)]

use coroutine_runtime::{delegate, on_close, recv};

#[test]
fn an_import_is_used_by_nothing() {
    recv!(@imported);
    on_close!(@imported);
    delegate!(@imported);
    coroutine_runtime::recv!(@imported);
}
