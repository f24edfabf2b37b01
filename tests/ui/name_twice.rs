use coroutine_runtime::{consumer, recv};

#[consumer(u8, name = Reader)]
fn one() -> u8 {
    recv!()
}

#[consumer(u8, name = Reader)]
fn other() -> u8 {
    recv!()
}

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

fn main() {}
