//! Where the constant stands.

use super::walk::edges;
use coroutine_runtime::{Receive, Unprimed, consumer, recv};

/// Is made by methods.
#[derive(Debug)]
pub struct Limits {
    bytes: u8,
}

#[consumer]
impl Limits {
    /// In the block that is marked.
    #[consumer(u8, name = Bytes, mermaid = BYTES)]
    pub fn bytes(&self) -> u8 {
        while recv!() < self.bytes {}
        0
    }
}

impl Limits {
    /// In one that is not.
    #[consumer(u8, mermaid = OTHERS)]
    pub fn others(&self) -> u8 {
        recv!() + recv!()
    }
}

trait Parse {
    fn parse(&self) -> Unprimed<impl Receive<u8, Reply = (), Output = u8>>;
}

#[consumer]
impl Parse for Limits {
    #[consumer(u8, mermaid = PARSE)]
    fn parse(&self) -> u8 {
        recv!().max(self.bytes)
    }
}

mod inner {
    use coroutine_runtime::{consumer, recv};

    #[consumer(u8, mermaid = INNER)]
    #[cfg(test)]
    pub(super) fn visible() {
        recv!();
    }
}

#[test]
fn beside_the_function_as_visible_as_that() {
    #[consumer(u8, mermaid = NESTED)]
    fn nested() {
        loop {
            recv!();
        }
    }
    let limits = Limits { bytes: 1 };
    drop((limits.bytes(), limits.others(), limits.parse(), inner::visible(), nested()));
    let sizes = [Limits::BYTES, Limits::OTHERS, PARSE, inner::INNER, NESTED]
        .map(|graph| edges(graph).len());
    assert_eq!(sizes, [3, 3, 2, 2, 2]);
}
