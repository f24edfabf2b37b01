//! A snapshot meets a source with other locals.

use super::{CHANGED, json, refused, restored};
use coroutine_runtime::CoroutineState::Complete;
use coroutine_runtime::{consumer, recv};

edit!(iterators, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn twice() -> u32 {
        let mut sum = 0;
        for _ in 0..2 {
            let next = recv!();
            sum += next;
        }
        sum
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn twice() -> u32 {
        let mut sum = 0;
        for _ in 0..3 {
            let next = recv!();
            sum += next;
        }
        sum
    }
});

#[test]
fn an_iterator_has_no_name_of_its_own() {
    use iterators::{before, behind};
    let mut consumer = before::twice().prime();
    consumer.send(3);
    let snapshot = json(&consumer);
    assert!(snapshot.starts_with(r#"{"Next of "#), "{snapshot}");
    assert!(snapshot.ends_with(r#":{"sum":3,"iter":{"start":2,"end":2}}}"#), "{snapshot}");
    assert_eq!(restored(before::twice(), &snapshot).unwrap().send(4), Complete(7));
    assert!(refused(behind::twice(), &snapshot).contains(CHANGED));
}

edit!(locals, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn keeps(count: u32) -> u32 {
        let next = recv!();
        count + next
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn renamed(number: u32) -> u32 {
        let next = recv!();
        number + next
    }
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn added(count: u32) -> u32 {
        let limit = count * 2;
        let next = recv!();
        (count + next).min(limit)
    }
    #[consumer(u32, derive(Serialize, Deserialize))]
    #[allow(unused_variables, reason = "its use is what the edit has removed")]
    pub fn removed(count: u32) -> u32 {
        let next = recv!();
        next
    }
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn retyped(count: String) -> usize {
        let next = recv!();
        count.len() + next as usize
    }
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn widened(count: u64) -> u64 {
        let next = recv!();
        count + u64::from(next)
    }
});

#[test]
fn edited_locals() {
    use locals::{before, behind};
    let snapshot = json(&before::keeps(7).prime());
    assert_eq!(
        refused(behind::renamed(0), &snapshot),
        "`renamed` at `Next`: there is no local `count`, only `number` at line 1 column 16"
    );
    assert_eq!(
        refused(behind::added(0), &snapshot),
        "`added` at `Next`: the local `limit` is missing at line 1 column 19"
    );
    assert_eq!(
        refused(behind::removed(0), &snapshot),
        "`removed` at `Next`: there is no local `count` at line 1 column 16"
    );
    assert_eq!(
        refused(behind::retyped(String::new()), &snapshot),
        "`retyped` at `Next`: the local `count`: invalid type: integer `7`, expected a string \
         at line 1 column 18"
    );
    // The value is one of the new type too.
    assert_eq!(restored(behind::widened(0), &snapshot).unwrap().send(1), Complete(8));
}

edit!(shadowed, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn sums(count: u32) -> u32 {
        let result = {
            let count = count.to_string();
            let next = recv!();
            next + u32::from(count == "12")
        };
        result + count
    }
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn hidden(count: u32) -> u32 {
        let result = {
            let count = 7;
            let _ = count;
            let next = recv!();
            next
        };
        result + count
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    #[allow(unused_variables, reason = "its use is what the edit has removed")]
    pub fn hidden(count: u32) -> u32 {
        let result = {
            let count = 7;
            let next = recv!();
            next + count
        };
        result
    }
});

#[test]
fn a_local_that_another_hides_has_no_name_of_its_own() {
    use shadowed::{before, behind};
    let snapshot = json(&before::sums(12).prime());
    assert!(snapshot.starts_with(r#"{"Next of "#), "{snapshot}");
    assert!(snapshot.ends_with(r#":{"count":12,"count2":"12"}}"#), "{snapshot}");
    assert_eq!(restored(before::sums(0), &snapshot).unwrap().send(1), Complete(1 + 1 + 12));
    // The outer `count` alone is kept; what the edited source calls so is the inner one.
    let snapshot = json(&before::hidden(12).prime());
    assert!(snapshot.ends_with(r#":{"count":12}}"#), "{snapshot}");
    assert!(refused(behind::hidden(0), &snapshot).contains(CHANGED));
    assert_eq!(json(&behind::hidden(0).prime()), r#"{"Next":{"count":7}}"#);
}
