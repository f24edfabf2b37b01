//! A local that gets its value on two ways has one type, which is known before any transition.
#[consumer(u8)]
fn padded() -> usize {
    let x = if recv!() > 0 { recv!() } else { 255 };
    size_of_val(&x) + usize::from(x << 1)
}
