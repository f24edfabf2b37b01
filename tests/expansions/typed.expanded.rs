fn padded()
-> ::coroutine_runtime::Unprimed<impl ::coroutine_runtime::Receive<u8, Reply = (), Output = usize>>
{
    enum Padded {
        /// Not primed yet.
        Start,
        /// Waits at `let x = if recv!() > 0`.
        Recv1,
        /// Waits at `recv!()`.
        Recv2,
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
    ::coroutine_runtime::__private::witnesses!(x_);
    #[allow(unused, clippy::all, clippy::pedantic, clippy::nursery)]
    if false {
        ::core::panic!();
        let _ = || -> usize {
            ::core::panic!();
            use ::coroutine_runtime::__private::as_written::*;
            let x = if __recv::<u8, _>(()) > 0 { __recv::<u8, _>(()) } else { 255 };
            __tie(x, x_);
            size_of_val(&x) + usize::from(x << 1)
        };
    }
    let start = ::coroutine_runtime::__private::Start(Padded::Start);
    let prime = (&start).prime(|state| {
        *state = Padded::Recv1;
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, move |state, input| match state {
        Padded::Recv1 => {
            if input > 0 {
                *state = Padded::Recv2;
                ::coroutine_runtime::Step::Yielded(())
            } else {
                let x;
                ::coroutine_runtime::__private::same_type!(x, x_);
                x = x_.keep(255);
                ::coroutine_runtime::Step::Complete {
                    output: size_of_val(&x) + usize::from(x << 1),
                }
            }
        }
        Padded::Recv2 => {
            let x;
            ::coroutine_runtime::__private::same_type!(x, x_);
            x = input;
            ::coroutine_runtime::Step::Complete { output: size_of_val(&x) + usize::from(x << 1) }
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| {
        *state = Padded::Done;
        ::core::option::Option::None
    });
    let names = (&start).names(|state| match state {
        Padded::Recv1 => ::core::option::Option::Some("Recv1"),
        Padded::Recv2 => ::core::option::Option::Some("Recv2"),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "padded", |state| *state = Padded::Done, names, (prime, receive), close)
}
