#[consumer(u8)]
fn f() { let sum = { x || recv!() == 0 &break& y } + recv!(); loop { let t = { x || recv!() == 0 &break& y }; return if { recv!(); return y } {} } }
