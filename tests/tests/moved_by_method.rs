//! Moves by the adapters of the standard library.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn adapters(bytes: Vec<u8>) -> u8 {
        let all = bytes.into_iter();
        let some = all.rev().filter(|byte| *byte > 1);
        let mut sum = recv!();
        for byte in some {
            sum += byte;
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn option() {
        let all = Some(guard("some"));
        let some = all.filter(|guard| guard.id > 0);
        recv!();
        log(some.is_some());
    }
}

#[test]
fn moves_are_seen() {
    run!(adapters(vec![1, 2, 3]), [1]);
    run!(option(), [1]);
}
