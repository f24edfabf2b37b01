fn filter<C: for<'a> Consumer<&'a str>>(
    next: C,
    keep: impl Fn(&str) -> bool,
) -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<&'input str, Reply = (), Output = ()>,
> {
    /// Where `filter` stands, and what it holds there.
    #[allow(dead_code)]
    enum Filter<Next, Keep> {
        Start { keep: Keep, next: Next },
        /// Waiting at `let line = recv!()`.
        Line { keep: Keep, next: Next },
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
            Filter::Start { next, keep },
            |state| {
                ::coroutine_runtime::__private::state!(
                    state in Filter as "filter" : Start, Line; finished Done; uses recv,
                    on_close
                )
            },
            |state| *state = Filter::Done,
            |state| {
                let Filter::Start { mut next, keep } = ::core::mem::replace(
                    state,
                    Filter::Done,
                ) else { ::core::unreachable!() };
                *state = Filter::Line { next, keep };
                ::core::option::Option::Some(())
            },
            |state, input| match ::core::mem::replace(state, Filter::Done) {
                Filter::Line { mut next, keep } => {
                    let line = input;
                    if keep(line) {
                        next.send(line);
                    }
                    *state = Filter::Line { next, keep };
                    ::coroutine_runtime::Step::Yielded(())
                }
                Filter::Start { .. } | Filter::Done => {
                    ::coroutine_runtime::Step::Finished
                }
            },
            |state| match ::core::mem::replace(state, Filter::Done) {
                Filter::Line { mut next, keep: _keep } => {
                    next.close();
                    ::core::option::Option::Some(())
                }
                _ => ::core::option::Option::None,
            },
        ),
    )
}
