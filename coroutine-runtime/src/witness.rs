//! One type for each local. A transition sees only a part of the body, so rustc would infer the type of a local that is stored nowhere for
//! each transition by itself. The expansion therefore prints the body once as it is written, in code that never runs, and takes the types
//! of the locals from there: a [`Witness`] carries each.

use core::marker::PhantomData;

/// The type of a local. It has no size, and is `Copy` and `Send` whatever the type is.
pub struct Witness<T>(PhantomData<fn(T) -> T>);

impl<T> Clone for Witness<T> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Witness<T> {}

impl<T> Witness<T> {
    /// That of a type that something else tells.
    #[inline]
    #[must_use]
    #[allow(clippy::new_without_default, reason = "nothing is generic over it")]
    pub const fn new() -> Self {
        Witness(PhantomData)
    }

    /// The type is that of this value.
    #[inline]
    #[must_use]
    pub fn keep(self, value: T) -> T {
        value
    }
}

/// The witness is one of this local's type. The local comes first: nothing is expected of it then, so that it is not coerced. If rustc found an
/// error in its value, the witness has the type of errors, and none is reported again.
#[inline]
#[allow(
    clippy::needless_pass_by_value,
    reason = "a reference to what has an error would tell nothing"
)]
pub fn __tie<T>(_: T, _: Witness<T>) {}

/// Makes a [`Witness`] for each local.
#[doc(hidden)]
#[macro_export]
macro_rules! __witnesses {
    ($($witness:ident),*) => { $(let $witness = $crate::__private::Witness::new();)* };
}

/// A local of a transition has the type that it has in the body as written. It may have no value yet, or one that borrows from something
/// that ends before the witness: rustc looks at the types of what stands behind a `panic!()`, and at nothing else of it.
#[doc(hidden)]
#[macro_export]
macro_rules! __same_type {
    ($local:ident, $witness:ident) => {
        #[allow(unreachable_code)]
        if false {
            $crate::__private::core::panic!();
            $crate::__private::as_written::__tie($local, $witness);
        }
    };
}

#[cfg(test)]
mod tests {
    use super::{__tie, Witness};

    #[test]
    fn a_local_has_the_type_that_another_shows() {
        let witness = Witness::new();
        let one = 1;
        __same_type!(one, witness);
        __tie(2u8, witness);
        assert_eq!((size_of_val(&one), size_of_val(&witness)), (1, 0));
        let later;
        __same_type!(later, witness);
        later = witness.keep(3);
        assert_eq!(size_of_val(&later), 1);
    }

    #[test]
    fn what_it_borrows_may_end_before_it() {
        let witness = Witness::new();
        {
            let text = [1, 2];
            let first = text.first();
            __same_type!(first, witness);
            assert_eq!(first, Some(&1));
        }
        __tie(None, witness);
    }
}
