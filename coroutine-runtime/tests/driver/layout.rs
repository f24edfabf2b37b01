//! What a machine costs, and what it may be used for.

use std::panic::{RefUnwindSafe, UnwindSafe};

use coroutine_runtime::__private::{Inferred, state};
use coroutine_runtime::{CoroutineState, Primed, Receive, State, Step, Unprimed};

#[derive(Clone)]
enum Eight<T> {
    Start,
    N { bytes: [T; 8] },
    Done,
}

fn machine<N, A, P, R, C>(
    names: N,
    abandon: A,
    prime: P,
    receive: R,
    close: C,
) -> Inferred<Eight<u8>, N, A, P, R, C>
where
    N: Fn(&Eight<u8>) -> State,
    A: Fn(&mut Eight<u8>),
    P: Fn(&mut Eight<u8>) -> Option<()>,
    R: Fn(&mut Eight<u8>, u8) -> Step<(), ()>,
    C: Fn(&mut Eight<u8>) -> Option<()>,
{
    Inferred { state: Eight::Start, names, abandon, prime, receive, close }
}

fn eight() -> Unprimed<impl Receive<u8, Reply = (), Output = ()> + Clone> {
    Unprimed::new(machine(
        |state| state!(state in Eight as "eight": Start, N; finished Done; uses),
        |state| *state = Eight::Done,
        |state| {
            *state = Eight::N { bytes: [0; 8] };
            Some(())
        },
        |state, n| match state {
            Eight::N { bytes } if bytes.contains(&n) => {
                *state = Eight::Done;
                Step::Complete(())
            }
            Eight::N { bytes } => {
                bytes[0] = n;
                Step::Yielded(())
            }
            Eight::Start | Eight::Done => Step::Finished,
        },
        |state| {
            *state = Eight::Done;
            None
        },
    ))
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
