//! One text, two meanings.

/// Defines a module with the consumer and the oracle of one body.
///
/// ```text
/// both! {
///     #[consumer(u8, reply = u32)]
///     fn sum(start: u32) -> u32 { … }
/// }
/// ```
#[macro_export]
macro_rules! both {
    (#[consumer($($attribute:tt)*)] fn $name:ident $($rest:tt)*) => {
        pub(crate) mod $name {
            use super::*;
            #[allow(unused_imports)]
            use coroutine_runtime::delegate;
            use coroutine_runtime::recv;
            #[coroutine_runtime::consumer($($attribute)*)]
            pub fn consumer $($rest)*

            pub mod plain {
                use super::super::*;
                #[allow(unused_imports)]
                use $crate::blocking_delegate as delegate;
                use $crate::blocking_recv as recv;
                $crate::oracle_types!($($attribute)*);
                pub fn oracle $($rest)*
            }
        }
    };
}

/// `OracleInput` and `OracleReply`.
#[doc(hidden)]
#[macro_export]
macro_rules! oracle_types {
    (&$input:ty $(, $($options:tt)*)?) => { $crate::oracle_types!(@ (&'static $input) $($($options)*)?); };
    ($input:ty $(, $($options:tt)*)?) => { $crate::oracle_types!(@ ($input) $($($options)*)?); };
    (@ ($input:ty)) => { type OracleInput = $input; };
    (@ ($input:ty) reply = $reply:ty $(, $($options:tt)*)?) => {
        type OracleReply = $reply;
        $crate::oracle_types!(@ ($input) $($($options)*)?);
    };
    (@ ($input:ty) name = $name:ident $(, $($options:tt)*)?) => { $crate::oracle_types!(@ ($input) $($($options)*)?); };
    (@ ($input:ty) $option:ident $(($($argument:tt)*))? $(, $($options:tt)*)?) => {
        $crate::oracle_types!(@ ($input) $($($options)*)?);
    };
}

/// `run!(name(arguments), [inputs])`: asserts that the consumer and its oracle do the same, closed in the end and
/// dropped in the end, and that they wait at all; gives the trace. `[]; returns` at once: without waiting.
#[macro_export]
macro_rules! run {
    ($name:ident($($argument:expr),* $(,)?), [$($input:expr),* $(,)?]) => {{
        let trace = $crate::run!($name($($argument),*), [$($input),*]; at once);
        assert!(trace.iter().any(|line| line.starts_with("prime: Yielded")), "{trace:?}");
        trace
    }};
    ($name:ident($($argument:expr),* $(,)?), [$($input:expr),* $(,)?]; at once) => {{
        let _ = $crate::Run::compare(
            || $name::consumer($($argument),*),
            move || $name::plain::oracle($($argument),*),
            || $crate::Schedule::drop([$($input),*]),
        );
        $crate::Run::compare(
            || $name::consumer($($argument),*),
            move || $name::plain::oracle($($argument),*),
            || $crate::Schedule::close([$($input),*]),
        )
    }};
}
