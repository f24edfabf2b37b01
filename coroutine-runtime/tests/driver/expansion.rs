//! What else the expansion of `#[consumer]` names.

use std::num::ParseIntError;
use std::ops::ControlFlow;
use std::task::Poll;

use coroutine_runtime::__private::{gives, question_mark};

#[derive(Debug, PartialEq)]
struct Failed(String);

impl From<ParseIntError> for Failed {
    fn from(error: ParseIntError) -> Self {
        Self(error.to_string())
    }
}

fn bad() -> Result<u32, ParseIntError> {
    "x".parse()
}

fn failed() -> Failed {
    Failed("invalid digit found in string".to_owned())
}

#[test]
fn question_mark_on_an_option() {
    assert_eq!(question_mark::<_, Option<&str>>(Some(1)), Ok(1));
    assert_eq!(question_mark::<Option<u32>, Option<&str>>(None), Err(None));
}

#[test]
fn question_mark_on_a_result_converts_the_error() {
    assert_eq!(question_mark::<_, Result<(), Failed>>("1".parse::<u32>()), Ok(1));
    assert_eq!(question_mark::<_, Result<(), Failed>>(bad()), Err(Err(failed())));
    assert_eq!(
        question_mark::<_, Poll<Result<(), Failed>>>(bad()),
        Err(Poll::Ready(Err(failed())))
    );
    assert_eq!(
        question_mark::<_, Poll<Option<Result<(), Failed>>>>(bad()),
        Err(Poll::Ready(Some(Err(failed()))))
    );
}

#[test]
fn question_mark_on_a_control_flow() {
    type Return = ControlFlow<u8, char>;
    let go: ControlFlow<u8, u32> = ControlFlow::Continue(1);
    let stop: ControlFlow<u8, u32> = ControlFlow::Break(2);
    assert_eq!(question_mark::<_, Return>(go), Ok(1));
    assert_eq!(question_mark::<_, Return>(stop), Err(ControlFlow::Break(2)));
}

#[test]
fn question_mark_on_a_poll_leaves_it_a_poll() {
    type Operand = Poll<Result<u32, ParseIntError>>;
    type Return = Result<(), Failed>;
    assert_eq!(question_mark::<Operand, Return>(Poll::Ready(Ok(1))), Ok(Poll::Ready(1)));
    assert_eq!(question_mark::<Operand, Return>(Poll::Pending), Ok(Poll::Pending));
    assert_eq!(question_mark::<Operand, Return>(Poll::Ready(bad())), Err(Err(failed())));
}

#[test]
fn question_mark_on_a_poll_of_a_stream_leaves_it_a_poll() {
    type Operand = Poll<Option<Result<u32, ParseIntError>>>;
    type Return = Result<(), Failed>;
    let next = |item| question_mark::<Operand, Return>(item);
    assert_eq!(next(Poll::Ready(Some(Ok(1)))), Ok(Poll::Ready(Some(1))));
    assert_eq!(next(Poll::Ready(None)), Ok(Poll::Ready(None)));
    assert_eq!(next(Poll::Pending), Ok(Poll::Pending));
    assert_eq!(next(Poll::Ready(Some(bad()))), Err(Err(failed())));
}

#[test]
fn an_error_conversion_that_asks_for_its_caller_is_told_of_the_question_mark() {
    struct Line(u32);
    impl From<u8> for Line {
        #[track_caller]
        fn from(_: u8) -> Self {
            Self(std::panic::Location::caller().line())
        }
    }

    let failed: Result<(), u8> = Err(0);
    let Err(Err(Line(line))) = question_mark::<_, Result<(), Line>>(failed) else { unreachable!() };
    assert_eq!(line, line!() - 1);
}

#[test]
#[allow(clippy::unit_arg)] // the very case
fn the_value_of_a_handler_is_the_output_unless_it_is_nothing() {
    assert_eq!(gives::<u32, _, _>(()), None);
    assert_eq!(gives::<u32, _, _>({}), None);
    // The literal takes its type from the output.
    assert_eq!(gives::<u64, _, _>(7), Some(7));
    assert_eq!(gives::<String, _, _>(String::from("text")).as_deref(), Some("text"));
}
