//! A local that is kept, of the name of an older one that gets another value behind the wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u32)]
    fn shadows(n: u32) -> u32 {
        let mut x = n;
        for next in 0..3u32 {
            match x.checked_sub(1) {
                Some(x) => {
                    let Some(y) = recv!().checked_sub(2) else { return x };
                    log(x + y);
                }
                None => log("none"),
            }
            x = next;
        }
        x + 5
    }
}

#[test]
fn has_its_own_value() {
    run!(shadows(4), [3, 4]);
    run!(shadows(4), [3, 1]);
    run!(shadows(2), [3, 4, 5]);
}
