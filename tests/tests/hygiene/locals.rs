//! Locals and labels called as those of the expansion.

use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(u8, reply = usize)]
    fn many(state: u8, input: Guard, at: u8, keep: Guard, operand: u8) -> usize {
        let start = recv!(1);
        let names = guard("names");
        let prime = recv!(2);
        let receive = guard("receive");
        let close = recv!(names.id);
        let resume = (recv!(3), recv!(4));
        let output = input;
        let reply = recv!(output.id + keep.id);
        let value = recv!(5);
        let mut taken = 0;
        for iter in [1u8, 2] {
            taken += iter;
            let decided = recv!(usize::from(taken));
            log(decided);
            if decided == 9 {
                break;
            }
        }
        let residual = recv!(6);
        let transition = start + prime + close + resume.0 + resume.1 + reply + value + residual;
        log(transition);
        log(recv!(7));
        let input = recv!(usize::from(at + operand));
        usize::from(input + state) + receive.id
    }
}

both! {
    #[consumer(u8)]
    fn labels() -> u8 {
        let mut n = 0;
        'run: loop {
            'to1: while n < 50 {
                'own: for x in 0..3 {
                    let g = guard(format!("{x}"));
                    'again1: {
                        let b = recv!();
                        n += b;
                        match b {
                            0 => break 'run,
                            1 => continue 'to1,
                            2 => continue 'own,
                            3 => break 'again1,
                            4 => break 'to1,
                            5 => break 'own,
                            _ => {}
                        }
                        log("a");
                    }
                    log("b");
                }
                log("c");
            }
            log("d");
            recv!();
        }
        n
    }
}

fn count() -> u8 {
    7
}

both! {
    #[consumer(u8)]
    fn out_of_scope() -> u8 {
        loop {
            let count = recv!();
            log(count);
            if count > 3 {
                break;
            }
        }
        let first = count();
        {
            let count = recv!();
            log(count);
        }
        first + count()
    }
}

#[test]
fn each_function() {
    run!(out_of_scope(), [1, 5, 2]);
    run!(many(1, guard("i"), 2, guard("k"), 3), [1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3]);
    run!(many(1, guard("i"), 2, guard("k"), 3), [1, 2, 3, 4, 5, 6, 7, 8, 3, 9, 1, 2, 3]);
    for n in 0..6 {
        for m in 0..6 {
            run!(labels(), [n, 9, m, 7, n, n, m, 1, 1, 1, 1, 4, 3, 0, 2, 0]);
        }
    }
}
