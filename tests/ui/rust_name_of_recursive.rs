use coroutine_runtime::{Primed, consumer, delegate, recv};

#[consumer(u8, name = Nested)]
fn nested(_depth: u32) -> u32 {
    if recv!() == 0 {
        return 0;
    }
    let inner: Primed<Nested> = nested(1).prime();
    delegate!(inner) + 1
}

fn main() {}
