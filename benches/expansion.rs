//! What kernels cost at compile time: time of the macro, time of rustc, bytes of machine code.
//!
//! ```sh
//! cargo bench --bench expansion              # all of it
//! cargo bench --bench expansion -- matmul    # the kernels whose name contains a word
//! ```
//!
//! One kernel at a time is compiled in a crate of its own by rustc itself, optimized as in
//! release builds, against a `kernels` that is built already. The difference to the same crate
//! without a kernel is its cost:
//!
//! - `macro`: of a run that ends when everything is expanded and names are resolved, which is
//!   what `--emit=dep-info` alone asks for; the macro is compiled without optimization, as cargo
//!   compiles macros in release builds too.
//! - `rustc`: of a complete run to object code and metadata, `macro` included.
//! - `bytes`: of the kernel's functions in the object file, in all and for each level.
//!
//! Times of kernels are processor time in milliseconds, the least of a few runs, so that other
//! jobs of the machine count as little as they can. A crate of 100 kernels is built by cargo
//! with the default release profile; `seconds` are those of a clock on the wall, which other
//! jobs lengthen, and `processor` is the processor time of all its processes.

#[path = "expansion/cost.rs"]
mod cost;
#[path = "expansion/fixture.rs"]
mod fixture;
#[path = "expansion/sources.rs"]
mod sources;

use cost::Cost;
use fixture::Fixture;
use kernels_plan::isa::LEVELS;

/// Runs of each kind for each kernel, in turn.
const ROUNDS: usize = 5;

/// Milliseconds in which a 64 × 64 × 64 product is to be expanded and compiled.
const PRODUCT_TARGET: f64 = 200.0;
/// Seconds in which a crate of 100 kernels is to be built.
const CRATE_TARGET: f64 = 20.0;

fn main() {
    // Cargo passes `--bench`.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let fixture = Fixture::new();
    let mut cases: Vec<_> = sources::single().into_iter().filter(|case| chosen(case.0)).collect();
    cases.insert(0, ("", String::new()));

    let mut costs = vec![Cost::MOST; cases.len()];
    for _ in 0..ROUNDS {
        for ((name, source), least) in cases.iter().zip(&mut costs) {
            *least = least.min(cost::measure(&fixture, name, source));
        }
    }
    let empty = costs[0];
    for ((name, _), cost) in cases.iter().zip(costs).skip(1) {
        print_kernel(&fixture, name, cost.over(empty));
    }
    if chosen("crate") {
        let (seconds, processor) = cost::build(&fixture, &sources::hundred());
        println!("EXPANSION crate kernels=100 seconds={seconds:.1} processor={processor:.1}");
        let [wall, processor] = [seconds, processor].map(|seconds| met(seconds, CRATE_TARGET));
        println!("(target: {CRATE_TARGET} s, {wall} on the wall, {processor} in processor time)");
    }
}

fn print_kernel(fixture: &Fixture, name: &str, cost: Cost) {
    let bytes =
        LEVELS.iter().filter(|isa| isa.is_base()).map(|isa| (isa.name, fixture.code_bytes(name, isa.name)));
    let levels: Vec<(&str, usize)> = bytes.collect();
    let all: usize = levels.iter().map(|(_, bytes)| bytes).sum();
    let levels: String = levels.iter().map(|(level, bytes)| format!(" {level}={bytes}")).collect();
    println!("EXPANSION {name} macro={:.1} rustc={:.1} bytes={all}{levels}", cost.expand, cost.compile);
    if name == sources::PRODUCT {
        println!("(target: {PRODUCT_TARGET} ms, {})", met(cost.compile, PRODUCT_TARGET));
    }
}

fn met(value: f64, target: f64) -> &'static str {
    if value < target { "met" } else { "missed" }
}
