//! A crate of macros cannot be linked: its library leaves out what makes it one.

fn main() {
    println!("cargo::rustc-cfg=as_library");
}
