//! Locals of one name: each mention is of the local that it is of in the plain function, wherever the others are.
#![allow(unused, clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]
#![forbid(unsafe_code)]

use tests::{Guard, both, every, guard, log};

macro_rules! shown {
    ($($token:tt)*) => { log(format!($($token)*)) };
}

both! {
    #[consumer(u32)]
    fn assigned_behind_an_inner_one(n: u32) -> usize {
        let mut a = guard("first");
        a = { let a = recv!(); guard(a) };
        recv!();
        a.id
    }
}

both! {
    #[consumer(u32)]
    fn changed_in_an_operand() -> u32 {
        let mut a = 1;
        a = [a, { let mut a = recv!(); a += 1; a }][1];
        a += { let mut a = recv!(); a *= 2; a };
        recv!() + a
    }
}

both! {
    #[consumer(u32)]
    fn given_behind_its_shadow() -> u32 {
        let mut a = 0;
        {
            let mut of = [7u32];
            let a = &mut of;
            a[0] += recv!();
            log(a[0]);
        }
        a = 5;
        recv!();
        a
    }
}

both! {
    #[consumer(u32)]
    fn items_of_a_loop() -> u32 {
        let mut sum = 0;
        for i in 0..3u32 {
            let (i, _) = (i + recv!(), 0);
            let i = i + recv!();
            sum += i;
        }
        for (i, sum) in [(1u32, 2u32)] {
            log(i + sum + recv!());
        }
        sum
    }
}

both! {
    #[consumer(u32)]
    fn each_in_its_arm() -> u32 {
        let x = recv!();
        let x = match x {
            0 => { let x = guard("zero"); recv!(); x.id as u32 }
            x if x > 9 => x + { let x = recv!(); x },
            _ => { let x = x + recv!(); x }
        };
        let x = if let Some(x) = x.checked_sub(1) && x > recv!() { x } else { x };
        log(x);
        recv!() + x
    }
}

struct Point {
    x: u32,
    y: u32,
}

both! {
    #[consumer(u32)]
    fn fields(y: u32) -> u32 {
        let x = recv!();
        let point = Point { x, y };
        let Point { x, mut y } = Point { x: recv!(), y: point.x };
        y += recv!();
        if let Point { ref x, y: ref z @ 0..50 } = (Point { x: x + y, y }) {
            log(format!("{x} {z} {y:>z$}", z = 5));
        }
        let point = Point { x, y };
        recv!() + point.x + point.y
    }
}

both! {
    #[consumer(u32)]
    fn shown_by_its_name() -> u32 {
        let x = recv!();
        log(format!("{x}"));
        let x = format!("{x:?} {}", recv!());
        log(format!("{x} {x:>4$} {0} {1} {2} {3}", 1, 2, 3, 4, x.len() + 2));
        assert!(x.len() > 1);
        let x = recv!();
        shown!("{x} {}", x + 1);
        x
    }
}

both! {
    #[consumer(u32)]
    fn guards_of_one_name() -> u32 {
        let _guard = guard("outer");
        recv!();
        {
            let _guard = guard("inner");
            recv!();
        }
        let _guard = guard("second");
        recv!()
    }
}

both! {
    #[consumer(u32, batch)]
    fn in_a_loop_over_a_slice() -> u32 {
        let mut total = 0;
        loop {
            let n = recv!();
            let mut total_of = 0;
            for n in 0..n {
                let n = n + recv!();
                total_of += n;
            }
            let n = total_of;
            total += n;
            if n == 0 {
                return total;
            }
        }
    }
}

#[test]
fn each_mention_is_of_its_local() {
    every!(assigned_behind_an_inner_one(3));
    every!(changed_in_an_operand());
    every!(given_behind_its_shadow());
    every!(items_of_a_loop());
    every!(each_in_its_arm());
    every!(fields(4));
    every!(shown_by_its_name());
    every!(guards_of_one_name());
    every!(in_a_loop_over_a_slice());
}
