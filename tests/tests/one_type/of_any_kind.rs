//! The same of literals that are no bytes, in values of several, and where a method is found by the type.
#![expect(clippy::same_functions_in_if_condition, reason = "each `recv!()` is another")]

use crate::support::{Pair, type_of};
use tests::{both, every, log, run};

// As `f64` it compiles as well, and is another number.
both! {
    #[consumer(f32)]
    fn floating() -> f64 {
        let x = if recv!() > 0.5 { recv!() } else { 0.1 };
        f64::from(x)
    }
}

both! {
    #[consumer(f32)]
    fn floating_straight() -> f64 {
        let mut x = 0.1;
        let first = f64::from(x);
        x = recv!();
        log(x * 0.1);
        first
    }
}

both! {
    #[consumer(i8)]
    fn negative() -> i64 {
        let x = if recv!() == 0 { -128 } else { recv!() };
        log(x.wrapping_neg());
        i64::from(x.leading_ones())
    }
}

// As `i32` it overflows.
both! {
    #[consumer(u64)]
    fn wide() -> u64 {
        let x = if recv!() == 0 { 1 } else { recv!() };
        log(x << 40);
        x.rotate_right(1)
    }
}

both! {
    #[consumer(u8)]
    fn in_values() -> usize {
        let pair = if recv!() == 0 { (0, 1) } else { (recv!(), recv!()) };
        let list = match recv!() {
            0 => [7; 3],
            n => [n, recv!(), 1],
        };
        let some = if recv!() == 0 { Some(255) } else { Some(recv!()) };
        log(format!("{pair:?} {list:?} {:?}", some.map(|x| x << 1)));
        size_of_val(&pair) + 10 * size_of_val(&list) + 100 * size_of_val(&some)
    }
}

both! {
    #[consumer(u8)]
    fn in_a_struct() -> usize {
        let pair = if recv!() == 0 { Pair { a: 0, b: 255 } } else { Pair { a: recv!(), b: 2 } };
        log(i64::from(pair.b << 1));
        size_of_val(&pair)
    }
}

// A struct of its own on either way, with fields of the input's type.
both! {
    #[consumer(u8)]
    fn nested() -> &'static str {
        let boxed = match recv!() {
            0 => Box::new(vec![Some(1)]),
            1 => Box::new(Vec::with_capacity(recv!().into())),
            _ => Box::new(vec![None, Some(recv!())]),
        };
        log(boxed.len());
        type_of(&boxed)
    }
}

trait Named {
    fn named(&self) -> &'static str;
}

impl Named for u8 {
    fn named(&self) -> &'static str {
        "byte"
    }
}

impl Named for i32 {
    fn named(&self) -> &'static str {
        "number"
    }
}

both! {
    #[consumer(u8)]
    fn dispatched() -> &'static str {
        let x = if recv!() == 0 { 1 } else { recv!() };
        log(Named::named(&x));
        x.named()
    }
}

// On a way of four.
both! {
    #[consumer(u8)]
    fn of_four_ways() -> i64 {
        let x = if recv!() == 0 {
            200
        } else if recv!() == 0 {
            201
        } else if let 1.. = recv!() {
            recv!()
        } else {
            202
        };
        i64::from(x << 1)
    }
}

// The other way that says it is one in the way that says nothing.
both! {
    #[consumer(u8)]
    fn inside_of_another() -> i64 {
        let x = if recv!() == 0 {
            let y = if recv!() == 0 { 255 } else { recv!() };
            log(i64::from(y << 1));
            254
        } else {
            recv!()
        };
        i64::from(x << 1)
    }
}

#[test]
fn literals_of_any_kind() {
    run!(floating(), [0.2]);
    run!(floating(), [0.7, 0.3]);
    run!(floating_straight(), [0.3]);
    run!(negative(), [0]);
    run!(negative(), [1, -3]);
    run!(wide(), [0]);
    run!(wide(), [1, 5]);
    every!(in_values());
    every!(in_a_struct());
    every!(nested());
    every!(dispatched());
    every!(of_four_ways());
    every!(inside_of_another());
}
