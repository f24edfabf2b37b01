// case: value
#[consumer(u8)]
pub fn f() {
    let count = recv!();
    println!("{}", cuont + count);
}

// case: value_before_a_wait
#[consumer(u8)]
pub fn f() {
    println!("{nothing}");
    recv!();
}

// case: value_of_another_block
#[consumer(u8)]
pub fn f() {
    loop {
        let inner = recv!();
        if inner > 3 {
            break;
        }
    }
    println!("{inner}");
}

// case: function
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    store(byte);
}

// case: method
#[consumer(u8)]
pub fn f(list: Vec<u8>) -> usize {
    recv!();
    list.length()
}

// case: method_of_the_input
#[consumer(&str)]
pub fn f() -> usize {
    recv!().length()
}

// case: field
pub struct Point {
    pub x: u8,
}

#[consumer(u8)]
pub fn f(point: Point) -> u8 {
    recv!() + point.y
}

// case: field_of_a_literal
pub struct Point {
    pub x: u8,
}

#[consumer(u8)]
pub fn f() -> Point {
    Point { x: recv!(), y: 0 }
}

// case: field_that_is_private
mod inner {
    pub struct Point {
        x: u8,
    }
}

#[consumer(u8)]
pub fn f(point: inner::Point) -> u8 {
    recv!();
    point.x
}

// case: function_that_is_private
mod inner {
    fn hidden(_: u8) {}
}

#[consumer(u8)]
pub fn f() {
    inner::hidden(recv!());
}

// case: type_of_a_local
#[consumer(u8)]
pub fn f() {
    let map: Mapp = recv!();
    println!("{map}");
}

// case: variant
pub enum Shape {
    Round,
}

#[consumer(u8)]
pub fn f(shape: Shape) {
    recv!();
    match shape {
        Shape::Square => {}
        Shape::Round => {}
    }
}

// case: macro_of_nobody
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    show!(byte);
}

// case: label
#[consumer(u8)]
pub fn f() {
    'outer: loop {
        if recv!() > 3 {
            break 'other;
        }
    }
}

// case: arguments_missing
fn take(_: u8, _: u8) {}

#[consumer(u8)]
pub fn f() {
    take(recv!());
}

// case: arguments_too_many
fn take(_: u8) {}

#[consumer(u8)]
pub fn f(count: usize) {
    recv!();
    take(3, count);
}

// case: arguments_of_a_method
#[consumer(u8)]
pub fn f(mut list: Vec<u8>) -> usize {
    list.push(recv!(), 1);
    list.len()
}

// case: call_of_a_number
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    byte()
}

// case: break_with_a_value
#[consumer(u8)]
pub fn f() {
    for _ in 0..3 {
        recv!();
        break 3;
    }
}

// case: assignment_to_a_call
#[consumer(u8)]
pub fn f(list: Vec<u8>) {
    list.len() = usize::from(recv!());
}

// case: number_too_large
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    byte.wrapping_add(300)
}

// case: bound_twice
#[consumer((u8, u8))]
pub fn f() -> u8 {
    let (one, one) = recv!();
    one
}

// case: format_without_argument
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    println!("{} {}", byte);
}
