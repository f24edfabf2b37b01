#[consumer(u8)]
fn constant() { const X: u8 = assert!(recv!(), "{}", recv!()); fn f() { dbg!(recv!()) } recv!() }
