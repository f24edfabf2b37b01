#[consumer(u8)]
fn head() { if (S { x: recv!() }) { } let y = S { x: recv!() } == z && recv!() == 0; matches!(S { x: 1 }, S { x } if x == recv!()) }
