// case: local_of_two_types_over_a_wait
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:17 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 6:9-6:15 expected integer, found `&str`
#[consumer(i32)]
pub fn f() {
    let mut v = 1;
    recv!();
    v = "text";
    println!("{v}");
}

// case: local_of_two_types_read_before_it
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:17 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 9:9-9:15 expected `i32`, found `&str`
#[consumer(i32)]
pub fn f() {
    let mut v = 1;
    println!("{v}");
    v = recv!();
    println!("{v}");
    recv!();
    v = "text";
    println!("{v}");
}

// case: arms_of_two_types
#[consumer(i32)]
pub fn f() {
    let n = match recv!() {
        0 => recv!(),
        _ => "text",
    };
    println!("{n}");
}

// case: arms_of_two_types_dead_at_the_wait
#[consumer(u8)]
pub fn f() -> u8 {
    let n = if recv!() > 3 {
        println!("{}", recv!());
        "text"
    } else {
        1
    };
    println!("{n}");
    recv!()
}

// case: arms_of_two_types_that_nobody_takes
#[consumer(u8)]
pub fn f() -> u8 {
    match recv!() {
        0 => Some(recv!()),
        _ => Some("text"),
    };
    recv!()
}

// case: if_without_else_as_a_value
#[consumer(u8)]
pub fn f() {
    let n = if recv!() > 3 { recv!() };
    println!("{n:?}");
}

// case: given_in_a_loop
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:16 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 7:16-7:20 expected `u32`, found `u8`
#[consumer(u8)]
pub fn f() {
    let mut last = 0u32;
    loop {
        println!("{last}");
        last = recv!();
    }
}

// case: given_in_a_loop_on_one_way
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:16 expected due to the type of this binding
// + error[E0308]: mismatched types | - 4:9-4:12 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 8:20-8:27 expected `u8`, found `&str`
// + error[E0308]: mismatched types | ^ 8:20-8:27 expected `u8`, found `&str`
#[consumer(u8)]
pub fn f() {
    let mut last = 0;
    loop {
        println!("{last}");
        if last == 3 {
            last = "three";
        } else {
            last = recv!();
        }
    }
}

// case: breaks_of_two_types
#[consumer(u8)]
pub fn f() {
    let found = loop {
        if recv!() > 3 {
            break "text";
        }
        if recv!() > 3 {
            break recv!();
        }
    };
    println!("{found}");
}

// case: parameter_given_after_a_wait
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types | - 5:5-5:9 expected due to the type of this binding
#[consumer(u8)]
pub fn f(mut name: String) {
    println!("{name}");
    name = recv!();
    println!("{name}");
}

// case: parameter_given_on_one_way
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:16 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 5:17-5:21 expected `usize`, found `u8`
#[consumer(u8)]
pub fn f(mut count: usize) -> usize {
    if recv!() > 3 {
        count = recv!();
    }
    count
}

// case: given_later_on_each_way
#[consumer(u8)]
pub fn f() {
    let x;
    if recv!() > 3 {
        x = recv!();
    } else {
        x = "text";
    }
    println!("{x}");
}

// case: parts_of_two_types
#[consumer(u8)]
pub fn f() {
    let (n, text) = if recv!() > 3 { (recv!(), "text") } else { (4, 'c') };
    println!("{n} {text}");
}

// case: literal_too_large
#[consumer(u8)]
pub fn f() {
    let n = if recv!() > 3 { recv!() } else { 300 };
    println!("{n}");
}

// case: literal_too_large_before_a_wait
#[consumer(u8)]
pub fn f() {
    let mut n = 300;
    println!("{n}");
    n = recv!();
    println!("{n}");
}

// case: method_that_one_way_does_not_have
#[consumer(u8)]
pub fn f() -> u32 {
    let n = if recv!() > 3 { recv!() } else { 1.5 };
    n.leading_zeros()
}

// case: boxes_of_two_types
#[consumer(u8)]
pub fn f() {
    let shown = if recv!() > 3 { Box::new(recv!()) } else { Box::new("text") };
    println!("{shown}");
}

// case: functions_of_two_signatures
fn one(n: u8) -> u8 {
    n + 1
}

fn two(n: u8) -> u16 {
    u16::from(n)
}

#[consumer(u8)]
pub fn f() {
    let g = if recv!() > 3 {
        println!("{}", recv!());
        one
    } else {
        two
    };
    println!("{}", g(3));
}
