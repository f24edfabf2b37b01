//! A local that was taken on some ways, and is given another value behind a wait: what is left of the first is dropped there.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    unused_assignments,
    unused_mut,
    unused_variables,
    reason = "what is given is there to be dropped"
)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u32)]
    fn only_dropped(n: u32) -> u32 {
        let mut held = guard("old");
        if n > 2 {
            drop(held);
        }
        recv!();
        let mut other = guard("other");
        held = guard("new");
        n
    }
}

both! {
    #[consumer(u32)]
    fn used(n: u32) -> usize {
        let mut held = guard("old");
        if n > recv!() {
            drop(held);
        }
        recv!();
        let mut other = guard("other");
        held = guard("new");
        log(&other.name);
        held.id
    }
}

#[test]
fn in_its_place() {
    for n in [1, 2, 3] {
        run!(only_dropped(n), [2]);
        run!(used(n), [2, 3]);
    }
}
