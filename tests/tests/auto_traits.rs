//! A consumer is `Send`, `Sync`, `Unpin`, `UnwindSafe` and `RefUnwindSafe` exactly when what it holds is.
#![deny(warnings)]
#![deny(clippy::pedantic)]
#![forbid(unsafe_code)]

use coroutine_runtime::{CoroutineState, Primed, Unprimed, consumer, delegate, recv};
use std::cell::Cell;
use std::marker::{PhantomData, PhantomPinned};
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard};

/// Which of them the type of a value has, none of which needs to be said: what a bound allows hides the same of `Lacks`.
struct Has<T>(PhantomData<T>);

macro_rules! has {
    ($($method:ident: $bound:ident,)*) => {
        trait Lacks {
            $(fn $method(&self) -> Option<&'static str> { None })*
        }
        impl<T> Lacks for Has<T> {}
        $(impl<T: $bound> Has<T> {
            #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as the other")]
            fn $method(&self) -> Option<&'static str> { Some(stringify!($bound)) }
        })*
        /// Their names.
        macro_rules! traits {
            ($value:expr) => {{
                let has = of($value);
                [$(has.$method()),*].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }};
        }
    };
}
has! { send: Send, sync: Sync, unpin: Unpin, unwind: UnwindSafe, ref_unwind: RefUnwindSafe, }

fn of<T>(_: &T) -> Has<T> {
    Has(PhantomData)
}

const ALL: &str = "Send Sync Unpin UnwindSafe RefUnwindSafe";

/// Holds `$value` from before its first wait, as a parameter and as a local, with and without a name; it has `$traits` like that.
macro_rules! held {
    ($test:ident $(<$lifetime:lifetime>)?, $type:ty, $value:expr, $traits:expr) => {
        #[test]
        fn $test() {
            #[consumer(u8)]
            fn parameter<$($lifetime)?>(held: $type) -> (u8, $type) {
                let sum = recv!();
                (sum + recv!(), held)
            }
            #[consumer(u8)]
            fn local<$($lifetime)?>(make: fn() -> $type) -> (u8, $type) {
                let sum = recv!();
                let held = make();
                let more = sum + recv!();
                (more + recv!(), held)
            }
            #[consumer(u8, name = Parameter)]
            fn parameter_by_name<$($lifetime)?>(held: $type) -> (u8, $type) {
                let sum = recv!();
                (sum + recv!(), held)
            }
            #[consumer(u8, name = Local)]
            fn local_by_name<$($lifetime)?>(make: fn() -> $type) -> (u8, $type) {
                let sum = recv!();
                let held: $type = make();
                let more: u8 = sum + recv!();
                (more + recv!(), held)
            }
            fn make<$($lifetime)?>() -> $type {
                $value
            }
            assert_eq!(traits!(&make()), $traits);
            same_in!(parameter(make()), (3, _), $traits);
            same_in!(parameter_by_name(make()), (3, _), $traits);
            same_in!(local(make), (6, _), $traits);
            same_in!(local_by_name(make), (6, _), $traits);
        }
    };
}

/// Before and while it waits. It does wait, twice or more.
macro_rules! same_in {
    ($consumer:expr, $output:pat, $traits:expr) => {
        let unprimed: Unprimed<_> = $consumer;
        assert_eq!(traits!(&unprimed), $traits);
        let mut primed: Primed<_> = unprimed.prime();
        assert_eq!(traits!(&primed), $traits);
        assert!(matches!(primed.send(1), CoroutineState::Yielded(_)));
        let mut last = primed.send(2);
        if matches!(last, CoroutineState::Yielded(_)) {
            last = primed.send(3);
        }
        assert!(matches!(last, CoroutineState::Complete($output)));
    };
}

fn leak<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

/// A pointer that is not to be read.
struct Raw<T>(#[expect(dead_code, reason = "held only")] *const T);

held!(plain, String, String::new(), ALL);
held!(rc, Rc<u8>, Rc::new(1), "Unpin UnwindSafe RefUnwindSafe");
held!(cell, Cell<u8>, Cell::new(1), "Send Unpin UnwindSafe");
held!(ref_to_cell, &'static Cell<u8>, leak(Cell::new(1)), "Unpin");
held!(mut_to_cell, &'static mut Cell<u8>, leak(Cell::new(1)), "Send Unpin");
held!(mut_to_plain<'a>, &'a mut u8, leak(1), "Send Sync Unpin RefUnwindSafe");
held!(pinned, PhantomPinned, PhantomPinned, "Send Sync UnwindSafe RefUnwindSafe");
held!(
    locked,
    MutexGuard<'static, u8>,
    Mutex::lock(leak(Mutex::new(1))).unwrap(),
    "Sync Unpin UnwindSafe RefUnwindSafe"
);
held!(raw, Raw<u8>, Raw(&raw const *leak(1)), "Unpin UnwindSafe RefUnwindSafe");
held!(raw_to_cell, NonNull<Cell<u8>>, leak(Cell::new(1)).into(), "Unpin");
held!(function, Box<dyn Fn() + Send>, Box::new(|| ()), "Send Unpin");

/// What passes through is not held: inputs, replies, outputs.
#[consumer(Rc<u8>, reply = Rc<u8>)]
fn passes() -> *const u8 {
    let first = recv!(Rc::new(0));
    let sum = *first;
    let last = recv!(first);
    &raw const *leak(*last + sum)
}

#[consumer(Rc<u8>, name = Passes, reply = Rc<u8>)]
fn passes_by_name() -> *const u8 {
    let first = recv!(Rc::new(0));
    let sum: u8 = *first;
    let last = recv!(first);
    &raw const *leak(*last + sum)
}

#[test]
fn not_what_passes_through() {
    let (mut one, mut other) = (passes().prime(), passes_by_name().prime());
    assert_eq!((traits!(&one), traits!(&other)), (ALL.to_owned(), ALL.to_owned()));
    for _ in 0..2 {
        one.send(Rc::new(1));
        other.send(Rc::new(1));
    }
    assert!(one.is_finished() && other.is_finished());
}

/// Has no value of `T`, which may be anything.
#[consumer(u8, name = Unused)]
fn unused<'a, T: ?Sized + 'a, const N: usize>(first: u8) -> usize {
    let sum = usize::from(first + recv!());
    sum + usize::from(recv!()) + N + size_of::<&'a T>()
}

#[test]
fn not_types_of_which_there_is_no_value() {
    let mut unused: Primed<Unused<'_, dyn Fn(*mut u8), 1>> = unused(0).prime();
    assert_eq!(traits!(&unused), ALL);
    assert_eq!((unused.send(1), unused.state()), (CoroutineState::Yielded(()), "Recv2"));
}

#[consumer(u8)]
fn inner<T>(held: T) -> (u8, T) {
    let sum = recv!();
    (sum + recv!(), held)
}

/// What an inner consumer holds is held too.
#[consumer(u8)]
fn outer<T>(held: T) -> (u8, T) {
    delegate!(inner(held))
}

#[test]
fn what_is_delegated_to() {
    same_in!(outer(1), (3, 1), ALL);
    same_in!(outer(Rc::new(1)), (3, _), "Unpin UnwindSafe RefUnwindSafe");
    same_in!(outer(PhantomPinned), (3, _), "Send Sync UnwindSafe RefUnwindSafe");
}
