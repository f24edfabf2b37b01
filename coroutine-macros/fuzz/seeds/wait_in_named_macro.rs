#[consumer(u8 , reply = ())]
fn method (& mut self) -> * const u8 { while {ules ! m { () => { recv ! (& self . x) } } m ! () } != 0 { self . x += delegate ! (self . inner ()) ; self . x += delegate ! (self . inner ()) ; } on_close ! { self . x } invisible ! (self . x) }
