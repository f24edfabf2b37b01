//! What imports the words of a body is used, though the expansion has none of them left.
#![deny(warnings, unused_imports)]

use coroutine_runtime::{CoroutineState, consumer, on_close, recv};

#[consumer(u32)]
fn larger(than: u32) -> u32 {
    loop {
        let n = recv!();
        if n > than {
            return n;
        }
    }
    on_close! { than }
}

#[test]
fn a_consumer_uses_the_imports() {
    let mut two = larger(1).prime();
    assert_eq!(two.feed(&[0, 1, 2, 3]), CoroutineState::Complete((2, &[3][..])));
    assert_eq!(larger(1).prime().close(), Some(1));
}

mod printed {
    use coroutine_runtime::{delegate, on_close, recv};

    /// What the expansion says for it. The names resolve as those in a `macro_rules!` do; as the
    /// body's own they would find its locals, which no import may.
    macro_rules! uses {
        () => {
            coroutine_runtime::__private::uses!(delegate, on_close, recv);
        };
    }

    #[test]
    fn an_import_within_a_function_uses_that_of_its_module() {
        fn named_as_the_words_are(recv: u32, delegate: bool) -> u32 {
            uses!();
            let on_close = u32::from(delegate);
            recv + on_close
        }

        assert_eq!(named_as_the_words_are(1, true), 2);
    }
}
