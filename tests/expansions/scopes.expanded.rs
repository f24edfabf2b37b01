fn scopes() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = Result<u32, ParseIntError>>,
> {
    enum Scopes<Total, Guard, Inner> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { at: At<Guard, Inner>, total: Total },
        /// Finished.
        Done,
    }
    enum At<Guard, Inner> {
        /// Waits at `match recv!()`, with `total` and `guard`.
        Recv1 { guard: Guard },
        /// Waits at `let byte = recv!()`, with `total`, `guard` and `inner`.
        Byte { inner: Inner, guard: Guard },
        /// Being changed.
        Taken,
    }
    fn receive<Output, S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), Output>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(recv);
    {
        let inner: ();
    }
    let start = ::coroutine_runtime::__private::Start(Scopes::Start);
    let prime = (&start).prime(|state| {
        let mut total = 0;
        let guard = Guard::new("body");
        *state = Scopes::Waiting { total, at: At::Recv1 { guard } };
        ::core::option::Option::Some(())
    });
    let receive = receive::<Result<u32, ParseIntError>, _, _>(&start, |state, input| match state {
        Scopes::Waiting { total, at } => match at {
            At::Recv1 { .. } => {
                match input {
                    b'+' => {
                        let inner = Guard::new("arm");
                        let At::Recv1 { guard } = ::core::mem::replace(at, At::Taken) else {
                            ::core::unreachable!()
                        };
                        *at = At::Byte { guard, inner };
                    }
                    b'-' => {
                        let At::Recv1 { guard: _guard } = ::core::mem::replace(at, At::Taken)
                        else {
                            ::core::unreachable!()
                        };
                        {
                            let _guard = _guard;
                        }
                        let guard = Guard::new("body");
                        *at = At::Recv1 { guard };
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
                    }
                }
                ::coroutine_runtime::Step::Yielded(())
            }
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
                    'behind: {
                        let inner = inner;
                        let digits;
                        if byte == b',' {
                            digits = String::from("1");
                            *total += match ::coroutine_runtime::__private::question_mark(
                                digits.parse::<u32>(),
                            ) {
                                ::core::result::Result::Ok(value) => value,
                                ::core::result::Result::Err(output) => {
                                    return ::coroutine_runtime::Step::Complete { output };
                                }
                            };
                            break 'behind;
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
    let names = (&start).names(|state| match state {
        Scopes::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Recv1 { .. } => "Recv1",
            At::Byte { .. } => "Byte",
            _ => return ::core::option::Option::None,
        }),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "scopes", |state| *state = Scopes::Done, names, (prime, receive), close)
}
