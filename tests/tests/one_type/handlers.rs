//! The value of a handler has the function's type, wherever it stands and whatever goes before it.
#![expect(clippy::default_trait_access, reason = "what is left open is what is tested")]

use crate::closes::{close, closes};
use crate::support::one;
use std::fmt::Debug;
use tests::log;

closes! {
    #[consumer(u8)]
    fn summed() [-> Result<u32, String>] { let mut sum = 0; }
    closed { Ok(sum) }
    waits {
        loop {
            let a = recv!();
            let v = if a == 0 {
                recv!();
                continue;
            } else {
                1
            };
            sum += v;
        }
    }
    ends {}
}

closes! {
    #[consumer(u8)]
    fn failed() [-> Result<(), u8>] { let mut v = [0; 2]; }
    closed { Err(1) }
    waits {
        for x in &mut v {
            *x = recv!();
        }
        log(format!("{v:?}"));
    }
    ends { Ok(()) }
}

closes! {
    #[consumer(u8)]
    fn none() [-> Option<u8>] {}
    closed { None }
    waits {
        loop {
            let x = loop {
                match recv!() {
                    0 => break 255,
                    1 => break recv!(),
                    n => log(n),
                }
            };
            log(x << 1);
        }
    }
    ends {}
}

closes! {
    #[consumer(u8)]
    fn literals() [-> (u64, f32, i8)] { let mut n = 1; }
    closed { (1 << 40 | n, 0.1, -128) }
    waits {
        loop {
            if recv!() > 0 {
                n <<= 33;
            }
        }
    }
    ends {}
}

closes! {
    #[consumer(u8)]
    fn open() [-> (Vec<u8>, Option<u16>, Box<str>)] { let mut n = 0; }
    closed { (vec![], None, n.to_string().into()) }
    waits {
        let first = if recv!() == 0 { "258".parse().unwrap_or(255) } else { recv!() };
        loop {
            log(i64::from(first << 1));
            n += usize::from(recv!());
        }
    }
    ends {}
}

closes! {
    #[consumer(u8)]
    fn coerced() [-> Box<dyn Debug>] { let mut last = None; }
    closed { Box::new(last) }
    waits {
        loop {
            let n = recv!();
            if n == 2 {
                return Box::new("two");
            }
            last = Some(n);
        }
    }
    ends {}
}

closes! {
    #[consumer(u8)]
    fn function() [-> [u8; 2]] {
        let mut g: fn(u8) -> u8 = one;
        let mut all = [255; 2];
    }
    closed { if g(1) == 2 { [0; 2] } else { all } }
    waits {
        for slot in &mut all {
            *slot = recv!();
            if *slot == 2 {
                g = |n| n << 1;
            }
            recv!();
        }
    }
    ends { all.map(g) }
}

closes! {
    #[consumer(u8)]
    fn of_two_ways() [-> Result<&'static [u8], Box<dyn Debug>>] { let mut n = 255; }
    closed { if n == 255 { Ok(&[1, 2]) } else { Err(Box::new(n)) } }
    waits {
        'all: loop {
            loop {
                match recv!() {
                    0 => continue 'all,
                    1 => break,
                    more => n = more,
                }
            }
            if recv!() == 0 {
                break;
            }
        }
    }
    ends { if n == 2 { Ok(&[]) } else { Err(Box::new("end")) } }
}

// The handler alone says what the local is.
closes! {
    #[consumer(u8)]
    fn said_by_the_handler() [-> Option<u16>] {
        let mut last = None;
        let mut older = Default::default();
    }
    closed { [last, older].into_iter().flatten().max() }
    waits {
        loop {
            last = if recv!() == 0 { None } else { Some(1 + u16::from(recv!()) * 200) };
            recv!();
            older = last;
        }
    }
    ends {}
}

#[test]
fn the_value_of_a_handler() {
    close!(summed, [1, 0, 2, 1, 0, 0]);
    close!(failed, [1, 2]);
    close!(failed, [1]);
    close!(none, [2, 0, 1, 3, 0]);
    close!(literals, [0, 1, 1]);
    close!(open, [1, 2, 3]);
    close!(coerced, [0, 1, 2]);
    close!(function, [1, 2, 2, 1]);
    close!(of_two_ways, [0, 2, 1, 1, 1, 0]);
    close!(of_two_ways, [3, 1, 0]);
    close!(said_by_the_handler, [0, 1, 1, 2, 2, 0]);
}
