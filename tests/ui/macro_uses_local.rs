use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() {
    let mut count = 0;
    macro_rules! bump {
        () => {
            count += 1
        };
    }
    loop {
        let _byte = recv!();
        bump!();
    }
}

fn main() {}
