//! Braces, ignored values, jumps in returned values, borrowed temporaries, attributes on arms.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(u8)]
    fn braces() -> u8 {
        let a = recv! {};
        let b = recv![];
        log(a + b);
        recv! {}
    }
}

both! {
    #[consumer(u8)]
    fn ignored() {
        let x = recv!();
        if recv!() > 1 { Some(x) } else { None };
    }
}

both! {
    #[consumer(u8)]
    fn jump_in_a_returned_value() -> u8 {
        loop {
            let byte = recv!();
            return if byte == 0 { continue } else { byte };
        }
    }
}

fn take(guard: &Guard, byte: u8) {
    log(format!("{guard} {byte}"));
}

both! {
    #[consumer(u8)]
    fn borrowed_temporary() {
        take(&guard("temporary"), recv!());
    }
}

both! {
    #[consumer(u8)]
    fn arm_configured_away() -> u8 {
        match recv!() {
            #[cfg(any())]
            1 => 5,
            1 => recv!(),
            _ => 0,
        }
    }
}

#[test]
fn each_form() {
    run!(braces(), [1, 2, 3]);
    run!(ignored(), [1, 2]);
    run!(jump_in_a_returned_value(), [0, 2]);
    run!(borrowed_temporary(), [1, 2]);
    run!(arm_configured_away(), [1, 2]);
}
