use coroutine_runtime::{consumer, recv};

struct Files;

#[consumer]
impl Files {
    fn count(&self) -> u8 {
        1
    }
}

fn caller() {
    Files.count();
}

// Instead:
struct Right;

impl Right {
    #[consumer(u8)]
    fn count(&self) -> u8 {
        recv!()
    }
}

fn main() {}
