#[consumer(u8, reply = Option +)]
fn f() -> u8 { recv!(recv!()) }
