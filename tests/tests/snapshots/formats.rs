//! A format that does not tell types apart: the snapshot says of what type each local is.

use coroutine_runtime::{Machine, Primed, Restore, Save, Unprimed, consumer, recv};

mod narrow {
    use super::*;
    #[consumer(u8, derive(Serialize, Deserialize))]
    pub(super) fn add(count: u8) -> u64 {
        let more = recv!();
        u64::from(count) + u64::from(more)
    }
}

mod wide {
    use super::*;
    #[consumer(u8, derive(Serialize, Deserialize))]
    pub(super) fn add(count: u64) -> u64 {
        let more = recv!();
        count + u64::from(more)
    }
}

fn message_pack<M: Machine + Save>(consumer: &Primed<M>) -> Vec<u8> {
    rmp_serde::to_vec(consumer).expect("written")
}

fn refused<'de, M: Restore<'de>>(consumer: Unprimed<M>, snapshot: &'de [u8]) -> String {
    match consumer.restore(&mut rmp_serde::Deserializer::from_read_ref(snapshot)) {
        Ok(primed) => panic!("resumed at {}", primed.state()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn another_type_is_refused() {
    let narrow = narrow::add(7).prime();
    assert_eq!(
        refused(wide::add(0), &message_pack(&narrow)),
        "`add` at `More`: the local `count` is of type `u64`, and in the snapshot of type `u8`"
    );
    // Where a value says what it is, it is what counts.
    assert!(super::restored(wide::add(0), &super::json(&narrow)).is_ok());

    let compact = postcard::to_allocvec(&narrow).expect("written");
    let read = wide::add(0).restore(&mut postcard::Deserializer::from_bytes(&compact));
    assert!(read.is_err());
    let read = narrow::add(0).restore(&mut postcard::Deserializer::from_bytes(&compact));
    assert!(read.is_ok());
}

#[test]
fn cut_short_or_changed() {
    let snapshot = message_pack(&narrow::add(7).prime());
    for length in 0..snapshot.len() {
        refused(narrow::add(0), &snapshot[..length]);
    }
    let compact = postcard::to_allocvec(&narrow::add(7).prime()).expect("written");
    for length in 0..compact.len() {
        let mut reader = postcard::Deserializer::from_bytes(&compact[..length]);
        assert!(narrow::add(0).restore(&mut reader).is_err());
    }
    for at in 0..compact.len() {
        for bit in 0..8 {
            let mut changed = compact.clone();
            changed[at] ^= 1 << bit;
            let mut reader = postcard::Deserializer::from_bytes(&changed);
            if narrow::add(0).restore(&mut reader).is_ok() {
                assert_eq!(at, compact.len() - 1, "only the value may be another");
            }
        }
    }
}

#[test]
fn a_type_has_to_be_said() {
    let without = rmp_serde::to_vec(&serde_json::json!({"More": {"count": 7}})).expect("written");
    assert_eq!(
        refused(narrow::add(0), &without),
        "`add` at `More`: the local `count` comes without its type"
    );
}
