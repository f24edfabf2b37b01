//! Machines whose types have a name.
#[consumer(&str, name = Grep, derive(Clone, Debug))]
pub fn grep(pattern: &str) {
    println!("Looking for {pattern}");
    loop {
        let line = recv!();
        if line.contains(pattern) {
            println!("{line}");
        }
    }
    on_close! { println!("Exiting the Co-routine"); }
}

#[consumer(u8, name = Frames, batch)]
fn frames() -> (u64, u64) {
    let mut buf: Vec<u8> = Vec::with_capacity(256);
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
        if recv!() == sum {
            good += 1;
        } else {
            bad += 1;
        }
    }
    on_close! { (good, bad) }
}
