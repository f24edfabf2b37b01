use coroutine_runtime::{consumer, on_close, recv};

#[consumer(u8)]
fn bytes() {
    let first = recv!();
    let second = recv!();
    on_close! { println!("{first} {second}"); }
}

// Instead:
#[consumer(u8)]
fn right() {
    let first = recv!();
    {
        let second = recv!();
        println!("{first} {second}");
        on_close! { println!("{first}"); }
    }
}

fn main() {}
