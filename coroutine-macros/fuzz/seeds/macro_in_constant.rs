#[consumer(u8)]
fn f() { const X: Point = u8!(c"x" recv!()); recv!(); log(X); }
