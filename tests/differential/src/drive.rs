//! What is sent to a body, and how its trace shows that.
//!
//! Compiled into the generated program too, as [`harness`](crate::harness) is.

use tests::blocking::Answer;
use tests::log;

/// Some of what is sent.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// One input, made of a number.
    Send(u32),
    /// A slice of them, perhaps of none.
    Feed(&'static [u32]),
}

/// What is sent, and how it ends.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// In this order.
    pub parts: &'static [Part],
    /// Ends with the drop of the consumer, and not with `close()`.
    pub by_drop: bool,
}

/// What is driven.
pub trait Subject {
    /// Sends an input.
    fn send(&mut self, input: u32) -> Answer;

    /// Sends many, up to the end of the body, and tells how many are left. A slice means as many sends.
    fn feed(&mut self, inputs: &[u32]) -> (Answer, usize) {
        for (at, input) in inputs.iter().enumerate() {
            let answer = self.send(*input);
            if !matches!(answer, Answer::Yielded(_)) {
                return (answer, inputs.len() - at - 1);
            }
        }
        (Answer::Yielded(String::from("()")), 0)
    }
}

impl<F: FnMut(u32) -> Answer> Subject for F {
    fn send(&mut self, input: u32) -> Answer {
        self(input)
    }
}

/// Sends all parts until the body waits no more, and tells whether it still does.
pub fn drive(schedule: &Schedule, primed: &Answer, subject: &mut dyn Subject) -> bool {
    let mut waits = note("prime", primed);
    for part in schedule.parts {
        if !waits {
            break;
        }
        waits = match *part {
            Part::Send(input) => note("send", &subject.send(input)),
            Part::Feed(inputs) => {
                let (answer, left) = subject.feed(inputs);
                match answer {
                    // Where it panicked, nobody can tell.
                    Answer::Panicked(_) => note("feed", &answer),
                    _ => {
                        note(&format!("feed {} of {}", inputs.len() - left, inputs.len()), &answer)
                    }
                }
            }
        };
    }
    if waits {
        log("close");
    }
    waits
}

/// Writes an answer, and tells whether the body waits for more.
fn note(what: &str, answer: &Answer) -> bool {
    log(format_args!("{what}: {answer:?}"));
    matches!(answer, Answer::Yielded(_))
}

/// How many sends a trace shows.
#[must_use]
pub fn sent(trace: &[String]) -> usize {
    trace.iter().filter(|line| line.starts_with("send: ")).count()
}

/// How many inputs were taken of slices, as far as a trace shows.
#[must_use]
pub fn fed(trace: &[String]) -> usize {
    let taken =
        |line: &String| line.strip_prefix("feed ")?.split(' ').next()?.parse::<usize>().ok();
    trace.iter().filter_map(taken).sum()
}
