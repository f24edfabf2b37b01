#[consumer(u8, reply = &u8)]
fn method(&mut self) -> u8 { while recv!(&self.x) != 0 { self.x += delegate!(self.inner()); } on_close! { self.x } self.x }
