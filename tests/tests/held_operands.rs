//! Operands that are borrowed rather than taken: of comparisons, receivers that are inputs, what is behind `&`.

#![allow(
    clippy::swap_with_temporary,
    clippy::if_same_then_else,
    clippy::needless_borrowed_reference,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{Guard, both, guard, log, run};

fn one(name: &str) -> u8 {
    log(name);
    1
}

both! {
    #[consumer(Vec<u8>)]
    fn inputs_that_change() {
        let last = recv!().pop();
        log(last.is_some());
        recv!().push(3);
        let mut lists = vec![vec![1]];
        std::mem::swap(&mut lists[0], &mut recv!());
        log(format_args!("{lists:?}"));
        for x in recv!().drain(..) {
            log(x);
        }
    }
}

#[test]
fn methods_that_change_an_input() {
    run!(inputs_that_change(), [vec![1], vec![2], vec![3], vec![4, 5]]);
}

both! {
    #[consumer(u8)]
    fn compared() {
        let same = one("left") == recv!();
        log(same);
        let pair = (2, one("again") != recv!());
        log(pair.1);
        let count = (if recv!() > 0 { u8::count_ones } else { u8::count_ones })(4);
        log(count);
        let smaller = guard("temporary").id() < recv!().into();
        log(smaller);
    }
}

#[test]
fn comparisons() {
    run!(compared(), [1, 2, 3, 4]);
    run!(compared(), [1, 2, 3]);
}

struct Pair {
    held: Guard,
    number: u8,
}

fn pass(held: Guard) -> Guard {
    held
}

both! {
    #[consumer(u8)]
    fn extended(n: u8) {
        let passed = &pass(guard("passed"));
        let list = &vec![1, 2];
        let pair = &Pair { held: guard("of pair"), number: 3 };
        let array = &[guard("first"), guard("second")];
        let part = &String::from("abc")[1..];
        let sum = &(n + 1);
        let text: &str = &format!("a{}", recv!());
        let &Pair { ref held, number } = &Pair { held: guard("taken apart"), number: 3 };
        let constant: &'static [u8] = &[1, 2];
        log(recv!());
        log(format_args!("{passed} {list:?} {} {} {array:?}", pair.held, pair.number));
        log(format_args!("{part} {sum} {text} {held} {number} {constant:?}"));
    }
}

#[test]
fn what_a_reference_keeps() {
    run!(extended(1), []);
    run!(extended(1), [0]);
    run!(extended(1), [0, 2]);
}

both! {
    #[consumer(u8)]
    fn in_macros() {
        let list = vec![one("element"); recv!().into()];
        log(list.len());
        let list = vec![recv!(); recv!().into()];
        log(format_args!("{list:?}"));
        log(matches!(recv!(), x if x > recv!()));
        assert!(recv!() < 9, "{}", one("never"));
    }
}

#[test]
fn repeats_and_guards_in_macros() {
    run!(in_macros(), [0, 2, 3, 4, 3, 1]);
    run!(in_macros(), [2, 2, 3, 3, 4, 10]);
}
