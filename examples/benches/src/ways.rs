//! How each way to do a task is driven. What differs from task to task is its consumer, its state
//! machine written by hand, its diapause coroutine, and a macro with the body that the rest share.
//!
//! Only our consumer can be closed for its totals. The others are given a reference to where the
//! totals are to be, which they change in place.

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

/// The coroutines that other crates make.
macro_rules! rivals {
    ($input:ty) => {
        #[inline(never)]
        fn diapause(inputs: &[$input]) -> Totals {
            use diapause::Coroutine as _;
            let mut totals = Totals::default();
            {
                let mut coroutine = peer(&mut totals);
                let _ = coroutine.start();
                for &input in inputs {
                    let _ = coroutine.resume(input);
                }
            }
            totals
        }

        // The flavour that does not allocate, which is the faster one.
        #[inline(never)]
        fn genawaiter(inputs: &[$input]) -> Totals {
            let mut totals = Totals::default();
            {
                let totals = &mut totals;
                genawaiter::stack::let_gen_using!(coroutine, |co| async move {
                    body!(totals, co.yield_(()).await)
                });
                coroutine.resume_with(<$input>::default());
                for &input in inputs {
                    coroutine.resume_with(input);
                }
            }
            totals
        }

        #[inline(never)]
        fn corosensei(inputs: &[$input]) -> Totals {
            let mut totals = Totals::default();
            corosensei::ScopedCoroutine::<$input, (), (), _>::new(|wait, _first| {
                body!(totals, wait.suspend(()))
            })
            .scope(|mut coroutine| {
                coroutine.as_mut().resume(<$input>::default());
                for &input in inputs {
                    coroutine.as_mut().resume(input);
                }
            });
            totals
        }

        nightly!($input);
    };
}

/// The coroutines of rustc itself.
#[cfg(coroutines)]
macro_rules! nightly {
    ($input:ty) => {
        mod nightly {
            use super::*;
            use std::ops::Coroutine;
            use std::pin::pin;

            pub(super) const RUN: crate::workload::Run<$input> = Some(run);

            fn coroutine(totals: &mut Totals) -> impl Coroutine<$input, Yield = ()> {
                #[coroutine]
                static move |_first: $input| body!(totals, (yield))
            }

            pub(super) fn state() -> Option<usize> {
                Some(size_of_val(&coroutine(&mut Totals::default())))
            }

            #[inline(never)]
            fn run(inputs: &[$input]) -> Totals {
                let mut totals = Totals::default();
                {
                    let mut coroutine = pin!(coroutine(&mut totals));
                    coroutine.as_mut().resume(<$input>::default());
                    for &input in inputs {
                        coroutine.as_mut().resume(input);
                    }
                }
                totals
            }
        }
    };
}

#[cfg(not(coroutines))]
macro_rules! nightly {
    ($input:ty) => {
        mod nightly {
            pub(super) const RUN: crate::workload::Run<$input> = None;

            pub(super) fn state() -> Option<usize> {
                None
            }
        }
    };
}
