use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    #[cfg(feature = "header")]
    let _header = recv!();
    match recv!() {
        #[cfg(feature = "header")]
        0 => recv!(),
        byte => byte,
    }
}

fn main() {}
