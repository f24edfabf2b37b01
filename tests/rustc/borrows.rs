// case: changed_while_borrowed
#[consumer(u8)]
pub fn f() -> u8 {
    let mut list = vec![recv!()];
    let first = &list[0];
    list.push(1);
    *first
}

// case: borrowed_twice
#[consumer(u8)]
pub fn f(mut name: String) {
    recv!();
    let one = &mut name;
    let two = &mut name;
    one.push('x');
    two.push('y');
}

// case: assigned_while_borrowed
#[consumer(u8)]
pub fn f() -> u8 {
    let mut count = recv!();
    let lent = &count;
    count = 3;
    *lent
}

// case: moved_while_borrowed
#[consumer(u8)]
pub fn f(name: String) -> usize {
    recv!();
    let lent = &name;
    drop(name);
    lent.len()
}

// case: changed_in_its_loop
#[consumer(u8)]
pub fn f(mut list: Vec<u8>) -> u8 {
    let limit = recv!();
    for item in &list {
        if *item > limit {
            list.push(0);
        }
    }
    limit
}

// case: over_the_wait
#[consumer(u8)]
pub fn f() -> usize {
    let mut list = vec![1];
    let first = &list[0];
    list.push(recv!());
    usize::from(*first)
}

// case: dead_too_early
#[consumer(u8)]
pub fn f() -> usize {
    let lent;
    {
        let byte = recv!();
        lent = &byte;
    }
    usize::from(*lent)
}

// case: of_a_temporary
#[consumer(u8)]
pub fn f() -> usize {
    let byte = recv!();
    let text = byte.to_string().as_str();
    text.len()
}

// case: returned
// differs: the value stands in what the transition returns
// - error[E0515]: cannot return reference to local variable `text`
// - error[E0515]: cannot return reference to local variable `text` | ^ 5:5-5:10 returns a reference to data owned by the current function
// + error[E0515]: cannot return value referencing local variable `text`
// + error[E0515]: cannot return value referencing local variable `text` | - 5:5-5:10 `text` is borrowed here
// + error[E0515]: cannot return value referencing local variable `text` | ^ 5:5-5:6 returns a value referencing data owned by the current function
#[consumer(u8)]
pub fn f<'a>() -> &'a str {
    let text = recv!().to_string();
    &text
}

// case: not_mutable
#[consumer(u8)]
pub fn f() -> usize {
    let list = Vec::new();
    list.push(recv!());
    list.len()
}

// case: not_mutable_in_a_loop
#[consumer(u8)]
pub fn f() {
    let list = Vec::new();
    loop {
        let byte = recv!();
        list.push(byte);
    }
}

// case: not_a_mutable_parameter
#[consumer(u8)]
pub fn f(list: Vec<u8>) -> usize {
    let byte = recv!();
    list.push(byte);
    list.len()
}

// case: not_a_mutable_reference
// differs: the parameter is a local of the state, whose type rustc has inferred
// + error[E0596]: cannot borrow `list` as mutable, as it is behind a `&` reference | - 3:10-3:14 consider changing this binding's type to be: `&mut Vec<u8>`
#[consumer(u8)]
pub fn f(list: &Vec<u8>) {
    loop {
        let byte = recv!();
        list.push(byte);
    }
}

// case: assigned_twice
// differs: the input is a parameter of the transition, under the name that it is bound to
// - error[E0384]: cannot assign twice to immutable variable `byte`
// - error[E0384]: cannot assign twice to immutable variable `byte` | - 4:9-4:13 first assignment to `byte`
// - error[E0384]: cannot assign twice to immutable variable `byte` | ^ 5:5-5:14 cannot assign twice to immutable variable
// + error[E0384]: cannot assign to immutable argument `byte`
// + error[E0384]: cannot assign to immutable argument `byte` | ^ 5:5-5:14 cannot assign to immutable argument
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    byte += 1;
    byte
}

// case: parameter_assigned
// differs: the body is looked at as that of a closure, whose variables are made of the arguments
// - error[E0384]: cannot assign to immutable argument `count`
// - error[E0384]: cannot assign to immutable argument `count` | ^ 5:5-5:14 cannot assign to immutable argument
// - warning[unused_assignments]: value passed to `count` is never read
// - warning[unused_assignments]: value passed to `count` is never read | ^ 3:10-3:15
// + error[E0384]: cannot assign twice to immutable variable `count`
// + error[E0384]: cannot assign twice to immutable variable `count` | - 3:10-3:15 first assignment to `count`
// + error[E0384]: cannot assign twice to immutable variable `count` | ^ 5:5-5:14 cannot assign twice to immutable variable
#[consumer(u8)]
pub fn f(count: u8) -> u8 {
    recv!();
    count = 3;
    count
}

// case: no_value
#[consumer(u8)]
pub fn f() {
    let value: u8;
    recv!();
    println!("{value}");
}

// case: no_value_on_one_branch
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    let value: u8;
    if byte > 3 {
        value = 1;
    }
    println!("{value}");
}

// case: no_value_if_it_waits
// differs: an `if` that waits is opened, and has no end of its own
// - error[E0381]: used binding `value` is possibly-uninitialized | - 5:8-5:19 if this `if` condition is `false`, `value` is not initialized
// - error[E0381]: used binding `value` is possibly-uninitialized | - 7:6-7:6 an `else` arm might be missing here, initializing `value`
// + error[E0381]: used binding `value` is possibly-uninitialized | - 2:16-2:16 an `else` arm might be missing here, initializing `value`
// + error[E0381]: used binding `value` is possibly-uninitialized | - 5:8-5:12 if this `if` condition is `false`, `value` is not initialized
#[consumer(u8)]
pub fn f() {
    let value: u8;
    if recv!() > 3 {
        value = 1;
    }
    println!("{value}");
}

// case: closure_that_changes
#[consumer(u8)]
pub fn f() -> u8 {
    let mut count = recv!();
    let mut add = || count += 1;
    count = 3;
    add();
    count
}

// case: closure_not_mutable
#[consumer(u8)]
pub fn f() -> u8 {
    let mut count = recv!();
    let add = || count += 1;
    add();
    count
}

// case: closure_that_outlives
#[consumer(u8)]
pub fn f() -> Box<dyn Fn() -> u8> {
    let byte = recv!();
    Box::new(|| byte)
}

// case: lifetimes_of_parameters
#[consumer(u8)]
pub fn f<'a, 'b>(one: &'a str, two: &'b str) -> &'a str {
    if recv!() > 3 {
        return two;
    }
    one
}

// case: thread_that_borrows
#[consumer(u8)]
pub fn f() {
    let text = recv!().to_string();
    std::thread::spawn(|| println!("{text}"));
}

// case: thread_of_an_rc
#[consumer(u8)]
pub fn f() {
    let shared = std::rc::Rc::new(recv!());
    std::thread::spawn(move || println!("{shared}"));
}
