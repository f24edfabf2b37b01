use coroutine_runtime::{consumer, recv};

#[consumer(u8)]
fn bytes(text: String, quick: bool, byte: u8) {
    match byte {
        3 if { if quick { drop(text); } true } => {}
        _ => {}
    }
    recv!();
}

// Instead:
#[consumer(u8)]
fn right(text: String, quick: bool, byte: u8) {
    if byte == 3 && quick {
        drop(text);
    }
    recv!();
}

fn main() {}
