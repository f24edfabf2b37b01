//! Effects in the order in which they happen.

use std::cell::RefCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

thread_local! {
    /// What the body that runs on this thread writes to.
    static CURRENT: RefCell<Log> = RefCell::default();
}

/// A log that several threads write to, never at the same time.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    /// Makes this the log of the current thread.
    pub fn enter(&self) {
        CURRENT.with_borrow_mut(|current| *current = self.clone());
    }

    /// The log of the current thread.
    #[must_use]
    pub fn current() -> Self {
        CURRENT.with_borrow(Clone::clone)
    }

    /// Adds a line.
    pub fn push(&self, line: String) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(line);
    }

    /// Everything written so far.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Writes to the log of the current thread.
pub fn log(line: impl fmt::Display) {
    Log::current().push(line.to_string());
}

/// Panics without a message on standard error.
pub fn fail(message: &str) -> ! {
    std::panic::resume_unwind(Box::new(message.to_owned()))
}

/// Writes `+name` when it is made, and `-name` when it is dropped.
pub struct Guard {
    log: Log,
    /// What is written.
    pub name: String,
    /// Something that is `Copy`, to be read out of it.
    pub id: usize,
}

/// A new [`Guard`].
pub fn guard(name: impl fmt::Display) -> Guard {
    let name = name.to_string();
    log(format_args!("+{name}"));
    Guard { log: Log::current(), id: name.len(), name }
}

impl Guard {
    /// A borrow that ends before the guard does.
    #[must_use]
    pub fn id(&self) -> usize {
        self.id
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.log.push(format!("-{}", self.name));
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}
