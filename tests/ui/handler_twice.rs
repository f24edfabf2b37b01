use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let _byte = recv!();
    on_close! { println!("first"); }
    on_close! { println!("second"); }
}

// Instead:
#[consumer(u8)]
fn right() {
    let _byte = recv!();
    on_close! {
        println!("first");
        println!("second");
    }
}

fn main() {}
