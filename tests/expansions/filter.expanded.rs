fn filter<C: for<'a> Consumer<&'a str>>(
    next: C,
    keep: impl Fn(&str) -> bool,
) -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<&'input str, Reply = (), Output = ()>,
> {
    enum Filter<Next, Keep> {
        /// Not primed yet.
        Start { keep: Keep, next: Next },
        /// Waits at `let line = recv!()`, with `next` and `keep`.
        Line { keep: Keep, next: Next },
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
    let start = ::coroutine_runtime::__private::Start(Filter::Start { next, keep });
    let prime = (&start).prime(|state| {
        let Filter::Start { mut next, keep } = ::core::mem::replace(state, Filter::Done) else {
            ::core::unreachable!()
        };
        *state = Filter::Line { next, keep };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, line| match state {
        Filter::Line { .. } => {
            let Filter::Line { mut next, keep } = ::core::mem::replace(state, Filter::Done) else {
                ::core::unreachable!()
            };
            if keep(line) {
                next.send(line);
            }
            *state = Filter::Line { next, keep };
            ::coroutine_runtime::Step::Yielded(())
        }
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close = (&start).close(|state| match ::core::mem::replace(state, Filter::Done) {
        Filter::Line { mut next, keep: _keep } => {
            next.close();
            ::core::option::Option::Some(())
        }
        _ => ::core::option::Option::None,
    });
    let names =
        (&start).names(|state| ::core::matches!(state, Filter::Line { .. }).then_some("Line"));
    start.machine(|| "filter", |state| *state = Filter::Done, names, (prime, receive), close)
}
