//! A `recv!()` on either side of an assignment.

use crate::l;
use tests::{both, every, log, run};

struct S {
    a: u8,
    v: Vec<u8>,
}

both! {
    #[consumer(u8)]
    fn compound() -> u32 {
        let mut a = 3u32;
        let i = u32::from;
        a += i(recv!());
        a -= i(l("a")) & i(recv!());
        a *= i(recv!()) + 1;
        a /= i(recv!()) + 1;
        a %= i(recv!()) + 2;
        a |= i(recv!());
        a &= 7 + i(recv!());
        a ^= i(recv!());
        a <<= recv!();
        a >>= recv!() + l("b");
        a
    }
}

both! {
    #[consumer(u8)]
    fn compound_places() -> u8 {
        let mut s = S { a: 1, v: vec![1, 2, 3, 4, 5, 6] };
        let mut b = Box::new(1u8);
        let mut t = (1u8, [1u8; 3]);
        s.a += recv!();
        s.v[usize::from(recv!())] += l("a") + recv!();
        *b += recv!();
        *b <<= recv!();
        t.1[usize::from(recv!())] |= recv!();
        t.0 ^= recv!();
        s.v[usize::from(l("i"))] -= recv!() & 1;
        {
            let r = &mut s.a;
            *r += recv!();
            *r *= recv!();
        }
        log(format!("{} {:?} {b} {t:?}", s.a, s.v));
        s.a
    }
}

both! {
    #[consumer(u8)]
    fn assign_places() -> Vec<u8> {
        let mut v = vec![0u8; 5];
        let mut k = [[0u8; 3]; 3];
        let mut s = S { a: 1, v: vec![] };
        v[usize::from(recv!())] = recv!();
        v[usize::from(l("i"))] = {
            l("x");
            recv!()
        };
        k[usize::from(recv!())][usize::from(recv!())] = recv!() + l("y");
        s.a = recv!();
        s.v = vec![recv!(), l("z")];
        s = S { a: recv!(), ..s };
        let b;
        b = recv!();
        let mut bx = Box::new(1);
        *bx = recv!();
        log(format!("{k:?} {} {:?} {b} {bx}", s.a, s.v));
        v
    }
}

both! {
    #[consumer(u8)]
    fn destructuring() -> u8 {
        let (mut a, mut b, mut c) = (1, 2, 3);
        (a, b) = (recv!(), recv!());
        log(a + b);
        (a, b) = (b, a);
        [c, _] = [recv!(), l("a")];
        S { a, .. } = S { a: recv!(), v: vec![] };
        (a, (b, ..)) = (l("b"), (recv!(), 3, recv!()));
        let mut v = [0u8; 3];
        (v[usize::from(l("i"))], c) = (recv!(), l("c") + c);
        (_, v[2]) = (recv!(), recv!());
        log(format!("{v:?}"));
        a + b + c
    }
}

#[test]
fn compound() {
    every!(compound());
}

#[test]
fn compound_places() {
    every!(compound_places());
}

#[test]
fn assign_places() {
    every!(assign_places());
}

#[test]
fn destructuring() {
    every!(destructuring());
}
