//! The machine code of the flagship kernels in `tests/assembly/`: what every inner loop
//! must and must not have, and the loops themselves as blessed files.
//!
//! `KERNELS_BLESS=1 cargo test --test assembly` writes those anew. The toolchain is pinned,
//! so they are compared exactly; nothing is run, so any x86-64 machine will do.
#![cfg(all(target_arch = "x86_64", target_os = "linux"))]

#[path = "assembly/compile.rs"]
mod compile;
#[path = "assembly/listing.rs"]
mod listing;

use std::path::{Path, PathBuf};

use compile::compile;
use listing::Function;

/// What the loops of a kernel look like at a level.
struct Flagship {
    kernel: &'static str,
    level: &'static str,
    /// The registers that its vectors fill.
    register: &'static str,
    /// Fused multiply-adds, or four-way dots of bytes, in each innermost loop, in order; of
    /// the whole function where there is no loop.
    multiply_adds: &'static [usize],
}

const FLAGSHIPS: &[Flagship] = &[
    // Eight rows of one register, two chunks per turn; twice, for both registers of a row.
    Flagship { kernel: "matvec", level: "avx2", register: "%ymm", multiply_adds: &[16, 16] },
    // Sixteen rows of four registers: the vector stays in registers for all rows.
    Flagship { kernel: "matvec", level: "avx512", register: "%zmm", multiply_adds: &[64] },
    // Four rows of ten in five registers, or in three.
    Flagship { kernel: "scores", level: "avx2", register: "%ymm", multiply_adds: &[5] },
    Flagship { kernel: "scores", level: "avx512", register: "%zmm", multiply_adds: &[3] },
    // Tiles of 3 by 4 registers, and two of 2 by 4 for the rows that are left; twice, for 8 vectors.
    Flagship { kernel: "matmul", level: "avx2", register: "%ymm", multiply_adds: &[12, 8, 8, 12, 8, 8] },
    // 6 by 4, and two of 5 by 4.
    Flagship { kernel: "matmul", level: "avx512", register: "%zmm", multiply_adds: &[24, 20, 20] },
    // Four chains of two registers.
    Flagship { kernel: "similarity", level: "avx2", register: "%ymm", multiply_adds: &[8] },
    // Four chains of one register, two rounds per turn.
    Flagship { kernel: "similarity", level: "avx512", register: "%zmm", multiply_adds: &[8] },
    Flagship { kernel: "largest", level: "avx512", register: "%zmm", multiply_adds: &[0] },
    // Eight vectors of columns down the rows, then two, four rows in a turn.
    Flagship { kernel: "columns", level: "avx2", register: "%ymm", multiply_adds: &[0, 0, 0] },
    Flagship { kernel: "columns", level: "avx512", register: "%zmm", multiply_adds: &[0] },
    // A block of 16 by 16 in registers, and the way to the next column of them.
    Flagship { kernel: "transposed", level: "avx512", register: "%zmm", multiply_adds: &[0, 0] },
    // All of eight panels, or four panels in two halves: each dot reads its weights from memory.
    Flagship { kernel: "quantized", level: "avx512vnni", register: "%zmm", multiply_adds: &[8] },
    Flagship { kernel: "quantized", level: "avxvnni", register: "%ymm", multiply_adds: &[8] },
    // Tiles of 8 by 2 registers, and of 4 by 2: weights are read once for all rows of a tile.
    Flagship { kernel: "quantized_batch", level: "avx512vnni", register: "%zmm", multiply_adds: &[16] },
    Flagship { kernel: "quantized_batch", level: "avxvnni", register: "%ymm", multiply_adds: &[8] },
];

fn faults(flagship: &Flagship, function: &Function) -> Vec<String> {
    let Flagship { register, multiply_adds, .. } = flagship;
    let mut faults = Vec::new();
    let mut fault = |condition: bool, text: &str, line: &str| {
        if condition {
            faults.push(format!("{text}: {line}"));
        }
    };
    for line in &function.lines {
        fault(listing::leaves(line), "a call (a copy, or a check of bounds)", line);
    }
    let loops = function.innermost_loops();
    for line in loops.iter().copied().flatten() {
        fault(listing::spills(line), "a vector on the stack in an inner loop", line);
    }
    let counts: Vec<usize> = loops
        .iter()
        .map(|lines| {
            let multiplies = |line: &str| line.starts_with("vfmadd") || line.contains("vpdpbusd\t");
            lines.iter().filter(|line| multiplies(line) && line.contains(register)).count()
        })
        .collect();
    if counts != *multiply_adds {
        faults.push(format!("{counts:?} multiply-adds on {register} in the loops, not {multiply_adds:?}"));
    }
    faults
}

#[test]
fn the_flagships_compile_to_tight_loops() {
    let listing = compile("x86-64");
    let blessed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/assembly/blessed");
    let bless = std::env::var_os("KERNELS_BLESS").is_some_and(|value| value == "1");
    let mut report = String::new();
    let mut expected: Vec<PathBuf> = Vec::new();
    for flagship in FLAGSHIPS {
        let name = format!("{}.{}", flagship.kernel, flagship.level);
        let function = Function::find(&listing, flagship.kernel, &format!("__{}", flagship.level));
        for fault in faults(flagship, &function) {
            report += &format!("{name}: {fault}\n");
        }
        let (path, now) = (blessed.join(format!("{name}.s")), function.inner_loops_text());
        if bless {
            std::fs::write(&path, &now).expect("a blessed file can be written");
        }
        match std::fs::read_to_string(&path) {
            Ok(old) if old == now => {}
            Ok(old) => report += &format!("{name}.s: {}", listing::difference(&old, &now)),
            Err(error) => report += &format!("{name}.s: {error}\n"),
        }
        expected.push(path);
    }
    for entry in std::fs::read_dir(&blessed).expect("the folder of the blessed files") {
        let path = entry.expect("an entry of the folder").path();
        if !expected.contains(&path) {
            report += &format!("{} belongs to no flagship\n", path.display());
        }
    }
    // The function that dispatches passes its caller's memory on, without a copy.
    for kernel in ["matvec", "matmul", "similarity", "columns", "quantized", "quantized_batch"] {
        let dispatch = Function::dispatching(&listing, kernel);
        let copies =
            dispatch.iter().flat_map(|function| &function.lines).find(|line| line.contains("memcpy"));
        if let Some(line) = copies {
            report += &format!("{kernel}: the result is copied: {line}\n");
        }
    }
    assert!(report.is_empty(), "the machine code changed; look, then KERNELS_BLESS=1\n{report}");
}

/// What a dispatching function looks at to choose: the level, and functions to choose from.
const CHOICES: [&str; 3] = ["ACTIVE", "__avx2", "__portable"];

#[test]
fn a_build_for_the_widest_level_has_nothing_to_choose() {
    let chooses = |target_cpu: &str| {
        // The others are inlined where they are called.
        let function = Function::dispatching(&compile(target_cpu), "matvec").expect("matvec dispatches");
        CHOICES.map(|choice| function.lines.iter().any(|line| line.contains(choice)))
    };
    assert_eq!(chooses("x86-64"), [true; 3]);
    assert_eq!(chooses("x86-64-v4"), [false; 3]);
}
