//! A value whose type is open until something is read, with nothing that branches, and in loops.

use tests::{both, every, log};

both! {
    #[consumer(u8)]
    fn found() -> Option<u8> {
        let mut found = None;
        log(found.is_none());
        found = Some(recv!());
        found
    }
}

both! {
    #[consumer(u8)]
    fn by_default() -> usize {
        let mut x = Default::default();
        let size = size_of_val(&x);
        x = recv!();
        size + usize::from(x)
    }
}

both! {
    #[consumer(u8)]
    fn summed() -> usize {
        let mut sum = [127, 128].into_iter().sum();
        let size = size_of_val(&sum);
        sum = recv!();
        size + usize::from(sum)
    }
}

both! {
    #[consumer(u8)]
    fn answered_each_turn() -> usize {
        let mut answer = Err("none yet");
        loop {
            match answer {
                Ok(0) => return 0,
                Ok(_) => log("more"),
                Err(text) => log(text),
            }
            let n = recv!();
            answer = if n == 2 { Err("two") } else { Ok(n) };
        }
    }
}

// Nothing says it but the wait of an inner loop, behind which it goes out of sight.
both! {
    #[consumer(u8)]
    fn in_an_inner_loop() -> usize {
        let mut sizes = 0;
        for _ in 0..2 {
            let mut x = Default::default();
            sizes = sizes * 10 + size_of_val(&x);
            loop {
                x = recv!();
                if x < 2 {
                    break;
                }
            }
            log(x);
        }
        sizes
    }
}

// Nobody polls the future, which is kept to its end.
both! {
    #[consumer(u8)]
    fn future() -> usize {
        let later = async move |n| n << 1;
        let kept = later(recv!());
        log(size_of_val(&kept));
        usize::from(recv!())
    }
}

#[test]
fn what_is_read_closes_it() {
    every!(found());
    every!(future());
    every!(by_default());
    every!(summed());
    every!(answered_each_turn());
    every!(in_an_inner_loop());
}
