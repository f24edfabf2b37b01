//! A reply may borrow from the input it answers.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Consumer, consumer, delegate, on_close, recv};

/// The part of each chunk that is in quotes; a quote may end in a later one.
#[consumer(&[u8], reply = Option<&[u8]>)]
fn quoted() -> usize {
    let mut total = 0;
    let mut chunk = recv!(None);
    loop {
        let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
            if chunk.is_empty() {
                return total;
            }
            chunk = recv!(None);
            continue;
        };
        let mut rest = &chunk[start + 1..];
        while !rest.contains(&b'"') {
            total += rest.len();
            rest = recv!(Some(rest));
        }
        let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
        total += end;
        chunk = recv!(Some(&rest[..end]));
    }
    on_close! { total }
}

#[test]
fn of_chunks_in_one_buffer() {
    let (mut quoted, reply) = quoted().prime_with_reply();
    assert_eq!(reply, Some(None));
    let mut buffer = b"no ".to_vec();
    assert_eq!(quoted.send(&buffer), Yielded(None));
    buffer.splice(.., *b"a \"b\" c");
    assert_eq!(quoted.send(&buffer), Yielded(Some(&b"b"[..])));
    buffer.splice(.., *b"d \"ef");
    let Yielded(reply) = quoted.send(&buffer) else { panic!("it waits") };
    assert_eq!(reply, Some(&buffer[3..]));
    assert_eq!(quoted.send(b"gh\" i"), Yielded(Some(&b"gh"[..])));
    assert_eq!(quoted.state(), "Chunk3");
    assert_eq!(quoted.close(), Some(5));
}

struct Names<T> {
    known: Vec<T>,
}

impl<T: PartialEq> Names<T> {
    /// Those that are known, as they came.
    #[consumer((&T, u8), reply = Result<&T, u8>)]
    fn known(&self) -> usize {
        let mut count = 0;
        let mut answer = Err(0);
        while count < 3 {
            let (name, number) = recv!(answer);
            let is_known = self.known.contains(name);
            count += usize::from(is_known);
            answer = if is_known { Ok(name) } else { Err(number) };
        }
        count
    }
}

#[test]
fn of_a_part_of_the_input() {
    let names = Names { known: vec![String::from("a"), String::from("b")] };
    let mut known = names.known().prime();
    let a = "a".to_owned();
    assert_eq!(known.send((&a, 1)), Yielded(Ok(&a)));
    assert_eq!(known.send((&"c".to_owned(), 2)), Yielded(Err(2)));
    assert_eq!(known.send((&"b".to_owned(), 3)), Yielded(Ok(&"b".to_owned())));
    assert_eq!(known.send((&a, 4)), Complete(3));
}

fn words<C: for<'a> Consumer<&'a [u8], Reply = Option<&'a [u8]>>>(
    mut found: C,
    text: &[u8],
) -> Vec<&[u8]> {
    let mut all = Vec::new();
    for line in text.split(|byte| *byte == b'\n') {
        if let Yielded(Some(word)) = found.send(line) {
            all.push(word);
        }
    }
    all
}

#[consumer(&[u8], reply = Option<&[u8]>)]
fn twice() -> usize {
    let first = recv!(None).len();
    first + delegate!(quoted())
}

type Boxed = Box<dyn for<'a> Consumer<&'a [u8], Reply = Option<&'a [u8]>, Output = usize>>;

#[test]
fn of_any_consumer() {
    let text = b"no\n\"yes\"\nno \"si";
    assert_eq!(words(quoted().prime(), text), [&b"yes"[..], b"si"]);
    assert_eq!(words(twice().prime(), text), [&b"yes"[..], b"si"]);
    let mut boxed: Boxed = Box::new(twice().prime());
    assert_eq!(words(&mut boxed, text), [&b"yes"[..], b"si"]);
    assert_eq!(boxed.close(), None);
}
