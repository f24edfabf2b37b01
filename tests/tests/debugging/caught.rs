//! What a panic says of itself.

use std::backtrace::Backtrace;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<Option<Caught>> = const { RefCell::new(None) };
}

pub(crate) struct Caught {
    pub(crate) message: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) backtrace: String,
}

fn note(info: &PanicHookInfo<'_>) {
    let at = info.location().expect("a panic has a place");
    let payload = info.payload();
    let literal = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let message = literal.or_else(|| payload.downcast_ref::<String>().cloned());
    let caught = Caught {
        message: message.unwrap_or_default(),
        file: at.file().to_owned(),
        line: at.line() as usize,
        column: at.column() as usize,
        backtrace: Backtrace::force_capture().to_string(),
    };
    LAST.with(|last| *last.borrow_mut() = Some(caught));
}

/// Runs into a panic.
pub(crate) fn panicking<T>(run: impl FnOnce() -> T) -> Caught {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| if WANTED.get() { note(info) } else { usual(info) }));
    });
    WANTED.set(true);
    let ended = catch_unwind(AssertUnwindSafe(run));
    WANTED.set(false);
    assert!(ended.is_err(), "it panics");
    LAST.with(|last| last.borrow_mut().take()).expect("the hook has run")
}
