//! A local that was taken on some ways, and is given another value behind a wait: what is left of the first is dropped there.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(unused_assignments, reason = "what is given is there to be dropped")]

use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(Guard)]
    fn replaced(takes: bool) -> usize {
        let mut held = recv!();
        if takes {
            drop(held);
        }
        let other = recv!();
        held = guard("new");
        log(&other.name);
        held.id
    }
}

both! {
    #[consumer(Guard)]
    fn only_dropped(takes: bool) -> u32 {
        let mut held = recv!();
        if takes {
            drop(held);
        }
        let _other = recv!();
        held = guard("new");
        7
    }
}

#[test]
fn in_its_place() {
    run!(replaced(true), [guard("a"), guard("b")]);
    run!(replaced(false), [guard("a"), guard("b")]);
    run!(only_dropped(true), [guard("a"), guard("b")]);
    run!(only_dropped(false), [guard("a"), guard("b")]);
}
