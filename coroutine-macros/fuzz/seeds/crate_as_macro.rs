#[consumer(u8)]
fn f(mut x: u8) -> u8 { loop { x += [crate!()][0]; match x { 3 => x = recv!(), _ => crate!() } } }
