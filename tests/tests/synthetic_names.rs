//! Locals called as those that the expansion makes.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u8)]
    fn names_of_the_expansion(state: u8, input: u8, output: u8) -> Option<u8> {
        let (start, prime, close) = (recv!(), recv!(), recv!());
        let receive = start + prime;
        let value = Some(close);
        let residual = value?.checked_add(receive)?;
        let (machine, names, iter, operand) = (state, input, output, recv!());
        for reply in 0..2u8 {
            let iter = iter + reply;
            log(iter + recv!());
        }
        Some(machine + names + operand + residual)
    }
}

#[test]
fn no_name_is_taken() {
    run!(names_of_the_expansion(1, 2, 3), [1, 2, 3, 4, 5, 6]);
}
