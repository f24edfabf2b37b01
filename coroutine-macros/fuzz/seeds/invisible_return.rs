#[consumer(u8, derive(Clone, Debug))]
fn groups() { let x = invisible!(recv!() + 1) * 2; if invisible!(x == 3) { invisible!(return) | x | x; } if invisible!(return) { recv!() } else { invisible!(return) } }
