use coroutine_runtime::{consumer, recv};

#[consumer(u8, mermaid)]
fn without() {
    recv!();
}

#[consumer(u8, mermaid = "GRAPH")]
fn string() {
    recv!();
}

#[consumer(u8, mermaid = ONE, mermaid = TWO)]
fn twice() {
    recv!();
}

#[consumer(u8, mermaid = GRAPH)]
fn whose_body_is_wrong() {
    recv!(1);
}

fn main() {
    println!("{GRAPH}");
}
