//! `filter` and `map`.

use coroutine_runtime::pipeline::{filter, fold, for_each, map};
use coroutine_runtime::{Consumer, CoroutineState};

use crate::consumers::{say, second, send_lines};
use crate::support::Log;

type Lines<'t> = dyn for<'a> Consumer<&'a str, Reply = (), Output = usize> + 't;

#[test]
fn stages_and_consumers_in_one_chain() {
    let log = Log::default();
    let trimmed = map(str::trim, say("a", log.clone()).prime());
    let every_second = second(trimmed).prime();
    let mut chain = filter(|line: &&str| !line.starts_with('#'), every_second);
    assert_eq!(send_lines("1\n 2 \n# no\n3\n 4\n5", &mut chain), None);
    assert_eq!(log.take(), ["a: 2", "a: 4"]);
    assert_eq!(chain.close(), Some(Some(2)));
    assert_eq!(log.take(), ["a closed", "dropped"]);
}

#[test]
fn a_stage_completes_with_its_target() {
    let log = Log::default();
    let mut chain = filter(|_: &&str| true, map(str::trim, say("a", log.clone()).prime()));
    assert_eq!(chain.send("1"), CoroutineState::Yielded(()));
    assert_eq!(chain.send(" "), CoroutineState::Complete(1));
    assert!(chain.is_finished());
    assert_eq!(chain.close(), None);
    assert_eq!(log.take(), ["a: 1", "dropped"]);
}

#[test]
fn the_target_may_be_an_object_or_a_reference() {
    let log = Log::default();
    let mut sink = say("a", log.clone()).prime();
    let object: &mut Lines<'_> = &mut sink;
    let mut stage = filter(|line: &&str| line.len() > 1, object);
    let stage: &mut Lines<'_> = &mut stage;
    assert_eq!(send_lines("1\n22\n333", stage), None);
    assert_eq!(log.take(), ["a: 22", "a: 333"]);
    // Only borrowed, it goes on behind the stage.
    sink.send("4");
    assert_eq!(log.take(), ["a: 4"]);
    assert_eq!(map(str::trim, &mut sink).close(), Some(3));
    assert!(sink.is_finished());
    assert_eq!(log.take(), ["a closed", "dropped"]);
}

#[test]
fn functions_keep_what_they_capture() {
    let (mut asked, mut mapped) = (0, 0);
    let counted = |n: u32| {
        mapped += 1;
        u64::from(n)
    };
    let odd = |n: &u32| {
        asked += 1;
        n % 2 == 1
    };
    let mut chain = filter(odd, map(counted, fold(0, |sum: u64, n: u64| sum + n)));
    assert_eq!(chain.feed(&[1, 2, 3]), CoroutineState::Yielded(()));
    assert_eq!(chain.close(), Some(4));
    assert_eq!((asked, mapped), (3, 2));
}

#[test]
fn inputs_that_are_owned_are_moved_on() {
    let mut seen = Vec::new();
    let mut chain = filter(
        |line: &String| !line.is_empty(),
        map(String::into_bytes, for_each(|bytes: Vec<u8>| seen.push(bytes))),
    );
    for line in ["a", "", "b"] {
        chain.send(line.to_owned());
    }
    assert_eq!(chain.close(), Some(()));
    assert_eq!(seen, [b"a", b"b"]);
}

#[test]
fn a_clone_goes_on_by_itself() {
    let mut first = filter(|n: &u32| *n > 0, fold(0, |sum: u32, n: u32| sum + n));
    first.send(1);
    let mut second = first.clone();
    second.send(2);
    assert_eq!((first.close(), second.close()), (Some(1), Some(3)));
}

#[test]
fn shows_the_target() {
    let mut stage = filter(|_: &&str| true, map(str::trim, say("a", Log::default()).prime()));
    let shown =
        r#"Filter { target: Map { target: Primed { consumer: "say", state: "Line" }, .. }, .. }"#;
    assert_eq!(format!("{stage:?}"), shown);
    send_lines("", &mut stage);
    assert_eq!(format!("{stage:?}"), r#"Filter { state: "Done" }"#);
}
