//! A `recv!()` in struct, array and tuple literals, ranges, casts, references and indexes.

use crate::l;
use tests::{both, every, log, run};

#[derive(Debug, Clone, Default)]
struct S {
    a: u8,
    b: u8,
    c: u8,
    d: u8,
}
fn base() -> S {
    log("base");
    S { a: 7, b: 7, c: 7, d: 7 }
}

both! {
    #[consumer(u8)]
    fn literals() -> (S, S, [u8; 3], (u8, u8, u8, u8)) {
        let s = S { b: l("b"), a: recv!(), d: l("d"), c: recv!() };
        let t = S { c: recv!(), a: l("a"), ..base() };
        let u = S { c: l("c"), ..S { a: recv!(), b: l("q"), ..Default::default() } };
        log(format!("{u:?}"));
        (s, t, [l("x"), recv!(), l("y")], (recv!(), l("z"), recv!(), l("w")))
    }
}

both! {
    #[consumer(u8)]
    fn repeats() -> ([u8; 3], Vec<u8>) {
        let a = [recv!(); 3];
        let b = [{
            l("a");
            recv!() + l("b")
        }; 2];
        let c = [[recv!(), b[0]]; 2];
        let v = vec![recv!(); usize::from(l("n")) + 1];
        let w = vec![l("c"), recv!(), l("d")];
        log(format!("{a:?} {b:?} {c:?} {w:?}"));
        (a, v)
    }
}

both! {
    #[consumer(u8)]
    fn ranges() -> Vec<u8> {
        let v = [1u8, 2, 3, 4, 5];
        let mut o = vec![];
        o.extend_from_slice(&v[usize::from(recv!())..]);
        o.extend_from_slice(&v[..usize::from(recv!())]);
        o.extend_from_slice(&v[usize::from(recv!())..=usize::from(l("a") + recv!() + 1)]);
        for i in recv!()..l("b") + recv!() {
            o.push(i);
            recv!();
        }
        o.extend(recv!()..=recv!());
        o.extend((0..recv!()).rev());
        o
    }
}

both! {
    #[consumer(u8)]
    fn casts() -> i64 {
        let a = recv!() as u16 as i64;
        let b = -(recv!() as i64);
        let c = !recv!();
        let d = -(l("a") as i64) - recv!() as i64;
        let e = (recv!() as char).len_utf8();
        let f = *&recv!();
        let g = *Box::new(recv!());
        a + b + i64::from(c) + d + e as i64 + i64::from(f + g)
    }
}

both! {
    #[consumer(u8)]
    fn references() -> u8 {
        let s = |x: &u8| *x;
        let r = s(&recv!()) + s(&(recv!() + l("a")));
        let t = *(&recv!());
        let b = **&&recv!();
        let x = &recv!();
        let y = *x + 1;
        r + t + b + y
    }
}

both! {
    #[consumer(u8)]
    fn indexes() -> u8 {
        let v = vec![vec![1u8, 2, 3], vec![4, 5, 6], vec![7, 8, 9]];
        let i = usize::from;
        let a = v[i(recv!())][i(recv!())];
        let b = v[i(l("a"))][i(recv!())];
        let t = (v, [l("f"), recv!()]);
        let c = t.0[i(recv!())][t.1[i(recv!()) % 2] as usize % 3];
        let d = (recv!(), l("x")).0 + S { a: recv!(), ..base() }.a;
        a + b + c + d
    }
}

#[test]
fn literals() {
    every!(literals());
}

#[test]
fn repeats() {
    every!(repeats());
}

#[test]
fn ranges() {
    every!(ranges());
}

#[test]
fn casts() {
    every!(casts());
}

#[test]
fn references() {
    every!(references());
}

#[test]
fn indexes() {
    every!(indexes());
}
