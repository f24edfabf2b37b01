//! Closing closes the inner one first.

use coroutine_runtime::{Machine, Primed, Receive, consumer, delegate, on_close, recv};
use tests::{Log, guard, log};

#[consumer(u8)]
fn closing(name: &'static str) -> &'static str {
    let _guard = guard(name);
    loop {
        if recv!() == 0 {
            return name;
        }
    }
    on_close! { log(format!("closed {name}")); }
}

struct Two<M: Machine> {
    inner: Primed<M>,
}

impl<M: Receive<u8, Reply = (), Output = &'static str>> Two<M> {
    #[consumer(u8)]
    fn run(&mut self) -> &'static str {
        let _own = guard("own");
        on_close! { log("closed outer"); }
        log(delegate!(&mut self.inner));
        delegate!(closing("second"))
    }
}

fn closed(inputs: &[u8], by_drop: bool) -> Vec<String> {
    Log::default().enter();
    let mut two = Two { inner: closing("first").prime() };
    let mut run = two.run().prime();
    run.send_all(inputs.iter().copied());
    if by_drop {
        drop(run);
    } else {
        run.close();
    }
    log("end");
    drop(two);
    Log::current().lines()
}

/// The inner one first, then the handlers around it; it is closed where it is only borrowed, too.
#[test]
fn close_closes_the_inner_one_first() {
    for by_drop in [true, false] {
        assert_eq!(
            closed(&[1, 2], by_drop),
            ["+first", "+own", "closed first", "-first", "closed outer", "-own", "end"]
        );
        assert_eq!(
            closed(&[1, 0, 2], by_drop)[2..],
            [
                "-first",
                "first",
                "+second",
                "closed second",
                "-second",
                "closed outer",
                "-own",
                "end"
            ]
        );
    }
}
