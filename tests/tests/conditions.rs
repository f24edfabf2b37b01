//! Conditions whose operands wait or take on some ways only, and arms that do not come around their loop again.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(clippy::needless_continue, reason = "the bodies show jumps")]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn one_side_waits() -> u8 {
        let limit = recv!();
        if limit > 6 || (if recv!() > 3 { recv!() } else { limit }) > 2 {
            if recv!() & 1 == 0 && recv!() & 2 == 0 {
                return recv!();
            }
            log(recv!());
        }
        limit
    }
}

both! {
    #[consumer(u8)]
    fn taken_in_a_condition() -> u8 {
        let byte = recv!();
        let given = guard(usize::from(byte));
        let mut taken = given;
        if byte > 3 {
            taken = guard(50);
        }
        let other = if (if byte > 2 { taken } else { guard(60) }).id > 40 { 1 } else { 2 };
        recv!();
        log(other);
        recv!()
    }
}

both! {
    #[consumer(u8)]
    fn arms_around_a_loop() {
        let mut turn = 0;
        'turns: while turn < 4 {
            turn += 1;
            match recv!() & 3 {
                0 => {
                    if recv!() % 3 == 1 {
                        continue 'turns;
                    }
                    let _late = guard(24);
                }
                1 => {
                    let held = guard(87);
                    if turn % 2 == 1 {
                        let _first = guard(70);
                        let _second = guard(9);
                    } else {
                        log(held.id);
                        if (if recv!() & 1 == 0 && recv!() & 2 == 0 { recv!() } else { 3 }) > 3 {
                            break 'turns;
                        }
                    }
                }
                other => {
                    log(other);
                    if recv!() & 1 == 0 || recv!() > 2 {
                        continue 'turns;
                    }
                }
            }
        }
        log("end");
        recv!();
    }
}

#[test]
fn each_way() {
    for first in 0..8 {
        for second in 0..8 {
            run!(one_side_waits(), [first, second, 5, 2, 4, 1, 6, 3]);
            run!(taken_in_a_condition(), [first, second, 1]);
            run!(
                arms_around_a_loop(),
                [first, second, 1, first, 2, second, 5, 0, 4, 1, 1, 2, 3, 7]
            );
        }
    }
}
