#[consumer(u8)]
fn f() { let _ = matches!(x, recv!()); while { recv!(); matches!(S { x: 1 }, Some(recv!())) } { recv!(); } }
