//! `break`, `continue` and `return` among operands, in macros and in values; labelled blocks as operands.
#![allow(
    unreachable_code,
    unused_labels,
    unused_parens,
    unused_variables,
    clippy::let_unit_value,
    clippy::let_and_return,
    clippy::cast_possible_truncation,
    clippy::diverging_sub_expression,
    clippy::never_loop,
    clippy::blocks_in_conditions,
    reason = "the bodies show constructs that could be simpler"
)]

use tests::{Guard, both, guard, log, run};

fn add(a: u32, b: u32) -> u32 {
    a + b
}

fn unless_three(n: u32) -> Option<u32> {
    (n != 3).then_some(n)
}

both! {
    #[consumer(u32)]
    fn labelled(n: u32) -> u32 {
        if let Some(word) = unless_three('word: { add(n, recv!()) }) {
            log(word);
        }
        if 'number: { add(0, recv!()) } != 2 {
            log("another");
        }
        let Some(x) = unless_three('input: { recv!() }) else { return 3 };
        let unit = 'unit: {
            if recv!() > 1 {
                break 'unit;
            }
            log("no break");
        };
        log(format_args!("{unit:?}"));
        x
    }
}

#[test]
fn labelled_blocks_as_operands() {
    run!(labelled(1), [0, 1, 2, 3]);
    run!(labelled(1), [2, 2, 2, 1]);
    run!(labelled(1), [2, 2, 3]);
}

both! {
    #[consumer(u32)]
    fn endless(n: u32) -> u32 {
        loop {
            let x = recv!();
            log(x);
        }
        log(recv!());
        n
    }
}

#[test]
fn behind_what_never_ends() {
    run!(endless(1), [0, 1, 2]);
}

both! {
    #[consumer(u32)]
    fn nested() -> u32 {
        let mut rounds = 0;
        let given = loop {
            rounds += 1;
            if rounds > 2 {
                break {
                    if rounds > 3 {
                        break 1;
                    }
                    rounds
                };
            }
            if recv!() > 3 {
                log("more");
            }
        };
        given + recv!()
    }
}

#[test]
fn a_break_in_the_value_of_a_break() {
    run!(nested(), [0, 1, 2, 3]);
}

both! {
    #[consumer(u32)]
    fn in_macros(n: u32) -> u32 {
        let sum: u32 = 'sum: {
            log(recv!());
            if n > 3 {
                break 'sum vec![break 'sum n, n].len() as u32;
            }
            n
        };
        loop {
            log(recv!());
            if matches!(add(n, break), 1 | 3..=5) {
                log("never");
            }
        }
        sum + recv!()
    }
}

#[test]
fn jumps_in_macros() {
    run!(in_macros(1), [0, 1, 2]);
    run!(in_macros(7), [0, 1, 2]);
}

both! {
    #[consumer(u32)]
    fn in_operands(n: u32) -> u32 {
        let x = loop {
            log(add(recv!(), if n > 5 { break 3 } else { 1 }));
            log(add(n, {
                if recv!() > 4 {
                    return 1;
                }
                2
            }));
        };
        x + add(n, recv!())
    }
}

#[test]
fn jumps_among_operands() {
    run!(in_operands(1), [0, 1, 2, 3, 4, 5, 6]);
    run!(in_operands(6), [0, 1, 2, 3, 4, 5, 6]);
}

both! {
    #[consumer(u32)]
    fn let_else(n: u32) -> Result<u32, u32> {
        let Some(b) = unless_three(match (if n > 1 { recv!() } else { 6 }) {
            0 => n,
            1 | 2 => 3,
            w => w,
        }) else {
            return Err(n);
        };
        log(recv!());
        Ok(b)
    }
}

#[test]
fn branches_in_the_initializer_of_let_else() {
    run!(let_else(2), [0, 1]);
    run!(let_else(2), [3]);
    run!(let_else(2), [4, 1]);
    run!(let_else(1), [4]);
}

fn keep(held: Guard, _: u32) -> Guard {
    held
}

both! {
    #[consumer(u32)]
    fn holding() {
        loop {
            let x = recv!();
            if x > 3 {
                let _held = guard("of the block");
                if x > 4 {
                    break;
                }
            }
            let _kept = keep(guard("operand"), if x == 1 { break } else { x });
            if let Some(held) = Some(guard("bound")) {
                if x == 2 {
                    break;
                }
                log(held);
            }
        }
        log("behind");
        log(recv!());
    }
}

#[test]
fn what_is_held_at_a_jump_is_dropped_before_what_follows() {
    run!(holding(), [0, 1, 2]);
    run!(holding(), [2, 2]);
    run!(holding(), [4, 5, 6]);
    run!(holding(), [5]);
}

both! {
    #[consumer(u32)]
    fn loops_in_a_loop(n: u32) -> u32 {
        let mut rounds = 0;
        let last = loop {
            rounds += 1;
            if rounds > 2 {
                break recv!();
            }
            let mut inner = 0;
            let given = loop {
                inner += 1;
                if inner > 2 {
                    break recv!();
                }
                let _held = guard(inner);
                if n > 3 {
                    return 1;
                }
            };
            if given > 3 {
                return given;
            }
        };
        last
    }
}

#[test]
fn a_loop_as_a_value_in_a_loop_as_a_value() {
    run!(loops_in_a_loop(1), [1, 2, 3]);
    run!(loops_in_a_loop(1), [1, 7]);
}
