#[consumer(u8)]
fn scopes() -> Result<u32, ParseIntError> {
    let mut total = 0;
    'outer: loop {
        let guard = Guard::new("body");
        match recv!() {
            b'+' => {
                let inner = Guard::new("arm");
                let digits = loop {
                    let byte = recv!();
                    if byte == b';' {
                        break 'outer;
                    }
                    if byte == b',' {
                        break String::from("1");
                    }
                };
                total += digits.parse::<u32>()?;
            }
            b'-' => continue,
            _ => {}
        }
        println!("after {guard:?}");
    }
    Ok(total)
}
