//! Locals with raw names.
#![deny(warnings)]
#![forbid(unsafe_code)]

use tests::{both, guard, log, run};

both! {
    #[consumer(u8)]
    fn raw_names(r#type: u8) -> u8 {
        let r#match = recv!();
        let _under = guard("under");
        let under = recv!();
        let r#fn = recv!();
        log(format!("{type}"));
        r#type + r#match + under + r#fn
    }
}

#[test]
fn raw_names_are_names() {
    run!(raw_names(1), [2, 3, 4]);
}
