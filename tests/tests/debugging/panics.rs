//! A panic in a body says the line of the user, and its backtrace has a frame of the consumer there.

use super::bodies::{Limit, SOURCE, outer};
use super::caught::{Caught, panicking};

/// The line of the bodies that has this text, and the column of what panics in it.
fn place(text: &str) -> (usize, usize) {
    let found = SOURCE.lines().enumerate().find(|(_, line)| line.contains(text));
    let (number, line) = found.expect("it is there");
    let starts = ["panic!(", "assert!(", "expect("];
    let column = starts.iter().find_map(|start| line.find(start)).unwrap_or(0);
    (number + 1, column + 1)
}

/// Checks where a panic is said to be, and that frames of the functions by these names are at the lines that have these texts.
fn is_at<T>(text: &str, frames: &[(&str, &str)], run: impl FnOnce() -> T) {
    let Caught { file, line, column, backtrace, .. } = panicking(run);
    assert!(file.ends_with("bodies.rs"), "{file}");
    assert_eq!((line, column), place(text), "{text}");
    for (function, text) in frames {
        let at = format!("bodies.rs:{}:", place(text).0);
        let lines: Vec<&str> = backtrace.lines().collect();
        let is_there = |pair: &[&str]| pair[0].contains(function) && pair[1].contains(&at);
        assert!(lines.windows(2).any(is_there), "no {function} at {at} in\n{backtrace}");
    }
}

#[test]
fn in_a_function() {
    let in_front = "in front of every wait";
    is_at(in_front, &[("outer", in_front)], || outer(0).prime());
    is_at("in the loop", &[("outer", "in the loop")], || outer(1).prime().send(1));
    is_at("behind {last}", &[("outer", "behind {last}")], || {
        let mut outer = outer(1).prime();
        outer.send(2);
        outer.send(3);
    });
    is_at("in a method", &[("method", "in a method")], || Limit(3).method().prime().send(4));
}

#[test]
fn in_a_handler() {
    let run = || {
        let mut outer = outer(1).prime();
        outer.send(9);
        outer.close()
    };
    is_at("in the handler", &[("outer", "in the handler")], run);
}

#[test]
fn in_what_is_delegated_to() {
    let within = "in what is delegated to";
    is_at(within, &[("inner", within), ("outer", "delegate!(inner())")], || {
        let mut outer = outer(1).prime();
        outer.send(3);
        outer.send(1);
        outer.send(2);
    });
}

#[test]
fn in_a_machine_with_a_name() {
    let within = "in a machine with a name";
    is_at(within, &[("Message", within)], || {
        let mut message = Limit::message(3).prime();
        message.send(1);
        message.send(4);
    });
}
