//! Functions become pointers, arrays slices, and what is owned is borrowed: where the ways have types that are coerced to another.
#![expect(clippy::size_of_ref, reason = "what a reference is coerced to has another size")]

use crate::support::{one, two};
use std::borrow::Cow;
use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn functions() -> u8 {
        let g = if recv!() == 0 { one } else { two };
        let x = recv!();
        g(x)
    }
}

both! {
    #[consumer(u8)]
    fn functions_at_once() -> (usize, u8) {
        let g = match recv!() {
            0 => one,
            1 => {
                recv!();
                two
            }
            _ => |n| n + 3,
        };
        (size_of_val(&g), g(3))
    }
}

both! {
    #[consumer(u8)]
    fn closures() -> usize {
        let g = if recv!() == 0 { |n: u8| n << 1 } else { |n: u8| n << 2 };
        let h = [if recv!() == 0 { one } else { two }, |n| n + 3];
        size_of_val(&g) + usize::from(h[0](g(recv!())))
    }
}

both! {
    #[consumer(u8)]
    fn texts() -> (usize, String) {
        let owned = String::from("owned");
        let text = if recv!() == 0 {
            recv!();
            "none"
        } else {
            &owned
        };
        (size_of_val(&text), text.to_owned())
    }
}

both! {
    #[consumer(u8)]
    fn cow() -> usize {
        let raw = String::from("a");
        let text = if recv!() == 0 {
            recv!();
            Cow::Owned(raw.to_uppercase())
        } else {
            Cow::Borrowed(raw.as_str())
        };
        log(&text);
        text.len()
    }
}

both! {
    #[consumer(u8)]
    fn out_of_a_block() -> usize {
        let list = 'found: {
            if recv!() == 0 {
                break 'found &[255, 254][..];
            }
            if recv!() == 0 {
                break 'found &[];
            }
            &[253; 3]
        };
        log(list.len());
        list.iter().filter(|n| **n << 1 > same(1)).count() + usize::from(list == [recv!()])
    }
}

fn same<T>(n: T) -> T {
    n
}

both! {
    #[consumer(u8)]
    fn slices() -> (usize, bool) {
        let list = match recv!() {
            0 => &[255, 2][..],
            1 => {
                recv!();
                &[]
            }
            _ => {
                recv!();
                &[255]
            }
        };
        let size = size_of_val(&list);
        log(format!("{:?}", list.iter().map(|n| n << 1).collect::<Vec<_>>()));
        let n = recv!();
        (size, list.contains(&n))
    }
}

#[test]
fn the_ways_have_one_type() {
    every!(functions());
    every!(functions_at_once());
    every!(closures());
    every!(texts());
    every!(cow());
    every!(out_of_a_block());
    every!(slices());
}
