// case: type_behind_an_endless_loop
#[consumer(u8)]
pub fn f() {
    let mut sum = 0u32;
    loop {
        sum += u32::from(recv!());
        println!("{sum}");
    }
    let name: u32 = "name";
}

// case: name_behind_an_endless_loop
// differs: rustc takes the closure around the body for the function's end
// - warning[unreachable_code]: unreachable expression
// - warning[unreachable_code]: unreachable expression | - 5:5-8:6 any code following this expression is unreachable
// - warning[unreachable_code]: unreachable expression | ^ 9:5-9:16 unreachable expression
#[consumer(u8)]
pub fn f() -> u32 {
    let mut sum = 0;
    loop {
        sum += u32::from(recv!());
        println!("{sum}");
    }
    summed(sum)
}

// case: misspelt_macro_behind_an_endless_loop
#[consumer(u8)]
pub fn f() -> u32 {
    let mut sum = 0;
    loop {
        sum += u32::from(recv!());
    }
    on_clsoe! { sum }
}

// case: borrowed_mutably_without_mut
#[consumer(u8)]
pub fn f() -> usize {
    let bytes = vec![1];
    let list = &mut bytes;
    list.push(recv!());
    list.push(recv!());
    bytes.len()
}

// case: borrowed_twice_over_waits
#[consumer(u8)]
pub fn f() -> usize {
    let mut bytes = vec![1];
    let one = &mut bytes;
    let two = &mut bytes;
    one.push(recv!());
    two.push(recv!());
    bytes.len()
}

// case: operand_of_another_type
#[consumer(u8)]
pub fn f(name: String) -> u8 {
    fn join(name: &str, byte: u8) -> u8 {
        println!("{name}");
        byte
    }
    join(name, recv!())
}
