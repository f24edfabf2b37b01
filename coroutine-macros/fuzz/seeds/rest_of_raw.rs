#[consumer(u8)]
fn rest() { let r#fn; if c { r#fn = guard; if d { drop(r#fn); } } recv!() }
