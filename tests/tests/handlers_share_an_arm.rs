//! Two waits guarded alike, one with a guard more.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{consumer, on_close, recv};
use tests::{Log, guard, log};

#[consumer(u8)]
fn later_guard() {
    recv!();
    on_close! { log("closed") }
    let _late = guard("late");
    recv!();
}

#[test]
fn both_close() {
    let trace = Log::default();
    trace.enter();
    later_guard().prime().close();
    let mut primed = later_guard().prime();
    primed.send(1);
    primed.close();
    assert_eq!(trace.lines(), ["closed", "+late", "closed", "-late"]);
}
