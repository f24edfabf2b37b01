//! A panic behind a resume, in an operand, in a reply.

use tests::{Guard, both, every, fail, guard, log, run};

fn boom(n: u8) -> u8 {
    if n == 0 {
        fail("boom")
    }
    n
}
fn nonzero(n: u8) {
    if n == 0 {
        fail("zero")
    }
}
fn three(_a: Guard, b: u8, _c: Guard) {
    log(b);
}

both! {
    #[consumer(u8)]
    fn panics_at_resume() {
        let n = recv!();
        if n == 0 {
            fail("first");
        }
        let a = guard("a");
        let n = recv!();
        if n == 0 {
            fail("second")
        }
        {
            let b = guard("b");
            let n = recv!();
            nonzero(n);
            let c = guard("c");
            recv!();
        }
        log("end");
        if recv!() == 0 {
            fail("last");
        }
    }
}

both! {
    #[consumer(u8)]
    fn panics_in_operand() {
        let a = guard("a");
        let b = (guard("t"), boom(recv!()), guard("u"));
        let c = guard("c");
        log(usize::from(boom(recv!())) + guard("temp").id());
        three(guard("x"), boom(recv!()), guard("y"));
    }
}

both! {
    #[consumer(u8, reply = u8)]
    fn panics_in_reply() {
        let a = guard("a");
        let x = recv!(1);
        {
            let b = guard("b");
            let y = recv!(boom(x));
            let c = guard("c");
            recv!(boom({
                let d = guard("d");
                y
            }));
        }
        let g = guard("g");
        recv!({
            let h = guard("h");
            boom(x.wrapping_sub(1))
        });
    }
}

both! {
    #[consumer(u8)]
    fn panics_before_any() {
        boom(recv!());
        let a = guard("a");
        boom(recv!());
    }
}

#[test]
fn panics_at_resume() {
    every!(panics_at_resume());
}

#[test]
fn panics_in_operand() {
    every!(panics_in_operand());
}

#[test]
fn panics_in_reply() {
    every!(panics_in_reply());
}

#[test]
fn panics_before_any() {
    every!(panics_before_any());
}
