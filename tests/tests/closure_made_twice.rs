//! A closure that is made each time around a loop is of one type.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

struct Step<F: Fn(u8) -> u8> {
    apply: F,
}

both! {
    #[consumer(u8)]
    fn in_a_field() {
        loop {
            let step = Step { apply: |x| x + 1 };
            let byte = recv!();
            log((step.apply)(byte));
        }
    }
}

both! {
    #[consumer(u8)]
    fn borrowed() {
        loop {
            let apply = &|x: u8| x + 1;
            let byte = recv!();
            log(apply(byte));
        }
    }
}

#[test]
fn one_type_each() {
    run!(in_a_field(), [1, 2]);
    run!(borrowed(), [1, 2]);
}
