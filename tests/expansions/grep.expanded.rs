fn grep(
    pattern: &str,
) -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<&'input str, Reply = (), Output = ()>,
> {
    enum Grep<Pattern> {
        /// Not primed yet.
        Start { pattern: Pattern },
        /// Waits at `let line = recv!()`, with `pattern`.
        Line { pattern: Pattern },
        /// Finished.
        Done,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: for<'input> ::core::ops::Fn(&mut S, &'input str) -> ::coroutine_runtime::Step<(), ()>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(on_close, recv);
    let start = ::coroutine_runtime::__private::Start(Grep::Start { pattern });
    let prime = (&start).prime(|state| {
        let Grep::Start { pattern } = ::core::mem::replace(state, Grep::Done) else {
            ::core::unreachable!()
        };
        println!("Looking for {pattern}");
        *state = Grep::Line { pattern };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, line| match state {
        Grep::Line { pattern } => {
            if line.contains(*pattern) {
                println!("{line}");
            }
            ::coroutine_runtime::Step::Yielded(())
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Grep::Done) {
        Grep::Line { .. } => {
            println!("Exiting the Co-routine");
            ::core::option::Option::Some(())
        }
        _ => ::core::option::Option::None,
    });
    let names =
        (&start).names(|state| ::core::matches!(state, Grep::Line { .. }).then_some("Line"));
    start.machine(|| "grep", |state| *state = Grep::Done, names, (prime, receive), close)
}
