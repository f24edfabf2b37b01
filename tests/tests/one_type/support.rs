//! What the bodies use.

use std::any::type_name;

/// The type that a value has.
pub(crate) fn type_of<T: ?Sized>(_: &T) -> &'static str {
    type_name::<T>()
}

/// Two of one type.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pair<T> {
    pub(crate) a: T,
    pub(crate) b: T,
}

pub(crate) fn one(n: u8) -> u8 {
    n + 1
}

pub(crate) fn two(n: u8) -> u8 {
    n + 2
}

/// As `both!`, of an input or a reply with a lifetime that is not the first thing in it: says what the oracle has for them.
macro_rules! both_lend {
    ([$input:ty, $reply:ty] #[consumer($($attribute:tt)*)] fn $name:ident $($rest:tt)*) => {
        mod $name {
            #[allow(unused_imports, reason = "not each body names something")]
            use super::*;
            use coroutine_runtime::recv;

            #[coroutine_runtime::consumer($($attribute)*)]
            pub(super) fn consumer $($rest)*

            pub(super) mod plain {
                #[allow(unused_imports, reason = "not each body names something")]
                use super::super::*;
                use tests::blocking_recv as recv;

                type OracleInput = $input;
                #[allow(dead_code, reason = "of those that reply")]
                type OracleReply = $reply;

                pub(in super::super) fn oracle $($rest)*
            }
        }
    };
}
pub(crate) use both_lend;
