//! Operands that are taken by value, and whose local a later operand gives another value.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    clippy::blocks_in_conditions,
    clippy::redundant_field_names,
    unused_assignments,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn receivers() {
        let mut x = 100u8;
        log(x.max({ x = recv!(); x }));
        log(x.wrapping_add({ x += recv!(); x }));
        let mut o = Some(7u8);
        log(o.unwrap_or({ o = None; recv!() }));
        let mut point = (200u8, 1u8);
        log(point.0.max({ point.0 = recv!(); 3 }));
        let mut array = [90u8, 80];
        log(array[1].max({ array[1] = recv!(); 1 }));
        log(format!("{o:?} {point:?} {array:?} {x}"));
    }
}

both! {
    #[consumer(u8)]
    fn functions() {
        let mut f: fn(u8) -> u8 = |x| x + 1;
        log(f({ f = |x| x + 100; recv!() }));
        log(f(recv!()));
    }
}

#[derive(Debug)]
struct Point {
    x: u8,
    y: u8,
}

both! {
    #[consumer(u8)]
    fn fields() {
        let mut x = 100u8;
        let point = Point { x, y: { x = recv!(); x } };
        log(format!("{point:?} {} {} {x}", point.x, point.y));
        let point = Point { y: recv!(), x };
        log(format!("{point:?}"));
    }
}

both! {
    #[consumer(Guard)]
    fn ignored() {
        _ = recv!();
        log("1");
        _ = (recv!(), guard("local"));
        log("2");
        recv!();
    }
}

#[test]
fn of_each_kind() {
    every!(receivers());
    every!(functions());
    every!(fields());
    run!(ignored(), [guard("a"), guard("b"), guard("c")]);
}
