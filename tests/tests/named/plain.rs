//! The same bodies as without a name, compared with the oracle.

use tests::{Guard, both, guard, log, run};

both! {
    #[consumer(u8, name = Frames)]
    fn frames(limit: usize) -> (u64, Vec<u8>) {
        let _guard: Guard = guard("frames");
        let mut buf: Vec<u8> = Vec::new();
        let mut good = 0;
        while buf.len() < limit {
            while recv!() != 7 {}
            let len = recv!() as usize;
            let mut sum = 0u8;
            for at in 0..len {
                let byte = recv!();
                sum = sum.wrapping_add(byte);
                buf.push(byte + u8::from(at == 1));
            }
            if recv!() == sum {
                good += 1;
            } else {
                log(format!("bad {sum}"));
            }
        }
        (good, buf)
    }
}

both! {
    #[consumer(Guard, name = Guards, reply = usize)]
    fn guards(count: usize) -> Option<Guard> {
        let mut last: Option<Guard> = None;
        let mut ids = 0;
        for round in 0..count {
            let inner: Guard = guard("inner");
            let given = recv!(ids);
            ids += given.id;
            if round % 2 == 0 {
                last = Some(given);
                continue;
            }
            recv!(round);
            log(&inner.name);
        }
        recv!(99);
        last
    }
}

both! {
    #[consumer(u8, name = Choice)]
    fn choice(first: bool) -> u32 {
        let total = if first && recv!() > 1 { u32::from(recv!()) } else { 3u32 };
        let mut more: u32 = 0;
        'all: loop {
            match recv!() {
                0 => break 'all,
                n if n > recv!() => more += u32::from(n),
                _ => log(recv!()),
            }
        }
        total + more
    }
}

#[test]
fn do_the_same() {
    run!(frames(3), [1, 7, 2, 3, 4, 8, 7, 0, 0, 7, 1, 1, 9]);
    run!(guards(3), [guard("a"), guard("b"), guard("c"), guard("d"), guard("e"), guard("f")]);
    run!(choice(true), [2, 5, 3, 1, 1, 4, 9, 0]);
    run!(choice(false), [3, 1, 0]);
}
