//! Lifetimes, types and constants of the signature called as those of the expansion.

use tests::{Guard, both, guard, log, run};

// lifetimes and generics
mod lt {
    pub struct C<const x: u8>;
    use super::*;
    both! {
        #[consumer(u8, reply = u8)]
        fn a<'input>(x: &'input u8) -> &'input u8 {
            let y = recv!(*x);
            log(y);
            recv!(y);
            x
        }
    }

    both! {
        #[consumer(u8)]
        fn b<'input, 'state: 'input, Start: std::fmt::Debug + 'state, Done>(
            x: &'input Start,
            d: &'state Done,
        ) -> &'input Start {
            recv!();
            log(format!("{x:?}"));
            recv!();
            x
        }
    }

    both! {
        #[consumer(u8)]
        fn c<X, Output, Input: Copy, Reply>(
            x: X,
            output: Output,
            input: Input,
            reply: Reply,
        ) -> (Output, Input, Reply, X) {
            recv!();
            let y = recv!();
            log(y);
            (output, input, reply, x)
        }
    }

    both! {
        #[consumer(u8)]
        fn d<const N: usize, const x: u8, const n: usize>(
            a: [u8; N],
            b: [(); n],
            _c: C<x>,
        ) -> [u8; n] {
            let y = recv!();
            let z = [y + recv!() + x; n];
            log(a[recv!() as usize]);
            z
        }
    }

    both! {
        #[consumer(u8)]
        fn e<S: Copy, F: Fn(S) -> S>(start: S, names: F) -> (S, u8) {
            let a = recv!();
            let b = names(start);
            log(format!("{:?}", recv!()));
            (b, a)
        }
    }

    #[test]
    fn same() {
        run!(a(&1), [1, 2]);
        run!(b(&1, &2), [1, 2]);
        run!(d([1, 2, 3], [(); 2], C::<3>), [1, 2, 1]);
        run!(c(1, 2, 3, 4), [1, 2]);
        run!(e(1, |x| x + 1), [1, 2]);
    }
}
