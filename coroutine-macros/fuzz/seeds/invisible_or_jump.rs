#[consumer(u8)]
fn groups() { if invisible!(recv!()) { recv!(); } else { invisible!(recv!() || return) } }
