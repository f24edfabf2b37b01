//! Temporaries in statements, heads, initializers and tails.

use tests::{Guard, both, every, guard, log, run};

fn id(g: &Guard) -> u8 {
    log(format!("id {g}"));
    1
}

both! {
    #[consumer(u8)]
    fn statement() {
        let k = guard("k");
        log(usize::from(recv!()) + guard("t").id());
        guard("u").id() + usize::from(recv!());
        recv!() + id(&guard("w"));
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn let_extended() {
        let x = &guard("x");
        let y = &guard("y");
        recv!();
        let z = (guard("z"), recv!());
        log(z.0.id);
        recv!();
        log(&x.name);
        log(y.id);
    }
}

both! {
    #[consumer(u8)]
    fn heads() {
        if guard("if").id() > usize::from(recv!()) {
            log("then");
            recv!();
        } else {
            log("else");
            recv!();
        }
        let mut n = 0;
        while guard("while").id() > usize::from(recv!()) + n {
            n += 3;
            log("body");
            recv!();
        }
        match guard("match").id() + usize::from(recv!()) {
            5 => {
                log("5");
                recv!();
            }
            _ => {
                recv!();
            }
        }
        for i in 0..guard("fo").id() + usize::from(recv!()) {
            if i > 1 {
                break;
            }
            log(i);
            recv!();
        }
    }
}

both! {
    #[consumer(u8)]
    fn head_if_let() {
        let k = guard("k");
        if let Some(c) = guard("abc").name.get(usize::from(recv!())..) {
            log(c);
        } else {
            log("else");
            recv!();
        }
        log("end");
        recv!();
    }
}

both! {
    #[consumer(u8)]
    fn tail() -> usize {
        let a = guard("a");
        usize::from(recv!()) + guard("tail").id()
    }
}

both! {
    #[consumer(u8)]
    fn tail_block() {
        let x = {
            let a = guard("a");
            guard("t").id() + usize::from(recv!()) + a.id
        };
        recv!();
        log(x);
    }
}

both! {
    #[consumer(u8)]
    fn match_temporary_arms() {
        match (guard("s").id(), recv!()) {
            (n, m) if n > usize::from(m) => {
                recv!();
                log("first");
            }
            _ => log("second"),
        }
        let x = match &guard("ref") {
            g if recv!() > 0 => {
                recv!();
                g.id
            }
            g => g.id + 1,
        };
        recv!();
        log(x);
    }
}

#[test]
fn statement() {
    every!(statement());
}

#[test]
fn let_extended() {
    every!(let_extended());
}

#[test]
fn heads() {
    every!(heads());
}

#[test]
fn head_if_let() {
    every!(head_if_let());
}

#[test]
fn tail() {
    every!(tail());
}

#[test]
fn tail_block() {
    every!(tail_block());
}

#[test]
fn match_temporary_arms() {
    every!(match_temporary_arms());
}
