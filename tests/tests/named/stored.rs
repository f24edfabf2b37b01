//! A machine with a name stands in the types of a library.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Consumer, Primed, Receive, consumer, delegate, on_close, recv};

/// Counts lines.
#[consumer(&str, name = Counter, derive(Clone, Debug, PartialEq, Eq, Hash))]
pub(crate) fn counter<'a>(prefix: &'a str, ignored: &str) -> Vec<&'a str> {
    let mut found: Vec<&'a str> = Vec::new();
    loop {
        let line = recv!();
        if line != ignored && line.starts_with(prefix) {
            found.push(prefix);
        }
    }
    on_close! { found }
}

#[derive(Clone, Debug, PartialEq)]
struct Holder<'a> {
    inner: Primed<Counter<'a, 'a>>,
}

#[test]
fn in_a_struct() {
    let mut holder = Holder { inner: counter("a", "ab").prime() };
    let text = String::from("a");
    holder.inner.send(&text);
    let copy = holder.clone();
    assert_eq!(copy, holder);
    holder.inner.send("ab");
    holder.inner.send("ac");
    assert_eq!(
        format!("{:?}", holder.inner),
        r#"Primed { consumer: "counter", state: Line { prefix: "a", ignored: "ab", found: ["a", "a"] } }"#
    );
    assert_eq!(holder.inner.close(), Some(vec!["a", "a"]));
    assert_eq!(copy.inner.close(), Some(vec!["a"]));
}

#[derive(Debug, PartialEq)]
pub(crate) enum Value {
    Number(u32),
    List(Vec<Value>),
}

/// `1`, `(1 (2 3))`
#[consumer(char, name = ValueParser, batch)]
pub(crate) fn value(first: char) -> Value {
    if first != '(' {
        let mut number = first.to_digit(10).unwrap_or(0);
        while let Some(digit) = recv!().to_digit(10) {
            number = 10 * number + digit;
        }
        return Value::Number(number);
    }
    let mut list: Vec<Value> = Vec::new();
    loop {
        match recv!() {
            ')' => return Value::List(list),
            ' ' => {}
            first => {
                let inner: Box<Primed<ValueParser>> = Box::new(value(first).prime());
                list.push(delegate!(inner));
            }
        }
    }
}

#[test]
fn holds_another_of_its_own() {
    let text: Vec<char> = "1 (20 3 )())".chars().collect();
    let mut parser = value('(').prime();
    let list = Value::List(vec![
        Value::Number(1),
        Value::List(vec![Value::Number(20), Value::Number(3)]),
        Value::List(vec![]),
    ]);
    let Complete((parsed, rest)) = parser.feed(&text) else { panic!("it ends") };
    assert_eq!((parsed, rest.len()), (list, 0));
}

#[consumer(u8, name = Early)]
fn early(at_once: bool) -> String {
    if at_once {
        return "at once".to_owned();
    }
    let kept = recv!();
    kept.to_string()
}

#[test]
fn returns_while_primed() {
    assert_eq!(early(true).prime().close(), Some("at once".to_owned()));
    let mut waits: Primed<Early> = early(false).prime();
    assert_eq!(waits.send(3), Complete("3".to_owned()));
    assert_eq!(waits.try_send(4).map_err(|error| error.0), Err(4));
}

#[consumer(&[u8], name = Chunks, reply = Option<&[u8]>)]
fn chunks() -> usize {
    let mut total = 0;
    let mut reply = None;
    loop {
        let chunk = recv!(reply);
        if chunk.is_empty() {
            return total;
        }
        total += chunk.len();
        reply = chunk.get(1..);
    }
}

type Boxed = Box<dyn for<'a> Consumer<&'a [u8], Reply = Option<&'a [u8]>, Output = usize>>;

#[test]
fn replies_borrow() {
    let mut chunks: Primed<Chunks> = chunks().prime();
    assert_eq!(chunks.send(b"abc"), Yielded(Some(&b"bc"[..])));
    assert_eq!(chunks.send(b""), Complete(3));
    let boxed: Boxed = Box::new(chunks);
    assert!(boxed.is_finished());
}

fn is_receiver<M: for<'a> Receive<&'a str>>(_: &coroutine_runtime::Unprimed<M>) {}

#[test]
fn receives_any_lifetime() {
    is_receiver(&counter("", ""));
}
