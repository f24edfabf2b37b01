//! Around loops: what the last turn read says the type of what the first turn had.
#![expect(clippy::cast_lossless, reason = "a cast takes what there is")]

use crate::support::type_of;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn shifted_each_turn() -> u32 {
        let mut x = 255;
        loop {
            let y = (x << 1) as u32;
            x = recv!();
            if x == 0 {
                return y;
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn counted() -> i64 {
        let mut x = 255;
        let mut sum = 0;
        for _ in 0..3 {
            sum += i64::from(x << 1);
            x = recv!();
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn while_it_is_some() -> usize {
        let mut last = 255;
        let mut sizes = 0;
        while let Some(seen) = Some(last << 1) {
            log(seen);
            sizes += size_of_val(&seen);
            last = recv!();
            if last == 0 {
                break;
            }
        }
        sizes
    }
}

both! {
    #[consumer(u8)]
    fn while_it_is_less() -> i64 {
        let mut x = 129;
        while x << 1 < 254 {
            log(type_of(&x));
            x = !recv!();
        }
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn given_by_a_loop() -> i64 {
        let x = loop {
            match recv!() {
                0 => break 255,
                1 => {}
                _ => break recv!(),
            }
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn given_by_an_outer_loop() -> i64 {
        let x = 'outer: loop {
            loop {
                match recv!() {
                    0 => break 'outer 255,
                    1 => break,
                    _ => {}
                }
            }
            log("again");
            if recv!() > 0 {
                break recv!();
            }
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn given_by_a_block() -> i64 {
        let x = 'found: {
            if recv!() == 0 {
                break 'found 255;
            }
            for n in 0..2 {
                if recv!() == n {
                    break 'found 254;
                }
            }
            recv!()
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn a_pair_each_turn() -> u8 {
        let (mut a, mut b) = (255, 254);
        for _ in 0..3 {
            log(i64::from(a << 1) + i64::from(b << 1));
            (a, b) = (recv!(), recv!());
        }
        a ^ b
    }
}

both! {
    #[consumer(u8)]
    fn over_literals() -> usize {
        let mut sizes = 0;
        for _ in 0..2 {
            for n in [255, 254] {
                sizes += size_of_val(&n);
                log(n << 1);
            }
            let n = 253;
            log(n << 1);
            if n == recv!() {
                break;
            }
            let list = [255, if recv!() == 0 { 251 } else { recv!() }];
            for n in list {
                log(i64::from(n << 1));
            }
        }
        sizes
    }
}

// Each turn binds it anew, and one way of a turn goes on without it.
both! {
    #[consumer(u8)]
    fn left_out_on_a_turn() -> i64 {
        let mut sum = 0;
        for _ in 0..4 {
            let n = recv!();
            let x = if n == 0 {
                log(recv!());
                continue;
            } else if n == 1 {
                255
            } else {
                recv!()
            };
            sum += i64::from(x << 1);
        }
        sum
    }
}

#[test]
fn a_later_turn_says_the_type() {
    every!(shifted_each_turn());
    every!(counted());
    every!(while_it_is_some());
    every!(while_it_is_less());
    every!(given_by_a_loop());
    every!(given_by_an_outer_loop());
    every!(given_by_a_block());
    every!(a_pair_each_turn());
    every!(over_literals());
    every!(left_out_on_a_turn());
}
