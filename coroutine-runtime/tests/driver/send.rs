//! Priming and sending.

use coroutine_runtime::{CoroutineState, SendError};

use crate::machines::{at_once, countdown, grep, running_sum, total};
use crate::support::{Log, Token, panic_of};

#[test]
fn the_program_that_started_it() {
    let log = Log::default();
    let g = grep("Python", log.clone());
    assert_eq!(log.take(), [""; 0]);

    let mut g = g.prime();
    assert_eq!(log.take(), ["looking for Python"]);

    assert_eq!(g.send("Yeah, but no, but yeah, but no"), CoroutineState::Yielded(()));
    g.send("A series of tubes");
    assert_eq!(log.take(), [""; 0]);

    // The input may be a borrow that ends with its send, and coerces as an argument does.
    let line = String::from("Python generators rock!");
    g.send(&line);
    drop(line);
    assert_eq!(log.take(), ["Python generators rock!"]);

    assert_eq!(g.close(), Some(()));
    assert_eq!(log.take(), ["exiting"]);
}

#[test]
fn completes_with_the_value_of_the_body() {
    let log = Log::default();
    let mut sum = total(Token(log.clone()), |sum| sum).prime();
    assert_eq!(sum.send(1), CoroutineState::Yielded(()));
    assert_eq!(sum.send(2), CoroutineState::Yielded(()));
    assert!(!sum.is_finished());
    assert_eq!(sum.send(0), CoroutineState::Complete(3));
    assert!(sum.is_finished());
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(sum.close(), None);
}

#[test]
fn replies() {
    let (mut sum, reply) = running_sum().prime_with_reply();
    assert_eq!(reply, Some(0));
    assert_eq!(sum.send(1), CoroutineState::Yielded(1));
    assert_eq!(sum.send(2), CoroutineState::Yielded(3));
    assert_eq!(sum.try_send(3), Ok(CoroutineState::Yielded(6)));
}

#[test]
fn a_send_after_the_end_panics_where_it_was_called() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    sum.send(0);
    let line = line!() + 1;
    let panic = panic_of(|| sum.send(1));
    assert_eq!(panic.message, "sent to `total`, which has finished");
    assert_eq!((panic.file.as_str(), panic.line), (file!(), line));
}

#[test]
fn try_send_gives_the_input_back() {
    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    assert_eq!(sum.try_send(4), Ok(CoroutineState::Yielded(())));
    assert_eq!(sum.try_send(0), Ok(CoroutineState::Complete(4)));
    assert_eq!(sum.try_send(5), Err(SendError(5)));
}

#[test]
fn a_send_error_asks_nothing_of_its_input() {
    struct Opaque;
    let error = SendError(Opaque);
    assert_eq!(format!("{error:?}"), "SendError { .. }");
    let error: &dyn core::error::Error = &error;
    assert_eq!(error.to_string(), "sent to a consumer that has finished");
}

#[test]
fn returning_while_primed_leaves_the_output_to_close() {
    let log = Log::default();
    let (mut done, reply) = at_once(Token(log.clone()), Some(7)).prime_with_reply();
    assert_eq!(reply, None);
    assert!(done.is_finished());
    assert_eq!(done.state(), "Done");
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(done.try_send(1), Err(SendError(1)));
    assert_eq!(panic_of(|| done.send(1)).message, "sent to `at_once`, which has finished");
    assert_eq!(done.close(), Some(7));
}

#[test]
fn priming_and_sending_may_be_one_function() {
    let (mut count, reply) = countdown(3).prime_with_reply();
    assert_eq!(reply, Some(3));
    assert_eq!(count.state(), "Recv1");
    assert_eq!(count.send(1), CoroutineState::Yielded(2));
    assert_eq!(count.send(5), CoroutineState::Complete("liftoff"));
    assert_eq!(panic_of(|| count.send(1)).message, "sent to `countdown`, which has finished");
    assert_eq!(count.close(), None);
}

#[test]
fn one_function_that_returns_while_primed_leaves_the_output_to_close() {
    let (mut done, reply) = countdown(0).prime_with_reply();
    assert_eq!(reply, None);
    assert!(done.is_finished());
    assert_eq!(done.try_send(1), Err(SendError(1)));
    assert_eq!(panic_of(|| done.send(1)).message, "sent to `countdown`, which has finished");
    assert_eq!(done.close(), Some("liftoff"));
}

#[test]
fn shows_its_name_and_state() {
    let unprimed = grep("Python", Log::default());
    assert_eq!(format!("{unprimed:?}"), r#"Unprimed { consumer: "grep" }"#);
    let primed = unprimed.prime();
    assert_eq!(primed.state(), "Line");
    assert_eq!(format!("{primed:?}"), r#"Primed { consumer: "grep", state: "Line" }"#);

    let mut sum = total(Token(Log::default()), |sum| sum).prime();
    sum.send(0);
    assert_eq!(format!("{sum:?}"), r#"Primed { consumer: "total", state: "Done" }"#);
}
