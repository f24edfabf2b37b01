//! `?` as the leading operand of a tail, an arm or a statement.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, run};

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(10).and_then(|digit| digit.try_into().ok())
}

both! {
    #[consumer(u8)]
    fn sums() -> Option<u8> {
        let byte = recv!();
        let n = if byte > 3 { digit(byte)? + 1 } else { 0 };
        let m = match byte {
            0 => 1,
            _ => digit(byte)? - 1,
        };
        let k = { digit(byte)? * 2 };
        Some(n + m + k)
    }
}

both! {
    #[consumer(u8)]
    fn place(mut list: Option<Vec<u8>>) -> Option<u8> {
        let byte = recv!();
        list.as_mut()?[0] = byte;
        list.as_mut()?.push(1);
        Some(list?[0])
    }
}

#[test]
fn operands_are_whole() {
    run!(sums(), [b'7']);
    run!(sums(), [b'x']);
    run!(place(Some(vec![1])), [7]);
    run!(place(None), [7]);
}
