use coroutine_runtime::{consumer, recv};

struct Files;

impl Files {
    #[consumer(u8, name = Opening)]
    fn open(&self) -> u8 {
        recv!()
    }

    #[consumer(u8, name = Making)]
    fn make() -> Self {
        let _byte = recv!();
        Self
    }

    #[consumer(u8, name = Counting)]
    fn count() -> u8 {
        recv!()
    }
}

fn main() {
    Files.open().prime().send(1);
}
