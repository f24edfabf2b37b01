// case: let_before_a_wait
#[consumer(u8)]
pub fn f() -> usize {
    let text: String = 3;
    text.len() + usize::from(recv!())
}

// case: let_after_a_wait
#[consumer(u8)]
pub fn f(count: usize) {
    let first = recv!();
    let text: String = count;
    println!("{text} {first}");
}

// case: let_of_the_input
#[consumer(u8)]
pub fn f() {
    let text: String = recv!();
    println!("{text}");
}

// case: argument
fn take(_: &str) {}

#[consumer(u8)]
pub fn f(count: usize) {
    recv!();
    take(count);
}

// case: argument_that_waits
fn take(_: &str, _: u8) {}

#[consumer(u8)]
pub fn f(count: usize) {
    take(count, recv!());
}

// case: input_as_argument
fn take(_: &str) {}

#[consumer(u8)]
pub fn f() {
    take(recv!());
}

// case: return_value
#[consumer(u8)]
pub fn f(count: usize) -> String {
    if recv!() > 3 {
        return count;
    }
    String::new()
}

// case: return_before_a_wait
#[consumer(u8)]
pub fn f(count: usize) -> String {
    if count > 3 {
        return count;
    }
    recv!().to_string()
}

// case: return_of_nothing
// differs: the transition returns a value, with the function's in it
// - error[E0069]: `return;` in a function whose return type is not `()`
// - error[E0069]: `return;` in a function whose return type is not `()` | ^ 5:9-5:15 return type is not `()`
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | ^ 5:9-5:15 expected `String`, found `()`
#[consumer(u8)]
pub fn f() -> String {
    if recv!() > 3 {
        return;
    }
    String::new()
}

// case: tail
#[consumer(u8)]
pub fn f(count: usize) -> String {
    recv!();
    count
}

// case: tail_that_is_missing
#[consumer(u8)]
pub fn f() -> usize {
    let byte = recv!();
    usize::from(byte);
}

// case: tail_of_an_unexpected_value
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    usize::from(byte)
}

// case: branches
#[consumer(u8)]
pub fn f(text: String) {
    let byte = recv!();
    let value = if byte > 3 { text } else { byte };
    println!("{value}");
}

// case: branches_that_wait
#[consumer(u8)]
pub fn f(text: String) {
    let value = if text.is_empty() { recv!() } else { text };
    println!("{value}");
}

// case: arms
#[consumer(u8)]
pub fn f(text: String) {
    let value = match recv!() {
        0 => text,
        byte => byte,
    };
    println!("{value}");
}

// case: assignment_in_a_loop
// differs: the transition that gives the value its type says it too
// + error[E0308]: mismatched types
// + error[E0308]: mismatched types | - 2:1-2:16 expected due to the type of this binding
// + error[E0308]: mismatched types | ^ 6:15-6:19 expected `usize`, found `u8`
#[consumer(u8)]
pub fn f() -> usize {
    let mut sum = 0usize;
    for _ in 0..3 {
        sum = recv!();
    }
    sum
}

// case: sum_in_a_loop
#[consumer(u8)]
pub fn f() -> usize {
    let mut sum = 0usize;
    for _ in 0..3 {
        sum += recv!();
    }
    sum
}

// case: operands
#[consumer(u8)]
pub fn f(text: String) -> usize {
    recv!();
    text.len() + text
}

// case: condition
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    if byte {
        println!("{byte}");
    }
}

// case: condition_that_waits
#[consumer(u8)]
pub fn f() {
    while recv!() {
        println!("more");
    }
}

// case: condition_of_two
// differs: what waits behind `&&` is a branch of its own
// - error[E0308]: mismatched types | - 4:8-4:15 expected because this is `bool`
#[consumer(u8)]
pub fn f(is_open: bool) {
    if is_open && recv!() {
        println!("open");
    }
}

// case: break_of_another_type
// differs: a loop that waits has been taken apart
// - error[E0308]: mismatched types | - 4:5-4:9 this loop is expected to be of type `usize`
#[consumer(u8)]
pub fn f() -> usize {
    loop {
        let byte = recv!();
        if byte > 3 {
            break byte;
        }
    }
}

// case: pattern
#[consumer(u8)]
pub fn f() {
    let byte = recv!();
    match byte {
        Some(byte) => println!("{byte}"),
        None => {}
    }
}

// case: pattern_of_the_input
#[consumer(u8)]
pub fn f() {
    if let Some(byte) = recv!() {
        println!("{byte}");
    }
}

// case: pattern_of_too_many
#[consumer((u8, u8))]
pub fn f() {
    let (one, two, three) = recv!();
    println!("{one} {two} {three}");
}

// case: element
#[consumer(u8)]
pub fn f() -> usize {
    let mut list: Vec<usize> = Vec::new();
    list.push(recv!());
    list.len()
}

// case: nothing_known
#[consumer(u8)]
pub fn f() {
    let list = Vec::new();
    recv!();
    println!("{}", list.len());
}

// case: nothing_known_of_the_result
#[consumer(&str)]
pub fn f() {
    let line = recv!();
    let list = line.split(' ').collect();
    println!("{line}");
}

// case: cast
#[consumer(u8)]
pub fn f(text: String) -> u8 {
    let byte = recv!();
    byte + text as u8
}

// case: cast_of_the_input
// differs: a span does not join what is the macro's, as the input is, and what is the user's
// - error[E0604]: only `u8` can be cast as `char`, not `u32` | ^ 4:5-4:20 invalid cast
// + error[E0604]: only `u8` can be cast as `char`, not `u32` | ^ 4:5-4:9 invalid cast
#[consumer(u32)]
pub fn f() -> char {
    recv!() as char
}

// case: dereference
#[consumer(u8)]
pub fn f() -> u8 {
    let byte = recv!();
    *byte
}

// case: question_mark_on_a_number
// differs: a `?` is a `match` on a trait of this crate's, since the one of the standard library is not stable
// - error[E0277]: the `?` operator can only be applied to values that implement `Try` | ^ 4:16-4:24 the `?` operator cannot be applied to type `u8`
// + error[E0277]: the `?` operator can only be applied to values that implement `Try`
// + error[E0277]: the `?` operator can only be applied to values that implement `Try` | - 4:23-4:24 required by a bound introduced by this call
// + error[E0277]: the `?` operator can only be applied to values that implement `Try` | ^ 4:16-4:20 the `?` operator cannot be applied to type `u8`
// + error[E0277]: the `?` operator can only be applied to values that implement `Try` | ^ 4:23-4:24 the `?` operator cannot be applied to type `u8`
#[consumer(u8)]
pub fn f() -> Option<u8> {
    let byte = recv!()?;
    Some(byte)
}

// case: question_mark_where_nothing_is_returned
// differs: a `?` is a `match` on a trait of this crate's, since the one of the standard library is not stable
// - error[E0277]: the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`) | - 3:1-3:11 this function should return `Result` or `Option` to accept `?`
#[consumer(&str)]
pub fn f() {
    let number: u8 = recv!().parse()?;
    println!("{number}");
}

// case: question_mark_of_another_error
// differs: a `?` is a `match` on a trait of this crate's, since the one of the standard library is not stable
// - error[E0271]: type mismatch resolving `<u8 as FromStr>::Err == Error`
// - error[E0271]: type mismatch resolving `<u8 as FromStr>::Err == Error` | ^ 4:30-4:35 expected `Error`, found `ParseIntError`
// + error[E0277]: the trait bound `std::fmt::Error: From<ParseIntError>` is not satisfied
// + error[E0277]: the trait bound `std::fmt::Error: From<ParseIntError>` is not satisfied | ^ 4:37-4:38 the trait `From<ParseIntError>` is not implemented for `std::fmt::Error`
#[consumer(&str)]
pub fn f() -> Result<u8, std::fmt::Error> {
    let number: u8 = recv!().parse()?;
    Ok(number)
}

// case: question_mark_of_an_option
// differs: a `?` is a `match` on a trait of this crate's, since the one of the standard library is not stable
// - error[E0277]: the `?` operator can only be used on `Result`s, not `Option`s, in a function that returns `Result`
// - error[E0277]: the `?` operator can only be used on `Result`s, not `Option`s, in a function that returns `Result` | - 3:1-3:35 this function returns a `Result`
// - error[E0277]: the `?` operator can only be used on `Result`s, not `Option`s, in a function that returns `Result` | ^ 4:39-4:40 use `.ok_or(...)?` to provide an error compatible with `Result<char, String>`
// + error[E0277]: the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`)
// + error[E0277]: the `?` operator can only be used in a function that returns `Result` or `Option` (or another type that implements `FromResidual`) | ^ 4:39-4:40 cannot use the `?` operator in a function that returns `Result<char, String>`
#[consumer(&str)]
pub fn f() -> Result<char, String> {
    let first = recv!().chars().next()?;
    Ok(first)
}

// case: not_an_iterator
// differs: a `for` that waits calls `into_iter` by its name
// + error[E0277]: `usize` is not an iterator
// + error[E0277]: `usize` is not an iterator | - 4:14-4:19 required by a bound introduced by this call
// + error[E0277]: `usize` is not an iterator | ^ 4:14-4:19 `usize` is not an iterator
#[consumer(u8)]
pub fn f(count: usize) {
    for _ in count {
        recv!();
    }
}

// case: bound_missing
fn show<T: std::fmt::Display>(_: T) {}

#[consumer(u8)]
pub fn f(list: Vec<u8>) {
    recv!();
    show(list);
}

// case: not_debug
pub struct Plain;

#[consumer(u8)]
pub fn f(plain: Plain) {
    recv!();
    println!("{plain:?}");
}

// case: index
#[consumer(u8)]
pub fn f(list: Vec<u8>) -> u8 {
    list[recv!()]
}

// case: negation_of_a_text
#[consumer(&str)]
pub fn f() -> bool {
    let line = recv!();
    !line
}
