//! What `?` and the value of a tail leave behind.

use crate::pass;
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn question() -> Result<Guard, String> {
        let a = guard("a");
        for i in 0..3u8 {
            let b = guard("b");
            let n = {
                let t = guard("t");
                let r = recv!();
                if r == 0 { Err(format!("e{i}")) } else { Ok(r) }
            }?;
            log(n);
            let c = guard("c");
            let m: u8 = Some(recv!()).filter(|x| *x > 0).ok_or("none")?;
            log(m);
        }
        Ok(a)
    }
}

both! {
    #[consumer(u8)]
    fn question_in_call() -> Option<u8> {
        let a = guard("a");
        let v = vec![guard("v"), if recv!() > 0 { Some(guard("s")) } else { None }?, guard("w")];
        recv!();
        log(v.len());
        Some(1)
    }
}

both! {
    #[consumer(u8)]
    fn nested_tail() -> Guard {
        let a = guard("a");
        {
            let b = guard("b");
            if recv!() == 0 {
                let c = guard("c");
                pass(c)
            } else {
                match recv!() {
                    0 => a,
                    1 => b,
                    _ => {
                        recv!();
                        pass(guard("d"))
                    }
                }
            }
        }
    }
}

#[test]
fn question() {
    every!(question());
}

#[test]
fn question_in_call() {
    every!(question_in_call());
}

#[test]
fn nested_tail() {
    every!(nested_tail());
}
