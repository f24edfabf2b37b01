//! `for_each`, `fold`, and those that may stop.

use std::num::ParseIntError;
use std::ops::ControlFlow;

use coroutine_runtime::pipeline::{filter, fold, for_each, map, try_fold, try_for_each};
use coroutine_runtime::{Consumer, CoroutineState, SendError};

use crate::consumers::send_lines;
use crate::support::{Log, Token, panic_of};

#[test]
fn lines_that_end_with_their_send() {
    let mut seen = String::new();
    let mut sink = for_each(|line: &str| seen.push_str(line));
    assert_eq!(send_lines("a\nb", &mut sink), None);
    assert_eq!(sink.close(), Some(()));
    assert_eq!(seen, "ab");

    let mut sink = fold(String::new(), |seen: String, line: &str| seen + line);
    assert_eq!(send_lines("a\nb", &mut sink), None);
    assert_eq!(format!("{sink:?}"), r#"Fold { accumulated: "ab", .. }"#);
    assert_eq!(sink.close().as_deref(), Some("ab"));
}

#[test]
fn closing_drops_what_a_closure_holds() {
    let log = Log::default();
    let token = Token(log.clone());
    let mut sink = for_each(move |()| token.0.say("called"));
    sink.send(());
    assert_eq!(sink.close(), Some(()));
    assert_eq!(log.take(), ["called", "dropped"]);
    assert_eq!(sink.close(), None);
    assert_eq!(format!("{sink:?}"), r#"ForEach { state: "Done" }"#);
    assert_eq!(sink.try_send(()), Err(SendError(())));
}

#[test]
fn a_sink_that_stops_completes_the_pipeline() {
    let parse = |sum: u32, text: &str| text.parse::<u32>().map(|n| sum + n);
    let mut sum = map(str::trim, try_fold(0, parse));
    assert_eq!(send_lines("1\n 2", &mut sum), None);
    assert_eq!(sum.close(), Some(Ok(3)));

    let mut sum = map(str::trim, try_fold(0, parse));
    let failed: Option<Result<u32, ParseIntError>> = send_lines("1\nx\n3", &mut sum);
    assert!(matches!(failed, Some(Err(_))));
    assert!(sum.is_finished());
    assert_eq!(sum.close(), None);
}

#[test]
fn options_and_control_flows_stop_too() {
    let mut sum = try_fold(250, u8::checked_add);
    assert_eq!(sum.feed(&[1, 2]), CoroutineState::Yielded(()));
    assert_eq!(sum.feed(&[3, 4]), CoroutineState::Complete((None, &[4][..])));
    let mut sum = try_fold(250, u8::checked_add);
    assert_eq!(sum.close(), Some(Some(250)));

    let find = |n: u32| if n > 2 { ControlFlow::Break(n) } else { ControlFlow::Continue(()) };
    let mut found = filter(|n: &u32| n % 2 == 1, try_for_each(find));
    let complete = CoroutineState::Complete((ControlFlow::Break(3), &[4, 5][..]));
    assert_eq!(found.feed(&[1, 2, 3, 4, 5]), complete);
    assert_eq!(try_for_each(find).close(), Some(ControlFlow::Continue(())));
}

#[test]
fn a_closure_that_panics_finishes_its_sink() {
    let log = Log::default();
    let add = |sum: u32, n: u32| sum.checked_add(n).expect("too much");
    let mut sink = fold(u32::MAX, add);
    sink.send(0);
    assert_eq!(panic_of(|| sink.send(1)).message, "too much");
    assert_eq!(sink.try_send(0), Err(SendError(0)));
    assert_eq!(sink.close(), None);

    let token = Token(log.clone());
    let mut sink = for_each(move |n: u32| assert_eq!(n, 0, "{}", token.0.take().len()));
    assert!(panic_of(|| sink.send(1)).message.contains("left: 1"));
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(panic_of(|| sink.send(0)).message, "sent to `for_each`, which has finished");
}
