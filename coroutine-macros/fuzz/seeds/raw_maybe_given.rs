#[consumer(u8)]
fn deferred() { let r#fn; if r#fn { r#fn = guard } recv!() }
