//! `crate` where a value stands.
#[consumer(u8)]
fn f() -> u8 {
    loop {
        match x {
            3 => x = recv!(),
            _ => crate,
        }
    }
}
