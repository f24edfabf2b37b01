//! A labelled block with a guard around a loop with a guard, left in every way.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, fail, guard, log, run};

both! {
    #[consumer(u8)]
    fn scopes() -> u8 {
        let _outer = guard("outer");
        let mut replaced = guard("first");
        'block: {
            let _block = guard("block");
            loop {
                let _turn = guard("turn");
                match recv!() {
                    0 => break,
                    1 => break 'block,
                    2 => return 2,
                    3 => fail("three"),
                    4 => replaced = guard("replaced"),
                    5 => {
                        let moved = replaced;
                        let _arm = guard("arm");
                        recv!();
                        drop(moved);
                        replaced = guard("again");
                    }
                    _ => continue,
                }
                log(&replaced);
            }
            log("behind the loop");
            recv!();
        }
        log("behind the block");
        recv!()
    }
}

#[test]
fn every_way_out() {
    for first in 0..6 {
        for second in 0..7 {
            run!(scopes(), [4, first, second, 7, 1]);
        }
    }
    run!(scopes(), []);
}
