#[consumer(&str)]
fn filter<C: for<'a> Consumer<&'a str>>(mut next: C, keep: impl Fn(&str) -> bool) {
    loop {
        let line = recv!();
        if keep(line) {
            next.send(line);
        }
    }
    on_close! {
        next.close();
    }
}
