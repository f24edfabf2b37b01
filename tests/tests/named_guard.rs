//! A named local with a drop, last used before the wait.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, fail, guard, log, run};

fn broken(byte: u8) -> String {
    if byte < 10 { fail("in the reply") } else { String::new() }
}

both! {
    #[consumer(u8, reply = String)]
    fn order() -> String {
        let _outer = guard("outer");
        let mut text = String::from("start");
        for turn in 0..3 {
            let reply = guard(format!("reply {turn}"));
            let byte = recv!({
                log("evaluated");
                format!("{reply} {text}")
            });
            text = format!("{text}{byte}");
            if recv!(text.clone()) == 9 {
                recv!(broken(byte));
            }
        }
        recv!(text);
        String::from("end")
    }
}

#[test]
fn replies_come_in_order() {
    run!(order(), [1, 2, 3, 4, 5, 6, 7]);
    run!(order(), [1, 9]);
    run!(order(), [1]);
}
