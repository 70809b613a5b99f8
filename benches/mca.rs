//! What llvm-mca says about the inner loops of the main AVX-512 tiles: a table, which is also
//! written to `benches/records/mca.md`.
//!
//! ```sh
//! apt-get install llvm-22       # Debian 12; the LLVM of the pinned rustc
//! cargo bench --bench mca
//! ```
//!
//! Nothing is run: the kernels of `tests/assembly` are compiled, and the simulator reads their
//! listing. It takes every load to hit the first-level cache.

#[path = "../tests/assembly/compile.rs"]
mod compile;
#[path = "../tests/assembly/listing.rs"]
#[allow(dead_code, reason = "the test of the assembly uses the rest")]
mod listing;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio, exit};

use listing::Function;

const TOOL: &str = "llvm-mca-22";
/// Turns of a loop that are simulated: so many that filling and draining the pipeline, some 15
/// cycles, do not count.
const TURNS: usize = 1000;
/// Percent of the multiply-add ports that the default tile is to use on `MODELS[0]`.
const TARGET: f64 = 97.0;

/// A processor's name, and how many 512-bit fused multiply-adds its model starts per cycle.
const MODELS: [(&str, usize); 5] =
    [("skylake-avx512", 2), ("icelake-server", 1), ("sapphirerapids", 1), ("znver4", 1), ("znver5", 1)];

/// Kernels of `tests/assembly`, the default tile first.
const KERNELS: [(&str, &str); 5] = [
    ("matmul", "f32 64 × 64 × 64"),
    ("matmul_1024", "f32 1024 × 1024 × 1024, packed"),
    ("matmul_f64", "f64 64 × 64 × 64"),
    ("matvec", "f32 128 × 64 by a vector"),
    ("similarity", "f32 dot product of 1024"),
];

const NOTE: &str = "# llvm-mca on the main AVX-512 tiles

Written by `cargo bench --bench mca`. The innermost loop of each kernel at level `avx512`, as
LLVM 22's simulator sees it with every load in the first-level cache. *Use* is the share of the
rate at which the model starts 512-bit multiply-adds: two per cycle on `skylake-avx512`, one on
the others. *Spills* are instructions of the loop that move a vector to or from the stack.

- The models of `icelake-server` and `sapphirerapids` start one 512-bit multiply-add per cycle,
  where the processors start two: `skylake-avx512` stands for Intel's processors with two.
- `znver4` executes 512-bit operations in two halves: one multiply-add per cycle. The figures of
  `znver5` are those of `znver4`, though the processor starts two.
- On `skylake-avx512` a 512-bit load also takes one of the ports 0, 1 and 5, of which the
  multiply-adds take two: in the model, loads are free up to one per two multiply-adds. On
  `znver4` a broadcast from memory takes an arithmetic pipe. Both are read off the simulator; no such
  processor was measured.
";

fn main() {
    if Command::new(TOOL).arg("--version").output().is_err() {
        eprintln!("{TOOL} is missing; on Debian 12: apt-get install llvm-22");
        exit(1);
    }
    let listing = compile::compile("x86-64");
    let mut table = String::from(
        "| loop | multiply-adds | loads | spills | model | cycles per turn | multiply-adds per cycle | use |\n|---|---|---|---|---|---|---|---|\n",
    );
    let mut shown = Vec::new();
    for (kernel, what) in KERNELS {
        let function = Function::find(&listing, kernel, "__avx512");
        let body = main_loop(&function);
        let adds = multiply_adds(body);
        let loads = body.iter().filter(|line| line.contains("(%r") && line.contains("%zmm")).count();
        let spills = body.iter().filter(|line| listing::spills(line)).count();
        for (model, rate) in MODELS {
            let cycles = cycles_per_turn(body, model);
            let (per_cycle, most) = (adds as f64 / cycles, rate as f64);
            let share = 100.0 * per_cycle / most;
            shown.push(share);
            let _ = writeln!(
                table,
                "| {what} | {adds} | {loads} | {spills} | {model} | {cycles:.2} | {per_cycle:.2} | {share:.1} % |"
            );
        }
    }
    let record = format!("{}/benches/records/mca.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(record, format!("{NOTE}\n{table}")).expect("the record can be written");
    println!("{table}\nMCA default tile, {}: {:.1} % of {TARGET} % wanted", MODELS[0].0, shown[0]);
}

/// The innermost loop with the most multiply-adds: tiles of the rows or columns that are left
/// have loops of their own.
fn main_loop(function: &Function) -> &[String] {
    function.innermost_loops().into_iter().max_by_key(|body| multiply_adds(body)).unwrap_or_default()
}

fn multiply_adds(body: &[String]) -> usize {
    body.iter().filter(|line| line.starts_with("vfmadd") && line.contains("%zmm")).count()
}

/// Runs the simulator on a loop.
fn cycles_per_turn(body: &[String], model: &str) -> f64 {
    let mut tool = Command::new(TOOL)
        .args(["-mtriple=x86_64", &format!("-mcpu={model}"), &format!("-iterations={TURNS}")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the simulator starts");
    let mut input = tool.stdin.take().expect("it has an input");
    input.write_all((body.join("\n") + "\n").as_bytes()).expect("it reads the loop");
    drop(input);
    let output = tool.wait_with_output().expect("the simulator ends");
    let text = String::from_utf8_lossy(&output.stdout);
    let cycles = text.lines().find_map(|line| line.strip_prefix("Total Cycles:"));
    let cycles: f64 = cycles.and_then(|number| number.trim().parse().ok()).expect("it counts cycles");
    cycles / TURNS as f64
}
