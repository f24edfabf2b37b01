#[consumer(u8)]
fn collect() -> Vec<u8> {
    let mut out = Vec::new();
    loop {
        let byte = recv!();
        if byte == 0 {
            break;
        }
        out.push(byte);
    }
    out
}
