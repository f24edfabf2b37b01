//! Lifetimes: of parameters, of what is held, in the output, and beside a fresh one in the input.
//!
//! The methods have one of their own for the input: that of the block is seen only where the machine has a name, and is tried
//! there at the end.

use coroutine_runtime::CoroutineState::{Complete, Yielded};
use coroutine_runtime::{Primed, Receive, Unprimed, consumer, recv};
use tests::{Guard, Run, Schedule, guard};

cells! {
    mod owned;
    types {
        struct Reader<'t> {
            text: &'t str,
            seen: Vec<&'t str>,
        }
    }
    oracle {
        type OracleInput = (u8, &'static str);
        type OracleReply = usize;
    }
    receives [Receive<(u8, &'static str), Reply = usize>]
    consumer [(u8, &'a str), reply = usize]
    function ['a, 'b,] [] (prefix: &'a str, sizes: &'b [usize]) -> [(Vec<&'a str>, &'b usize)] where [] {
        let _guard: Guard = guard(prefix);
        let mut found: Vec<&'a str> = Vec::new();
        let mut largest: &'b usize = &sizes[0];
        for size in sizes {
            let (count, word) = recv!(found.len());
            if word.starts_with(prefix) {
                found.push(word);
            }
            let other: &'a str = recv!(usize::from(count) + size).1;
            if other.len() > *largest {
                largest = size;
            }
            found.push(other);
        }
        (found, largest)
    }
    as [<'static, 'static>] ("a", &[2, 9])
    impl ['t,] [] [Reader<'t>] where []
    method ['a: 't, 'b,] [] (&mut self, other: &'b str) -> [(Option<&str>, &'b str)] where [] {
        let _guard: Guard = guard(self.text);
        let mut last: &'t str = self.text;
        while self.seen.len() < 3 {
            let (count, word) = recv!(last.len());
            self.seen.push(word);
            if usize::from(count) > other.len() {
                last = recv!(self.seen.len()).1;
                self.seen.push(last);
            }
        }
        (self.seen.last().copied(), other)
    }
    as [<'static, 'static, 'static, 'static>]
    [Box::leak(Box::new(Reader { text: "text", seen: vec![] }))] ("ab")
    sends [(1, "abc"), (3, "b"), (4, "a"), (5, "abcde")]
}

cells! {
    mod borrowed;
    types {
        #[derive(Clone, Copy)]
        struct Tagged<'t>(&'t str);
    }
    oracle {
        type OracleInput = Chunk<'static, 'static>;
        type OracleReply = usize;
    }
    receives [for<'i> Receive<Chunk<'i, 'static>, Reply = usize>]
    consumer [Chunk<'_, 'a>, reply = usize]
    function ['a,] [] (first: &'a str, limit: &usize) -> [Vec<(&'a str, u8)>] where [] {
        let tagged: Tagged<'a> = Tagged(first);
        let mut all: Vec<(&'a str, u8)> = Vec::new();
        let mut sum: u8 = 0;
        while all.len() < *limit {
            let chunk = recv!(all.len());
            for byte in chunk.bytes {
                sum += *byte;
            }
            all.push((chunk.tag, sum));
            let _guard: Guard = guard(all.len());
            let tag: &'a str = recv!(tagged.0.len()).tag;
            all.push((tag, sum));
        }
        all.push((tagged.0, 0));
        all
    }
    as [<'static, 'static>] ("first", &4)
    impl ['t,] [] [Tagged<'t>] where []
    method ['a,] [] (&self, limit: &usize) -> [(&str, Vec<&'a str>)] where [] {
        let mut tags: Vec<&'a str> = Vec::new();
        let mut count: usize = 0;
        loop {
            let bytes = recv!(count).bytes;
            count += bytes.len();
            let _guard: Guard = guard(count);
            match recv!(tags.len()) {
                Chunk { tag, .. } if tags.len() < *limit => tags.push(tag),
                Chunk { bytes, tag: "" } => count += bytes.len(),
                _ => return (self.0, tags),
            }
        }
    }
    as [<'static, 'static, 'static, 'static>] [Box::leak(Box::new(Tagged("first")))] (&1)
    sends [
        Chunk { bytes: &[1, 2], tag: "a" },
        Chunk { bytes: &[3], tag: "b" },
        Chunk { bytes: &[], tag: "" },
        Chunk { bytes: &[4, 5, 6], tag: "d" },
    ]
}

#[derive(Clone, Copy)]
struct Chunk<'i, 'a> {
    bytes: &'i [u8],
    tag: &'a str,
}

struct Words<'t>(Vec<&'t str>);

#[consumer]
impl<'t> Words<'t> {
    // Not yet without `name = Gathering`: E0401, can't use generic parameters from outer item.
    #[consumer(Chunk<'_, 't>, name = Gathering, reply = &'t str)]
    fn gathering(&mut self, limit: usize) -> usize {
        let mut bytes: usize = 0;
        let mut last: &'t str = "";
        while self.0.len() < limit {
            let chunk = recv!(last);
            bytes += chunk.bytes.len();
            last = chunk.tag;
            self.0.push(last);
        }
        bytes
    }
}

#[test]
fn of_the_block_in_the_input() {
    let tags = [String::from("a"), String::from("b")];
    let mut words = Words(vec!["first"]);
    let mut gathering: Primed<Gathering<'_, '_>> = words.gathering(3).prime();
    for (tag, answer) in tags.iter().zip([Yielded("a"), Complete(4)]) {
        let bytes = vec![1, 2];
        assert_eq!(gathering.send(Chunk { bytes: &bytes, tag }), answer);
    }
    drop(gathering);
    assert_eq!(words.0, ["first", "a", "b"]);
}
