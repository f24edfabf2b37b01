//! A label called as one of our macros is.
#[consumer(u8)]
fn f() {
    'recv: loop {
        recv!();
        break 'recv !()
    }
}
