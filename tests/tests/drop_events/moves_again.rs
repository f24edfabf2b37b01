//! Moved and given again, by itself or by a pattern.

use crate::{eat, pass};
use tests::{Guard, both, every, guard, log, run};

both! {
    #[consumer(u8)]
    fn swapped() {
        let mut a = guard("a");
        let mut b = guard("b");
        recv!();
        (a, b) = (b, a);
        recv!();
        std::mem::swap(&mut a, &mut b);
        recv!();
        log(a.id);
    }
}

both! {
    #[consumer(u8)]
    fn moved_into_itself() {
        let mut a = guard("a");
        a = pass(a);
        recv!();
        a = {
            recv!();
            pass(a)
        };
        recv!();
        let a = pass(a);
        recv!();
        log(a.id);
    }
}

both! {
    #[consumer(u8)]
    fn taken_by_match() {
        let o = Some(guard("o"));
        let k = guard("k");
        match o {
            Some(g) if g.id > 5 => {
                recv!();
                eat(g)
            }
            Some(g) => {
                recv!();
                log(&g);
                recv!();
            }
            None => {}
        }
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn option_moved() {
        let mut o = Some(guard("a"));
        loop {
            let n = recv!();
            if n == 0 {
                if let Some(g) = o.take() {
                    recv!();
                    eat(g);
                }
            } else if n == 1 {
                o = Some(guard("b"));
            } else {
                o.replace(guard("c"));
                break;
            }
        }
        recv!();
    }
}

#[test]
fn swapped() {
    every!(swapped());
}

#[test]
fn moved_into_itself() {
    every!(moved_into_itself());
}

#[test]
fn taken_by_match() {
    every!(taken_by_match());
}

#[test]
fn option_moved() {
    every!(option_moved());
}
