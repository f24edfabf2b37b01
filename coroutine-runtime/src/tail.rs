//! The value of a function-level `on_close!`, which may be the output or may be nothing.

/// What such a handler evaluates to: the output, `()`, or nothing at all. The two parameters tell these apart, since the output may be of
/// any type; and a value that is seen to be no `()` has the type of the output, as `Ok(sum)` and a literal need it.
#[diagnostic::on_unimplemented(
    message = "a handler of the function gives its output, `{Output}`, or nothing",
    label = "expected `{Output}` or `()`, found `{Self}`"
)]
pub trait Gives<Output, How> {
    /// The output, if there is one.
    fn output(self) -> Option<Output>;
}

/// The output itself.
pub struct IsOutput;
/// `()`: the consumer gives nothing.
pub struct IsUnit;
/// A handler that never comes to its end.
pub struct IsNever;

#[diagnostic::do_not_recommend]
impl<Output> Gives<Output, IsOutput> for Output {
    #[inline]
    fn output(self) -> Option<Output> {
        Some(self)
    }
}

#[diagnostic::do_not_recommend]
impl<Output> Gives<Output, IsUnit> for () {
    #[inline]
    fn output(self) -> Option<Output> {
        None
    }
}

/// What a function returns. The type of one that never returns cannot be written on stable Rust; a function has it.
pub trait Returns {
    /// Its type.
    type Value;
}

impl<Value> Returns for fn() -> Value {
    type Value = Value;
}

#[diagnostic::do_not_recommend]
impl<Output> Gives<Output, IsNever> for <fn() -> ! as Returns>::Value {
    #[inline]
    fn output(self) -> Option<Output> {
        self
    }
}

/// The output that a handler gives.
#[inline]
pub fn gives<Output, Value: Gives<Output, How>, How>(value: Value) -> Option<Output> {
    value.output()
}

#[cfg(test)]
mod tests {
    use super::gives;

    #[test]
    fn the_output_or_nothing() {
        assert_eq!(gives::<u32, _, _>(1), Some(1u32));
        assert_eq!(gives::<u32, _, _>(()), None);
        assert_eq!(gives::<Option<u8>, _, _>(None), Some(None));
        assert_eq!(gives::<Result<(), u8>, _, _>(Err(1)), Some(Err(1)));
    }
}
