#[consumer(u8, batch)]
fn number() -> u32 {
    let mut number = 0;
    while recv!() != b'=' {}
    loop {
        match recv!() {
            digit @ b'0'..=b'9' => number = 10 * number + u32::from(digit - b'0'),
            _ => return number,
        }
    }
}
