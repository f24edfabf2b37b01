//! `?` on `Result` and `Option`, before and behind a wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

use std::num::{ParseIntError, TryFromIntError};
use tests::{both, guard, log, run};

#[derive(Debug)]
#[expect(dead_code, reason = "printed")]
enum Error {
    Parse(ParseIntError),
    Range(TryFromIntError),
    Other(&'static str),
}

impl From<ParseIntError> for Error {
    fn from(error: ParseIntError) -> Self {
        log("converted");
        Error::Parse(error)
    }
}

impl From<TryFromIntError> for Error {
    fn from(error: TryFromIntError) -> Self {
        Error::Range(error)
    }
}

both! {
    #[consumer(String)]
    fn sum_of(count: &'static str) -> Result<u8, Error> {
        let count: u8 = count.parse()?;
        let _guard = guard("sum");
        let mut sum = 0u32;
        for _ in 0..count {
            let text = recv!();
            let _line = guard(&text);
            if text == "?" {
                Err(Error::Other("asked"))?;
            }
            sum += text.parse::<u32>()?;
            let doubled: u32 = recv!().trim().parse()?;
            sum += doubled * 2;
        }
        Ok(sum.try_into()?)
    }
}

both! {
    #[consumer(Option<u8>)]
    fn all() -> Option<Vec<u8>> {
        let mut all = vec![recv!()?];
        while all.len() < 4 {
            let next = recv!()?.checked_sub(*all.last()?)?;
            all.push(next);
            let _ = (|| Some(all.first()? + 1))();
        }
        Some(all)
    }
}

#[test]
fn results() {
    let text = String::from;
    run!(sum_of("2"), [text("1"), text("2"), text("3"), text(" 4 ")]);
    run!(sum_of("1"), [text("x")]);
    run!(sum_of("1"), [text("?")]);
    run!(sum_of("1"), [text("200"), text("100")]);
    run!(sum_of("1"), [text("200")]);
    run!(sum_of("x"), []; at once);
    run!(sum_of("0"), []; at once);
}

#[test]
fn options() {
    run!(all(), [Some(1), Some(2), Some(3), Some(4), Some(5)]);
    run!(all(), [Some(1), None]);
    run!(all(), [Some(4), Some(1)]);
    run!(all(), [None]);
}

both! {
    #[consumer(u8)]
    fn as_statements() -> Result<u8, String> {
        let checked = |n: u8| if n < 9 { Ok(n) } else { Err(format!("{n}")) };
        let n = recv!();
        checked(n)?;
        if n > 3 {
            checked(n + 1)?;
        }
        checked(recv!())?;
        Ok(n)
    }
}

#[test]
fn values_that_nobody_wants() {
    run!(as_statements(), [1, 2]);
    run!(as_statements(), [10]);
    run!(as_statements(), [8]);
    run!(as_statements(), [1, 9]);
}
