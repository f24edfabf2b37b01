//! What a pattern takes apart has the type that another way says.
#![expect(clippy::default_trait_access, reason = "what is left open is what is tested")]

use crate::support::{Pair, type_of};
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn tuples() -> i64 {
        let (a, b) = if recv!() == 0 { (0, 255) } else { (recv!(), 254) };
        log(size_of_val(&a));
        i64::from(b << 1) + i64::from(a)
    }
}

// The second of a pair that is a text on one way of three has its type by the first.
both! {
    #[consumer(u8)]
    fn with_texts() -> String {
        let (n, text) = match recv!() {
            0 => (255, "zero".to_owned()),
            1 => (recv!(), String::new()),
            _ => (254, Default::default()),
        };
        text + &(n << 1).to_string()
    }
}

both! {
    #[consumer(u8)]
    fn slices() -> i64 {
        let [first, .., last] = match recv!() {
            0 => [255; 3],
            n => [n, recv!(), 255],
        };
        log(first << 1);
        i64::from(last << 1)
    }
}

both! {
    #[consumer(u8)]
    fn structs() -> i64 {
        let Pair { a, b: second } =
            if recv!() == 0 { Pair { a: 255, b: 254 } } else { Pair { a: recv!(), b: recv!() } };
        log(type_of(&second));
        i64::from(a << 1)
    }
}

both! {
    #[consumer(u8)]
    fn bound_at() -> i64 {
        let some = if recv!() == 0 { Some(255) } else { Some(recv!()) };
        match some {
            Some(n @ 200..) => i64::from(n << 1),
            Some(n) => -i64::from(n << 7),
            None => 0,
        }
    }
}

both! {
    #[consumer(u8)]
    fn half_taken() -> i64 {
        let (x, _) = if recv!() == 0 { (255, "a") } else { (recv!(), "b") };
        let (.., y) = if recv!() == 0 { ((), 255) } else { ((), recv!()) };
        i64::from(x << 1) + i64::from(y << 1)
    }
}

both! {
    #[consumer(u8)]
    fn destructured_later() -> i64 {
        let (a, b);
        (a, b) = if recv!() == 0 { (255, 254) } else { (recv!(), recv!()) };
        let sum = i64::from(a << 1) + i64::from(b << 1);
        let (mut c, mut d) = (128, 255);
        log(i64::from(c << 1) + i64::from(d << 1));
        [c, d] = [recv!(), recv!()];
        sum + i64::from(c ^ d)
    }
}

both! {
    #[consumer(u8)]
    fn or_patterns() -> i64 {
        let answer = match recv!() {
            0 => Ok(255),
            1 => Err(254),
            2 => Err(recv!()),
            _ => Ok(recv!()),
        };
        let (Ok(n) | Err(n)) = answer;
        i64::from(n << 1)
    }
}

// Taken apart, put together and read again: nothing but the last says what the first was.
both! {
    #[consumer(u8)]
    fn put_together() -> i64 {
        let mut pair = (255, (254, "x"));
        let (a, (b, text)) = pair;
        log(format!("{} {} {text}", a << 1, b << 1));
        pair = (recv!(), (recv!(), "y"));
        i64::from(pair.0 ^ pair.1.0)
    }
}

#[test]
fn what_is_taken_apart() {
    every!(tuples());
    every!(with_texts());
    every!(slices());
    every!(structs());
    every!(bound_at());
    every!(half_taken());
    every!(destructured_later());
    every!(or_patterns());
    every!(put_together());
}
