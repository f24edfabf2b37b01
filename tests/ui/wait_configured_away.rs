use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    #[cfg(feature = "header")]
    let _header = recv!();
    let mut sum = 0;
    #[cfg(feature = "header")]
    sum += recv!();
    match sum + recv!() {
        #[cfg(feature = "header")]
        0 => recv!(),
        byte => byte,
    }
}

fn main() {}
