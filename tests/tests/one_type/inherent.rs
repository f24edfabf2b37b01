//! `methods!`: the methods of an `impl` block that is marked `#[consumer]`, and of one that is not.

/// Defines two modules with one type and its methods, which all wait for the same input and take `self`.
///
/// ```text
/// methods! {
///     mod sums: u8 { pub(crate) struct Sum(pub(crate) u8); }
///     impl Sum {
///         #[consumer(u8)]
///         fn sum(self) -> usize { … }
///     }
/// }
/// ```
macro_rules! methods {
    (
        mod $module:ident: $input:ty { $($items:item)* }
        impl $type:ident {
            $(
                #[consumer($($attribute:tt)*)]
                fn $name:ident($($parameters:tt)*) -> $output:ident { $($body:tt)* }
            )*
        }
    ) => {
        mod $module {
            pub(super) mod consumers {
                use super::super::*;
                use coroutine_runtime::recv;

                $($items)*

                #[coroutine_runtime::consumer]
                impl $type {
                    $(
                        #[consumer($($attribute)*)]
                        pub(crate) fn $name($($parameters)*) -> $output { $($body)* }
                    )*
                }
            }

            pub(super) mod plain {
                use super::super::*;
                use tests::blocking_recv as recv;

                type OracleInput = $input;

                $($items)*

                impl $type {
                    $(pub(crate) fn $name($($parameters)*) -> $output { $($body)* })*
                }
            }
        }
    };
}
pub(crate) use methods;

/// `call!(module::Type(arguments).method(), [inputs])`: as `run!`.
macro_rules! call {
    ($module:ident::$type:ident($($field:expr),*).$method:ident(), [$($input:expr),*]) => {{
        for is_closed in [false, true] {
            let trace = tests::Run::compare(
                || $module::consumers::$type($($field),*).$method(),
                || $module::plain::$type($($field),*).$method(),
                || match is_closed {
                    false => tests::Schedule::drop([$($input),*]),
                    true => tests::Schedule::close([$($input),*]),
                },
            );
            assert!(trace.iter().any(|line| line.starts_with("prime: Yielded")), "{trace:?}");
        }
    }};
}
pub(crate) use call;
