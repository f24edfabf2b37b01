//! `broadcast`.

use std::cell::Cell;
use std::rc::Rc;

use coroutine_runtime::pipeline::{broadcast, filter, fold, for_each, map, try_fold};
use coroutine_runtime::{Consumer, CoroutineState, SendError, consumer, on_close, recv};

use crate::consumers::{at_once, nth, say, send_lines};
use crate::support::{Log, panic_of};

/// Counts how often it is cloned.
struct Counted(Rc<Cell<u32>>, bool);

impl Clone for Counted {
    fn clone(&self) -> Self {
        self.0.set(self.0.get() + 1);
        Self(self.0.clone(), true)
    }
}

#[test]
fn the_last_gets_the_input_itself() {
    let clones = Rc::new(Cell::new(0));
    let mut seen = [Vec::new(), Vec::new(), Vec::new()];
    let mut all =
        broadcast(seen.each_mut().map(|seen| for_each(|input: Counted| seen.push(input.1))));
    all.send(Counted(clones.clone(), false));
    all.send(Counted(clones.clone(), false));
    assert_eq!(clones.get(), 4);
    assert_eq!(all.close(), Some(vec![Some(()); 3]));
    assert_eq!(seen, [[true, true], [true, true], [false, false]]);
}

#[test]
fn those_that_complete_drop_out_until_the_last_has() {
    let log = Log::default();
    let mut all = broadcast([2, 1, 3].map(|n| nth(n, log.clone()).prime()));
    assert_eq!(all.send("x"), CoroutineState::Yielded(()));
    assert_eq!(log.take(), ["1 completes"]);
    assert_eq!(all.send("x"), CoroutineState::Yielded(()));
    assert_eq!(log.take(), ["2 completes"]);
    assert_eq!(all.send("x"), CoroutineState::Complete(vec![Some(2), Some(1), Some(3)]));
    assert_eq!(log.take(), ["3 completes"]);
    assert_eq!(all.try_send("x"), Err(SendError("x")));
    assert_eq!(all.close(), None);
}

#[test]
fn outputs_of_those_that_completed_are_kept_until_it_is_closed() {
    let log = Log::default();
    let mut all = broadcast([2, 1, 3].map(|n| nth(n, log.clone()).prime()));
    all.send("x");
    assert_eq!(all.close(), Some(vec![None, Some(1), None]));
    assert_eq!(log.take(), ["1 completes", "2 closed", "3 closed"]);
}

#[test]
fn a_target_that_has_dropped_out_is_sent_no_clone() {
    let clones = Rc::new(Cell::new(0));
    let mut calls = 0;
    let sinks = [1, 3, 2].map(|n| {
        try_fold(
            0,
            move |count: u32, _: Counted| if count + 1 < n { Ok(count + 1) } else { Err(n) },
        )
    });
    let mut all = broadcast(sinks);
    for expected in [2, 3, 3] {
        calls += 1;
        let sent = all.send(Counted(clones.clone(), false));
        assert_eq!(clones.get(), expected);
        assert_eq!(sent == CoroutineState::Yielded(()), calls < 3);
    }
}

#[test]
fn dropping_closes_all_in_order() {
    let log = Log::default();
    let mut all = broadcast([2, 1, 3].map(|n| nth(n, log.clone()).prime()));
    all.send("x");
    drop(all);
    assert_eq!(log.take(), ["1 completes", "2 closed", "3 closed"]);
}

#[test]
fn closing_closes_those_that_are_left_in_order() {
    let log = Log::default();
    let mut all = broadcast(["a", "b"].map(|name| say(name, log.clone()).prime()));
    assert_eq!(send_lines("1\n2", &mut all), None);
    assert_eq!(log.take(), ["a: 1", "b: 1", "a: 2", "b: 2"]);
    assert_eq!(all.close(), Some(vec![Some(2), Some(2)]));
    assert_eq!(log.take(), ["a closed", "dropped", "b closed", "dropped"]);
    assert_eq!(all.close(), None);
    assert_eq!(all.try_send("3"), Err(SendError("3")));
    assert_eq!(panic_of(|| all.send("3")).message, "sent to `broadcast`, which has finished");
}

#[test]
fn targets_of_several_types_are_boxed() {
    type Lines = Box<dyn for<'a> Consumer<&'a str, Reply = (), Output = usize>>;

    let log = Log::default();
    let targets: [Lines; 3] = [
        Box::new(say("a", log.clone()).prime()),
        Box::new(map(str::trim, fold(0, |sum: usize, line: &str| sum + line.len()))),
        Box::new(broadcast_one(nth(1, log.clone()).prime())),
    ];
    let mut all = filter(|line: &&str| *line != "no", broadcast(targets));
    assert_eq!(send_lines(" 1\nno\n2 ", &mut all), None);
    assert_eq!(log.take(), ["a:  1", "1 completes", "a: 2 "]);
    assert_eq!(all.close(), Some(vec![Some(2), Some(2), Some(1)]));
}

/// A stage of one's own around one from here.
fn broadcast_one<C>(target: C) -> impl for<'a> Consumer<&'a str, Reply = (), Output = usize>
where
    C: for<'a> Consumer<&'a str, Reply = (), Output = usize>,
{
    #[consumer(&str)]
    fn first<C>(target: C) -> usize
    where
        C: for<'a> Consumer<&'a str, Reply = (), Output = usize>,
    {
        let mut all = broadcast([target]);
        loop {
            if let CoroutineState::Complete(mut outputs) = all.send(recv!()) {
                return outputs.remove(0).unwrap_or(0);
            }
        }
    }

    first(target).prime()
}

#[test]
fn a_target_that_returned_while_primed_keeps_its_output() {
    let mut all = broadcast([0, 7, 0].map(|output| at_once(output).prime()));
    let complete = CoroutineState::Complete(vec![Some(3), Some(7), Some(3)]);
    assert_eq!(all.send("abc"), complete);

    let mut all = broadcast([5, 7].map(|output| at_once(output).prime()));
    assert_eq!(all.try_send("abc"), Err(SendError("abc")));
    let panic = panic_of(|| all.send("abc"));
    assert_eq!(panic.message, "sent to `broadcast`, whose target has finished");
    assert_eq!(all.close(), Some(vec![Some(5), Some(7)]));
}

#[test]
fn without_targets_there_is_nobody_to_send_to() {
    let mut none = broadcast([(); 0].map(|()| fold(0, u32::max)));
    assert!(none.is_finished());
    assert_eq!(none.try_send(1), Err(SendError(1)));
    assert_eq!(none.close(), Some(vec![]));
}

#[test]
fn a_target_that_panics_closes_the_others() {
    let log = Log::default();
    let mut all = broadcast(["a", "b"].map(|name| say(name, log.clone()).prime()));
    assert!(panic_of(|| all.send("panic")).message.contains("told to"));
    assert_eq!(log.take(), ["dropped", "b closed", "dropped"]);
    assert_eq!(all.try_send("1"), Err(SendError("1")));
}

#[test]
fn a_target_whose_closing_panics_closes_the_others() {
    let log = Log::default();
    let end = |name: &'static str, log: &Log| unlucky(name, log.clone()).prime();
    let mut all = broadcast(["a", "unlucky", "b"].map(|name| end(name, &log)));
    all.send("1");
    assert!(panic_of(|| all.close()).message.contains("cannot close"));
    assert_eq!(log.take(), ["a closed", "unlucky closed", "b closed"]);
    assert_eq!(all.close(), None);
}

#[consumer(&str)]
fn unlucky(name: &'static str, log: Log) -> usize {
    loop {
        recv!();
    }
    on_close! {
        log.say(format!("{name} closed"));
        assert_ne!(name, "unlucky", "cannot close");
        0
    }
}

#[test]
fn shows_its_targets() {
    let mut all = broadcast([0, 7].map(|output| at_once(output).prime()));
    let waiting = r#"Waiting(Primed { consumer: "at_once", state: "Recv1" })"#;
    let done = r#"Waiting(Primed { consumer: "at_once", state: "Done" })"#;
    assert_eq!(format!("{all:?}"), format!("Broadcast {{ targets: [{waiting}, {done}], .. }}"));
    all.send("");
    assert_eq!(format!("{all:?}"), r#"Broadcast { state: "Done" }"#);
}
