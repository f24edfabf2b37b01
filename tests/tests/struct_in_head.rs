//! Struct literals in heads: in the parentheses that the body has, or where the expansion makes a head of what was none.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

#[derive(PartialEq, Clone, Copy)]
struct Pair {
    left: u8,
    right: u8,
}

both! {
    #[consumer(u8)]
    fn heads(right: u8) -> u8 {
        if (Pair { left: recv!(), right }) == (Pair { left: 1, right: 2 }) {
            log("equal");
        }
        let both = Pair { left: recv!(), right }.left == 3 && Pair { left: 3, right }.right == recv!();
        log(usize::from(both));
        if (Pair { left: 1, right }.right == 2 && recv!() == 4) || (Pair { left: 1, right } == Pair { left: 1, right: 3 }) {
            log("decided");
        }
        let matched = matches!(Pair { left: 1, right }, Pair { left: 1, .. } if recv!() == 5);
        log(usize::from(matched));
        match (Pair { left: recv!(), right }) {
            Pair { left: 0, .. } => 0,
            Pair { left, right } => left + right,
        }
    }
}

both! {
    #[consumer(u8)]
    fn left_of_raw() -> usize {
        let r#fn;
        if recv!() > 3 {
            r#fn = vec![recv!()];
            if r#fn[0] > 2 {
                drop(r#fn);
            }
        }
        recv!().into()
    }
}

#[test]
fn struct_literals_stay_in_parentheses() {
    run!(heads(2), [1, 3, 2, 4, 5, 6]);
    run!(heads(3), [1, 3, 3, 4, 6, 0]);
    run!(heads(2), [2, 0, 3, 4, 5]);
}

#[test]
fn what_is_left_of_a_raw_name_is_a_name() {
    run!(left_of_raw(), [4, 3, 2]);
    run!(left_of_raw(), [4, 1, 2]);
    run!(left_of_raw(), [1, 2]);
}
