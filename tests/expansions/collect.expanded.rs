fn collect() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u8, Reply = (), Output = Vec<u8>>,
> {
    enum Collect<Out> {
        /// Not primed yet.
        Start,
        /// Waits at `let byte = recv!()`, with `out`.
        Byte { out: Out },
        /// Finished.
        Done,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u8) -> ::coroutine_runtime::Step<(), Vec<u8>>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(recv);
    let start = ::coroutine_runtime::__private::Start(Collect::Start);
    let prime = (&start).prime(|state| {
        let mut out = Vec::new();
        *state = Collect::Byte { out };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, byte| match state {
        Collect::Byte { out } => {
            if byte == 0 {
                let Collect::Byte { mut out } = ::core::mem::replace(state, Collect::Done) else {
                    ::core::unreachable!()
                };
                return ::coroutine_runtime::Step::Complete { output: out };
            }
            out.push(byte);
            ::coroutine_runtime::Step::Yielded(())
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| {
        *state = Collect::Done;
        ::core::option::Option::None
    });
    let names =
        (&start).names(|state| ::core::matches!(state, Collect::Byte { .. }).then_some("Byte"));
    start.machine(|| "collect", |state| *state = Collect::Done, names, (prime, receive), close)
}
