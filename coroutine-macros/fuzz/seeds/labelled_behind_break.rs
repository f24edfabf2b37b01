#[consumer(u8)]
fn f() { while g() { loop { break m!() } recv!(); } loop { recv!(); break m!().x } }
