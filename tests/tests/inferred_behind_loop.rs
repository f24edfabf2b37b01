//! What a loop fills is looked at behind it: the type is that of what was put in.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u32)]
    fn until_three() -> u32 {
        let mut all = vec![];
        loop {
            let x = recv!();
            if x == 3 {
                break;
            }
            all.push(x);
        }
        all.iter().map(|x| x.pow(2)).sum()
    }
}

both! {
    #[consumer(u32)]
    fn in_arms() -> usize {
        let mut all = Vec::new();
        let mut last = None;
        loop {
            match recv!() {
                0 => break,
                x if x > 5 => last = Some(x.to_string()),
                x => all.push(x),
            }
        }
        log(all.iter().map(|x| x + 1).max().unwrap_or(0));
        recv!();
        last.map_or(0, |text| text.len()) + all.len()
    }
}

both! {
    #[consumer(u32)]
    fn by_default() -> u32 {
        let mut value = Default::default();
        loop {
            let x = recv!();
            if x == 0 {
                break;
            }
            value = x;
        }
        value.pow(2)
    }
}

#[test]
fn as_in_the_source() {
    run!(until_three(), [1, 2, 3]);
    run!(until_three(), [3]);
    run!(in_arms(), [1, 2, 77, 0, 1]);
    run!(by_default(), [4, 5, 0]);
}

both! {
    #[consumer(u32)]
    fn sorted() -> Vec<u32> {
        let mut all = Vec::new();
        for _ in 0..3 {
            let x = recv!();
            let at = all.binary_search(&x).unwrap_or_else(|at| at);
            all.insert(at, x);
        }
        all.sort_by(|a, b| b.cmp(a));
        all
    }
}

#[test]
fn behind_a_for() {
    run!(sorted(), [2, 3, 1]);
}
