//! The oracle: a plain function on a thread of its own, whose `recv!()` blocks.

use crate::log::{Log, fail};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// `recv!` of the oracle. The module it is used in says what `OracleInput` is.
#[macro_export]
macro_rules! blocking_recv {
    () => {
        $crate::blocking::recv::<OracleInput, ()>(())
    };
    ($reply:expr) => {
        $crate::blocking::recv::<OracleInput, OracleReply>($reply)
    };
}

/// `delegate!` of the oracle: the inner one is a function that blocks on the same thread.
#[macro_export]
macro_rules! blocking_delegate {
    ($name:ident::consumer($($argument:tt)*)) => {
        $name::plain::oracle($($argument)*)
    };
}

/// How a body answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// It waits, and gave this reply.
    Yielded(String),
    /// It returned this.
    Complete(String),
    /// It panicked with this message.
    Panicked(String),
    /// It was closed.
    Closed,
}

/// What the closing of the port unwinds with.
struct Closed;

struct Port {
    inputs: Receiver<Box<dyn Any + Send>>,
    answers: Sender<Answer>,
}

thread_local! {
    static PORT: RefCell<Option<Port>> = const { RefCell::new(None) };
    static CLOSING: Cell<bool> = const { Cell::new(false) };
}

/// Whether the oracle of this thread unwinds because it was closed, and not of a panic.
#[must_use]
pub fn closing() -> bool {
    CLOSING.get()
}

/// Answers with `reply`, and blocks until there is an input. Unwinds when the port is closed.
///
/// # Panics
///
/// If it runs on no oracle's thread, or is sent another type.
pub fn recv<Input: Any, Reply: Debug>(reply: Reply) -> Input {
    let reply_text = format!("{reply:?}");
    drop(reply);
    let input = PORT.with_borrow(|port| {
        let port = port.as_ref().expect("runs on the thread of an oracle");
        let _ = port.answers.send(Answer::Yielded(reply_text));
        port.inputs.recv()
    });
    let Ok(input) = input else {
        CLOSING.set(true);
        resume_unwind(Box::new(Closed))
    };
    *input.downcast().expect("an input of the declared type")
}

/// A body that runs on a thread of its own.
pub struct Oracle {
    /// Dropped to close.
    inputs: Option<Sender<Box<dyn Any + Send>>>,
    answers: Receiver<Answer>,
    thread: Option<JoinHandle<()>>,
}

impl Oracle {
    /// Runs `body` to its first `recv!()`.
    pub fn prime<Output: Debug>(
        log: &Log,
        body: impl FnOnce() -> Output + Send + 'static,
    ) -> (Self, Answer) {
        let (inputs, receiver) = channel();
        let (sender, answers) = channel();
        let log = log.clone();
        let thread = std::thread::spawn(move || {
            log.enter();
            let answer_to = sender.clone();
            let port = Port { inputs: receiver, answers: sender };
            PORT.with_borrow_mut(|current| *current = Some(port));
            let answer = match catch_unwind(AssertUnwindSafe(body)) {
                Ok(output) => Answer::Complete(format!("{output:?}")),
                Err(payload) if payload.is::<Closed>() => Answer::Closed,
                Err(payload) => Answer::Panicked(message(&*payload)),
            };
            let _ = answer_to.send(answer);
        });
        let oracle = Oracle { inputs: Some(inputs), answers, thread: Some(thread) };
        let answer = oracle.answer();
        (oracle, answer)
    }

    /// Sends an input, and waits for what the body makes of it.
    ///
    /// # Panics
    ///
    /// Not while it is open: only [`close`](Self::close) ends the port.
    #[must_use]
    pub fn send(&self, input: impl Any + Send) -> Answer {
        let inputs = self.inputs.as_ref().expect("not closed yet");
        let _ = inputs.send(Box::new(input));
        self.answer()
    }

    /// Ends the port, and lets the thread drop its locals.
    ///
    /// # Panics
    ///
    /// If one of these drops panics.
    pub fn close(mut self) {
        self.inputs = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            fail("a drop panicked in the oracle");
        }
    }

    fn answer(&self) -> Answer {
        self.answers.recv().unwrap_or(Answer::Closed)
    }
}

/// What a panic said.
#[must_use]
pub fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().cloned();
    text.or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default()
}
