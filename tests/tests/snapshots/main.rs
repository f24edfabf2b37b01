//! Snapshots: a consumer that waits is written down, and goes on elsewhere.
#![deny(warnings)]
#![forbid(unsafe_code)]

/// The source before and behind an edit.
macro_rules! edit {
    ($name:ident, { $($before:tt)* } => { $($behind:tt)* }) => {
        mod $name {
            pub(super) mod before {
                #[allow(unused_imports)]
                use super::super::*;
                $($before)*
            }
            pub(super) mod behind {
                #[allow(unused_imports)]
                use super::super::*;
                $($behind)*
            }
        }
    };
}

mod bad_input;
mod borrowed;
mod by_hand;
mod edited_locals;
mod edited_places;
mod every_prefix;
mod formats;
mod forms;
mod names;

use coroutine_runtime::{Primed, Restore, Save, Unprimed};

/// What is said of a place or locals whose names say too little.
const CHANGED: &str = "the source has changed since the snapshot was made, and the name could mean \
    another place or other locals now; a wait with a binding of its own, as in `let line = recv!()`, and \
    with no unnamed locals beside it, such as the iterator of a `for`, survives changes";

/// The snapshot, for people.
fn json<M: Save + coroutine_runtime::Machine>(consumer: &Primed<M>) -> String {
    serde_json::to_string(consumer).expect("a consumer that can be written")
}

/// The consumer that a snapshot is of, or what is said of it.
fn restored<'de, M: Restore<'de>>(
    consumer: Unprimed<M>,
    snapshot: &'de str,
) -> Result<Primed<M>, String> {
    let mut snapshot = serde_json::Deserializer::from_str(snapshot);
    consumer.restore(&mut snapshot).map_err(|error| error.to_string())
}

/// What is said of a snapshot that is refused.
#[track_caller]
fn refused<'de, M: Restore<'de>>(consumer: Unprimed<M>, snapshot: &'de str) -> String {
    match restored(consumer, snapshot) {
        Ok(primed) => panic!("resumed at {}", primed.state()),
        Err(error) => error,
    }
}
