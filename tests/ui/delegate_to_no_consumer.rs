use coroutine_runtime::{consumer, delegate, recv};

#[consumer(u16)]
fn number() -> u16 {
    recv!()
}

#[consumer(u8, reply = u32)]
fn replied() -> u32 {
    u32::from(recv!(1))
}

#[consumer(u8)]
fn nothing() -> u32 {
    delegate!(7)
}

#[consumer(u8)]
fn other_input() -> u16 {
    delegate!(number())
}

#[consumer(u8)]
fn other_reply() -> u32 {
    delegate!(replied())
}

#[consumer(u8, reply = u32)]
fn first_reply_gone() -> u32 {
    delegate!(replied().prime())
}

// Instead:
#[consumer(u8, reply = u32)]
fn right() -> u32 {
    delegate!(replied())
}

fn main() {}
