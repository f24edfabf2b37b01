//! A `for` inside of a loop: its iterator is made anew each time around.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u8)]
    fn endless() {
        loop {
            for turn in 0..3 {
                log(turn + recv!());
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn two_deep(rows: u8) {
        for row in 0..rows {
            for column in 0..2 {
                log(10 * row + column + recv!());
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn until_enough() -> u8 {
        let mut sum = 0;
        loop {
            for _ in 0..3 {
                sum += recv!();
            }
            if sum > 9 {
                return sum;
            }
        }
    }
}

#[test]
fn iterators_are_their_own() {
    run!(endless(), [1, 2, 3, 4, 5, 6, 7]);
    run!(two_deep(3), [1, 2, 3, 4, 5, 6]);
    run!(two_deep(2), [1, 2]);
    run!(until_enough(), [1, 1, 1, 2, 2, 2, 4, 4, 4]);
}
