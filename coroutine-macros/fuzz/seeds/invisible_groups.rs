#[consumer(invisible!(u8))]
fn groups() { let x = invisible!(recv!() + 1) * 2; if invisible!(x == 3) { invisible!({ recv!() }); } invisible!(return) }
