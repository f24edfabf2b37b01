#[consumer(u8)]
fn pattern() { delegate!(match { let recv!() = recv!(); recv!() } { _ => recv!() }) }
