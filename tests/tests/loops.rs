//! `loop`, `while`, `while let`, `for`, and the jumps out of them.
#![deny(warnings)]
#![forbid(unsafe_code)]
#![expect(
    clippy::while_let_on_iterator,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn owned_iterators(words: Vec<String>) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for (index, word) in words.into_iter().enumerate().filter(|(_, word)| !word.is_empty()) {
            if recv!() == 0 {
                continue;
            }
            found.push(format!("{index}{word}"));
        }
        let mut rest = found.clone().into_iter().map(|word| word.len()).rev();
        while let Some(length) = rest.next() {
            log(length + recv!() as usize);
        }
        found
    }
}

// Where two ways meet, `column` was restored on one and is new on the other.
both! {
    #[consumer(u8)]
    fn declared_anew_or_restored(rows: u8) -> u32 {
        for _ in 0..rows {
            let mut column = 0;
            loop {
                column += 1;
                while column % 3 == 1 {
                    if recv!() == 1 {
                        break;
                    }
                    column += 1;
                }
                if column > 5 {
                    break;
                }
            }
        }
        1000
    }
}

both! {
    #[consumer(u8)]
    fn while_let_pops(mut stack: Vec<u8>) -> usize {
        let mut steps = 0;
        while let Some(top) = stack.pop() {
            steps += 1;
            let byte = recv!();
            if byte == top {
                continue;
            }
            stack.extend((0..byte).take(2));
            if stack.len() > 6 {
                break;
            }
        }
        while let Some(3 | 4) = Some(recv!()) {
            steps += 10;
        }
        steps
    }
}

both! {
    #[consumer(u8)]
    fn guards_in_turn(names: [&'static str; 3]) {
        for held in names.map(guard) {
            let _inner = guard("inner");
            if recv!() == 0 {
                break;
            }
            log(held.id());
        }
        log(recv!());
    }
}

#[test]
fn what_is_matched_decides() {
    run!(while_let_pops(vec![1, 2, 3]), [9, 9, 9, 9, 0, 4, 3, 4, 1, 2, 3, 1, 0, 3, 0]);
    run!(while_let_pops(vec![1, 2, 3]), [3, 2, 1, 3, 4, 5]);
    run!(while_let_pops(vec![1, 2, 3]), [3, 0, 1, 2, 0, 1, 4, 5]);
}

#[test]
fn a_local_has_one_value() {
    run!(declared_anew_or_restored(3), [5, 5, 1, 2, 3, 4, 0, 0, 0]);
    run!(declared_anew_or_restored(2), [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
}

#[test]
fn iterators_are_kept() {
    let words = || ["a", "", "ccc"].map(String::from).to_vec();
    run!(owned_iterators(words()), [1, 1, 7, 7]);
    run!(owned_iterators(words()), [0, 1, 7]);
    run!(owned_iterators(words()), [0]);
    run!(guards_in_turn(["x", "yy", "zzz"]), [1, 1, 1, 5]);
    run!(guards_in_turn(["x", "yy", "zzz"]), [1, 0, 5]);
    run!(guards_in_turn(["x", "yy", "zzz"]), [1]);
}
