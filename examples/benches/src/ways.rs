//! How each way to do a task is driven. What differs from task to task is its consumer, its state
//! machine written by hand, its diapause coroutine, and a macro with the body that the rest share.

/// Defines `task()` of a module: what drives its consumer, its `Hand`, its diapause coroutine and
/// its `body!(totals, wait)`.
macro_rules! task {
    ($name:ident: $input:ty, several_waits: $several:expr, library: $library:expr) => {
        pub(crate) fn task() -> crate::workload::Task<$input> {
            crate::workload::Task {
                name: stringify!($name),
                several_waits: $several,
                inputs,
                feed: Some(feed),
                run,
                state,
            }
        }

        fn run(way: Way) -> crate::workload::Run<$input> {
            match way {
                Way::Send => Some(send),
                Way::Feed => None,
                Way::Hand => Some(hand),
                Way::Pull => Some(pull),
                Way::Diapause => Some(diapause),
                Way::Nightly => nightly::RUN,
                Way::Genawaiter => Some(genawaiter),
                Way::Corosensei => Some(corosensei),
                Way::Library => $library,
            }
        }

        fn state(way: Way) -> Option<usize> {
            match way {
                Way::Send => Some(size_of_val(&$name())),
                Way::Hand => Some(size_of::<Hand>()),
                Way::Diapause => Some(size_of_val(&peer(&mut Totals::default()))),
                Way::Nightly => nightly::state(),
                _ => None,
            }
        }

        #[inline(never)]
        fn send(inputs: &[$input]) -> Totals {
            let mut consumer = $name().prime();
            for &input in inputs {
                consumer.send(input);
            }
            consumer.close().unwrap_or_default()
        }

        #[inline(never)]
        fn feed(inputs: &[$input], slice: usize) -> Totals {
            let mut consumer = $name().prime();
            for slice in inputs.chunks(slice) {
                consumer.feed(slice);
            }
            consumer.close().unwrap_or_default()
        }

        #[inline(never)]
        fn hand(inputs: &[$input]) -> Totals {
            let mut machine = Hand::new();
            for &input in inputs {
                machine.send(input);
            }
            machine.totals()
        }

        #[inline(never)]
        fn pull(inputs: &[$input]) -> Totals {
            let mut inputs = inputs.iter();
            let mut totals = Totals::default();
            body!(
                totals,
                match inputs.next() {
                    Some(&input) => input,
                    None => return totals,
                }
            )
        }

        rivals!($input);
    };
}
