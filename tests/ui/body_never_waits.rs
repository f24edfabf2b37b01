use coroutine_runtime::consumer;

#[consumer(u8)]
fn bytes() {
    println!("nothing to wait for");
}

fn main() {}
