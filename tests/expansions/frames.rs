#[consumer(u8)]
fn frames() -> (u64, u64) {
    let mut buf = Vec::with_capacity(256);
    let (mut good, mut bad) = (0, 0);
    loop {
        while recv!() != 0x7e {}
        let len = recv!() as usize;
        buf.clear();
        let mut sum = 0u8;
        for _ in 0..len {
            let byte = recv!();
            sum = sum.wrapping_add(byte);
            buf.push(byte);
        }
        if recv!() == sum { good += 1 } else { bad += 1 }
    }
    on_close! { (good, bad) }
}
