//! What a `#[consumer]` costs.
#![forbid(unsafe_code)]
#![cfg_attr(coroutines, feature(coroutines, coroutine_trait, stmt_expr_attributes))]

#[macro_use]
mod ways;
mod instructions;
mod random;
mod workload;
mod workloads;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["--run", workload, way, inputs] => instructions::run(workload, way, inputs),
        ["--instructions", only @ ..] => instructions::print(only),
        _ => todo!(),
    }
}
