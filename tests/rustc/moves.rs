// case: before_the_wait
fn take(_: String) {}

#[consumer(u8)]
pub fn f(name: String) -> usize {
    take(name);
    let length = name.len();
    length + usize::from(recv!())
}

// case: behind_the_wait
fn take(_: String) {}

#[consumer(u8)]
pub fn f(name: String) -> usize {
    recv!();
    take(name);
    name.len()
}

// case: on_both_sides
// differs: what is used behind a wait has to be there while it waits
// - error[E0382]: borrow of moved value: `name`
// - error[E0382]: borrow of moved value: `name` | - 5:10-5:14 move occurs because `name` has type `String`, which does not implement the `Copy` trait
// - error[E0382]: borrow of moved value: `name` | - 6:10-6:14 value moved here
// - error[E0382]: borrow of moved value: `name` | ^ 8:5-8:9 value borrowed here after move
// + error[E0382]: use of moved value: `name`
// + error[E0382]: use of moved value: `name` | - 5:10-5:14 move occurs because `name` has type `String`, which does not implement the `Copy` trait
// + error[E0382]: use of moved value: `name` | - 6:10-6:14 value moved here
// + error[E0382]: use of moved value: `name` | ^ 7:5-7:9 value used here after move
fn take(_: String) {}

#[consumer(u8)]
pub fn f(name: String) -> usize {
    take(name);
    recv!();
    name.len()
}

// case: in_a_loop
// differs: what is used behind a wait has to be there while it waits
// - error[E0382]: use of moved value: `name` | - 6:5-6:9 inside of this loop
// - error[E0382]: use of moved value: `name` | ^ 8:14-8:18 value moved here, in previous iteration of loop
// + error[E0382]: use of moved value: `name` | - 8:14-8:18 value moved here
// + error[E0382]: use of moved value: `name` | ^ 7:9-7:13 value used here after move
fn take(_: String) {}

#[consumer(u8)]
pub fn f(name: String) {
    loop {
        recv!();
        take(name);
    }
}

// case: twice_in_a_statement
fn take(_: String, _: String) {}

#[consumer(u8)]
pub fn f(name: String) {
    recv!();
    take(name, name);
}

// case: on_one_branch
fn take(_: String) {}

#[consumer(u8)]
pub fn f(name: String) {
    if recv!() > 3 {
        take(name);
    }
    println!("{name}");
}

// case: into_a_closure
#[consumer(u8)]
pub fn f(name: String) -> usize {
    recv!();
    let length = move || name.len();
    length() + name.len()
}

// case: out_of_a_reference
// differs: what is kept is changed where it lies, through a `&mut`
// - error[E0507]: cannot move out of `name` which is behind a shared reference
// - error[E0507]: cannot move out of `name` which is behind a shared reference | ^ 5:5-5:10 move occurs because `name` has type `String`, which does not implement the `Copy` trait
// + error[E0507]: cannot move out of `name` which is behind a mutable reference
// + error[E0507]: cannot move out of `name` which is behind a mutable reference | ^ 5:5-5:10 move occurs because `name` has type `String`, which does not implement the `Copy` trait
#[consumer(u8)]
pub fn f(name: &String) -> String {
    recv!();
    *name
}

// case: out_of_a_vec
#[consumer(usize)]
pub fn f(names: Vec<String>) -> String {
    let index = recv!();
    names[index]
}

// case: by_a_match
#[consumer(u8)]
pub fn f(name: Option<String>) -> bool {
    recv!();
    match name {
        Some(name) => println!("{name}"),
        None => {}
    }
    name.is_some()
}

// case: by_a_for
#[consumer(u8)]
pub fn f(names: Vec<String>) -> usize {
    for name in names {
        println!("{name}");
    }
    names.len() + usize::from(recv!())
}

// case: of_the_input
fn take(_: String) {}

#[consumer(String)]
pub fn f() {
    loop {
        let line = recv!();
        take(line);
        println!("{line}");
    }
}

// case: of_what_is_kept
#[consumer(String)]
pub fn f() {
    let first = recv!();
    let second = recv!();
    drop(first);
    println!("{first} {second}");
}

// case: into_a_collection
// differs: a loop that waits has been taken apart
// - error[E0382]: use of moved value: `name` | - 6:5-6:21 inside of this loop
// + error[E0382]: use of moved value: `name` | - 2:1-2:16 inside of this loop
#[consumer(u8)]
pub fn f() -> Vec<String> {
    let mut list = Vec::new();
    let name = String::from("x");
    for _ in 0..recv!() {
        list.push(name);
    }
    list
}
