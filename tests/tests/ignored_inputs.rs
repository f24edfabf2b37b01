//! What a pattern leaves of an input is dropped where Rust drops a value that is left.
#![allow(
    clippy::let_underscore_untyped,
    clippy::match_single_binding,
    clippy::single_match,
    clippy::no_effect_underscore_binding,
    clippy::no_effect,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{Guard, both, guard, log, run};

struct Pair {
    held: Guard,
    number: u32,
}

fn pair(held: Guard, number: u32) -> Pair {
    Pair { held, number }
}

both! {
    #[consumer(Guard)]
    fn in_statements() {
        let _ = recv!();
        log("ignored");
        let (_, number) = (recv!(), 1);
        log(number);
        let Pair { number, .. } = pair(recv!(), 3);
        log(number);
        let _ = &recv!();
        log("kept");
        let _ = recv!().id();
        log("used");
        recv!();
        log("alone");
        _ = recv!();
        log("assigned");
        (_, _) = (recv!(), recv!());
        log("both");
        let Pair { held, .. } = pair(recv!(), 4);
        recv!();
        log(held);
    }
}

#[test]
fn inputs_that_nobody_wants() {
    for sent in 0..12 {
        let names = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
        let inputs = || names.iter().take(sent).map(guard).collect::<Vec<_>>();
        tests::Run::compare(in_statements::consumer, in_statements::plain::oracle, || {
            tests::Schedule::close(inputs())
        });
    }
}

both! {
    #[consumer(Guard)]
    fn in_heads() {
        match recv!() {
            _ => {
                log("in");
                recv!();
                log("behind");
            }
        }
        match recv!() {
            held if held.id() > 1 => {
                log("long");
                recv!();
            }
            _ => {
                log("short");
                recv!();
                log("behind");
            }
        }
        if let Guard { id: 1, .. } = recv!() {
            log("in");
            recv!();
            log("behind");
        }
        while let Guard { id: 1, .. } = recv!() {
            log("in");
            recv!();
            log("behind");
        }
    }
}

#[test]
fn inputs_that_are_looked_at() {
    let names = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    for sent in 0..=names.len() {
        let inputs = || names.iter().take(sent).map(guard).collect::<Vec<_>>();
        tests::Run::compare(in_heads::consumer, in_heads::plain::oracle, || {
            tests::Schedule::drop(inputs())
        });
    }
    let trace = run!(
        in_heads(),
        [guard("long"), guard("2"), guard("long"), guard("4"), guard("5"), guard("six")]
    );
    assert!(trace.contains(&"long".to_owned()));
}
