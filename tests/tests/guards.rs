//! Match guards that wait.

use tests::{Guard, both, guard, log, run};

fn side(n: u8) -> u8 {
    log(format_args!("side {n}"));
    n
}

both! {
    #[consumer(u8)]
    fn numbers() -> u32 {
        let mut sum = 0;
        loop {
            sum += match recv!() {
                0 => return sum,
                n if n < 3 => 1,
                n if recv!() == n => 10,
                4 => 100,
                n if side(n) > 5 && recv!() > side(n) => 1000,
                n if n == 5 || recv!() == 1 => u32::from(n) * 10_000,
                _ => 100_000,
            };
        }
    }
}

#[test]
fn guards_on_numbers() {
    run!(numbers(), [1, 3, 3, 3, 4, 1, 4, 3, 0]);
    run!(numbers(), [6, 6, 6, 5, 7, 6, 5, 5, 1, 7, 7, 7, 5, 9, 9, 3, 2, 0]);
    run!(numbers(), [7, 1, 8, 7, 1, 1, 3, 1, 1, 0]);
}

enum Message {
    Text(String, Guard),
    Held(Guard),
    Number { value: u8 },
    Nothing,
}

fn message(kind: u8) -> Message {
    match kind {
        0 => Message::Nothing,
        1 => Message::Text("one".to_owned(), guard("one")),
        2 => Message::Held(guard("two")),
        3 => Message::Text(String::new(), guard("empty")),
        value => Message::Number { value },
    }
}

both! {
    #[consumer(u8)]
    fn owned(log_it: bool) -> usize {
        let mut seen = 0;
        loop {
            let message = message(recv!());
            match message {
                Message::Text(text, _guard) if text.len() > usize::from(recv!()) => {
                    log(format_args!("long {text}"));
                    let more = recv!();
                    log(format_args!("{more} {text}"));
                }
                Message::Held(held) if log_it && recv!() > 3 && held.name.len() == 3 => {
                    log(format_args!("held {}", held.name));
                    seen += usize::from(recv!());
                    drop(held);
                }
                Message::Text(text, held) => {
                    log(format_args!("short {text:?} {held}"));
                    log(recv!());
                }
                Message::Number { value } if (value > 10 || recv!() > value) && recv!() != 0 => {
                    log(format_args!("number {value}"));
                }
                Message::Nothing if recv!() == 0 => break,
                Message::Nothing | Message::Number { .. } => log("otherwise"),
                Message::Held(ref held) => log(format_args!("still {held}")),
            }
            seen += 1;
        }
        seen
    }
}

#[test]
fn guards_on_owned_values() {
    run!(owned(true), [1, 2, 9, 1, 9, 3, 2, 4, 2, 9, 7, 3, 0, 0, 0, 0]);
    run!(owned(true), [2, 1, 2, 4, 11, 0, 11, 1, 5, 9, 1, 5, 2, 5, 9, 0, 0, 7, 0, 0]);
    run!(owned(false), [2, 3, 0, 1, 0, 0]);
    run!(owned(true), [1]);
    run!(owned(true), [1, 9]);
    run!(owned(true), [2]);
}

both! {
    #[consumer(u8)]
    fn temporaries() -> u8 {
        match message(1) {
            Message::Text(text, _held) if guard("while deciding").id() > 1 && recv!() > 2 => {
                log(text);
            }
            Message::Text(..) if recv!() > add(guard("operand").id(), recv!()) => log("second"),
            _ => log("third"),
        }
        recv!()
    }
}

fn add(a: usize, b: u8) -> u8 {
    u8::try_from(a).unwrap_or(0) + b
}

#[test]
fn what_a_guard_holds() {
    run!(temporaries(), [3, 1]);
    run!(temporaries(), [1, 90, 1, 7]);
    run!(temporaries(), [1, 1, 1, 7]);
    run!(temporaries(), [1, 1]);
}

both! {
    #[consumer(u8)]
    fn borrowed(text: String) -> usize {
        let mut pair = (text, 0usize);
        let number = match &mut pair {
            (text, count) if text.len() > usize::from(recv!()) => {
                text.push('!');
                *count += usize::from(recv!());
                *count
            }
            (text, _) if let Some(first) = text.chars().next() && recv!() > 1 => first.len_utf8() + text.len(),
            _ => 0,
        };
        let shown = match pair.0.as_str() {
            known @ "a" if recv!() == 1 => known.len(),
            other if other.len() > usize::from(recv!()) => other.len() + 10,
            _ => 20,
        };
        number + shown
    }
}

#[test]
fn guards_on_borrows() {
    run!(borrowed("text".to_owned()), [1, 2, 3]);
    run!(borrowed("text".to_owned()), [9, 2, 3]);
    run!(borrowed("text".to_owned()), [9, 1, 9]);
    run!(borrowed("b".to_owned()), [9, 1, 1]);
    run!(borrowed("b".to_owned()), [9, 1, 2, 0]);
}

both! {
    #[consumer(u8, reply = u8)]
    fn shadowed(x: Option<u8>) -> u8 {
        let y = 2;
        match x {
            Some(x) if recv!(x) > y && x > recv!(y) => x,
            x @ Some(y) if recv!(y + 1) == y => x.unwrap_or(y),
            x => x.map_or(y, |x| x + y),
        }
    }
}

#[test]
fn guards_see_their_own_bindings() {
    run!(shadowed(Some(7)), [3, 6]);
    run!(shadowed(Some(7)), [3, 8, 7]);
    run!(shadowed(Some(7)), [1, 9]);
}

both! {
    #[consumer(u8)]
    fn if_let(list: Vec<Option<u8>>) -> u8 {
        let mut sum = 0;
        for entry in list {
            match entry {
                Some(x) if let Some(y) = x.checked_sub(2) => {
                    let z = recv!();
                    sum += y + z;
                }
                Some(x) if let 1.. = recv!() => sum += x,
                _ => log(recv!()),
            }
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn branches() -> u8 {
        loop {
            match recv!() {
                n if (if n > 1 { recv!() } else { 0 }) == 2 => log("two"),
                n if {
                    let twice = n * 2;
                    log(twice);
                    for m in 0..n {
                        log(recv!() + m);
                    }
                    let n = 3;
                    recv!() > n
                } =>
                {
                    return n;
                }
                n if match n {
                    5 => recv!() > 1,
                    m => m > 7,
                } =>
                {
                    log("five");
                }
                n => log(n),
            }
        }
    }
}

#[test]
fn branches_in_guards() {
    run!(branches(), [2, 2, 2, 1, 8, 9, 3]);
    run!(branches(), [0, 7, 2, 1, 0, 1, 2, 1, 1, 2]);
    run!(branches(), [5, 1, 1, 2, 3, 4, 5, 1, 2, 8, 2, 1, 1, 1]);
}

#[test]
fn patterns_in_guards() {
    run!(if_let(vec![Some(5), Some(1), None, Some(0)]), [1, 1, 5, 0, 6]);
}
