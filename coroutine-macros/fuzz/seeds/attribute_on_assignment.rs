//! An attribute in front of what is assigned to.
#[consumer(&str)]
fn longest() {
    let longest;
    loop {
        if recv!() {
            #[cfg(any())]
            longest = line
        }
    }
}
