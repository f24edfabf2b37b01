//! How the coroutines of others are driven. They cannot be closed for their totals, so they are given
//! a reference to where these are to be, and change them in place.

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
