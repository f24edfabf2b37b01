//! A snapshot meets an edited source: it goes on at a place whose name still means the same, and is refused otherwise.

use super::{CHANGED, json, refused, restored};
use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{consumer, on_close, recv};

edit!(code_around, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn sum(start: u32) -> u32 {
        let first = recv!();
        let second = recv!();
        start + first + second
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn sum(start: u32) -> u32 {
        let zeroth = recv!();
        for round in 0..zeroth {
            let start = round + recv!();
            let _ = start;
        }
        let first = recv!() + 1;
        if first > 100 {
            return 0;
        }
        let second = recv!() * 10;
        start + first + second
    }
});

#[test]
fn a_named_place_survives_code_around_it_and_waits_before_it() {
    use code_around::{before, behind};
    let mut consumer = before::sum(1).prime();
    let mut read = restored(behind::sum(0), &json(&consumer)).unwrap();
    assert_eq!(read.state(), "First");
    consumer.send(5);
    let snapshot = json(&consumer);
    assert_eq!(snapshot, r#"{"Second":{"start":1,"first":5}}"#);
    let mut edited = restored(behind::sum(0), &snapshot).unwrap();
    assert_eq!(edited.send(7), Complete(1 + 5 + 70));
    assert_eq!(read.send(5), Yielded(()));
    assert_eq!(read.send(7), Complete(1 + 6 + 70));
}

edit!(swapped, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn login() -> (u32, u32) {
        let user = recv!();
        let password = recv!();
        (user, password)
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn login() -> (u32, u32) {
        let password = recv!();
        let user = recv!();
        (user, password)
    }
});

#[test]
fn swapped_waits_need_other_locals() {
    use swapped::{before, behind};
    let mut consumer = before::login().prime();
    assert_eq!(
        refused(behind::login(), &json(&consumer)),
        "`login` at `User`: the local `password` is missing at line 1 column 10"
    );
    consumer.send(1);
    assert_eq!(
        refused(behind::login(), &json(&consumer)),
        "`login` at `Password`: there is no local `user` at line 1 column 19"
    );
}

edit!(reordered, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn turns() -> u32 {
        let mut all = 0;
        loop {
            let left = recv!();
            all += left;
            let right = recv!();
            all -= right;
        }
        on_close! { all }
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn turns() -> u32 {
        let mut all = 0;
        loop {
            let right = recv!();
            all -= right;
            let left = recv!();
            all += left;
        }
        on_close! { all }
    }
});

#[test]
fn reordered_waits_keep_their_names() {
    use reordered::{before, behind};
    let mut consumer = before::turns().prime();
    consumer.send(10);
    let mut edited = restored(behind::turns(), &json(&consumer)).unwrap();
    assert_eq!(edited.state(), "Right");
    edited.send(3);
    assert_eq!(edited.state(), "Left");
    assert_eq!(edited.close(), Some(7));
}

edit!(numbered, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn pair() -> (u32, u32) {
        (recv!(), recv!())
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn pair() -> (u32, u32) {
        (recv!() + 1, recv!())
    }
});

#[test]
fn a_numbered_place_is_of_one_source() {
    use numbered::{before, behind};
    let consumer = before::pair().prime();
    let snapshot = json(&consumer);
    assert!(snapshot.starts_with(r#"{"Recv1 of "#), "{snapshot}");
    assert!(restored(before::pair(), &snapshot).is_ok());
    assert_eq!(
        refused(behind::pair(), &snapshot),
        format!("`pair` at `Recv1`: {CHANGED} at line 1 column 20")
    );
}

edit!(only_the_looks, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn pair() -> (u32, u32) {
        (recv!(), recv!())
    }
} => {
    /// Receives two.
    #[must_use]
    #[consumer(u32, reply = (), derive(Clone, Serialize, Deserialize))]
    pub(crate) fn pair() -> (u32, u32) {
        // One,
        ( recv! (),
          /* two */ recv!( ) )
    }
});

#[test]
fn comments_and_layout_are_no_part_of_the_source() {
    use only_the_looks::{before, behind};
    let mut consumer = before::pair().prime();
    consumer.send(1);
    let mut edited = restored(behind::pair(), &json(&consumer)).unwrap();
    assert_eq!(edited.send(2), Complete((1, 2)));
}

edit!(another_of_that_name, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn lines() {
        let line = recv!();
        let _ = line;
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn lines() {
        let line = recv!();
        let _ = line;
        let line = recv!();
        let _ = line;
    }
});

#[test]
fn a_name_that_two_waits_share_says_too_little() {
    use another_of_that_name::{before, behind};
    let one = json(&before::lines().prime());
    assert_eq!(one, r#"{"Line":{}}"#);
    assert_eq!(
        refused(behind::lines(), &one),
        format!("`lines` at `Line`: {CHANGED} at line 1 column 7")
    );
    let first_of_two = json(&behind::lines().prime());
    assert!(refused(before::lines(), &first_of_two).contains(CHANGED));
    assert!(restored(behind::lines(), &first_of_two).is_ok());
}

edit!(gone, {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn steps() {
        let first = recv!();
        let second = recv!();
        let _ = first + second;
    }
} => {
    #[consumer(u32, derive(Serialize, Deserialize))]
    pub fn steps() {
        let second = recv!();
        let _ = second;
    }
});

#[test]
fn a_place_that_is_gone() {
    use gone::{before, behind};
    let mut consumer = before::steps().prime();
    assert_eq!(
        refused(behind::steps(), &json(&consumer)),
        "`steps` has no place `First` to wait at, only `Second` at line 1 column 8"
    );
    consumer.send(1);
    assert_eq!(
        refused(behind::steps(), &json(&consumer)),
        "`steps` at `Second`: there is no local `first` at line 1 column 18"
    );
    consumer.send(1);
    assert!(restored(behind::steps(), &json(&consumer)).unwrap().is_finished());
}
