//! A constant, of a macro that may make anything of its tokens, in the argument of a macro.
#[consumer(u8)]
fn f() {
    println!("{x}", ({ const X: u8 = u8!("x" recv!()); recv!(); v })[recv!()])
}
