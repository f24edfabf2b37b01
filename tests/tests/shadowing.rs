//! Two bindings of one name, alive at once or one after the other; names that are also used by the expansion.
#![deny(warnings)]
#![forbid(unsafe_code)]

use coroutine_runtime::CoroutineState::Complete;
use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn alive_at_once(x: u8) -> String {
        let first = recv!();
        let x = x + first;
        {
            let x = format!("inner {x}");
            log(&x);
            let y = recv!();
            log(format!("{x} {y} {y:>width$}", width = y as usize));
            {
                let x = recv!();
                log(format!("{x:>3}"));
            }
            log(x.len());
        }
        let x = guard(format!("{x}"));
        let y = recv!();
        let x = (guard(format!("second {x}")), y);
        log(recv!());
        format!("{} {:?}", x.1, x.0)
    }
}

both! {
    #[consumer(Option<u8>)]
    fn patterns(x: u8) -> u8 {
        let mut sum = x;
        if let Some(x) = recv!() {
            sum += x + recv!().map_or(x, |x| x * 2);
        }
        match recv!() {
            Some(x) if x > 3 => {
                let Some(x) = recv!() else { return x };
                sum += x;
            }
            Some(sum) => log(sum),
            None => {
                for x in 0..2 {
                    let x = Some(x);
                    recv!();
                    log(format!("{x:?} {sum}"));
                }
            }
        }
        sum + x
    }
}

#[test]
fn each_name_means_its_own() {
    run!(alive_at_once(1), [2, 3, 4, 5, 6]);
    run!(alive_at_once(1), [2, 3, 4, 5]);
    run!(alive_at_once(1), [2, 3, 4]);
    run!(patterns(7), [Some(1), Some(2), Some(4), Some(5)]);
    run!(patterns(7), [Some(1), None, Some(4), None]);
    run!(patterns(7), [None, Some(2)]);
    run!(patterns(7), [None, None, Some(1), Some(1)]);
}

// The name of the binding means another local in its own initializer.
both! {
    #[consumer(u8)]
    fn bound_inside_too() -> u8 {
        let b = match recv!() {
            1 => recv!() ^ 2,
            b => b,
        };
        let n = loop {
            let Some(n) = recv!().checked_sub(2) else { continue };
            break n;
        };
        let b = if recv!() > 3 { b } else { recv!() };
        b + n
    }
}

#[test]
fn a_name_inside_of_its_own_initializer() {
    run!(bound_inside_too(), [1, 7, 1, 0, 5, 4]);
    run!(bound_inside_too(), [6, 3, 1, 9]);
}

// What every wait binds is the parameter of the transition, which a join is not given.
both! {
    #[consumer(u8)]
    fn every_wait_binds_the_same() -> String {
        let mut f = String::new();
        loop {
            let c = recv!();
            if c == 0 {
                let c = recv!();
                f.push(char::from(c));
            } else {
                log(format!("else {c}"));
                f.push('z');
            }
            if f.len() > 4 {
                return f;
            }
        }
    }
}

#[test]
fn a_join_has_all_its_statements() {
    run!(every_wait_binds_the_same(), [1, 2, 0, 65, 9, 5, 1]);
    run!(every_wait_binds_the_same(), [0, 66, 0]);
}

// Each time around there is another first one, whatever the second has hidden.
both! {
    #[consumer(u8, batch)]
    fn hidden_in_a_loop() -> Vec<u8> {
        let mut seen: Vec<u8> = Vec::new();
        for b in 0..3u8 {
            recv!();
            seen.push(b);
            let mut b = b + 1;
            recv!();
            b += 10;
            seen.push(b);
        }
        seen
    }
}

both! {
    #[consumer(u8, batch)]
    fn hidden_in_a_block_too() -> u32 {
        let mut sum = 0u32;
        let mut seen: Vec<u8> = Vec::new();
        for b in 0..3u8 {
            {
                let b = b * 2;
                sum += u32::from(b + recv!());
            }
            seen.push(b);
            let b = b + 1;
            recv!();
            seen.push(b);
        }
        for b in seen {
            sum = sum * 3 + u32::from(b);
        }
        sum
    }
}

both! {
    #[consumer(u8)]
    fn hidden_by_another_type() -> u32 {
        let mut sum = 0u32;
        for a in 0..2usize {
            let a = u8::try_from(a).unwrap_or_default();
            let read = recv!();
            sum = sum * 10 + u32::from(a) + u32::from(read);
        }
        sum
    }
}

both! {
    #[consumer(u8, batch)]
    fn hidden_by_another_type_in_slices() -> u32 {
        let mut sum = 0u32;
        for (b, _) in [7u16, 8].iter().enumerate() {
            let b = u8::try_from(b).unwrap_or_default();
            let read = recv!();
            sum = sum * 10 + u32::from(b + read);
        }
        sum
    }
}

#[test]
fn what_is_hidden_in_a_loop_is_there_the_next_time() {
    run!(hidden_in_a_loop(), [1, 2, 3, 4, 5, 6]);
    run!(hidden_in_a_block_too(), [1, 2, 3, 4, 5, 6]);
    run!(hidden_by_another_type(), [1, 2]);
    run!(hidden_by_another_type_in_slices(), [1, 2]);
    let inputs = [1, 2, 3, 4, 5, 6];
    let mut fed = hidden_in_a_loop::consumer().prime();
    assert_eq!(fed.feed(&inputs), Complete((vec![0, 11, 1, 12, 2, 13], &[][..])));
    let mut sent = hidden_in_a_block_too::consumer().prime();
    let Complete(sum) = sent.send_all(inputs) else { panic!("those were all") };
    assert_eq!(hidden_in_a_block_too::consumer().prime().feed(&inputs), Complete((sum, &[][..])));
}
