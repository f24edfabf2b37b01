#[consumer(dyn A + B +, reply = A + B +, name = N)]
fn f(x: A +, y: dyn A + B) -> A + { delegate!(x) }
