//! What it costs to expand a body: `cargo bench -p coroutine-macros --bench expansion`.
//!
//! For bodies of some shapes, each ten times as long as the one before, the time of the expansion and its size. Both are to grow as the body does: the
//! columns behind the bars are per wait, and stay what they are.
#![forbid(unsafe_code)]
#![allow(
    unreachable_pub,
    dead_code,
    unused_imports,
    reason = "the compiler's own modules, of which it needs no tests"
)]

#[path = "../src/blocks.rs"]
mod blocks;
#[path = "../src/catalogue/mod.rs"]
mod catalogue;
#[path = "../src/check.rs"]
mod check;
#[path = "../src/compile.rs"]
mod compile;
#[path = "../src/diagnostics.rs"]
mod diagnostics;
#[path = "../src/diagram/mod.rs"]
mod diagram;
#[path = "../src/emit/mod.rs"]
mod emit;
#[path = "../src/evident/mod.rs"]
mod evident;
#[path = "../src/for_rustc/mod.rs"]
mod for_rustc;
#[path = "../src/ir/mod.rs"]
mod ir;
#[path = "../src/liveness/mod.rs"]
mod liveness;
#[path = "../src/lower/mod.rs"]
mod lower;
#[path = "../src/markers.rs"]
mod markers;
#[path = "../src/names/mod.rs"]
mod names;
#[path = "../src/naming.rs"]
mod naming;
#[path = "../src/nesting/mod.rs"]
mod nesting;
#[path = "../src/parse/mod.rs"]
mod parse;
#[path = "../src/resolve/mod.rs"]
mod resolve;
#[path = "../src/sites/mod.rs"]
mod sites;
#[path = "../src/source.rs"]
mod source;
#[cfg(test)]
#[path = "../src/stack.rs"]
mod stack;
#[path = "../src/std_macros.rs"]
mod std_macros;
#[path = "../src/storage/mod.rs"]
mod storage;
#[path = "../src/types/mod.rs"]
mod types;
#[path = "../src/typing/mod.rs"]
mod typing;

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::time::{Duration, Instant};

/// A shape, the longest body of it to try, and what makes the body of a number of waits.
type Shape = (&'static str, usize, fn(usize) -> String);

const SHAPES: [Shape; 9] = [
    ("waits, one behind the other", 1000, |n| "sum += recv!();".repeat(n)),
    ("a local for each wait", 1000, |n| {
        (0..n).fold(String::new(), |body, i| body + &format!("let x{i} = recv!(); sum += x{i};"))
    }),
    ("`if`s with a wait", 1000, |n| {
        "if sum % 2 == 0 { sum += recv!(); } else { sum += 1; }".repeat(n)
    }),
    ("`match`es with waits", 1000, |n| {
        "match sum { 0 => sum += recv!(), 1 => {} _ => sum = recv!() }".repeat(n / 2)
    }),
    ("loops with a wait", 1000, |n| "while sum < 9 { sum += recv!(); }".repeat(n)),
    ("`for`s with a wait", 1000, |n| "for x in 0..3 { sum += recv!() + x; }".repeat(n)),
    ("guards with a drop", 1000, |n| "{ let _guard = Guard(sum); sum += recv!(); }".repeat(n)),
    ("one loop around all", 1000, |n| format!("loop {{ {} }}", "sum += recv!();".repeat(n))),
    ("`if`s inside of one another", 100, |n| {
        "if sum > 1 { sum += recv!();".repeat(n) + &"}".repeat(n)
    }),
];

fn main() {
    println!(
        "{:<28} {:>6} {:>9} {:>9} | {:>9} {:>9}",
        "", "waits", "ms", "tokens", "µs/wait", "tok./wait"
    );
    let only = std::env::args().nth(1).filter(|arg| !arg.starts_with("--"));
    for (name, longest, body) in SHAPES {
        if only.as_ref().is_some_and(|only| !name.contains(only.as_str())) {
            continue;
        }
        for waits in [10, 100, 1000].into_iter().filter(|waits| *waits <= longest) {
            let source = format!("fn body(mut sum: u32) -> u32 {{ {} sum }}", body(waits));
            let (time, tokens) = measure(&source);
            #[expect(clippy::cast_precision_loss, reason = "a few digits are shown")]
            let per_wait = |total: f64| total / waits as f64;
            #[expect(clippy::cast_precision_loss, reason = "a few digits are shown")]
            let size = per_wait(tokens as f64);
            println!(
                "{name:<28} {waits:>6} {:>9.2} {tokens:>9} | {:>9.1} {size:>9.1}",
                time.as_secs_f64() * 1e3,
                per_wait(time.as_secs_f64() * 1e6),
            );
        }
    }
}

/// The shortest of a few runs, and the size of what is printed.
fn measure(source: &str) -> (Duration, usize) {
    let item: TokenStream = source.parse().expect("Rust");
    let mut best = Duration::MAX;
    let mut tokens = 0;
    for _ in 0..3 {
        let item = item.clone();
        let start = Instant::now();
        let expansion = compile::compile(quote!(u32), item);
        best = best.min(start.elapsed());
        tokens = count(expansion.to_token_stream());
    }
    (best, tokens)
}

fn count(tokens: TokenStream) -> usize {
    let size =
        |token| if let TokenTree::Group(group) = token { 2 + count(group.stream()) } else { 1 };
    tokens.into_iter().map(size).sum()
}
