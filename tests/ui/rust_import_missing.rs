use coroutine_runtime::consumer;

#[consumer(u8)]
fn bytes() {
    loop {
        let byte = recv!();
        println!("{byte}");
    }
    on_close! { println!("closed") }
}

fn main() {}
