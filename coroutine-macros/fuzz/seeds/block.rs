#[consumer]
impl<T> Outer<T> { #[consumer(u8, name = Machine, derive(Clone))] fn method(x: T) -> T { recv!(); x } fn plain() {} }
