//! Locals whose types are seen without being written.
#![allow(clippy::pedantic, reason = "many small forms in one body")]

use coroutine_runtime::CoroutineState::Complete;
use coroutine_runtime::{Consumer, consumer, recv};

#[derive(Clone, Copy, Default)]
struct Point {
    x: u8,
    y: u8,
}

struct Wrapped(u8);

impl Point {
    const fn new() -> Self {
        Point { x: 1, y: 1 }
    }
}

enum Shape {
    Circle(u8),
    Square { side: u8 },
}

#[consumer(u8, name = Everything)]
fn everything(text: &str, words: [u8; 3], wide: u64) -> (String, u64, Option<u8>, f64) {
    let flag = true;
    let letter = 'x';
    let byte = b'y';
    let float = 1.5;
    let name = "name";
    let bytes = b"bytes";
    let mut log = String::new();
    let shown = format!("{wide}");
    let all = vec![0u16; 4];
    let array = [1u8, 2];
    let repeated = [0i8; 3];
    let pair = (1u8, 'c', wide);
    let point = Point { x: 1, y: 2 };
    let made = Point::new();
    let default = Point::default();
    let wrapped = Wrapped(3);
    let (circle, square) = (Shape::Circle(1), Shape::Square { side: 2 });
    let longer = wide + 1;
    let cast = wide as u16 as u8;
    let compared = cast < 3;
    let negative = !flag;
    let length = text.len();
    let some = Some(cast);
    let copy = pair;
    let mut total = 0;
    let mut index = 0;
    let most = u64::MAX - wide;
    let (good, bad) = (0, 1);
    recv!();
    for (at, word) in text.char_indices().rev().enumerate() {
        total += u64::from(recv!()) + at as u64 + word.0 as u64;
        log.push(word.1);
    }
    for word in words {
        total += u64::from(recv!() + word);
    }
    for word in text.split_whitespace().skip(1).zip(0_u64..) {
        log.push_str(word.0);
        total += u64::from(recv!()) + word.1;
    }
    for step in (0..=length).step_by(2) {
        total += u64::from(recv!()) + step as u64;
    }
    while index < 2 {
        total += u64::from(array[index]);
        index += 1;
        recv!();
    }
    let Point { x, y } = point;
    let shape = |shape: &Shape| match shape {
        Shape::Circle(size) | Shape::Square { side: size } => *size,
    };
    total += u64::from(x + y + made.x + default.y + wrapped.0 + shape(&circle) + shape(&square));
    total += longer + u64::from(compared) + u64::from(negative) + most % 2 + pair.2 + copy.2;
    total += u64::from(repeated[0] == 0) + all.len() as u64 + good + bad;
    log.push_str(&shown);
    log.push_str(name);
    log.push(letter);
    log.push(char::from(byte));
    log.push(char::from(bytes[0]));
    (log, total, some, float)
}

#[consumer(u8, name = Unnamed)]
fn unnamed() -> u8 {
    let first = recv!();
    let sum = first + recv!() + recv!();
    sum + recv!()
}

#[test]
fn are_stored() {
    let mut everything = everything("ab c", [1, 2, 3], 9).prime();
    let mut output = None;
    for byte in 1..100 {
        if let Complete(complete) = everything.send(byte) {
            output = Some((byte, complete));
            break;
        }
    }
    let (sent, (log, total, some, float)) = output.expect("it ends");
    assert_eq!((sent, log.as_str(), some, float), (14, "c bac9namexyb", Some(9), 1.5));
    assert!(total > 0);

    let mut unnamed = unnamed().prime();
    for byte in 1..4 {
        unnamed.send(byte);
    }
    assert_eq!(Consumer::send(&mut unnamed, 4), Complete(10));
}
