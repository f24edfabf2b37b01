//! More states than rustc looks at one by one: what is taken out is taken by one `match`, and drops as it does in the plain function.
#![allow(clippy::all, clippy::pedantic, reason = "ordinary code, as it comes")]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn guards(first: u8) -> Result<u32, String> {
        let a = guard("a");
        let x0 = recv!();
        let x1 = vec![recv!(); 2];
        let b = guard("b");
        let x2 = recv!().checked_sub(1).ok_or("none")?;
        let x3 = recv!() ^ x0;
        let x4 = Some(recv!());
        drop(a);
        let x5 = recv!();
        let x6 = [recv!(), x5];
        let x7 = recv!();
        let c = (guard("c"), recv!());
        let x8 = recv!().to_string();
        if recv!() == 9 {
            return Err(x8);
        }
        let x9 = u32::from(recv!());
        let x10 = recv!();
        let x11 = recv!();
        let d = guard("d");
        log(recv!());
        let ends = c.1 ^ x10 ^ x11 ^ first ^ x7 ^ x6[0] ^ x4.unwrap_or(0) ^ x3 ^ x2 ^ x1[1];
        Ok(x9 + u32::from(ends) + b.id as u32 + d.id as u32)
    }
}

// A type that cannot be said is known by the order of the arms.
both! {
    #[consumer(u8)]
    fn closure(first: u8) -> u8 {
        let g = guard("g");
        let x0 = vec![recv!()];
        let mix = move |n: u8| n.rotate_left(1) ^ first ^ x0[0];
        let x1 = Some(recv!());
        let x2 = vec![recv!(); 1];
        let x3 = mix(recv!());
        let x4 = mix(recv!());
        let x5 = mix(recv!());
        let x6 = mix(recv!());
        let x7 = mix(recv!());
        let x8 = mix(recv!());
        let x9 = mix(recv!());
        let y = (recv!(), recv!(), recv!(), recv!(), mix(recv!()));
        log(g.id);
        x9 ^ x8 ^ x7 ^ x6 ^ x5 ^ x4 ^ x3 ^ x2[0] ^ x1.unwrap_or(3) ^ y.0 ^ y.4
    }
}

#[test]
fn each_is_as_in_the_plain_function() {
    run!(guards(1), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]);
    run!(guards(1), [3, 1, 0, 1]);
    run!(guards(1), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 9, 8]);
    run!(closure(7), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3]);
}
