//! What imports the words of a body is used, though the expansion has none of them left.
#![deny(warnings, unused_imports)]

use coroutine_runtime::{delegate, on_close, recv};

/// What `#[consumer]` prints. Resolved where the macro stands, as the names in a `macro_rules!` are:
/// a name that is resolved at the body would find the body's own locals, which rustc refuses.
macro_rules! uses {
    () => {
        // That the line itself is unused is silent from a procedural macro.
        #[allow(unused_imports)]
        use {delegate as _, on_close as _, recv as _};
    };
}

#[test]
fn a_use_within_a_function_uses_an_import() {
    fn named_as_the_words_are(recv: u32, delegate: bool) -> u32 {
        uses!();
        let on_close = u32::from(delegate);
        recv + on_close
    }

    assert_eq!(named_as_the_words_are(1, true), 2);
}
