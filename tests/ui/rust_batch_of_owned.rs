use coroutine_runtime::{consumer, recv};

#[consumer(String, batch)]
fn of_strings() {
    loop {
        let _line = recv!();
    }
}

fn main() {}
