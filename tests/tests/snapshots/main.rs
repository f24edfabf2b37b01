//! Snapshots: a consumer that waits is written down, and goes on elsewhere.
#![deny(warnings)]
#![forbid(unsafe_code)]

mod bad_input;
mod borrowed;
mod by_hand;
mod edits;
mod every_prefix;
mod formats;
mod forms;
mod names;

use coroutine_runtime::{Primed, Restore, Save, Unprimed};

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
