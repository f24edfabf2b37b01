fn number()
-> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = u32>> {
    enum Number<Number2> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { number: Number2, at: At },
        /// Finished.
        Done,
    }
    enum At {
        /// Waits at `while recv!() != b'='`, with `number`.
        Recv1,
        /// Waits at `match recv!()`, with `number`.
        Recv2,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), u32>,
    {
        transition
    }
    fn feed<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, &mut ::core::slice::Iter<'_, u8>) -> ::core::option::Option<u32>,
        u8: ::core::marker::Copy,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(recv);
    let start = ::coroutine_runtime::__private::Start(Number::Start);
    let prime = (&start).prime(|state| {
        let mut number = 0;
        *state = Number::Waiting { number, at: At::Recv1 };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match state {
        Number::Waiting { number, at } => match at {
            At::Recv1 => {
                if input != b'=' {
                    ::coroutine_runtime::Step::Yielded(())
                } else {
                    *at = At::Recv2;
                    ::coroutine_runtime::Step::Yielded(())
                }
            }
            At::Recv2 => match input {
                digit @ b'0'..=b'9' => {
                    *number = 10 * *number + u32::from(digit - b'0');
                    ::coroutine_runtime::Step::Yielded(())
                }
                _ => ::coroutine_runtime::Step::Complete { output: *number },
            },
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let feed = feed(&start, |state, rest| {
        'feed: loop {
            match state {
                Number::Waiting { at: At::Recv1, .. } => {
                    let Number::Waiting { mut number, at: At::Recv1 } =
                        ::core::mem::replace(state, Number::Done)
                    else {
                        ::core::unreachable!()
                    };
                    loop {
                        let ::core::option::Option::Some(&input) =
                            ::core::iter::Iterator::next(rest)
                        else {
                            *state = Number::Waiting { number, at: At::Recv1 };
                            return ::core::option::Option::None;
                        };
                        if !(input != b'=') {
                            *state = Number::Waiting { number, at: At::Recv2 };
                            continue 'feed;
                        }
                    }
                }
                Number::Waiting { at: At::Recv2, .. } => {
                    let Number::Waiting { mut number, at: At::Recv2 } =
                        ::core::mem::replace(state, Number::Done)
                    else {
                        ::core::unreachable!()
                    };
                    loop {
                        let ::core::option::Option::Some(&input) =
                            ::core::iter::Iterator::next(rest)
                        else {
                            *state = Number::Waiting { number, at: At::Recv2 };
                            return ::core::option::Option::None;
                        };
                        match input {
                            digit @ b'0'..=b'9' => {
                                number = 10 * number + u32::from(digit - b'0');
                            }
                            _ => {
                                return ::core::option::Option::Some(number);
                            }
                        }
                    }
                }
                _ => return ::core::option::Option::None,
            }
        }
    });
    let close = (&start).close(|state| {
        *state = Number::Done;
        ::core::option::Option::None
    });
    let names = (&start).names(|state| match state {
        Number::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Recv1 => "Recv1",
            At::Recv2 => "Recv2",
        }),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "number", |state| *state = Number::Done, names, (prime, receive, feed), close)
}
