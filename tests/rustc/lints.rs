// case: unused_variable
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
}

// case: unused_variable_before_a_wait
#[consumer(u8)]
pub fn f() {
    let count = 3;
    recv!();
}

// case: unused_variable_in_a_loop
#[consumer(u8)]
pub fn f() {
    loop {
        let byte = recv!();
        let twice = 2 * byte;
    }
}

// case: unused_variable_that_is_dropped
#[consumer(u8)]
pub fn f() {
    let text = String::new();
    recv!();
}

// case: unused_parameter
#[consumer(u8)]
pub fn f(count: usize) {
    recv!();
}

// case: unused_of_a_pattern
#[consumer((u8, u8))]
pub fn f() -> u8 {
    let (one, two) = recv!();
    one
}

// case: unused_of_an_arm
#[consumer(Option<u8>)]
pub fn f() {
    match recv!() {
        Some(byte) => println!("some"),
        None => {}
    }
}

// case: unused_of_an_arm_that_waits
#[consumer(Option<u8>)]
pub fn f() {
    match recv!() {
        Some(byte) => println!("{:?}", recv!()),
        None => {}
    }
}

// case: unused_of_a_for
#[consumer(u8)]
pub fn f() {
    for index in 0..3 {
        println!("{}", recv!());
    }
}

// case: unused_mut
#[consumer(u8)]
pub fn f() -> u8 {
    let mut byte = recv!();
    byte
}

// case: unused_mut_of_what_is_kept
#[consumer(u8)]
pub fn f() -> u8 {
    let mut byte = recv!();
    recv!();
    byte
}

// case: unused_assignment
#[consumer(u8)]
pub fn f() -> u8 {
    let mut last = recv!();
    last = 3;
    last = 4;
    last
}

// case: assigned_but_never_used
#[consumer(u8)]
pub fn f() {
    let mut last = 3;
    loop {
        last = recv!();
    }
}

// case: result_not_used
fn check() -> Result<(), String> {
    Ok(())
}

#[consumer(u8)]
pub fn f() {
    recv!();
    check();
}

// case: result_not_used_in_a_loop
#[must_use]
fn check(_: u8) -> bool {
    true
}

#[consumer(u8)]
pub fn f() {
    loop {
        check(recv!());
    }
}

// case: comparison_not_used
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    byte == 3;
}

// case: not_reached
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    return byte;
    println!("never");
}

// case: unused_label
#[consumer(u8)]
pub fn f() {
    'outer: loop {
        if recv!() > 3 {
            break;
        }
    }
}

// case: unused_import
#[consumer(u8)]
pub fn f() {
    use std::fmt::Write;
    recv!();
}

// case: unused_function
#[warn(dead_code)]
#[consumer(u8)]
pub fn f() {
    fn helper() {}
    recv!();
}

// case: deprecated
#[deprecated = "there is a newer one"]
pub fn old() {}

#[consumer(u8)]
pub fn f() {
    recv!();
    old();
}

// case: not_snake_case
#[consumer(u8)]
pub fn f() -> u8 {
    let theByte = recv!();
    recv!();
    theByte
}

// case: parameter_not_snake_case
#[consumer(u8)]
pub fn f(theCount: u8) -> u8 {
    recv!() + theCount
}

// case: literal_out_of_range
#[consumer(u8)]
pub fn f() -> bool {
    recv!() == 256
}

// case: parentheses
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    if (byte > 3) {
        println!("{byte}");
    }
}

// case: parentheses_around_a_wait
#[consumer(u8)]
pub fn f() {
    while (recv!() > 3) {
        println!("more");
    }
}

// case: loop_written_as_while
#[consumer(u8)]
pub fn f() {
    while true {
        println!("{}", recv!());
    }
}

// case: shadowed_unused
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    let byte = recv!();
    byte
}

// case: recursion
#[consumer(u8)]
pub fn f() {
    fn again() {
        again()
    }
    recv!();
    again();
}

// case: redundant_semicolon
#[consumer(u8)]
pub fn f() {
    println!("{}", recv!());;
}

// case: clone_of_a_reference
#[consumer(u8)]
pub fn f(list: &[u8]) -> usize {
    drop(list);
    usize::from(recv!())
}

// case: path_statement
#[consumer(u8)]
pub fn f(count: usize) {
    recv!();
    count;
}
