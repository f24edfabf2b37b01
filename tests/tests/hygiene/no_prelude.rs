//! Modules without a prelude.
use tests::{Guard, both, guard, log, run};
mod bare {
    #![no_implicit_prelude]
    use ::coroutine_runtime::recv;
    use ::std::option::Option::{self, None, Some};
    #[::coroutine_runtime::consumer(u8)]
    pub fn consumer(g: ::tests::Guard, list: [u8; 3]) -> Option<u8> {
        let mut n = 0u8;
        for i in 0..3u8 {
            n += i + recv!();
        }
        let x = Some(n)?;
        for i in &list {
            n += i + recv!();
        }
        if recv!() > 3 {
            ::tests::log(g.id());
            ::tests::log(recv!());
        }
        if n == 0 {
            return None;
        }
        while let Some(_) = n.checked_sub(1) {
            n -= 1;
            if recv!() > 3 {
                break;
            }
        }
        match recv!() {
            1 if recv!() == 3 => Some(3),
            _ => Some(n + x),
        }
    }
    pub mod plain {
        #![no_implicit_prelude]
        use ::std::option::Option::{self, None, Some};
        use ::tests::blocking_recv as recv;
        type OracleInput = u8;
        pub fn oracle(g: ::tests::Guard, list: [u8; 3]) -> Option<u8> {
            let mut n = 0u8;
            for i in 0..3u8 {
                n += i + recv!();
            }
            let x = Some(n)?;
            for i in &list {
                n += i + recv!();
            }
            if recv!() > 3 {
                ::tests::log(g.id());
                ::tests::log(recv!());
            }
            if n == 0 {
                return None;
            }
            while let Some(_) = n.checked_sub(1) {
                n -= 1;
                if recv!() > 3 {
                    break;
                }
            }
            match recv!() {
                1 if recv!() == 3 => Some(3),
                _ => Some(n + x),
            }
        }
    }
}
mod early {
    #![no_implicit_prelude]
    use ::coroutine_runtime::{on_close, recv};
    #[::coroutine_runtime::consumer(u8)]
    pub fn consumer(n: u8) -> u8 {
        if n == 0 {
            return 3;
        }
        let c = move |x: u8| x + n;
        let mut s = 3;
        loop {
            let y = recv!();
            s += c(y);
            if recv!() > 5 {
                if recv!() > 4 {
                    break;
                }
            }
            s += 1;
        }
        on_close! { s }
        s
    }
}
#[test]
fn same() {
    run!(bare(guard("g"), [1, 2, 3]), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    run!(bare(guard("g"), [1, 2, 3]), [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
}
