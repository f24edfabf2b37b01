fn frames() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = (u64, u64)>,
> {
    /// Where `frames` stands, and what it holds there.
    #[allow(dead_code)]
    enum Frames<Buf, Good, Bad, Sum, Iter> {
        Start,
        /// Waiting at `while recv!() != 0x7e`.
        Recv1 { buf: Buf, good: Good, bad: Bad },
        /// Waiting at `let len = recv!() as usize`.
        Len { buf: Buf, good: Good, bad: Bad },
        /// Waiting at `let byte = recv!()`.
        Byte { buf: Buf, good: Good, bad: Bad, sum: Sum, iter: Iter },
        /// Waiting at `if recv!() == sum`.
        Recv4 { buf: Buf, good: Good, bad: Bad, sum: Sum },
        /// Returned, closed or panicked.
        Done,
    }
    fn machine<State>(
        state: State,
        names: impl Fn(&State) -> ::coroutine_runtime::State,
        abandon: impl Fn(&mut State),
        prime: impl Fn(&mut State) -> ::core::option::Option<()>,
        receive: impl Fn(&mut State, u8) -> ::coroutine_runtime::Step<(), (u64, u64)>,
        close: impl Fn(&mut State) -> ::core::option::Option<(u64, u64)>,
    ) -> impl ::coroutine_runtime::Receive<u8, Reply = (), Output = (u64, u64)> {
        ::coroutine_runtime::__private::Inferred {
            state,
            names,
            abandon,
            prime,
            receive,
            close,
        }
    }
    ::coroutine_runtime::Unprimed::new(
        machine(
            Frames::Start,
            |state| {
                ::coroutine_runtime::__private::state!(
                    state in Frames as "frames" : Start, Recv1, Len, Byte, Recv4;
                    finished Done; uses recv, on_close
                )
            },
            |state| *state = Frames::Done,
            |state| {
                let mut buf = Vec::with_capacity(256);
                let (mut good, mut bad) = (0, 0);
                *state = Frames::Recv1 { buf, good, bad };
                ::core::option::Option::Some(())
            },
            |state, input| match ::core::mem::replace(state, Frames::Done) {
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
                    if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(
                        &mut iter,
                    ) {
                        *state = Frames::Byte {
                            buf,
                            good,
                            bad,
                            sum,
                            iter,
                        };
                        ::coroutine_runtime::Step::Yielded(())
                    } else {
                        *state = Frames::Recv4 {
                            buf,
                            good,
                            bad,
                            sum,
                        };
                        ::coroutine_runtime::Step::Yielded(())
                    }
                }
                Frames::Byte { mut buf, mut good, mut bad, mut sum, mut iter } => {
                    let byte = input;
                    sum = sum.wrapping_add(byte);
                    buf.push(byte);
                    if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(
                        &mut iter,
                    ) {
                        *state = Frames::Byte {
                            buf,
                            good,
                            bad,
                            sum,
                            iter,
                        };
                        ::coroutine_runtime::Step::Yielded(())
                    } else {
                        *state = Frames::Recv4 {
                            buf,
                            good,
                            bad,
                            sum,
                        };
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
                Frames::Start { .. } | Frames::Done => {
                    ::coroutine_runtime::Step::Finished
                }
            },
            |state| match ::core::mem::replace(state, Frames::Done) {
                Frames::Recv1 { buf: _buf, mut good, mut bad }
                | Frames::Len { buf: _buf, mut good, mut bad }
                | Frames::Byte { buf: _buf, mut good, mut bad, .. }
                | Frames::Recv4 { buf: _buf, mut good, mut bad, .. } => {
                    ::core::option::Option::Some((good, bad))
                }
                _ => ::core::option::Option::None,
            },
        ),
    )
}
