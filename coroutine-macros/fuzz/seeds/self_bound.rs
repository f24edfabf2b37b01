#[consumer(u8)]
fn bound() { let self = 1; for Self in 2u8 { recv!(); } recv!() }
