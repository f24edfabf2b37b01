use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u32)]
fn until_zero() -> Option<u32> {
    let mut sum = 0;
    loop {
        let n = recv!();
        if n == 0 {
            return None;
        }
        sum += n;
        on_close! { Some(sum) }
    }
}

// Instead:
#[consumer(u32)]
fn right() -> Option<u32> {
    let mut sum = 0;
    loop {
        let n = recv!();
        if n == 0 {
            return None;
        }
        sum += n;
    }
    on_close! { Some(sum) }
}

fn main() {}
