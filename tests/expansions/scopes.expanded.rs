fn scopes() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = Result<u32, ParseIntError>>,
> {
    /// `Recv1`: waiting at `match recv!()`.
    /// `Byte`: waiting at `let byte = recv!()`.
    enum Scopes<Total, Guard, Inner> {
        Start,
        Recv1 { total: Total, guard: Guard },
        Byte { inner: Inner, guard: Guard, total: Total },
        Done,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), Result<u32, ParseIntError>>,
    {
        transition
    }
    use recv as _;
    let start = ::coroutine_runtime::__private::Start(Scopes::Start);
    let names = (&start).names(|state| match state {
        Scopes::Recv1 { .. } => ::core::option::Option::Some("Recv1"),
        Scopes::Byte { .. } => ::core::option::Option::Some("Byte"),
        _ => ::core::option::Option::None,
    });
    let prime = (&start).prime(|state| {
        let mut total = 0;
        let guard = Guard::new("body");
        *state = Scopes::Recv1 { total, guard };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match ::core::mem::replace(state, Scopes::Done) {
        Scopes::Recv1 { mut total, guard } => {
            {
                let guard = guard;
                match input {
                    b'+' => {
                        let inner = Guard::new("arm");
                        *state = Scopes::Byte { total, guard, inner };
                        return ::coroutine_runtime::Step::Yielded(());
                    }
                    b'-' => {}
                    _ => {
                        println!("after {guard:?}");
                    }
                }
            }
            let guard = Guard::new("body");
            *state = Scopes::Recv1 { total, guard };
            ::coroutine_runtime::Step::Yielded(())
        }
        Scopes::Byte { mut total, guard, inner } => {
            'to41: {
                {
                    let guard = guard;
                    'to39: {
                        let inner = inner;
                        let byte = input;
                        if byte == b';' {
                            break 'to41;
                        }
                        let digits;
                        if byte == b',' {
                            digits = String::from("1");
                            total += match ::coroutine_runtime::__private::Try::branch(
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
                        *state = Scopes::Byte { total, guard, inner };
                        return ::coroutine_runtime::Step::Yielded(());
                    }
                    println!("after {guard:?}");
                }
                let guard = Guard::new("body");
                *state = Scopes::Recv1 { total, guard };
                return ::coroutine_runtime::Step::Yielded(());
            }
            ::coroutine_runtime::Step::Complete(Ok(total))
        }
        Scopes::Start | Scopes::Done => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| {
        *state = Scopes::Done;
        ::core::option::Option::None
    });
    start.machine(|| "scopes", names, prime, receive, close)
}
