//! Targets of which only the trait is known.

use coroutine_runtime::pipeline::map;
use coroutine_runtime::{Consumer, CoroutineState, consumer, on_close, recv};

use crate::consumers::{say, send_lines};
use crate::support::Log;

type Lines = Box<dyn for<'a> Consumer<&'a str, Reply = (), Output = usize>>;

#[test]
fn the_target_may_be_boxed() {
    let log = Log::default();
    let mut chain: Lines = Box::new(say("a", log.clone()).prime());
    chain = Box::new(map(|line: &str| line.to_owned(), lend(chain).prime()));
    assert_eq!(send_lines("1\n2", &mut chain), None);
    assert_eq!(chain.close(), Some(2));
    assert_eq!(log.take(), ["a: 1", "a: 2", "a closed", "dropped"]);
}

/// Lends what it is given.
#[consumer(String)]
fn lend(mut target: Lines) -> usize {
    loop {
        if let CoroutineState::Complete(output) = target.send(&recv!()) {
            return output;
        }
    }
    on_close! { target.close().unwrap_or(0) }
}
