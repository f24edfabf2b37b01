//! Macros and inner items called as those that the expansion uses.

use tests::{Guard, both, guard, log, run};

mod macros {
    use super::*;
    macro_rules! unreachable {
        ($($x:tt)*) => {
            3u8
        };
    }
    macro_rules! panic {
        ($($x:tt)*) => {
            4u8
        };
    }
    macro_rules! matches {
        ($($x:tt)*) => {
            5u8
        };
    }
    macro_rules! vec {
        ($($x:tt)*) => {
            6u8
        };
    }
    macro_rules! on_close {
        ($($x:tt)*) => {
            7u8
        };
    }
    both! {
        #[consumer(u8)]
        fn m() -> u8 {
            let x = unreachable!() + panic!() + matches!(3) + vec![];
            let y = recv!();
            let z = unreachable!(1) + panic!("a") + matches!(3) + vec![1; 2];
            x + y + recv!() + z
        }
    }

    #[test]
    fn same() {
        run!(m(), [1, 2, 3, 4, 5, 6, 7]);
    }
}

mod loc_macros {
    use super::*;
    both! {
        #[consumer(u8)]
        fn m() -> u8 {
            macro_rules! unreachable {
                ($($x:tt)*) => {
                    3u8
                };
            }
            macro_rules! receive {
                ($($x:tt)*) => {
                    4u8
                };
            }
            let x = unreachable!() + receive!();
            let y = recv!();
            let z = unreachable!(1) + receive!("a");
            x + y + recv!() + z
        }
    }

    both! {
        #[consumer(u8)]
        fn items() -> u8 {
            fn receive(x: u8) -> u8 {
                x + 1
            }
            fn names(x: u8) -> u8 {
                x + 2
            }
            struct Consumer {
                start: u8,
            }
            enum Start {
                Done,
            }
            const N: u8 = 4;
            mod core {
                pub fn f() -> u8 {
                    5
                }
            }
            mod coroutine_runtime {
                pub fn f() -> u8 {
                    5
                }
            }
            let c = Consumer { start: names(recv!()) };
            let s = Start::Done;
            let y = recv!();
            match s {
                Start::Done => {
                    receive(y + c.start + N + core::f() + coroutine_runtime::f()) + recv!()
                }
            }
        }
    }

    #[test]
    fn same() {
        run!(m(), [1, 2, 3, 4, 5, 6, 7]);
        run!(items(), [1, 2, 3, 4, 5, 6, 7]);
    }
}
