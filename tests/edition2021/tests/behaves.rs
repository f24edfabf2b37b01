//! They do what they would in a newer edition; what is kept in a struct is named there.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Consumer, Primed};
use edition2021::{Adding, Counter, Matching, Passing, Totals, Value, ValueParser, Words};

#[test]
fn types_without_a_name_capture_what_they_borrow() {
    let (text, mut found) = (String::from("b"), Vec::new());
    let mut grep = edition2021::grep(&text, &mut found).prime();
    for line in ["abc", "c", "b"].map(String::from) {
        grep.send(&line);
    }
    grep.close();
    assert_eq!(found, ["abc", "b", "end"]);

    let (items, mut out, mut unused) = (vec![1.5, 2.5], String::new(), 0);
    let (mut captures, first) =
        edition2021::captures(&items, "name", &mut out, &mut unused).prime_with_reply();
    assert_eq!((first, captures.send(1)), (Some("name"), Yielded("name")));
    assert_eq!((captures.send(2), captures.send(3)), (Yielded("ame"), Complete(Ok(()))));
    drop(captures);
    assert_eq!(out, "1.51 2.52 3");
}

#[test]
fn inputs_are_fresh_or_held() {
    let mut tails = edition2021::tails().prime();
    let mut buffer = vec![1, 2, 3];
    assert_eq!(tails.send(&buffer), Yielded(Some(&[2, 3][..])));
    buffer.truncate(1);
    assert_eq!(tails.send(&buffer), Yielded(Some(&[][..])));
    assert_eq!(tails.send(&[]), Complete(4));

    let held = [String::from("abc"), String::from("de")];
    let mut longest = edition2021::longest(&["a"], 2).prime();
    assert_eq!(longest.send(&held[1]), Yielded(()));
    assert_eq!(longest.send(&held[0]), Complete("abc"));
}

type Keep = fn(&u8) -> bool;

/// Every kind of them.
struct Session<'a> {
    counter: Primed<Counter<'a, 'a>>,
    passing: Primed<Passing<'a, u8, Keep>>,
    parser: Primed<ValueParser>,
    adding: Primed<Adding<'a, u32, 2>>,
    matching: Primed<Matching<'a, 'a, 'a>>,
}

#[test]
fn types_with_a_name_stand_in_a_struct() {
    let (mut room, mut totals, words) = ([0; 1], Totals::default(), Words("x"));
    let mut session = Session {
        counter: edition2021::counter("a", "ab").prime(),
        passing: edition2021::passing((|byte| *byte > 1) as Keep, &mut room, 2).prime(),
        parser: edition2021::value('(').prime(),
        adding: totals.adding(2).prime(),
        matching: words.matching("y").prime(),
    };
    for line in ["a", "ab", "x", "y", "ax"].map(String::from) {
        session.counter.send(&line);
        session.matching.send(&line);
    }
    assert_eq!(session.counter.close(), Some(vec!["a", "a"]));
    assert_eq!(session.matching.close(), Some(3));

    assert_eq!(session.passing.send(&[1, 2]), Yielded(()));
    assert_eq!(session.passing.send(&[3, 0]), Complete(1));

    let text: Vec<char> = "1 (20 ) )x".chars().collect();
    let list = Value::List(vec![Value::Number(20)]);
    let parsed = Value::List(vec![Value::Number(1), list]);
    assert_eq!(session.parser.feed(&text), Complete((parsed, &['x'][..])));

    assert_eq!(session.adding.send([1, 2]), Yielded(()));
    assert_eq!(session.adding.send([3, 4]), Complete(&Totals { sum: 10, seen: 4 }));
}

#[test]
fn methods_borrow_self() {
    let (mut totals, other) = (Totals::<u8, 2>::default(), Totals { sum: 3, seen: 0 });
    let (mut watching, reply) = totals.watching().prime_with_reply();
    assert_eq!((reply, watching.send(&other)), (Some(0), Yielded(1)));
    assert_eq!(watching.send(&other.clone()), Complete(&6));

    let words = Words("word");
    let mut lengths = words.lengths(6).prime();
    assert_eq!(Consumer::send(&mut lengths, "a"), Yielded(()));
    assert_eq!(Consumer::send(&mut lengths, "b"), Complete(None));
}
