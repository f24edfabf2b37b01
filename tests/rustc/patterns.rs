// case: arm_missing
#[consumer(Option<u8>)]
pub fn f() -> u8 {
    match recv!() {
        Some(byte) => byte,
    }
}

// case: arm_missing_that_waits
#[consumer(u8)]
pub fn f(given: Option<u8>) -> u8 {
    match given {
        Some(3) => recv!(),
        None => 0,
    }
}

// case: let_that_may_not_match
#[consumer(Option<u8>)]
pub fn f() -> u8 {
    let Some(byte) = recv!();
    byte
}

// case: arm_not_reached
#[consumer(u8)]
pub fn f() -> u8 {
    match recv!() {
        byte => byte,
        0 => 1,
    }
}

// case: arm_not_reached_that_waits
#[consumer(u8)]
pub fn f() -> u8 {
    match recv!() {
        0 => recv!(),
        0 => 1,
        byte => byte,
    }
}

// case: always_matches
#[consumer(u8)]
pub fn f() {
    if let byte = recv!() {
        println!("{byte}");
    }
}

// case: alternatives_that_bind_other_names
#[consumer((u8, u8))]
pub fn f() -> u8 {
    match recv!() {
        (0, one) | (two, 0) => one,
        _ => 0,
    }
}

// case: fields_missing
pub struct Point {
    pub x: u8,
    pub y: u8,
}

#[consumer(Point)]
pub fn f() -> u8 {
    let Point { x } = recv!();
    x
}

// case: else_that_goes_on
#[consumer(Option<u8>)]
pub fn f() -> u8 {
    let Some(byte) = recv!() else {
        println!("nothing");
    };
    byte
}

// case: variant_like_binding
pub enum Shape {
    Round,
    Square,
}

#[consumer(Shape)]
pub fn f() -> u8 {
    match recv!() {
        Round => 0,
    }
}
