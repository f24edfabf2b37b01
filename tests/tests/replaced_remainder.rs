//! A local that was taken on some ways, and is given another value behind a wait: what is left of the first is dropped there.
#![deny(warnings)]
#![forbid(unsafe_code)]

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

#[test]
fn in_its_place() {
    run!(replaced(true), [guard("a"), guard("b")]);
    run!(replaced(false), [guard("a"), guard("b")]);
}
