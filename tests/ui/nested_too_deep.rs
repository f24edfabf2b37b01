use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes() -> u8 {
    ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((recv!()))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
}

fn caller() {
    // The signature stands all the same: this line has no error.
    bytes().prime().send(1);
}

// Instead:
#[consumer(u8)]
fn right() -> u8 {
    recv!()
}

fn main() {}
