fn scopes() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = Result<u32, ParseIntError>>,
> {
    /// What is alive at every wait lies in `Waiting`, beside the place to wait.
    enum Scopes<Total, Guard, Inner> {
        Start,
        Waiting { at: At<Guard, Inner>, total: Total },
        Done,
    }
    /// `Recv1`: waiting at `match recv!()`.
    /// `Byte`: waiting at `let byte = recv!()`.
    enum At<Guard, Inner> {
        Recv1 { guard: Guard },
        Byte { inner: Inner, guard: Guard },
        Taken,
    }
    fn receive<Output, S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), Output>,
    {
        transition
    }
    use recv as _;
    {
        let inner: ();
    }
    let start = ::coroutine_runtime::__private::Start(Scopes::Start);
    let names = (&start).names(|state| match state {
        Scopes::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Recv1 { .. } => "Recv1",
            At::Byte { .. } => "Byte",
            _ => return ::core::option::Option::None,
        }),
        _ => ::core::option::Option::None,
    });
    let prime = (&start).prime(|state| {
        let mut total = 0;
        let guard = Guard::new("body");
        *state = Scopes::Waiting { total, at: At::Recv1 { guard } };
        ::core::option::Option::Some(())
    });
    let receive = receive::<Result<u32, ParseIntError>, _, _>(&start, |state, input| match state {
        Scopes::Waiting { total, at } => match at {
            At::Recv1 { .. } => match input {
                b'+' => {
                    let inner = Guard::new("arm");
                    let At::Recv1 { guard } = ::core::mem::replace(at, At::Taken) else {
                        ::core::unreachable!()
                    };
                    *at = At::Byte { guard, inner };
                    ::coroutine_runtime::Step::Yielded(())
                }
                b'-' => {
                    let At::Recv1 { guard: _guard } = ::core::mem::replace(at, At::Taken) else {
                        ::core::unreachable!()
                    };
                    {
                        let _guard = _guard;
                    }
                    let guard = Guard::new("body");
                    *at = At::Recv1 { guard };
                    ::coroutine_runtime::Step::Yielded(())
                }
                _ => {
                    let At::Recv1 { guard } = ::core::mem::replace(at, At::Taken) else {
                        ::core::unreachable!()
                    };
                    {
                        let guard = guard;
                        println!("after {guard:?}");
                    }
                    let guard = Guard::new("body");
                    *at = At::Recv1 { guard };
                    ::coroutine_runtime::Step::Yielded(())
                }
            },
            At::Byte { .. } => {
                let byte = input;
                if byte == b';' {
                    let At::Byte { guard: _guard, inner: _inner } =
                        ::core::mem::replace(at, At::Taken)
                    else {
                        ::core::unreachable!()
                    };
                    {
                        let _guard = _guard;
                        let _inner = _inner;
                    }
                    return ::coroutine_runtime::Step::Complete { output: Ok(*total) };
                }
                let At::Byte { guard, inner } = ::core::mem::replace(at, At::Taken) else {
                    ::core::unreachable!()
                };
                {
                    let guard = guard;
                    'to39: {
                        let inner = inner;
                        let digits;
                        if byte == b',' {
                            digits = String::from("1");
                            *total += match ::coroutine_runtime::__private::Try::branch(
                                digits.parse::<u32>(),
                            ) {
                                ::core::ops::ControlFlow::Continue(value) => value,
                                ::core::ops::ControlFlow::Break(residual) => {
                                    return ::coroutine_runtime::Step::Complete {
                                                    output: ::coroutine_runtime::__private::FromResidual::from_residual(
                                                        residual,
                                                    ),
                                                };
                                }
                            };
                            break 'to39;
                        }
                        *at = At::Byte { guard, inner };
                        return ::coroutine_runtime::Step::Yielded(());
                    }
                    println!("after {guard:?}");
                }
                let guard = Guard::new("body");
                *at = At::Recv1 { guard };
                ::coroutine_runtime::Step::Yielded(())
            }
            At::Taken => ::core::unreachable!(),
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| {
        *state = Scopes::Done;
        ::core::option::Option::None
    });
    start.machine(|| "scopes", |state| *state = Scopes::Done, names, (prime, receive), close)
}
