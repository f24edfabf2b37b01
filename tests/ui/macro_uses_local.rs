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

// Instead:
#[consumer(u8)]
fn right() {
    macro_rules! bump {
        ($count:ident) => {
            $count += 1
        };
    }
    let mut count = 0;
    loop {
        let _byte = recv!();
        bump!(count);
    }
}

fn main() {}
