//! Bodies that authors of libraries write.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u32)]
    fn changed_by_reference(start: Option<u32>) -> Option<u32> {
        let mut held = start;
        match held {
            Some(ref mut n) => {
                *n += recv!();
                *n += recv!();
            }
            None => log("none"),
        }
        held
    }
}

both! {
    #[consumer(u32)]
    fn arms_that_do_nothing(n: u32) -> u32 {
        match recv!() {
            4 => log(recv!()),
            5 => log("five"),
            _ => (),
        }
        n + recv!()
    }
}

#[test]
fn mean_what_they_say() {
    run!(changed_by_reference(Some(1)), [2, 3]);
    run!(arms_that_do_nothing(1), [4, 5, 6]);
    run!(arms_that_do_nothing(1), [5, 6]);
    run!(arms_that_do_nothing(1), [7, 6]);
}

mod borrowed {
    use coroutine_runtime::CoroutineState::{Complete, Yielded};
    use coroutine_runtime::{consumer, recv};

    struct Bytes(Vec<u8>);

    impl Bytes {
        #[consumer(u8)]
        fn until_zero(&mut self) -> &[u8] {
            loop {
                let byte = recv!();
                if byte == 0 {
                    return &self.0;
                }
                self.0.push(byte);
            }
        }
    }

    #[consumer(u8)]
    fn behind<'a>(bytes: &'a mut Vec<u8>, first: u8) -> &'a mut [u8] {
        bytes.push(first);
        loop {
            let byte = recv!();
            if byte == 0 {
                return &mut bytes[1..];
            }
            bytes.push(byte);
        }
    }

    #[test]
    fn a_part_of_what_is_lent_is_returned() {
        let mut bytes = Bytes(vec![1]);
        let mut until = bytes.until_zero().prime();
        assert_eq!(until.send(2), Yielded(()));
        assert_eq!(until.send(0), Complete(&[1, 2][..]));

        let mut bytes = Vec::new();
        let mut behind = behind(&mut bytes, 1).prime();
        assert_eq!(behind.send(2), Yielded(()));
        assert_eq!(behind.send(0), Complete(&mut [2][..]));
    }
}
