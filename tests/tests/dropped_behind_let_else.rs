//! What is bound behind a `let … else` that waits is dropped at the end of its block.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{Guard, both, guard, log, run};

fn maybe(guard: Guard) -> Option<Guard> {
    (guard.name != "none").then_some(guard)
}

both! {
    #[consumer(u32)]
    fn block(name: &'static str) -> Guard {
        {
            let Some(_kept) = maybe(guard(name)) else {
                recv!();
                return guard("early");
            };
            let _also = [guard("also")];
        }
        log("behind");
        guard("late")
    }
}

both! {
    #[consumer(u32)]
    fn looped() -> usize {
        let mut count = 0;
        for name in ["a", "none", "b"] {
            let Some(kept) = maybe(guard(name)) else {
                count += recv!() as usize;
                continue;
            };
            let _also = guard("also");
            count += kept.id;
        }
        recv!();
        count
    }
}

#[test]
fn in_the_order_of_rust() {
    run!(block("some"), []; at once);
    run!(block("none"), [1]);
    run!(looped(), [1, 2]);
}
