// A loop over a borrow, and a borrow that is used on both sides of a `recv!()`: both are taken again.
#[consumer(u8)]
fn verify(expected: Vec<u8>) -> usize {
    let mut wrong = Vec::new();
    let seen = &mut wrong;
    for byte in &expected {
        let received = recv!();
        if received != *byte {
            seen.push(received);
        }
    }
    wrong.len()
}
