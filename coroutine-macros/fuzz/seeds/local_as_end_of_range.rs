#[consumer(u8, name = Decoder)]
fn f(x: [u8; 3]) { loop { match x { ..x => { let byte = [recv!()]; } x..=x => {} _ => {} } } }
