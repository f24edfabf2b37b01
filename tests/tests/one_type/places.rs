//! The value of two ways as an operand, a head, an argument of a macro: it has no name, and one type.

use crate::support::{Pair, type_of};
use std::fmt::Debug;
use tests::{both, every, log};

fn take(size: usize, byte: u8) -> usize {
    10 * size + usize::from(byte)
}

fn applied<T: Debug>(f: impl FnOnce(T) -> T, value: T) -> String {
    format!("{:?}", f(value))
}

both! {
    #[consumer(u8)]
    fn formatted() -> String {
        let text = format!("{:08b}", !if recv!() > 0 { recv!() } else { 0 });
        text + &format!(" {}", (if recv!() == 0 { 255 } else { recv!() }) << 1)
    }
}

both! {
    #[consumer(u8)]
    fn argument() -> usize {
        let size = take(size_of_val(&if recv!() > 0 { recv!() } else { 0 }), recv!());
        size + take(usize::from((if recv!() == 0 { 255 } else { recv!() }) << 1), recv!())
    }
}

both! {
    #[consumer(u8)]
    fn receiver() -> u32 {
        (if recv!() > 0 { recv!() } else { 1 }).leading_zeros()
    }
}

both! {
    #[consumer(u8)]
    fn in_a_list() -> usize {
        let list = vec![if recv!() > 0 { recv!() } else { 0 }, 255];
        log(i64::from(list[1] << 1));
        size_of_val(&list[..])
    }
}

both! {
    #[consumer(u8)]
    fn asserted() -> String {
        assert_eq!(size_of_val(&if recv!() > 0 { recv!() } else { 0 }), 1);
        let pair = Pair { a: if recv!() == 0 { 255 } else { recv!() }, b: 255 };
        assert!(i64::from(pair.a << 1) != 510, "{pair:?}");
        format!("{} {}", pair.a << 1, pair.b << 1)
    }
}

both! {
    #[consumer(u8)]
    fn matched() -> i64 {
        let first = match (if recv!() == 0 { 255 } else { recv!() }) << 1 {
            254 => -1,
            n => i64::from(n << 6),
        };
        match if recv!() == 0 { 255 } else { recv!() } {
            n if n << 1 == 254 => first + i64::from(recv!()),
            n => first - i64::from(n),
        }
    }
}

both! {
    #[consumer(u8)]
    fn chained() -> i64 {
        if recv!() != 1
            && let Some(x) = Some(if recv!() == 0 { 255 } else { recv!() })
            && let y @ 3..=254 = x << 1
        {
            i64::from(y)
        } else {
            -1
        }
    }
}

both! {
    #[consumer(u8)]
    fn closures() -> String {
        let text = applied(|n| n << 1, if recv!() == 0 { 255 } else { recv!() });
        let some = Some(if recv!() == 0 { 255 } else { recv!() }).map(|n| n << 1);
        format!("{text} {some:?}")
    }
}

both! {
    #[consumer(u8)]
    fn index() -> i64 {
        let list = [4, 5, 6, 7];
        let element = list[usize::from(if recv!() == 0 { 3 } else { recv!() })];
        let sum = element + i64::from(if recv!() == 0 { 255 } else { recv!() } << 1);
        return sum + i64::from((if recv!() == 0 { 128 } else { recv!() }) << 1);
    }
}

both! {
    #[consumer(u8)]
    fn range() -> String {
        let mut text = String::new();
        for n in 0..if recv!() > 0 { recv!() } else { 2 } {
            text += type_of(&n);
        }
        let ends = (if recv!() == 0 { 255 } else { recv!() })..=200;
        log(i64::from(ends.start() << 1));
        text
    }
}

both! {
    #[consumer(u8)]
    fn let_else() -> i64 {
        let Some(x) = (if recv!() == 0 { Some(255) } else { Some(recv!()) }) else {
            return -1;
        };
        let mut sum = i64::from(x << 1);
        sum += i64::from(if recv!() == 0 { 200 } else { recv!() } << 1);
        if matches!(if recv!() == 0 { 200 } else { recv!() } << 1, 0..=150) { sum } else { -sum }
    }
}

#[test]
fn a_value_without_a_name() {
    every!(formatted());
    every!(argument());
    every!(receiver());
    every!(in_a_list());
    every!(asserted());
    every!(matched());
    every!(chained());
    every!(closures());
    every!(index());
    every!(range());
    every!(let_else());
}
