//! Reads 500 handwritten digits with a small neural network, and shows that the kernel is
//! right, how fast it is, and what it saw.
//!
//! `KERNELS_ISA=portable|avx2|avx512` chooses the level. With `KERNELS_DIGITS_QUICK` set
//! nothing is timed, for emulators.

mod answers;
mod data;
mod drawing;
mod network;
mod peers;
mod timing;

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

use answers::{bits, difference, right};
use data::{Digit, Network};
use kernels::Level;
use kernels::prelude::*;
use network::classify;
use peers::{Nested, Transposed};
use timing::{ROUNDS, time};

/// Of the 500, as many as the float64 network gets right.
const RIGHT: usize = 495;
/// Rounding in float32 moves a probability by a few 1e-7.
const TOLERANCE: f64 = 2e-6;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("digits: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let network = Network::load()?;
    let digits = Digit::load_all()?;
    let timed = env::var_os("KERNELS_DIGITS_QUICK").is_none();

    let answers = answers(&network, &digits);
    check(&digits, &answers)?;
    if timed {
        compare_peers(&network, &digits);
    }
    compare_levels(&network, &digits, &answers, timed)?;
    drawing::show(&digits, &answers);
    Ok(())
}

fn answers(network: &Network, digits: &[Digit]) -> Vec<Vector<f32, 10>> {
    let Network { w1, b1, w2, b2, w3, b3 } = network;
    digits.iter().map(|digit| classify(w1, b1, w2, b2, w3, b3, &digit.pixels)).collect()
}

fn check(digits: &[Digit], answers: &[Vector<f32, 10>]) -> Result<(), Box<dyn Error>> {
    let (right, difference) = (right(digits, answers), difference(digits, answers));
    println!("level {}", Level::active());
    println!("accuracy {right}/{}", digits.len());
    println!("largest difference from the expected probabilities {difference:.1e}");
    println!("bits {:016x}", bits(answers));
    if right != RIGHT || digits.len() != 500 {
        return Err(format!("{right} of {} are right; {RIGHT} of 500 should be", digits.len()).into());
    }
    if difference.is_nan() || difference > TOLERANCE {
        return Err(format!("a probability is off by {difference:.1e}, more than {TOLERANCE:.0e}").into());
    }
    Ok(())
}

fn compare_peers(network: &Network, digits: &[Digit]) {
    let Network { w1, b1, w2, b2, w3, b3 } = network;
    let (nested, transposed) = (Nested::new(network), Transposed::new(network));
    let mut kernel = || {
        for digit in digits {
            black_box(&classify(w1, b1, w2, b2, w3, b3, black_box(&digit.pixels)));
        }
    };
    let mut by_hand = || {
        for digit in digits {
            black_box(&transposed.classify(black_box(digit.pixels.as_array())));
        }
    };
    let mut loops = || {
        for digit in digits {
            black_box(&nested.classify(black_box(digit.pixels.as_slice())));
        }
    };
    let mut reference = || {
        for digit in digits {
            black_box(&classify::reference(w1, b1, w2, b2, w3, b3, black_box(&digit.pixels)));
        }
    };
    let times = time(digits.len(), &mut [&mut kernel, &mut by_hand, &mut loops, &mut reference]);

    println!("\nTime per digit, the median of {ROUNDS} interleaved rounds over all {}:\n", digits.len());
    let names = [
        "the kernel",
        "transposed mul_add loops, same level",
        "loops over Vec<Vec<f32>>",
        "classify::reference",
    ];
    for (name, ns) in names.iter().zip(&times) {
        println!("  {name:<36} {ns:>8.0} ns  {:>6.2} x", ns / times[0]);
    }
}

/// Runs every level of this machine: other times, the same bits.
fn compare_levels(
    network: &Network,
    digits: &[Digit],
    answers: &[Vector<f32, 10>],
    timed: bool,
) -> Result<(), Box<dyn Error>> {
    let Network { w1, b1, w2, b2, w3, b3 } = network;
    let at = |level, digit: &Digit| {
        classify::at(level, w1, b1, w2, b2, w3, b3, black_box(&digit.pixels)).expect("only supported levels")
    };
    let levels: Vec<Level> = Level::supported().collect();
    for &level in &levels {
        let here: Vec<_> = digits.iter().map(|digit| at(level, digit)).collect();
        if bits(&here) != bits(answers) {
            return Err(format!("{level} computes other bits than {}", Level::active()).into());
        }
    }
    let times = if timed {
        let mut cases: Vec<_> = levels
            .iter()
            .map(|&level| {
                move || {
                    for digit in digits {
                        black_box(&at(level, digit));
                    }
                }
            })
            .collect();
        let mut cases: Vec<&mut dyn FnMut()> = cases.iter_mut().map(|case| case as _).collect();
        time(digits.len(), &mut cases)
    } else {
        vec![]
    };

    println!("\nThe same bits on every level of this machine:\n");
    println!("  level     ns per digit  registers  code bytes  blocks");
    for (at, level) in levels.iter().enumerate() {
        let ns = times.get(at).map_or("not timed".into(), |ns| format!("{ns:.0}"));
        for variant in classify::variants().iter().filter(|variant| variant.level == *level) {
            println!(
                "  {level:<8}  {ns:>12}  {:>9}  {:>10}  {}",
                variant.registers, variant.code_bytes, variant.blocks
            );
        }
    }
    Ok(())
}
