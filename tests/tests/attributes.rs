//! Attributes on statements and arms.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, log, run};

both! {
    #[consumer(u8)]
    fn configured_away() -> u8 {
        #[cfg(any())]
        log("no");
        #[cfg(all())]
        log("yes");
        recv!()
    }
}

#[test]
fn what_is_configured_away_does_not_wait() {
    run!(configured_away(), [1, 2]);
}
