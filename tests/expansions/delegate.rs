//! An inner consumer receives for the outer one.
#[consumer(u8)]
fn sum() -> u32 {
    let first = delegate!(number());
    let second = delegate!(number());
    first + second
}

#[consumer(u8, reply = u32)]
fn replied(mut inner: impl Consumer<u8, Reply = (), Output = u32>) -> u32 {
    delegate!(number_replied(1))
}

#[consumer(u8)]
fn borrowed(mut inner: impl Consumer<u8, Reply = (), Output = u32>) -> u32 {
    let mut sum = 0;
    for _ in 0..3 {
        sum += delegate!(&mut inner);
    }
    sum
}

#[consumer(u8, batch)]
fn batched() -> u32 {
    let mut sum = 0;
    loop {
        let length = recv!();
        if length == 0 {
            return sum;
        }
        sum += delegate!(number());
    }
}
