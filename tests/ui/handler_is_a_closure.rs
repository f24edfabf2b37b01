use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn sum() -> u32 {
    let mut sum = 0;
    loop {
        sum += u32::from(recv!());
    }
    on_close!(|| sum)
}

// Instead:
#[consumer(u8)]
fn right() -> u32 {
    let mut sum = 0;
    loop {
        sum += u32::from(recv!());
    }
    on_close! { sum }
}

fn main() {}
