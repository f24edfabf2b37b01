use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    #[cfg(any())]
    let _header = recv!();
    #[cfg(any())]
    println!("{}", recv!());
    match recv!() {
        #[cfg(any())]
        0 => recv!(),
        byte => byte,
    }
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    if cfg!(any()) {
        let _header = recv!();
    }
    recv!()
}

fn main() {}
