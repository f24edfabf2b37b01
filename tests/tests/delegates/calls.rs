//! What an inner consumer that is made on the spot means is what a call means.

use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(u8)]
    fn number(start: u32) -> u32 {
        let _guard = guard("number");
        let mut sum = start;
        loop {
            match recv!() {
                0 => return sum,
                digit => sum = 10 * sum + u32::from(digit),
            }
        }
    }
}

both! {
    #[consumer(u8)]
    fn at_once(waits: bool) -> Guard {
        let kept = guard("at once");
        if waits {
            log(recv!());
        }
        kept
    }
}

both! {
    #[consumer(u8)]
    fn checked(fails: bool) -> Result<u32, String> {
        let sum = delegate!(number::consumer(1));
        if fails {
            return Err(sum.to_string());
        }
        Ok(sum)
    }
}

both! {
    #[consumer(u8)]
    fn outer(fails: bool) -> Result<Vec<u32>, String> {
        let _before = guard("before");
        let mut all = Vec::new();
        for round in 0..2 {
            let _round = guard("round");
            all.push(delegate!(number::consumer(round)) + delegate!(number::consumer(5)));
            let early = delegate!(at_once::consumer(round == 1));
            log(&early.name);
            let x = if round == 0 { delegate!(checked::consumer(fails))? } else { 0 };
            log(x);
            delegate!(number::consumer(7));
            while delegate!(number::consumer(0)) > 3 {
                log("again");
            }
        }
        delegate!(checked::consumer(fails)).map(|sum| all.into_iter().chain([sum]).collect())
    }
}

#[test]
fn means_what_a_call_means() {
    run!(checked(false), [1, 0]);
    run!(
        outer(false),
        [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 1, 0, 2, 3, 0, 8, 0, 9, 2, 0, 4, 0, 1, 0, 0, 6, 0]
    );
    run!(outer(true), [1, 0, 2, 0, 3, 0, 4, 0, 5]);
}

both! {
    #[consumer(u8, reply = u32)]
    fn doubled(times: u32) -> u32 {
        let mut last = 0;
        for _ in 0..times {
            last = u32::from(recv!(2 * last));
        }
        last
    }
}

both! {
    #[consumer(u8, reply = u32)]
    fn replies() -> u32 {
        let first = recv!(100);
        let second = delegate!(doubled::consumer(u32::from(first)));
        let none = delegate!(doubled::consumer(0));
        let third = delegate!(doubled::consumer(second));
        recv!(third + none);
        delegate!(doubled::consumer(1))
    }
}

#[test]
fn replies_pass_through() {
    run!(replies(), [2, 7, 2, 1, 5, 3, 9]);
}
