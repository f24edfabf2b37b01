//! Code that takes any consumer.

use coroutine_runtime::{Consumer, CoroutineState, SendError};

use crate::machines::{at_once, grep, total};
use crate::support::{Log, Token, panic_of};

fn send_lines<C>(lines: &str, mut to: C) -> Option<()>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = ()>,
{
    for line in lines.lines().map(str::to_owned) {
        to.send(&line);
    }
    to.close()
}

#[test]
fn a_stage_takes_a_consumer_or_a_reference_to_one() {
    let log = Log::default();
    let mut g = grep("a", log.clone()).prime();
    assert_eq!(send_lines("a\nb", &mut g), Some(()));
    assert_eq!(log.take(), ["looking for a", "a", "exiting"]);
    assert_eq!(g.try_send("a"), Err(SendError("a")));
    drop(g);
    assert_eq!(log.take(), [""; 0]);

    assert_eq!(send_lines("ab", grep("b", log.clone()).prime()), Some(()));
    assert_eq!(log.take(), ["looking for b", "ab", "exiting"]);
}

#[test]
fn objects() {
    let log = Log::default();
    let mut g = grep("a", log.clone()).prime();
    let object: &mut dyn for<'a> Consumer<&'a str, Reply = (), Output = ()> = &mut g;
    assert_eq!(send_lines("a\nb", object), Some(()));
    assert_eq!(log.take(), ["looking for a", "a", "exiting"]);
}

#[cfg(feature = "alloc")]
#[test]
fn boxes() {
    type Stage = Box<dyn for<'a> Consumer<&'a str, Reply = (), Output = ()>>;

    let log = Log::default();
    let mut stages: Vec<Stage> =
        vec![Box::new(grep("a", log.clone()).prime()), Box::new(grep("b", log.clone()).prime())];
    for stage in &mut stages {
        stage.send("ab");
        assert!(!stage.is_finished());
    }
    assert_eq!(log.take(), ["looking for a", "looking for b", "ab", "ab"]);

    assert_eq!(send_lines("a", stages.remove(0)), Some(()));
    assert_eq!(log.take(), ["a", "exiting"]);
    drop(stages);
    assert_eq!(log.take(), ["exiting"]);
}

#[test]
fn closing_a_consumer_that_is_kept_gives_its_output_once() {
    let mut sum = total(Token(Log::default()), |sum| sum + 1).prime();
    sum.send(1);
    assert_eq!(Consumer::close(&mut sum), Some(2));
    assert_eq!(Consumer::close(&mut sum), None);
    assert!(Consumer::is_finished(&sum));

    let mut done = at_once(Token(Log::default()), Some(7)).prime();
    assert_eq!(Consumer::close(&mut done), Some(7));
    assert_eq!(Consumer::close(&mut done), None);
}

#[test]
fn a_send_after_the_end_panics_where_a_stage_called_it() {
    fn send_one<C: Consumer<u32>>(mut to: C) -> (C, u32) {
        to.send(0);
        (to, line!() - 1)
    }

    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    let (_, line) = send_one(&mut sum);
    let panic = panic_of(|| drop(send_one(&mut sum)));
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

#[test]
fn trait_methods_do_as_those_of_the_consumer() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    assert_eq!(Consumer::send(&mut sum, 1), CoroutineState::Yielded(()));
    assert_eq!(Consumer::try_send(&mut sum, 0), Ok(CoroutineState::Complete(1)));
    assert_eq!(Consumer::try_send(&mut sum, 2), Err(SendError(2)));
}
