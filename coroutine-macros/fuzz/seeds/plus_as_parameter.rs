//! A type that its `+` makes go on.
#[consumer(u8, name = M, batch)]
fn f(x: A +, y: dyn A + B) {
    for x in x {
        recv!();
    }
    for y in y {
        recv!();
    }
}
