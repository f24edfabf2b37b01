fn verify(
    expected: Vec<u8>,
) -> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = usize>>
{
    enum Verify<Expected, Wrong, Output> {
        /// Not primed yet.
        Start { expected: Expected },
        /// Waits at `let received = recv!()`, with `expected` and `wrong`.
        Received { taken: ::core::primitive::usize, wrong: Wrong, expected: Expected },
        /// Returned while it was primed; `close` gives the output.
        Returned { output: Output },
        /// Finished.
        Done,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), usize>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(recv);
    let start = ::coroutine_runtime::__private::Start(Verify::Start { expected });
    let prime = (&start).prime(|state| {
        let Verify::Start { expected } = ::core::mem::replace(state, Verify::Done) else {
            ::core::unreachable!()
        };
        let mut wrong = Vec::new();
        let mut taken = 0_usize;
        let mut iter = ::core::iter::IntoIterator::into_iter(&expected);
        if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
            taken += 1;
            *state = Verify::Received { expected, wrong, taken };
            ::core::option::Option::Some(())
        } else {
            let output: usize = wrong.len();
            *state = Verify::Returned { output };
            ::core::option::Option::None
        }
    });
    let receive = receive(&start, |state, received| match state {
        Verify::Received { expected, wrong, taken } => {
            let seen = &mut *wrong;
            let (byte, mut iter) = ::coroutine_runtime::__private::again(
                ::core::iter::IntoIterator::into_iter(&*expected),
                *taken,
            );
            if received != *byte {
                seen.push(received);
            }
            if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
                *taken += 1;
                ::coroutine_runtime::Step::Yielded(())
            } else {
                ::coroutine_runtime::Step::Complete { output: wrong.len() }
            }
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Verify::Done) {
        Verify::Returned { output } => ::core::option::Option::Some(output),
        _ => ::core::option::Option::None,
    });
    let names = (&start)
        .names(|state| ::core::matches!(state, Verify::Received { .. }).then_some("Received"));
    start.machine(|| "verify", |state| *state = Verify::Done, names, (prime, receive), close)
}
