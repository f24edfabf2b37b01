#[consumer(&str)]
fn grep(pattern: &str) {
    println!("Looking for {pattern}");
    loop {
        let line = recv!();
        if line.contains(pattern) {
            println!("{line}");
        }
    }
    on_close! { println!("Exiting the Co-routine"); }
}
