fn frames() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = (u64, u64)>,
> {
    /// `Recv1`: waiting at `while recv!() != 0x7e`.
    /// `Len`: waiting at `let len = recv!() as usize`.
    /// `Byte`: waiting at `let byte = recv!()`.
    /// `Recv4`: waiting at `if recv!() == sum`.
    enum Frames<Buf, Good, Bad, Sum, Iter> {
        Start,
        Recv1 { buf: Buf, good: Good, bad: Bad },
        Len { buf: Buf, good: Good, bad: Bad },
        Byte { buf: Buf, good: Good, bad: Bad, sum: Sum, iter: Iter },
        Recv4 { buf: Buf, good: Good, bad: Bad, sum: Sum },
        Done,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), (u64, u64)>,
    {
        transition
    }
    use {on_close as _, recv as _};
    let start = ::coroutine_runtime::__private::Start(Frames::Start);
    let names = (&start).names(|state| match state {
        Frames::Recv1 { .. } => ::core::option::Option::Some("Recv1"),
        Frames::Len { .. } => ::core::option::Option::Some("Len"),
        Frames::Byte { .. } => ::core::option::Option::Some("Byte"),
        Frames::Recv4 { .. } => ::core::option::Option::Some("Recv4"),
        _ => ::core::option::Option::None,
    });
    let prime = (&start).prime(|state| {
        let mut buf = Vec::with_capacity(256);
        let (mut good, mut bad) = (0, 0);
        *state = Frames::Recv1 { buf, good, bad };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match ::core::mem::replace(state, Frames::Done) {
        Frames::Recv1 { mut buf, mut good, mut bad } => {
            if input != 0x7e {
                *state = Frames::Recv1 { buf, good, bad };
                ::coroutine_runtime::Step::Yielded(())
            } else {
                *state = Frames::Len { buf, good, bad };
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        Frames::Len { mut buf, mut good, mut bad } => {
            let len = input as usize;
            buf.clear();
            let mut sum = 0u8;
            let mut iter = ::core::iter::IntoIterator::into_iter(0..len);
            if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
                *state = Frames::Byte { buf, good, bad, sum, iter };
                ::coroutine_runtime::Step::Yielded(())
            } else {
                *state = Frames::Recv4 { buf, good, bad, sum };
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        Frames::Byte { mut buf, mut good, mut bad, mut sum, mut iter } => {
            let byte = input;
            sum = sum.wrapping_add(byte);
            buf.push(byte);
            if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
                *state = Frames::Byte { buf, good, bad, sum, iter };
                ::coroutine_runtime::Step::Yielded(())
            } else {
                *state = Frames::Recv4 { buf, good, bad, sum };
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        Frames::Recv4 { mut buf, mut good, mut bad, mut sum } => {
            if input == sum {
                good += 1;
                *state = Frames::Recv1 { buf, good, bad };
                ::coroutine_runtime::Step::Yielded(())
            } else {
                bad += 1;
                *state = Frames::Recv1 { buf, good, bad };
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        Frames::Start | Frames::Done => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Frames::Done) {
        Frames::Recv1 { buf: _buf, mut good, mut bad }
        | Frames::Len { buf: _buf, mut good, mut bad }
        | Frames::Byte { buf: _buf, mut good, mut bad, .. }
        | Frames::Recv4 { buf: _buf, mut good, mut bad, .. } => {
            ::core::option::Option::Some((good, bad))
        }
        _ => ::core::option::Option::None,
    });
    start.machine(|| "frames", names, prime, receive, close)
}
