//! Names of the user's that are like those of the expansion, or hide what it uses, change nothing.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![allow(
    non_camel_case_types,
    non_upper_case_globals,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic,
    reason = "the bodies show names as their users might choose them"
)]

/// What `both!` makes of a function, which keeps its name.
macro_rules! named {
    ($module:ident: #[consumer($($attribute:tt)*)] fn $function:ident $($rest:tt)*) => {
        mod $module {
            use super::*;
            use ::coroutine_runtime::recv;
            #[::coroutine_runtime::consumer($($attribute)*)]
            pub fn $function $($rest)*
            pub use self::$function as consumer;

            pub mod plain {
                use super::super::*;
                use ::tests::blocking_recv as recv;
                ::tests::oracle_types!($($attribute)*);
                pub fn $function $($rest)*
                pub use self::$function as oracle;
            }
        }
    };
}

mod constants;
mod function_names;
mod functions;
mod generics;
mod items;
mod locals;
mod macros;
mod methods;
mod no_prelude;
mod prelude;
mod snapshots;
