#[consumer([u8; { recv!() }])]
fn of_type(x: [u8; recv!()]) { let y: [u8; { recv!() }] = x; f::<{ recv!() }>(); recv!() }
