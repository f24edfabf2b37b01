fn scopes() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<
        u8,
        Reply = (),
        Output = Result<u32, ParseIntError>,
    >,
> {
    /// Where `scopes` stands, and what it holds there.
    #[allow(dead_code)]
    enum Scopes<Total, Guard, Inner> {
        Start,
        /// Waiting at `match recv!()`.
        Recv1 { total: Total, guard: Guard },
        /// Waiting at `let byte = recv!()`.
        Byte { inner: Inner, guard: Guard, total: Total },
        /// Returned, closed or panicked.
        Done,
    }
    fn machine<State>(
        state: State,
        names: impl Fn(&State) -> ::coroutine_runtime::State,
        abandon: impl Fn(&mut State),
        prime: impl Fn(&mut State) -> ::core::option::Option<()>,
        receive: impl Fn(
            &mut State,
            u8,
        ) -> ::coroutine_runtime::Step<(), Result<u32, ParseIntError>>,
        close: impl Fn(&mut State) -> ::core::option::Option<Result<u32, ParseIntError>>,
    ) -> impl ::coroutine_runtime::Receive<
        u8,
        Reply = (),
        Output = Result<u32, ParseIntError>,
    > {
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
            Scopes::Start,
            |state| {
                ::coroutine_runtime::__private::state!(
                    state in Scopes as "scopes" : Start, Recv1, Byte; finished Done; uses
                    recv
                )
            },
            |state| *state = Scopes::Done,
            |state| {
                let mut total = 0;
                let value;
                let guard = Guard::new("body");
                *state = Scopes::Recv1 { total, guard };
                ::core::option::Option::Some(())
            },
            |state, input| match ::core::mem::replace(state, Scopes::Done) {
                Scopes::Recv1 { mut total, guard } => {
                    match input {
                        b'+' => {
                            let inner = Guard::new("arm");
                            let digits;
                            *state = Scopes::Byte {
                                total,
                                guard,
                                inner,
                            };
                            return ::coroutine_runtime::Step::Yielded(());
                        }
                        b'-' => {}
                        _ => {
                            println!("after {guard:?}");
                        }
                    }
                    let guard = Guard::new("body");
                    *state = Scopes::Recv1 { total, guard };
                    ::coroutine_runtime::Step::Yielded(())
                }
                Scopes::Byte { mut total, guard, inner } => {
                    {
                        'to39: {
                            'to42: {
                                let guard = guard;
                                let inner = inner;
                                let byte = input;
                                if byte == b';' {
                                    {
                                        value = ();
                                        {
                                            break 'to42;
                                        }
                                    };
                                }
                                if byte == b',' {
                                    {
                                        digits = String::from("1");
                                        {
                                            total
                                                += match ::coroutine_runtime::__private::Try::branch(
                                                    digits.parse::<u32>(),
                                                ) {
                                                    ::core::ops::ControlFlow::Continue(value) => value,
                                                    ::core::ops::ControlFlow::Break(residual) => {
                                                        return ::coroutine_runtime::Step::Complete(
                                                            ::coroutine_runtime::__private::FromResidual::from_residual(
                                                                residual,
                                                            ),
                                                        );
                                                    }
                                                };
                                            break 'to39;
                                        }
                                    };
                                }
                                *state = Scopes::Byte {
                                    total,
                                    guard,
                                    inner,
                                };
                                return ::coroutine_runtime::Step::Yielded(());
                            }
                            return ::coroutine_runtime::Step::Complete(Ok(total));
                        }
                        println!("after {guard:?}");
                    }
                    let guard = Guard::new("body");
                    *state = Scopes::Recv1 { total, guard };
                    ::coroutine_runtime::Step::Yielded(())
                }
                Scopes::Start { .. } | Scopes::Done => {
                    ::coroutine_runtime::Step::Finished
                }
            },
            |state| match ::core::mem::replace(state, Scopes::Done) {
                _ => ::core::option::Option::None,
            },
        ),
    )
}
