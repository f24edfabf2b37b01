//! The number is written in another way than as a literal that is the value of a way.
#![expect(
    clippy::cast_possible_truncation,
    clippy::needless_late_init,
    reason = "the bodies leave the types open"
)]

use tests::{both, every};

// A cast to whatever the other way has.
both! {
    #[consumer(u8)]
    fn cast() -> i64 {
        let x = if recv!() == 0 { 300u16 as _ } else { recv!() };
        i64::from(x)
    }
}

both! {
    #[consumer(u8)]
    fn in_a_constant() -> i64 {
        let x = if recv!() == 0 { const { 128 } } else { recv!() };
        i64::from(x << 1)
    }
}

macro_rules! full {
    () => {
        255
    };
}
both! {
    #[consumer(u8)]
    fn of_a_macro() -> i64 {
        let x = if recv!() == 0 { full!() } else { recv!() };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn given_later() -> i64 {
        let x;
        if recv!() == 0 {
            x = 255;
        } else {
            x = recv!();
        }
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn given_again_on_one_way() -> i64 {
        let mut x = 255;
        if recv!() == 1 {
            x = recv!();
        }
        i64::from(x << 1)
    }
}

#[test]
fn an_input_says_the_type() {
    every!(cast());
    every!(in_a_constant());
    every!(of_a_macro());
    every!(given_later());
    every!(given_again_on_one_way());
}
