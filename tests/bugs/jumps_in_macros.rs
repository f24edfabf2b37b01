//! `return` and `continue` in a macro of the user: E0308 expected `Step`; E0267 `continue` inside of a closure
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, run};

macro_rules! bail {
    ($error:expr) => {
        return Err($error)
    };
}

macro_rules! next {
    () => {
        continue
    };
}

both! {
    #[consumer(u8)]
    fn checked() -> Result<u8, u8> {
        let byte = recv!();
        if byte == 0 {
            bail!(3);
        }
        Ok(byte)
    }
}

both! {
    #[consumer(u8)]
    fn skipping() -> u8 {
        let mut sum = 0;
        loop {
            let byte = recv!();
            if byte == 0 {
                next!();
            }
            if byte == 9 {
                return sum;
            }
            sum += byte;
        }
    }
}

#[test]
fn macros_jump() {
    run!(checked(), [0]);
    run!(skipping(), [1, 0, 2, 9]);
}
