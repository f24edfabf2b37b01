//! The seed.
fn main() {}
