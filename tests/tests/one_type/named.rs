//! A machine whose type has a name: what is stored has a type that is written, what is not has the one that all of the body says.

use crate::slices::cuts;
use crate::support::{one, two};
use tests::{both, every, log, run};

both! {
    #[consumer(u8, name = Sized)]
    fn sized() -> usize {
        let x = if recv!() > 0 { recv!() } else { 0 };
        let bytes: usize = x.to_be_bytes().len();
        recv!();
        let y = if recv!() == 0 { 255 } else { recv!() };
        bytes + size_of_val(&y)
    }
}

both! {
    #[consumer(u8, name = Straight)]
    fn straight() -> i64 {
        let mut x = 255;
        let first: i64 = i64::from(x << 1);
        x = recv!();
        let mut none = None;
        log(none.is_none());
        none = Some(recv!());
        first + none.map_or(0, i64::from) + i64::from(x)
    }
}

both! {
    #[consumer(u8, name = Joined, batch)]
    fn joined() -> (usize, usize) {
        let g: fn(u8) -> u8 = if recv!() == 0 { one } else { two };
        let mut sizes: (usize, usize) = (0, 0);
        for _ in 0..3 {
            let x = if recv!() == 0 { vec![] } else { vec![recv!()] };
            let y = if recv!() == 0 { one } else { two };
            sizes.0 += x.iter().map(|n| usize::from(g(*n))).sum::<usize>();
            sizes.1 += size_of_val(&y);
        }
        sizes
    }
}

both! {
    #[consumer(&str, name = Lent)]
    fn lent() -> usize {
        let x = if recv!() == "a" { None } else { Some(recv!()) };
        let length: usize = x.map_or(9, str::len);
        let byte = if recv!() == "a" { 255 } else { recv!().as_bytes()[0] };
        length + usize::from(byte << 1)
    }
}

#[test]
fn with_a_name() {
    for [a, b, c] in [[0, 1, 2], [1, 2, 0], [3, 1, 255], [2, 0, 0], [0, 0, 1], [1, 1, 1]] {
        cuts!(joined(), [a, b, c, 0, a, 1, 0, 1]);
    }
    every!(sized());
    every!(straight());
    every!(joined());
    run!(lent(), ["a", "a"]);
    run!(lent(), ["b", "cd", "e", "f"]);
}
