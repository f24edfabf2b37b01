//! Loops whose locals come into scope once more in the transition that still has those of the time before; and replies that are the
//! last to use a local.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use std::cell::Cell;
use tests::{both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn newer_of_the_same_name() -> u32 {
        let mut sum = 0;
        while ({
            let mut given = 0.5;
            let size = size_of_val(&given) as u32;
            given = recv!().into();
            let size = size ^ f32::to_bits(given);
            sum += size >> 20;
            size
        } % 2 == 0) && sum < 5000
        {
            log(sum);
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn newer_behind_a_join() -> u8 {
        let mut sum = 0u8;
        loop {
            log({
                let mut kept = 9;
                let mut count = 0;
                for _ in 0..2 {
                    count ^= kept >> 1;
                    kept = recv!();
                }
                let kept = count ^ kept;
                sum = sum.wrapping_add(kept);
                kept >> 1 ^ kept
            });
            if sum > 40 {
                return sum;
            }
        }
    }
}

both! {
    #[consumer(u8, batch)]
    fn value_of_an_inner_loop() -> u8 {
        let mut count = 0;
        loop {
            let first = loop {
                count += 1;
                if count % 3 == 2 {
                    break guard(count);
                }
                let first = guard("inner");
                log(first.id);
                if recv!() == 1 {
                    continue;
                }
            };
            log(first.id);
            let last = if recv!() == 3 { 1 } else { recv!() };
            if last > 3 {
                break;
            }
        }
        count
    }
}

both! {
    #[consumer(u8, reply = u32)]
    fn reply_that_is_the_last_use(n: u8) -> u8 {
        let count: Cell<u32> = Cell::new(u32::from(n).max(1));
        let given = recv!(count.get());
        given + recv!(0)
    }
}

#[test]
fn each_is_as_in_the_plain_function() {
    every!(newer_of_the_same_name());
    every!(newer_behind_a_join());
    run!(value_of_an_inner_loop(), [0, 3, 1, 0, 2, 7, 9, 9, 9, 9]);
    run!(value_of_an_inner_loop(), [1, 5, 3, 9, 9, 9, 9]);
    every!(reply_that_is_the_last_use(3));
}
