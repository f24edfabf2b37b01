//! A local that is moved or read, and given a value again behind a wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn parameter(mut last: u8) -> u8 {
        log(last);
        last = recv!();
        recv!();
        last
    }
}

both! {
    #[consumer(u8)]
    fn local_of_an_outer_block() -> u8 {
        let mut replaced = guard("first");
        {
            loop {
                let _turn = guard("turn");
                match recv!() {
                    0 => break,
                    5 => {
                        let moved = replaced;
                        recv!();
                        drop(moved);
                        replaced = guard("again");
                    }
                    _ => continue,
                }
                log(&replaced);
            }
            recv!();
        }
        log("behind the block");
        recv!()
    }
}

#[test]
fn given_again_means_the_same_local() {
    run!(parameter(3), [1, 2]);
    run!(local_of_an_outer_block(), [5, 1, 4, 0, 1, 2]);
}
