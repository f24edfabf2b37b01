fn sum()
-> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = u32>> {
    enum Sum<First, Inner, Inner2, Output> {
        /// Not primed yet.
        Start,
        /// Waits at `let first = delegate!(number())`.
        First { inner: Inner },
        /// Waits at `let second = delegate!(number())`, with `first`.
        Second { first: First, inner: Inner2 },
        /// Returned while it was primed; `close` gives the output.
        Returned { output: Output },
        /// Finished.
        Done,
    }
    use ::coroutine_runtime::__private::Delegate as _;
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), u32>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(delegate);
    let start = ::coroutine_runtime::__private::Start(Sum::Start);
    let prime = (&start).prime(|state| {
        let first;
        let (mut inner, begun) = number().__begin::<u8>();
        match begun {
            ::coroutine_runtime::CoroutineState::Complete(output) => {
                ::core::mem::drop(inner);
                first = output;
                let second;
                let (mut inner, begun) = number().__begin::<u8>();
                match begun {
                    ::coroutine_runtime::CoroutineState::Complete(output) => {
                        ::core::mem::drop(inner);
                        second = output;
                        let output: u32 = first + second;
                        *state = Sum::Returned { output };
                        ::core::option::Option::None
                    }
                    ::coroutine_runtime::CoroutineState::Yielded(()) => {
                        *state = Sum::Second { first, inner };
                        ::core::option::Option::Some(())
                    }
                }
            }
            ::coroutine_runtime::CoroutineState::Yielded(()) => {
                *state = Sum::First { inner };
                ::core::option::Option::Some(())
            }
        }
    });
    let receive = receive(&start, |state, input| match state {
        Sum::First { inner } => {
            if let ::coroutine_runtime::CoroutineState::Complete(output) =
                ::coroutine_runtime::Consumer::send(&mut *inner, input)
            {
                let Sum::First { mut inner } = ::core::mem::replace(state, Sum::Done) else {
                    ::core::unreachable!()
                };
                ::core::mem::drop(inner);
                let first = output;
                let second;
                let (mut inner, begun) = number().__begin::<u8>();
                match begun {
                    ::coroutine_runtime::CoroutineState::Complete(output) => {
                        ::core::mem::drop(inner);
                        second = output;
                        ::coroutine_runtime::Step::Complete { output: first + second }
                    }
                    ::coroutine_runtime::CoroutineState::Yielded(()) => {
                        *state = Sum::Second { first, inner };
                        ::coroutine_runtime::Step::Yielded(())
                    }
                }
            } else {
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        Sum::Second { inner, .. } => {
            if let ::coroutine_runtime::CoroutineState::Complete(output) =
                ::coroutine_runtime::Consumer::send(&mut *inner, input)
            {
                let Sum::Second { first, mut inner } = ::core::mem::replace(state, Sum::Done)
                else {
                    ::core::unreachable!()
                };
                ::core::mem::drop(inner);
                let second = output;
                ::coroutine_runtime::Step::Complete { output: first + second }
            } else {
                ::coroutine_runtime::Step::Yielded(())
            }
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Sum::Done) {
        Sum::First { mut inner } => {
            ::coroutine_runtime::__private::close::<u8, _>(&mut inner);
            ::core::option::Option::None
        }
        Sum::Second { first: _first, mut inner } => {
            ::coroutine_runtime::__private::close::<u8, _>(&mut inner);
            ::core::option::Option::None
        }
        Sum::Returned { output } => ::core::option::Option::Some(output),
        _ => ::core::option::Option::None,
    });
    let names = (&start).names(|state| match state {
        Sum::First { .. } => ::core::option::Option::Some("First"),
        Sum::Second { .. } => ::core::option::Option::Some("Second"),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "sum", |state| *state = Sum::Done, names, (prime, receive), close)
}
fn replied(
    inner: impl Consumer<u8, Reply = (), Output = u32>,
) -> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = u32, Output = u32>>
{
    enum Replied<Inner, Inner2, Output> {
        /// Not primed yet.
        Start { inner: Inner },
        /// Waits at `delegate!(number_replied(1))`, with `inner`.
        Recv1 { inner: Inner, inner2: Inner2 },
        /// Returned while it was primed; `close` gives the output.
        Returned { output: Output },
        /// Finished.
        Done,
    }
    use ::coroutine_runtime::__private::Delegate as _;
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<u32, u32>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(delegate);
    {
        let inner: ();
    }
    let start = ::coroutine_runtime::__private::Start(Replied::Start { inner });
    let prime = (&start).prime::<u32, _>(|state| {
        let Replied::Start { mut inner } = ::core::mem::replace(state, Replied::Done) else {
            ::core::unreachable!()
        };
        let (mut inner2, begun) = number_replied(1).__begin::<u8>();
        match begun {
            ::coroutine_runtime::CoroutineState::Complete(output) => {
                ::core::mem::drop(inner2);
                let output: u32 = output;
                *state = Replied::Returned { output };
                ::core::option::Option::None
            }
            ::coroutine_runtime::CoroutineState::Yielded(mut reply) => {
                *state = Replied::Recv1 { inner, inner2 };
                ::core::option::Option::Some(reply)
            }
        }
    });
    let receive = receive(&start, |state, input| match state {
        Replied::Recv1 { inner2, .. } => {
            match ::coroutine_runtime::Consumer::send(&mut *inner2, input) {
                ::coroutine_runtime::CoroutineState::Complete(output) => {
                    let Replied::Recv1 { inner: _inner, mut inner2 } =
                        ::core::mem::replace(state, Replied::Done)
                    else {
                        ::core::unreachable!()
                    };
                    ::core::mem::drop(inner2);
                    let value: u32 = output;
                    ::coroutine_runtime::Step::Complete { output: value }
                }
                ::coroutine_runtime::CoroutineState::Yielded(next) => {
                    let mut reply = next;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Replied::Done) {
        Replied::Recv1 { inner: _inner, mut inner2 } => {
            ::coroutine_runtime::__private::close::<u8, _>(&mut inner2);
            ::core::option::Option::None
        }
        Replied::Returned { output } => ::core::option::Option::Some(output),
        _ => ::core::option::Option::None,
    });
    let names =
        (&start).names(|state| ::core::matches!(state, Replied::Recv1 { .. }).then_some("Recv1"));
    start.machine(|| "replied", |state| *state = Replied::Done, names, (prime, receive), close)
}
fn borrowed(
    inner: impl Consumer<u8, Reply = (), Output = u32>,
) -> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = u32>>
{
    enum Borrowed<Inner, Sum, Iter, Value, Output> {
        /// Not primed yet.
        Start { inner: Inner },
        /// Waits, with what is alive at every wait beside the place.
        Waiting { at: At<Value>, inner: Inner, sum: Sum, iter: Iter },
        /// Returned while it was primed; `close` gives the output.
        Returned { output: Output },
        /// Finished.
        Done,
    }
    enum At<Value> {
        /// Waits at `sum += delegate!(&mut inner)`, with `inner` and `sum`.
        Recv1,
        /// Several ways lead here, with `inner` and `sum`.
        Join1,
        /// Several ways lead here, with `inner` and `sum`.
        Join2 { value: Value },
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(
                &mut S,
                ::core::option::Option<u8>,
            ) -> ::coroutine_runtime::Step<(), u32>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(delegate);
    let start = ::coroutine_runtime::__private::Start(Borrowed::Start { inner });
    let resume = receive(&start, |state, mut input| {
        'run: loop {
            return match state {
                Borrowed::Start { .. } => {
                    let Borrowed::Start { mut inner } = ::core::mem::replace(state, Borrowed::Done)
                    else {
                        ::core::unreachable!()
                    };
                    let mut sum = 0;
                    let mut iter = ::core::iter::IntoIterator::into_iter(0..3);
                    *state = Borrowed::Waiting { inner, sum, iter, at: At::Join1 };
                    continue 'run;
                }
                Borrowed::Waiting { inner, sum, iter, at } => match at {
                    At::Join1 => {
                        if let ::core::option::Option::Some(_) =
                            ::core::iter::Iterator::next(&mut *iter)
                        {
                            let value;
                            let begun = ::coroutine_runtime::__private::begun::<u8, _>(&mut *inner);
                            match begun {
                                ::coroutine_runtime::CoroutineState::Complete(output) => {
                                    value = output;
                                    *at = At::Join2 { value };
                                    continue 'run;
                                }
                                ::coroutine_runtime::CoroutineState::Yielded(()) => {
                                    *at = At::Recv1;
                                    ::coroutine_runtime::Step::Yielded(())
                                }
                            }
                        } else {
                            ::coroutine_runtime::Step::Complete { output: *sum }
                        }
                    }
                    At::Recv1 => {
                        let ::core::option::Option::Some(input) =
                            ::core::option::Option::take(&mut input)
                        else {
                            ::core::unreachable!()
                        };
                        if let ::coroutine_runtime::CoroutineState::Complete(output) =
                            ::coroutine_runtime::Consumer::send(&mut *inner, input)
                        {
                            let value = output;
                            *at = At::Join2 { value };
                            continue 'run;
                        } else {
                            ::coroutine_runtime::Step::Yielded(())
                        }
                    }
                    At::Join2 { .. } => {
                        let At::Join2 { value } = ::core::mem::replace(at, At::Recv1) else {
                            ::core::unreachable!()
                        };
                        *sum += value;
                        *at = At::Join1;
                        continue 'run;
                    }
                },
                _ => ::coroutine_runtime::Step::Finished,
            };
        }
    });
    let keep = (&start).keep(|state, output| *state = Borrowed::Returned { output });
    let close = (&start).close(|state| match ::core::mem::replace(state, Borrowed::Done) {
        Borrowed::Waiting { mut inner, .. } => {
            ::coroutine_runtime::__private::close::<u8, _>(&mut inner);
            ::core::option::Option::None
        }
        Borrowed::Returned { output } => ::core::option::Option::Some(output),
        _ => ::core::option::Option::None,
    });
    let names = (&start).names(|state| match state {
        Borrowed::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Recv1 => "Recv1",
            _ => return ::core::option::Option::None,
        }),
        _ => ::core::option::Option::None,
    });
    start.merged(|| "borrowed", |state| *state = Borrowed::Done, names, (resume, keep), close)
}
fn batched()
-> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = u32>> {
    enum Batched<Sum, Inner> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { sum: Sum, at: At<Inner> },
        /// Finished.
        Done,
    }
    enum At<Inner> {
        /// Waits at `let length = recv!()`, with `sum`.
        Length,
        /// Waits at `sum += delegate!(number())`, with `sum`.
        Recv2 { inner: Inner },
    }
    use ::coroutine_runtime::__private::Delegate as _;
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
    ::coroutine_runtime::__private::uses!(delegate, recv);
    let start = ::coroutine_runtime::__private::Start(Batched::Start);
    let prime = (&start).prime(|state| {
        let mut sum = 0;
        *state = Batched::Waiting { sum, at: At::Length };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match state {
        Batched::Waiting { sum, at } => match at {
            At::Length => {
                let length = input;
                if length == 0 {
                    return ::coroutine_runtime::Step::Complete { output: *sum };
                }
                let value;
                let (mut inner, begun) = number().__begin::<u8>();
                match begun {
                    ::coroutine_runtime::CoroutineState::Complete(output) => {
                        ::core::mem::drop(inner);
                        value = output;
                        *sum += value;
                    }
                    ::coroutine_runtime::CoroutineState::Yielded(()) => {
                        *at = At::Recv2 { inner };
                    }
                }
                ::coroutine_runtime::Step::Yielded(())
            }
            At::Recv2 { inner } => {
                if let ::coroutine_runtime::CoroutineState::Complete(output) =
                    ::coroutine_runtime::Consumer::send(&mut *inner, input)
                {
                    let At::Recv2 { mut inner } = ::core::mem::replace(at, At::Length) else {
                        ::core::unreachable!()
                    };
                    ::core::mem::drop(inner);
                    let value = output;
                    *sum += value;
                    *at = At::Length;
                }
                ::coroutine_runtime::Step::Yielded(())
            }
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let feed = feed(&start, |state, rest| {
        'feed: loop {
            match state {
                Batched::Waiting { at: At::Length, .. } => {
                    let Batched::Waiting { mut sum, at: At::Length } =
                        ::core::mem::replace(state, Batched::Done)
                    else {
                        ::core::unreachable!()
                    };
                    loop {
                        let ::core::option::Option::Some(&input) =
                            ::core::iter::Iterator::next(rest)
                        else {
                            *state = Batched::Waiting { sum, at: At::Length };
                            return ::core::option::Option::None;
                        };
                        let length = input;
                        if length == 0 {
                            return ::core::option::Option::Some(sum);
                        }
                        let value;
                        let (mut inner, begun) = number().__begin::<u8>();
                        match begun {
                            ::coroutine_runtime::CoroutineState::Complete(output) => {
                                ::core::mem::drop(inner);
                                value = output;
                            }
                            ::coroutine_runtime::CoroutineState::Yielded(()) => {
                                if let ::coroutine_runtime::CoroutineState::Complete(output) =
                                    ::coroutine_runtime::__private::feed(&mut inner, rest)
                                {
                                    ::core::mem::drop(inner);
                                    value = output;
                                } else {
                                    *state = Batched::Waiting { sum, at: At::Recv2 { inner } };
                                    return ::core::option::Option::None;
                                }
                            }
                        }
                        sum += value;
                    }
                }
                Batched::Waiting { at: At::Recv2 { .. }, .. } => {
                    let Batched::Waiting { mut sum, at: At::Recv2 { mut inner } } =
                        ::core::mem::replace(state, Batched::Done)
                    else {
                        ::core::unreachable!()
                    };
                    if let ::coroutine_runtime::CoroutineState::Complete(output) =
                        ::coroutine_runtime::__private::feed(&mut inner, rest)
                    {
                        ::core::mem::drop(inner);
                        let value = output;
                        sum += value;
                        *state = Batched::Waiting { sum, at: At::Length };
                        continue 'feed;
                    }
                    *state = Batched::Waiting { sum, at: At::Recv2 { inner } };
                    return ::core::option::Option::None;
                }
                _ => return ::core::option::Option::None,
            }
        }
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Batched::Done) {
        Batched::Waiting { at: At::Recv2 { mut inner }, .. } => {
            ::coroutine_runtime::__private::close::<u8, _>(&mut inner);
            ::core::option::Option::None
        }
        _ => ::core::option::Option::None,
    });
    let names = (&start).names(|state| match state {
        Batched::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Length => "Length",
            At::Recv2 { .. } => "Recv2",
        }),
        _ => ::core::option::Option::None,
    });
    start.machine(
        || "batched",
        |state| *state = Batched::Done,
        names,
        (prime, receive, feed),
        close,
    )
}
