//! A consumer that delegates to another of its own kind.

use coroutine_runtime::CoroutineState::Complete;
use coroutine_runtime::{Consumer, consumer, delegate, recv};

#[derive(Debug, PartialEq)]
enum Value {
    Number(u32),
    List(Vec<Value>),
}

type Nested = Box<dyn Consumer<char, Reply = (), Output = Value>>;

/// `(1 (2 3) ())`
#[consumer(char)]
fn value(first: char) -> Value {
    if first != '(' {
        let mut number = first.to_digit(10).unwrap_or(0);
        while let Some(digit) = recv!().to_digit(10) {
            number = 10 * number + digit;
        }
        return Value::Number(number);
    }
    let mut list = Vec::new();
    loop {
        match recv!() {
            ')' => return Value::List(list),
            ' ' => {}
            first => list.push(delegate!(Box::new(value(first).prime()) as Nested)),
        }
    }
}

#[test]
fn recursion_goes_through_a_box() {
    let mut nested = value('(').prime();
    let state = nested.send_all("1 (20 3 )(() 4 ))".chars());
    let number = Value::Number;
    let list = Value::List;
    assert_eq!(
        state,
        Complete(list(vec![
            number(1),
            list(vec![number(20), number(3)]),
            list(vec![list(vec![]), number(4)])
        ]))
    );
}
