use coroutine_runtime::consumer;

#[consumer(u8)]
struct Bytes;

fn main() {}
