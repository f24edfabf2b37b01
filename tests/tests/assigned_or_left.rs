//! A statement that gives a local another value, unless it is left before.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u32)]
    fn kept_where_it_is_left(n: u32) -> bool {
        let mut last = n;
        'all: for round in 0..4 {
            last = recv!() - if round % 2 == 0 { round } else { continue 'all };
        }
        last > 3
    }
}

both! {
    #[consumer(u32)]
    fn deferred(n: u32) -> u32 {
        let value;
        'found: {
            let first = recv!();
            value = first + if first > n { n } else { break 'found };
            log(value);
            return value;
        }
        recv!() + n
    }
}

#[test]
fn the_value_before_is_kept() {
    run!(kept_where_it_is_left(2), [9, 8, 7, 6]);
    run!(deferred(2), [3]);
    run!(deferred(2), [1, 4]);
}
