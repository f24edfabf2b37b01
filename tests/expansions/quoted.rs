//! A reply borrows from the input it answers.
#[consumer(&[u8], reply = Option<&[u8]>)]
fn quoted() -> usize {
    let mut total = 0;
    let mut chunk = recv!(None);
    loop {
        let Some(start) = chunk.iter().position(|byte| *byte == b'"') else {
            if chunk.is_empty() {
                return total;
            }
            chunk = recv!(None);
            continue;
        };
        let mut rest = &chunk[start + 1..];
        while !rest.contains(&b'"') {
            total += rest.len();
            rest = recv!(Some(rest));
        }
        let end = rest.iter().position(|byte| *byte == b'"').unwrap_or(rest.len());
        total += end;
        chunk = recv!(Some(&rest[..end]));
    }
    on_close! { total }
}
