fn quoted() -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<
        &'input [u8],
        Reply = Option<&'input [u8]>,
        Output = usize,
    >,
> {
    /// What is alive at every wait lies in `Waiting`, beside the place to wait.
    enum Quoted<Total> {
        Start,
        Waiting { total: Total, at: At },
        Done,
    }
    /// `Chunk`: waiting at `let mut chunk = recv!(None)`.
    /// `Recv2`: waiting at `chunk = recv!(None)`.
    /// `Recv3`: waiting at `rest = recv!(Some(rest))`.
    /// `Recv4`: waiting at `chunk = recv!(Some(&rest [.. end]))`.
    enum At {
        Chunk,
        Recv2,
        Recv3,
        Recv4,
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
    use {on_close as _, recv as _};
    let start = ::coroutine_runtime::__private::Start(Quoted::Start);
    let names = (&start).names(|state| match state {
        Quoted::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Chunk => "Chunk",
            At::Recv2 => "Recv2",
            At::Recv3 => "Recv3",
            At::Recv4 => "Recv4",
        }),
        _ => ::core::option::Option::None,
    });
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
                    *at = At::Recv2;
                    return ::coroutine_runtime::Step::Yielded(None);
                };
                let mut rest = &chunk[start + 1..];
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    *at = At::Recv3;
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    *at = At::Recv4;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Recv2 => {
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
                    *at = At::Recv3;
                    ::coroutine_runtime::Step::Yielded(reply)
                } else {
                    let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
                    *total += end;
                    let reply = Some(&rest[..end]);
                    *at = At::Recv4;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Recv3 => {
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
                    *at = At::Recv4;
                    ::coroutine_runtime::Step::Yielded(reply)
                }
            }
            At::Recv4 => {
                let ::core::option::Option::Some(input) = ::core::option::Option::take(&mut input)
                else {
                    ::core::unreachable!()
                };
                let mut chunk = input;
                let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
                    if chunk.is_empty() {
                        return ::coroutine_runtime::Step::Complete { output: *total };
                    }
                    *at = At::Recv2;
                    return ::coroutine_runtime::Step::Yielded(None);
                };
                let mut rest = &chunk[start + 1..];
                if !rest.contains(&b'"') {
                    *total += rest.len();
                    let reply = Some(rest);
                    *at = At::Recv3;
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
    let close = (&start).close(|state| match ::core::mem::replace(state, Quoted::Done) {
        Quoted::Waiting { mut total, .. } => ::core::option::Option::Some(total),
        _ => ::core::option::Option::None,
    });
    start.merged(|| "quoted", |state| *state = Quoted::Done, names, (resume, keep), close)
}
