use coroutine_runtime::{consumer, recv};

#[consumer(u8, reply = u8)]
async fn bytes() {
    let next = || recv!(1);
    let _byte = recv!();
    println!("{}", recv!(2));
}

fn caller() {
    // The signature stands all the same: this line has no error.
    let _ = bytes().prime_with_reply::<u8>();
}

fn main() {}
