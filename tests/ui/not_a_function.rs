use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
struct Bytes;

trait Parse {
    #[consumer(u8)]
    fn parser(&self) -> u32;
}

// Both are there all the same.
impl Parse for Bytes {
    fn parser(&self) -> u32 {
        1
    }
}

// Instead:
use coroutine_runtime::{Receive, Unprimed};

struct Right;

trait Parser {
    fn parser(&self) -> Unprimed<impl Receive<u8, Reply = (), Output = u32>>;
}

impl Parser for Right {
    #[consumer(u8)]
    fn parser(&self) -> u32 {
        u32::from(recv!())
    }
}

fn main() {}
