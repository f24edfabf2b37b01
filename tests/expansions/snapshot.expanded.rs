fn grep<'pattern, 'de: 'pattern>(
    pattern: &'pattern str,
) -> ::coroutine_runtime::Unprimed<
    impl for<'input> ::coroutine_runtime::Receive<&'input str, Reply = (), Output = ()>
    + ::coroutine_runtime::Save
    + ::coroutine_runtime::Restore<'de>,
> {
    enum Grep<Pattern> {
        /// Not primed yet.
        Start { pattern: Pattern },
        /// Waits at `let line = recv!()`, with `pattern`.
        Line { pattern: Pattern },
        /// Finished.
        Done,
    }
    impl<Pattern: ::coroutine_runtime::__private::serde::Serialize> ::coroutine_runtime::Save
        for Grep<Pattern>
    {
        fn save<S: ::coroutine_runtime::__private::serde::Serializer>(
            &self,
            snapshot: ::coroutine_runtime::__private::Snapshot<S>,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            match self {
                Grep::Line { pattern } => snapshot.at("Line").local("pattern", pattern).end(),
                Grep::Done => snapshot.at("Done").end(),
                _ => snapshot.nowhere("grep"),
            }
        }
    }
    impl<'de, Pattern: ::coroutine_runtime::__private::serde::Deserialize<'de>>
        ::coroutine_runtime::__private::Load<'de> for Grep<Pattern>
    {
        const CONSUMER: &'static ::core::primitive::str = "grep";
        const PLACES: &'static [&'static ::core::primitive::str] = &["Line"];
        fn load<A: ::coroutine_runtime::__private::serde::de::MapAccess<'de>>(
            place: &::core::primitive::str,
            locals: ::coroutine_runtime::__private::Locals<A>,
        ) -> ::core::result::Result<Self, A::Error> {
            match place {
                "Line" => {
                    let mut pattern = ::coroutine_runtime::__private::Slot::new("pattern");
                    locals.fill(&mut [&mut pattern])?;
                    ::core::result::Result::Ok(Grep::Line { pattern: pattern.take() })
                }
                _ => {
                    locals.fill(&mut [])?;
                    ::core::result::Result::Ok(Grep::Done)
                }
            }
        }
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: for<'input> ::core::ops::Fn(&mut S, &'input str) -> ::coroutine_runtime::Step<(), ()>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(recv);
    let start = ::coroutine_runtime::__private::Start(Grep::Start { pattern });
    let prime = (&start).prime(|state| {
        let Grep::Start { pattern } = ::core::mem::replace(state, Grep::Done) else {
            ::core::unreachable!()
        };
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
    let close = (&start).close(|state| {
        *state = Grep::Done;
        ::core::option::Option::None
    });
    let names =
        (&start).names(|state| ::core::matches!(state, Grep::Line { .. }).then_some("Line"));
    start.machine(|| "grep", |state| *state = Grep::Done, names, (prime, receive), close)
}
pub(crate) fn sums() -> ::coroutine_runtime::Unprimed<
    impl ::coroutine_runtime::Receive<u32, Reply = (), Output = Vec<u32>>
    + ::coroutine_runtime::Save
    + for<'de> ::coroutine_runtime::Restore<'de>,
> {
    enum Sums<All, Sum, Iter> {
        /// Not primed yet.
        Start,
        /// Waits, with what is alive at every wait beside the place.
        Waiting { all: All, at: At<Sum, Iter> },
        /// Finished.
        Done,
    }
    enum At<Sum, Iter> {
        /// Waits at `let count = recv!()`, with `all`.
        Count,
        /// Waits at `sum += recv!()`, with `all` and `sum`.
        Sum { sum: Sum, iter: Iter },
    }
    impl<
        All: ::coroutine_runtime::__private::serde::Serialize,
        Sum: ::coroutine_runtime::__private::serde::Serialize,
        Iter: ::coroutine_runtime::__private::serde::Serialize,
    > ::coroutine_runtime::Save for Sums<All, Sum, Iter>
    {
        fn save<S: ::coroutine_runtime::__private::serde::Serializer>(
            &self,
            snapshot: ::coroutine_runtime::__private::Snapshot<S>,
        ) -> ::core::result::Result<S::Ok, S::Error> {
            match self {
                Sums::Waiting { all, at: At::Count } => {
                    snapshot.at("Count").local("all", all).end()
                }
                Sums::Waiting { all, at: At::Sum { sum, iter } } => snapshot
                    .at("Sum of b0a1eaaa")
                    .local("all", all)
                    .local("sum", sum)
                    .local("iter", iter)
                    .end(),
                Sums::Done => snapshot.at("Done").end(),
                _ => snapshot.nowhere("sums"),
            }
        }
    }
    impl<
        'de,
        All: ::coroutine_runtime::__private::serde::Deserialize<'de>,
        Sum: ::coroutine_runtime::__private::serde::Deserialize<'de>,
        Iter: ::coroutine_runtime::__private::serde::Deserialize<'de>,
    > ::coroutine_runtime::__private::Load<'de> for Sums<All, Sum, Iter>
    {
        const CONSUMER: &'static ::core::primitive::str = "sums";
        const PLACES: &'static [&'static ::core::primitive::str] = &["Count", "Sum of b0a1eaaa"];
        fn load<A: ::coroutine_runtime::__private::serde::de::MapAccess<'de>>(
            place: &::core::primitive::str,
            locals: ::coroutine_runtime::__private::Locals<A>,
        ) -> ::core::result::Result<Self, A::Error> {
            match place {
                "Count" => {
                    let mut all = ::coroutine_runtime::__private::Slot::new("all");
                    locals.fill(&mut [&mut all])?;
                    ::core::result::Result::Ok(Sums::Waiting { all: all.take(), at: At::Count })
                }
                "Sum of b0a1eaaa" => {
                    let mut all = ::coroutine_runtime::__private::Slot::new("all");
                    let mut sum = ::coroutine_runtime::__private::Slot::new("sum");
                    let mut iter = ::coroutine_runtime::__private::Slot::new("iter");
                    locals.fill(&mut [&mut all, &mut sum, &mut iter])?;
                    ::core::result::Result::Ok(Sums::Waiting {
                        all: all.take(),
                        at: At::Sum { sum: sum.take(), iter: iter.take() },
                    })
                }
                _ => {
                    locals.fill(&mut [])?;
                    ::core::result::Result::Ok(Sums::Done)
                }
            }
        }
    }
    fn receive<S, F>(_: &::coroutine_runtime::__private::Start<S>, transition: F) -> F
    where
        F: ::core::ops::Fn(&mut S, u32) -> ::coroutine_runtime::Step<(), Vec<u32>>,
    {
        transition
    }
    ::coroutine_runtime::__private::uses!(on_close, recv);
    let start = ::coroutine_runtime::__private::Start(Sums::Start);
    let prime = (&start).prime(|state| {
        let mut all = Vec::new();
        *state = Sums::Waiting { all, at: At::Count };
        ::core::option::Option::Some(())
    });
    let receive = receive(&start, |state, input| match state {
        Sums::Waiting { all, at } => match at {
            At::Count => {
                let count = input;
                let mut sum = 0;
                let mut iter = ::core::iter::IntoIterator::into_iter(0..count);
                if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut iter) {
                    *at = At::Sum { sum, iter };
                } else {
                    all.push(sum);
                }
                ::coroutine_runtime::Step::Yielded(())
            }
            At::Sum { sum, iter } => {
                *sum += input;
                if let ::core::option::Option::Some(_) = ::core::iter::Iterator::next(&mut *iter) {
                    ::coroutine_runtime::Step::Yielded(())
                } else {
                    all.push(*sum);
                    *at = At::Count;
                    ::coroutine_runtime::Step::Yielded(())
                }
            }
        },
        _ => ::coroutine_runtime::Step::Finished,
    });
    let close =
        (&start).close::<Vec<u32>, _>(|state| match ::core::mem::replace(state, Sums::Done) {
            Sums::Waiting { mut all, .. } => ::core::option::Option::Some(all),
            _ => ::core::option::Option::None,
        });
    let names = (&start).names(|state| match state {
        Sums::Waiting { at, .. } => ::core::option::Option::Some(match at {
            At::Count => "Count",
            At::Sum { .. } => "Sum",
        }),
        _ => ::core::option::Option::None,
    });
    start.machine(|| "sums", |state| *state = Sums::Done, names, (prime, receive), close)
}
