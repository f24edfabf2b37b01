//! A value whose type is open on one way: another way closes it.
#![expect(clippy::map_unwrap_or, reason = "the bodies leave the types open")]

use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn none() -> u32 {
        let x = if recv!() == 0 { None } else { Some(recv!()) };
        match x {
            Some(x) => u32::from(x),
            None => 0,
        }
    }
}

both! {
    #[consumer(u8)]
    fn empty() -> usize {
        let x = if recv!() == 0 { vec![] } else { vec![recv!()] };
        let y = if recv!() == 0 { Vec::new() } else { x.clone() };
        x.len() + y.iter().map(|y| usize::from(y << 1)).sum::<usize>()
    }
}

both! {
    #[consumer(u8)]
    fn error() -> u8 {
        let x = if recv!() == 0 { Err(()) } else { Ok(recv!()) };
        x.map(|x| x + 1).unwrap_or(0)
    }
}

// Each way closes one of two.
both! {
    #[consumer(u8)]
    fn either() -> usize {
        let x = match recv!() {
            0 => Ok(recv!()),
            1 => Err(recv!().to_string()),
            _ => Err(String::new()),
        };
        match x {
            Ok(n) => usize::from(n << 1),
            Err(text) => text.len(),
        }
    }
}

both! {
    #[consumer(u8)]
    fn default() -> usize {
        let x = if recv!() == 0 { Default::default() } else { recv!() };
        x.to_be_bytes().len()
    }
}

both! {
    #[consumer(u8)]
    fn parsed() -> i64 {
        let x = match recv!() {
            0 => "129".parse().unwrap(),
            1 => "300".parse().unwrap_or(255),
            _ => recv!(),
        };
        i64::from(x << 1)
    }
}

both! {
    #[consumer(u8)]
    fn converted() -> u32 {
        let n = recv!();
        let x = if n > 1 { recv!() } else { (n == 1).into() };
        x.leading_zeros()
    }
}

both! {
    #[consumer(u8)]
    fn collected() -> usize {
        let list = if recv!() == 0 { (250..).take(3).collect() } else { vec![recv!()] };
        log(list.iter().map(|n| i64::from(n << 1)).sum::<i64>());
        size_of_val(&list[..])
    }
}

#[test]
fn another_way_closes_it() {
    every!(none());
    every!(empty());
    every!(error());
    every!(either());
    every!(default());
    every!(parsed());
    every!(converted());
    every!(collected());
}
