//! `on_close!`: the innermost handler first, then the locals of its block, then the next.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{consumer, on_close, recv};
use tests::{Log, guard, log};

#[consumer(u8)]
fn nested() -> usize {
    let outer = guard("outer");
    {
        let inner = guard("inner");
        recv!();
        on_close! { log(format!("handler of {inner}")) }
    }
    recv!();
    on_close! {
        log(format!("handler of {outer}"));
        outer.id
    }
    3
}

/// What happens when it is closed after so many sends, and what `close` gives.
fn closed_after(sends: u8) -> (Vec<String>, Option<usize>) {
    let trace = Log::default();
    trace.enter();
    let mut primed = nested().prime();
    for input in 0..sends {
        primed.send(input);
    }
    let output = primed.close();
    (trace.lines(), output)
}

#[test]
fn from_the_wait_outwards() {
    let (trace, output) = closed_after(0);
    assert_eq!(
        trace,
        ["+outer", "+inner", "handler of inner", "-inner", "handler of outer", "-outer"]
    );
    assert_eq!(output, Some(5));
    let (trace, output) = closed_after(1);
    assert_eq!(trace, ["+outer", "+inner", "-inner", "handler of outer", "-outer"]);
    assert_eq!(output, Some(5));
}

#[test]
fn not_when_it_has_completed() {
    let (trace, output) = closed_after(2);
    assert_eq!(trace, ["+outer", "+inner", "-inner", "-outer"]);
    assert_eq!(output, None);
}

#[test]
fn dropping_closes_and_an_unprimed_one_has_not_begun() {
    let trace = Log::default();
    trace.enter();
    drop(nested());
    assert!(trace.lines().is_empty());
    drop(nested().prime());
    assert_eq!(trace.lines(), closed_after(0).0);
}

#[consumer(u8)]
fn blocks() {
    let outer = guard("outer");
    {
        let own = guard("own");
        on_close! { log(format!("handler of {own}")) }
        {
            let _inner = guard("inner");
            let count = [guard("innermost").id(), recv!().into()];
            log(count.len());
        }
    }
    on_close! { log(format!("handler of {outer}")) }
}

#[test]
fn blocks_inside_of_a_handler_s_own_go_first() {
    let trace = Log::default();
    trace.enter();
    drop(blocks().prime());
    let closed = &trace.lines()[3..];
    assert_eq!(
        closed,
        [
            "+innermost",
            "-innermost",
            "-inner",
            "handler of own",
            "-own",
            "handler of outer",
            "-outer"
        ]
    );
}

#[consumer(u8)]
fn turns() -> u32 {
    let mut turns = 0u32;
    loop {
        turns += 1;
        let turn: u32 = turns * 10;
        recv!();
        recv!();
        on_close! { log(turn) }
    }
    on_close! { turns }
}

#[test]
fn what_only_a_handler_sees_is_that_of_this_turn() {
    for sends in 0..6 {
        let trace = Log::default();
        trace.enter();
        let mut primed = turns().prime();
        for input in 0..sends {
            primed.send(input);
        }
        let turn = u32::from(sends / 2) + 1;
        assert_eq!(primed.close(), Some(turn), "{sends}");
        assert_eq!(trace.lines(), [(turn * 10).to_string()], "{sends}");
    }
}
