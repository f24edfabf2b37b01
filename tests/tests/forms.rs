//! Where a `recv!()` may stand in a statement or an expression.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn statements(start: u8) -> u8 {
        let mut last = start;
        recv!();
        let first = recv!();
        let mut second: u16 = recv!().into();
        second += u16::from(first);
        last = last.max(recv!());
        log(last);
        last = recv!();
        let _ = recv!();
        _ = recv!();
        log(format!("{first} {second} {last}"));
        return recv!();
    }
}

both! {
    #[consumer((u8, Option<u16>))]
    fn patterns() -> u16 {
        let (a, b) = recv!();
        let (c, Some(d)) = recv!() else {
            log("none");
            return 0;
        };
        let (_, e @ (None | Some(1..=9))) = recv!() else { return 1 };
        let ((f, _), g): ((u8, Option<u16>), u8) = (recv!(), 7);
        log(format!("{a} {b:?} {c} {d} {e:?} {f} {g}"));
        let mut pair = (0, None);
        (pair.0, pair.1) = recv!();
        pair.1.unwrap_or(pair.0.into())
    }
}

both! {
    #[consumer(u8)]
    fn leading_operands(table: [u8; 4]) -> bool {
        let n = recv!() as usize + 1;
        let m = recv!().wrapping_sub(3).count_ones();
        let negated = !recv!();
        let entry = table[recv!() as usize];
        let flag = recv!() != 0x7e && n > 1;
        if recv!() == b'{' {
            log("brace");
        }
        while recv!() != 0 {
            log("more");
        }
        match recv!() {
            0 => log("zero"),
            other => log(other),
        }
        let pair = (recv!(), n);
        let list = vec![pair.0; 2];
        log(format!("{n} {m} {negated} {entry} {flag} {pair:?} {list:?}"));
        (recv!()) < 4
    }
}

both! {
    #[consumer(u8)]
    fn tails(deep: bool) -> u8 {
        if deep {
            let inner = {
                let _guard = guard("block");
                recv!()
            };
            'out: {
                if inner == 0 {
                    break 'out recv!();
                }
                recv!() + inner
            }
        } else {
            recv!()
        }
    }
}

both! {
    #[consumer(u8)]
    fn deferred() -> u8 {
        let x;
        let y: u8;
        if recv!() > 3 {
            x = recv!();
            y = 1;
        } else {
            x = 2;
            y = recv!();
        }
        log(recv!());
        x + y
    }
}

both! {
    #[consumer(u8)]
    fn assignments() -> usize {
        let mut list = vec![0, 0];
        let mut total = 0;
        list[0] = recv!();
        list.push(recv!());
        total += usize::from(recv!());
        list[total] |= recv!();
        let mut field = (list.len(), 0);
        field.1 = recv!();
        log(format!("{list:?} {field:?}"));
        total
    }
}

#[test]
fn each_form() {
    run!(statements(1), [1, 2, 3, 4, 5, 6, 7, 8]);
    run!(statements(9), [1, 2, 3, 4]);
    run!(leading_operands([3, 4, 5, 6]), [1, 2, 3, 1, 0x7e, b'{', 1, 1, 0, 6, 5, 3]);
    run!(leading_operands([3, 4, 5, 6]), [1, 2, 3, 1, 0, b'}', 0, 0, 5, 4]);
    for deep in [true, false] {
        run!(tails(deep), [0, 4]);
        run!(tails(deep), [1, 4]);
        run!(tails(deep), []);
    }
    run!(deferred(), [4, 5, 6]);
    run!(deferred(), [3, 5, 6]);
    run!(deferred(), [3, 5]);
    run!(assignments(), [4, 5, 1, 8, 9]);
}

#[test]
fn each_pattern() {
    run!(patterns(), [(1, Some(2)), (3, Some(4)), (5, None), (6, None), (7, Some(8))]);
    run!(patterns(), [(1, Some(2)), (3, None)]);
    run!(patterns(), [(1, Some(2)), (3, Some(4)), (5, Some(10))]);
    run!(patterns(), [(1, Some(2)), (3, Some(4)), (5, Some(9)), (6, None), (7, None)]);
}
