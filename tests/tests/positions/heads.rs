//! A `recv!()` in the heads of branches and loops, and in what jumps carry.

use crate::l;
use tests::{both, every, log, run};

both! {
    #[consumer(u8)]
    fn conditions() -> u8 {
        let mut n = 0u8;
        if l("a") == recv!() && n == l("b").wrapping_sub(recv!()) {
            n += recv!();
        } else if recv!() > l("c") {
            n += 2;
        } else {
            n += recv!() + recv!();
        }
        while l("w") < recv!() {
            n += 1;
            if n > 5 {
                break;
            }
        }
        match (recv!(), l("m"), recv!()) {
            (0, x, _) => n += x,
            (_, _, y @ 1..) if recv!() == y => n += recv!(),
            (x, y, z) => n += x + y + z,
        }
        match recv!() {
            x => n += x,
        }
        n
    }
}

both! {
    #[consumer(u8)]
    fn chains() -> u8 {
        let o = |x: u8| x.checked_sub(1);
        let mut n = 0;
        if let Some(x) = o(recv!())
            && x < recv!()
            && let Some(y) = o(recv!())
            && l("a") == 1
        {
            n += x + y + recv!();
        } else {
            n += 9;
        }
        while let Some(x) = o(recv!())
            && let Some(y) = o(recv!() + x)
            && n < 30
        {
            n += x + y + recv!() + 1;
        }
        while let Some(x) = o(recv!()) {
            n += x;
            if recv!() == 0 || n > 60 {
                break;
            }
        }
        if let 1 = recv!()
            && recv!() > 0
            && l("z") > 0
        {
            n += 1;
        }
        n
    }
}

both! {
    #[consumer(u8)]
    fn let_else() -> u8 {
        let o = |x: u8| x.checked_sub(1);
        let Some(a) = o(recv!()) else {
            l("e");
            return recv!();
        };
        let (Some(b), c) = (o(recv!()), l("c") + recv!()) else { return l("f") };
        let d = loop {
            let Some(d) = o(recv!()) else { continue };
            break d;
        };
        a + b + c + d
    }
}

both! {
    #[consumer(u8)]
    fn breaks() -> u8 {
        let a = loop {
            if recv!() > 0 {
                break recv!() + l("a");
            }
            l("turn");
        };
        let b = 'b: {
            if recv!() > 0 {
                break 'b recv!();
            }
            {
                let c = recv!();
                if c > 1 {
                    break 'b c;
                }
            }
            l("tail") + recv!()
        };
        let c = 'o: loop {
            loop {
                match recv!() {
                    0 => break,
                    1 => break 'o l("c") + recv!(),
                    _ => continue 'o,
                }
            }
            log("inner");
        };
        return l("r") + recv!() + a + b + c;
    }
}

#[test]
fn conditions() {
    every!(conditions());
}

#[test]
fn chains() {
    every!(chains());
}

#[test]
fn let_else() {
    every!(let_else());
}

#[test]
fn breaks() {
    every!(breaks());
}
