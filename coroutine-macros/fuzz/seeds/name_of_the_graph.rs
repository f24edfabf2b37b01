#[consumer(__input)]
fn of_the_graph() { let x = __input; __exit!(7); recv!() }
