//! The value of a loop that is used behind the next wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn values() -> u8 {
        let first = loop {
            let byte = recv!();
            if byte > 10 {
                break byte;
            }
        };
        let second = 'outer: loop {
            let _guard = guard("outer");
            let inner = loop {
                match recv!() {
                    0 => break 'outer first,
                    1 => break 1,
                    2 => continue 'outer,
                    _ => {}
                }
            };
            log(inner);
        };
        let third = 'block: {
            if recv!() == 0 {
                break 'block 3;
            }
            for n in 0..4 {
                if n == second % 4 {
                    break 'block n;
                }
            }
            recv!()
        };
        first + second + third
    }
}

#[test]
fn break_gives_a_value() {
    run!(values(), [9, 11, 3, 2, 0, 1, 0, 5]);
    run!(values(), [12, 0, 1, 4]);
    run!(values(), [12, 0, 0]);
}
