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
}

fn caller() {
    Files.open().prime().send(1);
}

// Instead:
struct Right;

#[consumer]
impl Right {
    #[consumer(u8, name = Reading)]
    fn open(&self) -> u8 {
        recv!()
    }
}

fn main() {}
