#[consumer(u8)]
fn length() { [0u8; recv!()]; recv!() }
