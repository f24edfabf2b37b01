use coroutine_runtime::{consumer, recv};

#[consumer(u32, derive(Deserialize))]
fn modes() -> usize {
    let mut mode = "idle";
    loop {
        let number = recv!();
        if number == 0 {
            return mode.len();
        }
        mode = "busy";
    }
}

fn main() {}
