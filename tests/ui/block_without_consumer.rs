use coroutine_runtime::consumer;

struct Files;

#[consumer(u8)]
impl Files {
    fn count(&self) -> u8 {
        1
    }
}

fn main() {
    Files.count();
}
