use coroutine_runtime::{consumer, recv};

struct Files;

#[consumer(u8)]
impl Files {
    #[consumer]
    fn open(&self) -> u8 {
        let byte: u8 = recv!();
        byte
    }
}

// Instead:
struct Right;

#[consumer]
impl Right {
    #[consumer(u8)]
    fn open(&self) -> u8 {
        recv!()
    }
}

fn main() {}
