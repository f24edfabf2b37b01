#[consumer(u8, name = Machine)]
fn f(x: _) -> u8 { drop(x); recv!() }
