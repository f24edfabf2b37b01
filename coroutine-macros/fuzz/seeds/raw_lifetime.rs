#[consumer(u8)]
fn f<'r#fn>(x: &'r#fn str) { 'r#loop: loop { recv!(); break 'r#loop } }
