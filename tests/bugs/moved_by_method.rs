//! Moves that the names do not show. rustc: E0382 use of moved value (or: partially moved), at the `recv!()`
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{Guard, both, guard, log, run};

struct Builder(Guard);

impl Builder {
    fn size(self) -> Builder {
        self
    }
    fn build(self) -> Guard {
        self.0
    }
}

macro_rules! eat {
    ($x:expr) => {
        drop($x)
    };
}

both! {
    #[consumer(u8)]
    fn adapters(bytes: Vec<u8>) -> u8 {
        let all = bytes.into_iter();
        let some = all.rev().filter(|byte| *byte > 1);
        let mut sum = recv!();
        for byte in some {
            sum += byte;
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn builder() {
        let builder = Builder(guard("built"));
        let built = builder.size().build();
        recv!();
        log(built.id);
    }
}

both! {
    #[consumer(u8)]
    fn option() {
        let all = Some(guard("some"));
        let some = all.filter(|guard| guard.id > 0);
        recv!();
        log(some.is_some());
    }
}

both! {
    #[consumer(u8)]
    fn boxed() {
        let boxed = Box::new(guard("boxed"));
        let inner = *boxed;
        recv!();
        log(inner.id);
    }
}

both! {
    #[consumer(u8)]
    fn field() {
        let pair = (guard("a"), guard("b"));
        let a = pair.0;
        recv!();
        log(a.id);
    }
}

both! {
    #[consumer(u8)]
    fn by_a_macro() {
        let eaten = guard("eaten");
        eat!(eaten);
        recv!();
        log("end");
    }
}

#[test]
fn moves_are_seen() {
    run!(adapters(vec![1, 2, 3]), [1]);
    run!(builder(), [1]);
    run!(option(), [1]);
    run!(boxed(), [1]);
    run!(field(), [1]);
    run!(by_a_macro(), [1]);
}
