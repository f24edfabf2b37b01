//! Loops over what is owned, and ways out of a `let … else`.

use tests::{both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn while_let_exits() {
        let mut v = vec![guard("0"), guard("1"), guard("2")];
        while let Some(g) = v.pop() {
            match recv!() {
                0 => continue,
                1 => {
                    let h = g;
                    recv!();
                }
                _ => break,
            }
            log("turn");
        }
        recv!();
        log(v.len());
    }
}

both! {
    #[consumer(u8)]
    fn for_owned() {
        let v = vec![guard("0"), guard("1"), guard("2")];
        let k = guard("k");
        for g in v {
            match recv!() {
                0 => continue,
                1 => {
                    let h = g;
                    recv!();
                }
                _ => break,
            }
            log("turn");
        }
        recv!();
        log("end");
    }
}

both! {
    #[consumer(u8)]
    fn let_else_exits() -> u8 {
        let k = guard("k");
        let v = {
            let t = guard("t");
            let Some(x) = recv!().checked_sub(1) else {
                let e = guard("e");
                recv!();
                return 3;
            };
            let u = guard("u");
            let (Some(y), g) = (recv!().checked_sub(1), guard("g")) else {
                log("else");
                return recv!();
            };
            recv!();
            x + y
        };
        recv!();
        v
    }
}

both! {
    #[consumer(u8)]
    fn rounds() {
        for i in 0..3u8 {
            let a = guard(format!("a{i}"));
            recv!();
            let b = guard(format!("b{i}"));
            if i == 1 {
                let c = guard("c");
                recv!();
            }
            recv!();
        }
        let mut n = 0;
        while n < 2 {
            let w = guard("w");
            n += 1;
            recv!();
            let v = guard("v");
        }
    }
}

#[test]
fn while_let_exits() {
    every!(while_let_exits());
}

#[test]
fn for_owned() {
    every!(for_owned());
}

#[test]
fn let_else_exits() {
    every!(let_else_exits());
}

#[test]
fn rounds() {
    every!(rounds());
}
