//! Turns on rustc's own coroutines where the feature is asked for and rustc takes it, so that
//! `--all-features` builds on a stable rustc too.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(coroutines)");
    println!("cargo::rerun-if-env-changed=RUSTC_BOOTSTRAP");
    let bootstrap = std::env::var("RUSTC_BOOTSTRAP").is_ok_and(|value| value == "1");
    if bootstrap && std::env::var_os("CARGO_FEATURE_NIGHTLY").is_some() {
        println!("cargo::rustc-cfg=coroutines");
    }
}
