//! What a send is answered with.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::{CoroutineState, consumer};
use tests::{both, fail, guard, run};

both! {
    #[consumer(f64, reply = f64)]
    fn average() {
        let mut sum = recv!(0.0);
        let mut count = 1.0;
        loop {
            sum += recv!(sum / count);
            count += 1.0;
        }
    }
}

both! {
    #[consumer(u8, reply = Option<u8>)]
    fn nested() -> u8 {
        let first = recv!(Some(recv!(None) + 1));
        match recv!(Some(first)) {
            0 => 0,
            n => recv!(n.checked_sub(1)),
        }
    }
}

both! {
    #[consumer(u8)]
    fn at_once(fails: bool) -> u8 {
        let _guard = guard("local");
        if fails {
            fail("while priming");
        }
        if guard("condition").id > 0 {
            return 3;
        }
        recv!()
    }
}

#[consumer(u8, reply = usize)]
fn first_reply(start: usize) {
    let mut count = start;
    while count != 0 {
        count += usize::from(coroutine_runtime::recv!(count));
    }
}

#[test]
fn replies_come_in_order() {
    run!(average(), [1.0, 4.0, 10.0]);
    run!(nested(), [1, 2, 0]);
    run!(nested(), [1, 2, 3, 4]);
}

#[test]
fn bodies_that_end_while_they_are_primed() {
    run!(at_once(false), []; at once);
    run!(at_once(true), []; at once);
}

#[test]
fn priming_answers_too() {
    let (mut primed, reply) = first_reply(3).prime_with_reply();
    assert_eq!(reply, Some(3));
    assert_eq!(primed.send(4), CoroutineState::Yielded(7));
    let (primed, reply) = first_reply(0).prime_with_reply();
    assert_eq!((reply, primed.close()), (None, Some(())));
}
