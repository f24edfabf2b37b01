//! Stages and sinks to build pipelines of.

#[cfg(feature = "alloc")]
mod broadcast;
mod filter;
mod fold;
mod for_each;
mod map;
mod stage;
mod try_fold;
mod try_for_each;
mod try_result;

#[cfg(feature = "alloc")]
pub use self::broadcast::{Broadcast, broadcast};
pub use self::filter::{Filter, filter};
pub use self::fold::{Fold, fold};
pub use self::for_each::{ForEach, for_each};
pub use self::map::{Map, map};
pub use self::try_fold::{TryFold, try_fold};
pub use self::try_for_each::{TryForEach, try_for_each};
pub use self::try_result::Try;
