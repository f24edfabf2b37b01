use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    on_close! {
        let _last = recv!();
    }
}

// Instead:
#[consumer(u8)]
fn right() {
    let mut last = None;
    loop {
        last = Some(recv!());
        if last == Some(0) {
            return;
        }
    }
    on_close! { println!("{last:?}"); }
}

fn main() {}
