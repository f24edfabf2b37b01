fn frames() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = (u64, u64)>,
> {
    enum Frames<Buf, Good, Bad, Iter> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { buf: Buf, good: Good, bad: Bad, at: At<Iter> },
        /// Finished.
        Done,
    }
    enum At<Iter> {
        /// Waits at `while recv!() != 0x7e`, with `buf`, `good` and `bad`.
        Recv1,
        /// Waits at `let len = recv!() as usize`, with `buf`, `good` and `bad`.
        Len,
        /// Waits at `let byte = recv!()`, with `buf`, `good`, `bad` and `sum`.
        Byte { sum: ::core::primitive::u8, iter: Iter },
        /// Waits at `if recv!() == sum`, with `buf`, `good`, `bad` and `sum`.
        Recv4 { sum: ::core::primitive::u8 },
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), (u64, u64)>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(on_close, recv);
    let start = ::coroutine_runtime::__private::Start(Frames::Start);
    let prime = (&start).prime(|state| {
        let mut buf = Vec::with_capacity(256);
        let (mut good, mut bad) = (0, 0);
        *state = Frames::Waiting { buf, good, bad, at: At::Recv1 };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match state {
        Frames::Waiting { buf, good, bad, at } => match at {
            At::Recv1 => {
                if input != 0x7e {
                    ::coroutine_runtime::Step::Yielded(())
                } else {
                    *at = At::Len;
                    ::coroutine_runtime::Step::Yielded(())
                }
            }
            At::Len => {
                let len = input as usize;
                buf.clear();
                let mut sum = 0u8;
                let mut iter = ::core::iter::IntoIterator::into_iter(0..len);
                if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
                    *at = At::Byte { sum, iter };
                } else {
                    *at = At::Recv4 { sum };
                }
                ::coroutine_runtime::Step::Yielded(())
            }
            At::Byte { sum, iter } => {
                let byte = input;
                *sum = sum.wrapping_add(byte);
                buf.push(byte);
                if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut *iter) {
                    ::coroutine_runtime::Step::Yielded(())
                } else {
                    *at = At::Recv4 { sum: *sum };
                    ::coroutine_runtime::Step::Yielded(())
                }
            }
            At::Recv4 { sum } => {
                if input == *sum {
                    *good += 1;
                } else {
                    *bad += 1;
                }
                *at = At::Recv1;
                ::coroutine_runtime::Step::Yielded(())
            }
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close =
        (&start).close::<(u64, u64), _>(|state| match ::core::mem::replace(state, Frames::Done) {
            Frames::Waiting { buf: _buf, mut good, mut bad, .. } => {
                ::core::option::Option::Some((good, bad))
            }
            _ => ::core::option::Option::None,
        });
    let names = (&start).names(|state| match state {
        Frames::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Recv1 => "Recv1",
            At::Len => "Len",
            At::Byte { .. } => "Byte",
            At::Recv4 { .. } => "Recv4",
        }),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "frames", |state| *state = Frames::Done, names, (prime, receive), close)
}
