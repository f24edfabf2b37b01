//! The same in methods of a block that is marked.

use crate::inherent::{call, methods};
use crate::support::{one, two, type_of};
use tests::log;

methods! {
    mod sums: u8 {
        #[derive(Debug)]
        pub(crate) struct Sum(pub(crate) u8);
    }
    impl Sum {
        #[consumer(u8)]
        fn of_two_ways(self) -> i64 {
            let x = match recv!() {
                0 => 255,
                1 => recv!(),
                _ => 254,
            };
            let sum = i64::from(x << 1);
            let y = if recv!() == 0 { 254 } else { recv!() | self.0 };
            sum + i64::from(y << 1)
        }

        #[consumer(u8, name = Open)]
        fn open(self) -> usize {
            let x = if recv!() == 0 { None } else { Some(self.0) };
            let own: usize = x.map_or(9, |x| x.to_be_bytes().len());
            let list = if recv!() == 0 { vec![] } else { vec![recv!(), 255] };
            own + list.iter().map(|n| usize::from(n << 1)).sum::<usize>()
        }

        #[consumer(u8)]
        fn replaced(mut self) -> Sum {
            let mut x = 255;
            log(i64::from(x << 1));
            x = recv!();
            let g = if recv!() == 0 { one } else { two };
            self.0 = g(x);
            log(recv!());
            log(type_of(&g).len() > 3);
            self
        }

        #[consumer(u8, name = Defaulted, batch)]
        fn defaulted(self) -> i64 {
            let mut sum: i64 = 0;
            for _ in 0..2 {
                let x = if recv!() == 0 { Default::default() } else { recv!() };
                sum += i64::from((x | 128) << 1);
                let own = match recv!() {
                    0 => Sum(127),
                    1 => Self(recv!()),
                    _ => Self(255),
                };
                sum += i64::from(own.0 << 1);
            }
            sum
        }
    }
}

#[test]
fn methods_do_the_same() {
    for [a, b, c, d] in [[0, 0, 0, 0], [1, 0, 1, 2], [1, 1, 2, 2], [2, 1, 0, 1], [0, 2, 1, 1]] {
        call!(sums::Sum(200).of_two_ways(), [a, b, c, d]);
        call!(sums::Sum(200).open(), [a, b, c, d]);
        call!(sums::Sum(200).replaced(), [a, b, c, d]);
        call!(sums::Sum(200).defaulted(), [a, b, c, d, b, a, 0]);
    }
}
