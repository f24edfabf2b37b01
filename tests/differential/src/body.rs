//! A body, with what its function is told apart by.

use crate::tree::{Node, Ty};

/// What `send` takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// `u32`
    Num,
    /// `&str`, with a fresh lifetime for every send.
    Str,
    /// A droppable value.
    Guard,
}

impl Input {
    /// As it is written in the attribute.
    #[must_use]
    pub fn written(self) -> &'static str {
        match self {
            Input::Num => "u32",
            Input::Str => "&str",
            Input::Guard => "Guard",
        }
    }

    /// As it is written where there is no lifetime to leave out.
    #[must_use]
    pub fn owned(self) -> &'static str {
        match self {
            Input::Str => "&'static str",
            other => other.written(),
        }
    }
}

/// Some of what is sent; the inputs are made of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// One input.
    Send(u32),
    /// A slice of them.
    Feed(Vec<u32>),
}

impl Part {
    /// The numbers.
    #[must_use]
    pub fn inputs(&self) -> &[u32] {
        match self {
            Part::Send(input) => std::slice::from_ref(input),
            Part::Feed(inputs) => inputs,
        }
    }
}

/// What is sent, and how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// In this order.
    pub parts: Vec<Part>,
    /// Ends with the drop of the consumer, and not with `close()`.
    pub by_drop: bool,
}

/// A generated consumer, and how it is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// What `send` takes.
    pub input: Input,
    /// Whether each `recv!` gives a number.
    pub reply: bool,
    /// Whether it has the option `batch`, and no replies.
    pub batch: bool,
    /// What it returns.
    pub output: Ty,
    /// Whether there is a second parameter `p`, a guard, after `n`, a number.
    pub guarded: bool,
    /// The function's block.
    pub block: Node,
    /// Each is run from the start.
    pub schedules: Vec<Schedule>,
}
