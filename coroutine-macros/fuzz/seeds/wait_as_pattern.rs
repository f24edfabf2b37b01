#[consumer(u8)]
fn pattern() { let recv!() = 1; let const { recv!() } = 2; let f = |recv!()| 1; recv!() }
