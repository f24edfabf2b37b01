#[consumer(u8, name = Reader)]
fn assigned() { recv!() = recv!(); (recv!(), x) = y; recv!() += 1; recv!() }
