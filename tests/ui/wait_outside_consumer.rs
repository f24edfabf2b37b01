use coroutine_runtime::recv;

fn bytes() {
    let _byte: u8 = recv!();
}

fn main() {
    bytes();
}
