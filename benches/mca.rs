//! What llvm-mca says about the inner loops of the main AVX-512 and VNNI tiles: a table, which is
//! also written to `benches/records/mca.md`.
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
/// Percent of the multiply-add ports that the default tile is to use on the first model.
const TARGET: f64 = 97.0;

/// A level's tiles: its name, its vectors, the multiply-adds, and the processors that have it with
/// how many of those their models start per cycle.
struct Tiles {
    level: &'static str,
    vectors: &'static str,
    multiply_add: &'static str,
    models: &'static [(&'static str, usize)],
}

const AVX512: Tiles = Tiles {
    level: "avx512",
    vectors: "%zmm",
    multiply_add: "vfmadd",
    models: &[
        ("skylake-avx512", 2),
        ("icelake-server", 1),
        ("sapphirerapids", 1),
        ("znver4", 1),
        ("znver5", 1),
    ],
};
const AVX512_VNNI: Tiles = Tiles {
    level: "avx512vnni",
    vectors: "%zmm",
    multiply_add: "vpdpbusd",
    models: &[("icelake-server", 2), ("sapphirerapids", 1), ("znver4", 1), ("znver5", 1)],
};
const AVX_VNNI: Tiles = Tiles {
    level: "avxvnni",
    vectors: "%ymm",
    multiply_add: "vpdpbusd",
    models: &[("alderlake", 2), ("sapphirerapids", 2), ("znver5", 2)],
};

/// Kernels of `tests/assembly`, the default tile first.
const KERNELS: [(&str, &str, &Tiles); 9] = [
    ("matmul", "f32 64 × 64 × 64", &AVX512),
    ("matmul_1024", "f32 1024 × 1024 × 1024, packed", &AVX512),
    ("matmul_f64", "f64 64 × 64 × 64", &AVX512),
    ("matvec", "f32 128 × 64 by a vector", &AVX512),
    ("similarity", "f32 dot product of 1024", &AVX512),
    ("matmul_bytes", "u8 × i8 64 × 64 × 64", &AVX512_VNNI),
    ("matvec_bytes", "i8 128 × 64 by a vector", &AVX512_VNNI),
    ("matmul_bytes", "u8 × i8 64 × 64 × 64", &AVX_VNNI),
    ("matvec_bytes", "i8 128 × 64 by a vector", &AVX_VNNI),
];

const NOTE: &str = "# llvm-mca on the main AVX-512 and VNNI tiles

Written by `cargo bench --bench mca`. The innermost loop of each kernel, as LLVM 22's simulator
sees it with every load in the first-level cache. Multiply-adds of bytes are `vpdpbusd`, four
products to a lane. *Use* is the share of the rate at which the model starts multiply-adds: of
512 bits two floats' per cycle on `skylake-avx512` and two bytes' on `icelake-server`, one on the
others, and two of 256 bits. *Loads* are
instructions that read a vector from memory, multiply-adds among them. *Spills* are instructions of
the loop that move a vector to or from the stack.

- The models of `icelake-server` and `sapphirerapids` start one 512-bit multiply-add per cycle,
  where the processors start two: `skylake-avx512` stands for Intel's processors with two.
- `znver4` executes 512-bit operations in two halves: one multiply-add per cycle. The figures of
  `znver5` are those of `znver4`, though the processor starts two.
- On `skylake-avx512` a 512-bit load also takes one of the ports 0, 1 and 5, of which the
  multiply-adds take two: in the model, loads are free up to one per two multiply-adds. On
  `znver4` a broadcast from memory takes an arithmetic pipe, and so much of it takes a `vpdpbusd`
  whose operands are all in registers that the model starts less than one in two cycles. All of it
  is read off the simulator. A Zen 5 that was measured runs the tile of bytes at two per cycle
  (`2026-11-21-amd-epyc-zen5-int8.md`).
";

fn main() {
    if Command::new(TOOL).arg("--version").output().is_err() {
        eprintln!("{TOOL} is missing; on Debian 12: apt-get install llvm-22");
        exit(1);
    }
    let listing = compile::compile("x86-64");
    let mut table = String::from(
        "| loop | level | multiply-adds | loads | spills | model | cycles per turn | multiply-adds per cycle | use |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    let mut shown = Vec::new();
    for (kernel, what, tiles) in KERNELS {
        let Tiles { level, vectors, models, .. } = tiles;
        let function = Function::find(&listing, kernel, &format!("__{level}"));
        let body = main_loop(&function, tiles);
        let adds = tiles.multiply_adds(body);
        let loads = body.iter().filter(|line| line.contains("(%r") && line.contains(vectors)).count();
        let spills = body.iter().filter(|line| listing::spills(line)).count();
        for &(model, rate) in *models {
            let cycles = cycles_per_turn(body, model);
            let (per_cycle, most) = (adds as f64 / cycles, rate as f64);
            let share = 100.0 * per_cycle / most;
            shown.push(share);
            let _ = writeln!(
                table,
                "| {what} | {level} | {adds} | {loads} | {spills} | {model} | {cycles:.2} | {per_cycle:.2} | {share:.1} % |"
            );
        }
    }
    let record = format!("{}/benches/records/mca.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::write(record, format!("{NOTE}\n{table}")).expect("the record can be written");
    println!("{table}\nMCA default tile, {}: {:.1} % of {TARGET} % wanted", AVX512.models[0].0, shown[0]);
}

/// The innermost loop with the most multiply-adds: tiles of the rows or columns that are left
/// have loops of their own.
fn main_loop<'a>(function: &'a Function, tiles: &Tiles) -> &'a [String] {
    function.innermost_loops().into_iter().max_by_key(|body| tiles.multiply_adds(body)).unwrap_or_default()
}

impl Tiles {
    fn multiply_adds(&self, body: &[String]) -> usize {
        let is_one = |line: &&String| line.contains(self.multiply_add) && line.contains(self.vectors);
        body.iter().filter(is_one).count()
    }
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
