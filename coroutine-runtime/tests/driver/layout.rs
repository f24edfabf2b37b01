//! What a machine costs, and what it may be used for.

use std::mem::replace;
use std::panic::{RefUnwindSafe, UnwindSafe};

use coroutine_runtime::__private::Start;
use coroutine_runtime::{CoroutineState, Primed, Receive, Step, Unprimed};

#[derive(Clone)]
enum Eight<T> {
    Start,
    N { bytes: [T; 8] },
    Done,
}

fn receive<F>(_: &Start<Eight<u8>>, transition: F) -> F
where
    F: Fn(&mut Eight<u8>, u8) -> Step<(), ()>,
{
    transition
}

fn eight() -> Unprimed<impl Receive<u8, Reply = (), Output = ()> + Clone> {
    let start = Start(Eight::Start);
    let names = start.names(|state| match state {
        Eight::N { .. } => Some("N"),
        _ => None,
    });
    let prime = start.prime(|state| {
        *state = Eight::N { bytes: [0; 8] };
        Some(())
    });
    let receive = receive(&start, |state, n| match replace(state, Eight::Done) {
        Eight::N { bytes } if bytes.contains(&n) => Step::Complete { output: () },
        Eight::N { mut bytes } => {
            bytes[0] = n;
            *state = Eight::N { bytes };
            Step::Yielded(())
        }
        Eight::Start | Eight::Done => Step::Finished,
    });
    let close = start.close(|state| {
        *state = Eight::Done;
        None
    });
    start.machine(|| "eight", |state| *state = Eight::Done, names, (prime, receive), close)
}

#[test]
fn a_consumer_is_as_large_as_its_state() {
    let unprimed = eight();
    assert_eq!(size_of_val(&unprimed), size_of::<Eight<u8>>());
    let primed = unprimed.prime();
    assert_eq!(size_of_val(&primed), size_of::<Eight<u8>>());
}

#[test]
fn a_clone_waits_where_the_original_did() {
    let mut first = eight().prime();
    first.send(1);
    let mut second = first.clone();
    assert_eq!(first.send(1), CoroutineState::Complete(()));
    assert_eq!(second.send(2), CoroutineState::Yielded(()));
    assert_eq!(second.send(2), CoroutineState::Complete(()));
}

#[test]
fn a_consumer_goes_where_its_locals_may() {
    fn anywhere<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe + 'static>(consumer: T) -> T {
        consumer
    }

    fn total<M: Receive<u8, Reply = (), Output = ()>>(primed: &mut Primed<M>) -> bool {
        primed.send(0) == CoroutineState::Complete(())
    }

    let mut primed = anywhere(anywhere(eight()).prime());
    let complete = std::thread::spawn(move || total(&mut primed)).join();
    assert!(complete.unwrap());
}
