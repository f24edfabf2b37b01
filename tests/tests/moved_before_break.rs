//! A move in a branch that leaves a labelled block of the same piece.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn moved_on_one_way() {
        let held = guard("held");
        let byte = recv!();
        let n = 'block: {
            if byte == 1 {
                drop(held);
                break 'block 1;
            }
            2
        };
        recv!();
        log(n);
    }
}

#[test]
fn it_is_dropped_once() {
    run!(moved_on_one_way(), [1, 2]);
    run!(moved_on_one_way(), [2, 2]);
}
