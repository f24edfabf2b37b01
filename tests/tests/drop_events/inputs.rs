//! A drop that panics, and inputs with a drop that are kept.

use tests::{Guard, both, fail, guard, log, run};

struct Bomb(&'static str, Guard);
impl Drop for Bomb {
    fn drop(&mut self) {
        log(format!("bomb {}", self.0));
        if !std::thread::panicking() {
            fail(self.0)
        }
    }
}
fn bomb(name: &'static str) -> Bomb {
    Bomb(name, guard(name))
}

both! {
    #[consumer(u8)]
    fn panics_in_drop() {
        let a = guard("a");
        let n = recv!();
        {
            let x = if n > 0 { Some(bomb("x")) } else { None };
            let b = guard("b");
            if n > 1 {
                std::mem::forget(x);
            }
        }
        recv!();
        log("end");
    }
}

both! {
    #[consumer(Guard)]
    fn input_guard() {
        let mut last = recv!();
        loop {
            let g = recv!();
            if g.name == "stop" {
                break;
            }
            if g.name == "fail" {
                fail("x")
            }
            last = g;
        }
        recv!();
        log(&last);
    }
}

#[test]
fn panics_in_drop() {
    run!(panics_in_drop(), [0, 1, 1]);
    run!(panics_in_drop(), [1, 1]);
    run!(panics_in_drop(), [2, 1]);
}

#[test]
fn input_guard() {
    run!(input_guard(), []);
    run!(input_guard(), [guard("1")]);
    run!(input_guard(), [guard("1"), guard("2")]);
    run!(input_guard(), [guard("1"), guard("stop")]);
    run!(input_guard(), [guard("1"), guard("stop"), guard("3")]);
    run!(input_guard(), [guard("1"), guard("3"), guard("fail")]);
}
