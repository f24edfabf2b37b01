#[consumer]
impl<T> Outer<T> { #[consumer(u8, name = Machine)] fn method(x: T) -> T { recv!(); x } fn plain() { let v = delegate!(__exit!(7)); } }
