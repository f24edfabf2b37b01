use coroutine_runtime::{consumer, recv};

struct Files;

#[consumer]
impl Files {
    #[consumer(u8, name = Opening)]
    fn open(&self) -> u8 {
        recv!()
    }

    #[consumer(u8, name = Opening)]
    fn reopen(&self) -> u8 {
        recv!()
    }
}

// Instead:
struct Right;

#[consumer]
impl Right {
    #[consumer(u8, name = First)]
    fn open(&self) -> u8 {
        recv!()
    }

    #[consumer(u8, name = Again)]
    fn reopen(&self) -> u8 {
        recv!()
    }
}

fn main() {}
