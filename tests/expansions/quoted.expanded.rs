fn quoted() -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<
        &'input [u8],
        Reply = Option<&'input [u8]>,
        Output = usize,
    >,
> {
    enum Quoted<Total> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { total: Total, at: At },
        /// Finished.
        Done,
    }
    enum At {
        /// Waits at `let mut chunk = recv!(None)`, with `total`.
        Chunk,
        /// Waits at `chunk = recv!(None)`, with `total`.
        Chunk2,
        /// Waits at `rest = recv!(Some(rest))`, with `total`.
        Rest,
        /// Waits at `chunk = recv!(Some(&rest[..end]))`, with `total`.
        Chunk3,
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: for<'input> ::core::ops::Fn(
                &mut S,
                ::core::option::Option<&'input [u8]>,
            )
                -> ::coroutine_runtime::Step<Option<&'input [u8]>, usize>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(on_close, recv);
    let start = ::coroutine_runtime::__private::Start(Quoted::Start);
    let resume = receive(&start, |state, mut input| match state {
        Quoted::Start => {
            let mut total = 0;
            *state = Quoted::Waiting { total, at: At::Chunk };
            ::coroutine_runtime::Step::Yielded(None)
        }
        Quoted::Waiting { total, at } => match at {
            At::Chunk => {
                let ::core::option::Option::Some(input) = ::core::option::Option::take(&mut input)
                else {
                    ::core::unreachable!()
                };
                let mut chunk = input;
                let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
                    if chunk.is_empty() {
                        return ::coroutine_runtime::Step::Complete { output: *total };
                    }
                    *at = At::Chunk2;
                    return ::coroutine_runtime::Step::Yielded(None);
                };
                let mut rest = &chunk[start + 1..];
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    *at = At::Rest;
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    *at = At::Chunk3;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Chunk2 => {
                let ::core::option::Option::Some(input) = ::core::option::Option::take(&mut input)
                else {
                    ::core::unreachable!()
                };
                let mut chunk = input;
                let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
                    if chunk.is_empty() {
                        return ::coroutine_runtime::Step::Complete { output: *total };
                    }
                    return ::coroutine_runtime::Step::Yielded(None);
                };
                let mut rest = &chunk[start + 1..];
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    *at = At::Rest;
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    *at = At::Chunk3;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Rest => {
                let ::core::option::Option::Some(input) = ::core::option::Option::take(&mut input)
                else {
                    ::core::unreachable!()
                };
                let mut rest = input;
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    *at = At::Chunk3;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Chunk3 => {
                let ::core::option::Option::Some(input) = ::core::option::Option::take(&mut input)
                else {
                    ::core::unreachable!()
                };
                let mut chunk = input;
                let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
                    if chunk.is_empty() {
                        return ::coroutine_runtime::Step::Complete { output: *total };
                    }
                    *at = At::Chunk2;
                    return ::coroutine_runtime::Step::Yielded(None);
                };
                let mut rest = &chunk[start + 1..];
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    *at = At::Rest;
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let keep = (&start).keep(|_, _| {});
    let close =
        (&start).close::<usize, _>(|state| match ::core::mem::replace(state, Quoted::Done) {
            Quoted::Waiting { mut total, .. } => ::core::option::Option::Some(total),
            _ => ::core::option::Option::None,
        });
    let names = (&start).names(|state| match state {
        Quoted::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Chunk => "Chunk",
            At::Chunk2 => "Chunk2",
            At::Rest => "Rest",
            At::Chunk3 => "Chunk3",
        }),
        _ => ::core::option::Option::None,
    });
    start.merged(|| "quoted", |state| *state = Quoted::Done, names, (resume, keep), close)
}
