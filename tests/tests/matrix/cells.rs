//! The columns. A row gives a function and a method, and each becomes a consumer with a type of no name, one with a name,
//! and the oracle of both.

/// Six cells of one row and one kind of input.
///
/// - `types`: what the function needs beside it, and in a function what is local to that.
/// - `oracle`: what the generics stand for in the oracle, which has none but lifetimes.
/// - `receives`: a bound that the machine has to keep, with a fresh lifetime if the input is borrowed.
/// - `function ['a] [T] (…) -> [Output] where [T: Copy] { … } as <'static, u32> (arguments)`: lifetimes, other generics, and the
///   arguments of the named type and of a call.
/// - `method`, likewise, of the `impl` that stands in front, called on what stands in front of the arguments.
macro_rules! cells {
    (
        mod $input:ident;
        types { $($types:tt)* }
        oracle { $($oracle:tt)* }
        receives [$($receives:tt)*]
        consumer [$($attribute:tt)*]
        function [$($fl:tt)*] [$($fg:tt)*] $fp:tt -> [$($fo:tt)*] where [$($fw:tt)*] $fb:tt
            as [$($fs:tt)*] $fa:tt
        impl [$($il:tt)*] [$($ig:tt)*] [$($of:tt)*] where [$($iw:tt)*]
        method [$($ml:tt)*] [$($mg:tt)*] $mp:tt -> [$($mo:tt)*] where [$($mw:tt)*] $mb:tt
            as [$($ms:tt)*] [$($this:tt)*] $ma:tt
        sends [$($sent:expr),* $(,)?]
    ) => {
        #[allow(dead_code, reason = "not every column uses all that stands beside the row")]
        #[allow(
            clippy::assign_op_pattern,
            clippy::clone_on_copy,
            clippy::cloned_instead_of_copied,
            clippy::op_ref,
            reason = "the oracle knows what the generics stand for"
        )]
        #[allow(clippy::while_let_on_iterator, reason = "a named type needs to be told the items")]
        mod $input {
            use super::*;

            fn receives<M: $($receives)*>(unprimed: Unprimed<M>) -> Unprimed<M> {
                unprimed
            }

            mod function {
                use super::*;
                use coroutine_runtime::{consumer, recv};
                $($types)*

                #[consumer($($attribute)*)]
                fn inferred<$($fl)* $($fg)*> $fp -> $($fo)* where $($fw)* $fb

                #[consumer($($attribute)*, name = Named)]
                fn named<$($fl)* $($fg)*> $fp -> $($fo)* where $($fw)* $fb

                mod plain {
                    use super::*;
                    $($oracle)*
                    pub(super) fn oracle<$($fl)*> $fp -> $($fo)* {
                        use tests::blocking_recv as recv;
                        $fb
                    }
                }

                #[test]
                fn inferred_type() {
                    same!(receives(inferred $fa), plain::oracle $fa, [$($sent),*]);
                }

                #[test]
                fn named_type() {
                    let make = || -> Unprimed<Named $($fs)*> { named $fa };
                    same!(receives(make()), plain::oracle $fa, [$($sent),*]);
                }
            }

            mod method {
                use super::*;
                use coroutine_runtime::{consumer, recv};
                $($types)*

                impl<$($il)* $($ig)*> $($of)* where $($iw)* {
                    #[consumer($($attribute)*)]
                    fn inferred<$($ml)* $($mg)*> $mp -> $($mo)* where $($mw)* $mb
                }

                #[consumer]
                impl<$($il)* $($ig)*> $($of)* where $($iw)* {
                    #[consumer($($attribute)*, name = Named)]
                    fn named<$($ml)* $($mg)*> $mp -> $($mo)* where $($mw)* $mb
                }

                mod plain {
                    use super::*;
                    $($oracle)*
                    impl<$($il)*> $($of)* {
                        pub(super) fn oracle<$($ml)*> $mp -> $($mo)* {
                            use tests::blocking_recv as recv;
                            $mb
                        }
                    }
                }

                #[test]
                fn inferred_type() {
                    same!(receives($($this)*.inferred $ma), $($this)*.oracle $ma, [$($sent),*]);
                }

                #[test]
                fn named_type() {
                    let make = || -> Unprimed<Named $($ms)*> { $($this)*.named $ma };
                    same!(receives(make()), $($this)*.oracle $ma, [$($sent),*]);
                }
            }

            mod in_a_function {
                use super::*;

                #[test]
                fn inferred_type() {
                    $($types)*
                    use coroutine_runtime::{consumer, recv};
                    #[consumer($($attribute)*)]
                    fn inferred<$($fl)* $($fg)*> $fp -> $($fo)* where $($fw)* $fb
                    {
                        use tests::blocking_recv as recv;
                        $($oracle)*
                        fn oracle<$($fl)*> $fp -> $($fo)* $fb
                        same!(receives(inferred $fa), oracle $fa, [$($sent),*]);
                    }
                }

                #[test]
                fn named_type() {
                    $($types)*
                    use coroutine_runtime::{consumer, recv};
                    #[consumer($($attribute)*, name = Named)]
                    fn named<$($fl)* $($fg)*> $fp -> $($fo)* where $($fw)* $fb
                    {
                        use tests::blocking_recv as recv;
                        $($oracle)*
                        fn oracle<$($fl)*> $fp -> $($fo)* $fb
                        let make = || -> Unprimed<Named $($fs)*> { named $fa };
                        same!(receives(make()), oracle $fa, [$($sent),*]);
                    }
                }
            }
        }
    };
}

/// The consumer does what the oracle does, at every length of the inputs, closed and dropped; with all of them it completes,
/// and not before the third.
macro_rules! same {
    ($consumer:expr, $oracle:expr, [$($sent:expr),*]) => {
        let count = [$(stringify!($sent)),*].len();
        assert!(count > 2);
        for upto in 0..=count {
            for schedule in [Schedule::close, Schedule::drop] {
                let trace = Run::compare(
                    || $consumer,
                    || $oracle,
                    || schedule([$($sent),*].into_iter().take(upto).collect::<Vec<_>>()),
                );
                let completes = trace.iter().any(|line| line.starts_with("send: Complete"));
                assert!(if completes { upto > 2 } else { upto < count }, "{trace:?}");
            }
        }
    };
}
