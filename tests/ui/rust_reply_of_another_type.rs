use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8, reply = String)]
fn greeting() {
    loop {
        recv!("hello");
    }
}

#[consumer(u8)]
fn count() -> u32 {
    let mut count = 0;
    loop {
        recv!();
        count += 1;
    }
    on_close! { count.to_string() }
}

fn main() {}
