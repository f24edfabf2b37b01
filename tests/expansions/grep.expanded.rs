fn grep(
    pattern: &str,
) -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<&'input str, Reply = (), Output = ()>,
> {
    /// Where `grep` stands, and what it holds there.
    #[allow(dead_code)]
    enum Grep<Pattern> {
        Start { pattern: Pattern },
        /// Waiting at `let line = recv!()`.
        Line { pattern: Pattern },
        /// Returned, closed or panicked.
        Done,
    }
    fn machine<State>(
        state: State,
        names: impl Fn(&State) -> ::coroutine_runtime::State,
        abandon: impl Fn(&mut State),
        prime: impl Fn(&mut State) -> ::core::option::Option<()>,
        receive: impl for<'input> Fn(
            &mut State,
            &'input str,
        ) -> ::coroutine_runtime::Step<(), ()>,
        close: impl Fn(&mut State) -> ::core::option::Option<()>,
    ) -> impl for<'input> ::coroutine_runtime::Receive<
        &'input str,
        Reply = (),
        Output = (),
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
            Grep::Start { pattern },
            |state| {
                ::coroutine_runtime::__private::state!(
                    state in Grep as "grep" : Start, Line; finished Done; uses recv,
                    on_close
                )
            },
            |state| *state = Grep::Done,
            |state| {
                let Grep::Start { pattern } = ::core::mem::replace(state, Grep::Done)
                else { ::core::unreachable!() };
                println!("Looking for {pattern}");
                *state = Grep::Line { pattern };
                ::core::option::Option::Some(())
            },
            |state, input| match ::core::mem::replace(state, Grep::Done) {
                Grep::Line { pattern } => {
                    let line = input;
                    if line.contains(pattern) {
                        println!("{line}");
                    }
                    *state = Grep::Line { pattern };
                    ::coroutine_runtime::Step::Yielded(())
                }
                Grep::Start { .. } | Grep::Done => ::coroutine_runtime::Step::Finished,
            },
            |state| match ::core::mem::replace(state, Grep::Done) {
                Grep::Line { .. } => {
                    println!("Exiting the Co-routine");
                    ::core::option::Option::Some(())
                }
                _ => ::core::option::Option::None,
            },
        ),
    )
}
