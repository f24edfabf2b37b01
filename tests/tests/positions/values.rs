//! A `recv!()` in `?`, replies, blocks, chains of methods and generic calls.

use crate::l;
use tests::{both, every, fail, log, run};

fn two(a: u8, b: u8) -> u8 {
    a + b
}
fn sized<const N: usize>(x: u8) -> usize {
    N + usize::from(x)
}

both! {
    #[consumer(u8)]
    fn questions() -> Option<u8> {
        let o = |x: u8| x.checked_sub(1);
        let a = o(recv!())? + l("a");
        let b = o(o(recv!() + 1)?)? + o(recv!())?;
        let c = (l("b"), Some(recv!())?, o(recv!())?);
        let d = [Some(c)?.1, o(recv!())?.checked_add(recv!())?];
        Some(a + b + d[1] + Some(recv!())?)
    }
}

both! {
    #[consumer(u8, reply = u8)]
    fn replies() -> u8 {
        let a = recv!(recv!(recv!(1) + l("a")));
        let b = recv!(l("b")) + recv!(if recv!(a) > 1 { recv!(2) } else { 3 });
        let c = match recv!(recv!(b) + recv!(4)) {
            0 => recv!(5),
            x => x,
        };
        recv!({
            let t = l("t");
            let u = recv!(t);
            t + u
        }) + c
    }
}

both! {
    #[consumer(u8)]
    fn blocks() -> u8 {
        let a = {
            let x = recv!();
            let y = l("y");
            x + y
        } + { recv!() } * { l("z") };
        let b = 3 + if recv!() > 0 { recv!() } else { l("e") }
            - match recv!() {
                0 => 0,
                _ => 1,
            };
        let c = (loop {
            break recv!();
        }) + l("c");
        let d = { { { recv!() } } };
        let e = 'b: {
            if recv!() > 0 {
                break 'b 4;
            }
            recv!()
        };
        two(a, {
            l("u");
            recv!()
        }) + b
            + c
            + d
            + e
    }
}

both! {
    #[consumer(u8)]
    fn iterators() -> Vec<u8> {
        let v: Vec<u8> = (0..recv!()).chain(recv!()..3).map(|x| x + 1).collect();
        let s = v.iter().sum::<u8>() + l("s") + recv!();
        let m = v.iter().copied().fold(2, |a, b| a + b).max(recv!()).min(l("m") + recv!());
        let w = [l("a"), recv!()].map(|x| x + 1).into_iter().chain([s, m]).collect::<Vec<u8>>();
        w
    }
}

both! {
    #[consumer(u8)]
    fn turbofish() -> usize {
        let a = u16::from(recv!());
        let b = <u32 as From<u8>>::from(recv!());
        let c = Vec::<u8>::with_capacity(usize::from(recv!())).len();
        let d = sized::<3>(recv!()) + sized::<{ 1 + 1 }>(l("g") + recv!());
        let e = "1".parse::<usize>().unwrap_or(recv!().into());
        let f = [0u8; 2 + 1][usize::from(recv!())];
        c + d + e + usize::from(a) + b as usize + usize::from(f)
    }
}

both! {
    #[consumer(u8)]
    fn diverging() -> u8 {
        if recv!() == 0 {
            fail("zero");
        }
        if recv!() == 0 {
            std::panic::resume_unwind(Box::new(format!("{} {}", l("p"), recv!())));
        }
        l("end")
    }
}

#[test]
fn questions() {
    every!(questions());
}

#[test]
fn replies() {
    every!(replies());
}

#[test]
fn blocks() {
    every!(blocks());
}

#[test]
fn iterators() {
    every!(iterators());
}

#[test]
fn turbofish() {
    every!(turbofish());
}

#[test]
fn diverging() {
    every!(diverging());
}
