//! A local that is moved on a way that leaves keeps its drop on the others.

use tests::{Guard, both, fail, guard, log, run};

fn never(held: Guard) -> ! {
    log(format_args!("end of {held}"));
    drop(held);
    fail("never")
}

both! {
    #[consumer(u8)]
    fn returned() -> Result<u8, Guard> {
        let held = guard("held");
        let n = recv!();
        if n == 0 {
            return Err(held);
        }
        let k = recv!();
        log("mid");
        if k == 0 {
            return Err(held);
        }
        recv!();
        Ok(3)
    }
}

#[test]
fn by_return() {
    run!(returned(), [1, 1]);
    run!(returned(), [1, 0]);
    run!(returned(), [0]);
    run!(returned(), [1, 1, 1]);
}

both! {
    #[consumer(u8)]
    fn looped() {
        let a = guard("a");
        let _z = guard("z");
        loop {
            let m = recv!();
            if m > 1 {
                drop(a);
                return;
            }
            if m == 0 {
                break;
            }
        }
        recv!();
        log("end");
    }
}

#[test]
fn out_of_a_loop() {
    run!(looped(), []);
    run!(looped(), [0]);
    run!(looped(), [1, 0]);
    run!(looped(), [1, 2]);
    run!(looped(), [1, 0, 1]);
}

both! {
    #[consumer(u8)]
    fn called() {
        let a = guard("a");
        let z = guard("z");
        let n = recv!();
        if n > 3 {
            never(a);
        }
        match recv!() {
            0 => never(z),
            k => log(k),
        }
        recv!();
        log("end");
    }
}

#[test]
fn by_a_call_that_never_comes_back() {
    run!(called(), []);
    run!(called(), [4]);
    run!(called(), [1]);
    run!(called(), [1, 0]);
    run!(called(), [1, 1]);
    run!(called(), [1, 1, 1]);
}

both! {
    #[consumer(u8)]
    fn met() {
        let held = guard("held");
        loop {
            let m = recv!();
            if m > 100 {
                drop(held);
                return;
            }
            if m > 1 {
                break;
            }
        }
        if recv!() > 1 {
            drop(held);
            recv!();
        }
        let same = |x: u8| x;
        log(same(1));
    }
}

#[test]
fn before_ways_meet() {
    run!(met(), [2, 0]);
    run!(met(), [2, 2, 1]);
    run!(met(), [1, 2, 2]);
    run!(met(), [101]);
}
