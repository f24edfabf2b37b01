//! `break`, `continue` and `return` out of several scopes.

use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn jumps() {
        let o = guard("o");
        'a: loop {
            let a = guard("a");
            for i in 0..2 {
                let b = guard("b");
                {
                    let c = guard("c");
                    match recv!() {
                        0 => break 'a,
                        1 => continue 'a,
                        _ => {}
                    }
                    let d = guard("d");
                    if recv!() > 0 {
                        continue;
                    }
                }
                log("i");
            }
        }
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn jumps_while(mut n: u8) -> u8 {
        let o = guard("o");
        let r = 'b: {
            while {
                let h = guard("h");
                recv!() > 0
            } {
                let w = guard("w");
                n += 1;
                if n > 4 {
                    break 'b guard("r4").id;
                }
                if recv!() == 2 {
                    break;
                }
            }
            let t = guard("t");
            if recv!() == 0 {
                break 'b t.id;
            }
            7
        };
        recv!();
        r as u8
    }
}

both! {
    #[consumer(u8)]
    fn returned() -> Guard {
        let a = guard("a");
        let b = guard("b");
        loop {
            let c = guard("c");
            match recv!() {
                0 => return a,
                1 => return c,
                _ => {
                    let d = guard("d");
                    recv!();
                    if recv!() == 0 {
                        return d;
                    }
                }
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn block_value() {
        let k = guard("k");
        let v = loop {
            let t = guard("t");
            let x = guard("x");
            match recv!() {
                0 => break x,
                1 => break t,
                _ => {}
            }
        };
        recv!();
        log(&v);
        let w = 'l: {
            let q = guard("q");
            if recv!() > 0 {
                break 'l q;
            }
            guard("w")
        };
        recv!();
        log(&w);
    }
}

#[test]
fn jumps() {
    every!(jumps());
}

#[test]
fn jumps_while() {
    every!(jumps_while(1));
}

#[test]
fn returned() {
    every!(returned());
}

#[test]
fn block_value() {
    every!(block_value());
}
