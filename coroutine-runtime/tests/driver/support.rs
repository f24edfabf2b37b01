//! What the tests watch a body with.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::Once;

/// What bodies and handlers did, in order.
#[derive(Clone, Default)]
pub(crate) struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    pub(crate) fn say(&self, what: impl Into<String>) {
        self.0.borrow_mut().push(what.into());
    }

    /// What was said since the last time.
    pub(crate) fn take(&self) -> Vec<String> {
        self.0.take()
    }
}

/// A local that says when it is dropped.
pub(crate) struct Token(pub(crate) Log);

impl Drop for Token {
    fn drop(&mut self) {
        self.0.say("dropped");
    }
}

#[derive(Debug)]
pub(crate) struct Panic {
    pub(crate) message: String,
    pub(crate) file: String,
    pub(crate) line: u32,
}

thread_local! {
    static LAST: RefCell<Option<Panic>> = const { RefCell::new(None) };
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `body`, which must panic, and tells what it said and where.
pub(crate) fn panic_of<T>(body: impl FnOnce() -> T) -> Panic {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !EXPECTED.get() {
                return usual(info);
            }
            let payload = info.payload();
            let message = match payload.downcast_ref::<&str>() {
                Some(message) => (*message).to_owned(),
                None => payload.downcast_ref::<String>().cloned().unwrap_or_default(),
            };
            let place = info.location().expect("a panic has a location");
            let (file, line) = (place.file().to_owned(), place.line());
            LAST.set(Some(Panic { message, file, line }));
        }));
    });
    EXPECTED.set(true);
    let result = catch_unwind(AssertUnwindSafe(body));
    EXPECTED.set(false);
    assert!(result.is_err(), "expected a panic");
    LAST.take().expect("the hook has run")
}
