//! What is known of a type in the source's order is known in the expansion's.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::explicit_into_iter_loop,
    clippy::while_let_on_iterator,
    reason = "the body shows what is inferred"
)]

use tests::{both, log, run};

both! {
    #[consumer(u8)]
    fn pushed_in_a_loop(words: Vec<String>) -> Vec<String> {
        let mut found = Vec::new();
        for word in words.into_iter() {
            if recv!() == 0 {
                continue;
            }
            found.push(word);
        }
        let mut rest = found.clone().into_iter().map(|word| word.len());
        while let Some(length) = rest.next() {
            log(length);
            recv!();
        }
        found
    }
}

#[test]
fn types_are_inferred() {
    run!(pushed_in_a_loop(vec!["a".to_owned(), "bb".to_owned()]), [1, 1, 1, 1]);
}
