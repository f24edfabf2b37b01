//! Bodies as one first writes them, whose locals show their type or leave it to something else.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use crate::support::type_of;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn varint() -> Result<u64, &'static str> {
        let mut value = 0;
        let mut shift = 0;
        loop {
            let byte = recv!();
            if shift > 56 {
                return Err("too long");
            }
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn average() -> f32 {
        let mut sum = 0.0;
        let mut count = 0;
        let mut last = None;
        while let Some(n) = Some(recv!()).filter(|n| *n != 0) {
            sum += f32::from(n);
            count += 1;
            last = Some(n);
        }
        log(format!("{last:?}"));
        if count == 0 { 0.0 } else { sum / count as f32 }
    }
}

both! {
    #[consumer(u8)]
    fn named_input() -> usize {
        let input = if recv!() > 0 { 1000 } else { 7 };
        let seen = input;
        let next = recv!();
        log(type_of(&seen));
        let input: usize = input;
        input + seen + usize::from(next)
    }
}

struct Meters(u8);

impl From<u8> for Meters {
    fn from(n: u8) -> Self {
        Meters(n)
    }
}

impl std::ops::Add<u8> for Meters {
    type Output = String;
    fn add(self, n: u8) -> String {
        format!("{} and {n}", self.0)
    }
}

impl PartialEq<u8> for Meters {
    fn eq(&self, n: &u8) -> bool {
        self.0 == *n
    }
}

both! {
    #[consumer(u8)]
    fn operators_of_ones_own() -> String {
        let first = Meters::from(recv!());
        let same = first == recv!();
        let sum = first + 3;
        log(same);
        let sum = sum + &recv!().to_string();
        sum
    }
}

trait Wide {
    fn wide(self) -> u64;
    fn count_ones(self) -> String;
}

impl Wide for &u8 {
    fn wide(self) -> u64 {
        u64::from(*self) << 32
    }
    fn count_ones(self) -> String {
        "counted".to_string()
    }
}

both! {
    #[consumer(u8)]
    fn methods_of_ones_own() -> u64 {
        let byte = recv!();
        let wide = byte.wide();
        let ones = (&byte).count_ones();
        let own = byte.count_ones();
        recv!();
        log(type_of(&ones));
        log(type_of(&own));
        wide + u64::from(recv!())
    }
}

both! {
    #[consumer(u8)]
    fn checksum() -> u16 {
        let (mut a, mut b) = (1u16, 0);
        for _ in 0..recv!() % 4 {
            a = (a + u16::from(recv!())) % 251;
            b = (b + a) % 251;
        }
        let found = u16::from_be_bytes([recv!(), recv!()]);
        let ok = found == b << 8 | a;
        log(ok);
        b.rotate_left(3) ^ !a
    }
}

mod shadowing {
    #[allow(non_camel_case_types, reason = "that is what it is about")]
    #[derive(Debug, Clone)]
    pub(super) struct u32(pub(super) String);
    impl From<u8> for u32 {
        fn from(n: u8) -> Self {
            u32(n.to_string())
        }
    }
}

both! {
    #[consumer(u8)]
    fn a_path_to_another_type() -> String {
        let text = shadowing::u32::from(recv!());
        recv!();
        text.0.clone() + &text.0
    }
}

both! {
    #[consumer(u8)]
    fn never_and_late() -> u8 {
        let x;
        let y = match recv!() {
            0 => return 9,
            1 => panic_free(recv!()),
            n => n,
        };
        if y > 2 {
            x = recv!();
        } else {
            x = y << 1;
        }
        let z = loop {
            if recv!() > 1 {
                break x;
            }
        };
        z ^ recv!()
    }
}

fn panic_free(n: u8) -> u8 {
    n / 2
}

#[test]
fn each_is_as_in_the_plain_function() {
    every!(varint());
    every!(average());
    every!(named_input());
    every!(operators_of_ones_own());
    every!(methods_of_ones_own());
    every!(checksum());
    every!(a_path_to_another_type());
    every!(never_and_late());
}
