//! The network of `examples/digits` in a quarter of the memory: weights of `i8` and
//! activations of 8 or 7 bits; and with `bf16` weights, in half of it.
//!
//! Activations are calibrated on every tenth image, without its label, and weights by output.
//! What is shown: how many digits are still read right, how far each layer is from `f32`,
//! sizes, and times beside the `f32` kernel at every level of the machine.
//!
//! `KERNELS_ISA=<level>` chooses the level of the answers. With `KERNELS_DIGITS_QUICK` set
//! nothing is timed, for emulators.

#[path = "../digits/answers.rs"]
mod answers;
#[path = "../digits/data.rs"]
mod data;
mod models;
#[path = "../digits/network.rs"]
mod network;
mod networks;
mod quantized;
#[path = "../digits/timing.rs"]
mod timing;

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

use answers::{bits, difference, right};
use data::{Digit, Network};
use kernels::prelude::*;
use kernels::{Level, U7};
use models::Model;
use timing::{ROUNDS, time};

/// Of the 500, of which the network in `f32` reads 495.
const RIGHT: usize = 494;

type Answers = Vec<Vector<f32, 10>>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("digits_int8: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let network = Network::load()?;
    let digits = Digit::load_all()?;
    let eight = models::quantized::<u8>(&network, &digits)?;
    let seven = models::quantized::<U7>(&network, &digits)?;
    let models = [
        models::trained(&network),
        models::stored(&network),
        models::eight_bits(&eight),
        models::seven_bits(&seven),
    ];

    let answers: Vec<Answers> = models.iter().map(|model| model.answers(None, &digits)).collect();
    check(&models, &digits, &answers)?;
    compare_levels(&models, &digits, &answers)?;
    if env::var_os("KERNELS_DIGITS_QUICK").is_none() {
        println!("\nErrors of each layer, activations of u8:\n\n{}", eight.report(&network, &digits)?);
        println!("\nErrors of each layer, activations of U7:\n\n{}", seven.report(&network, &digits)?);
        compare_times(&models, &digits);
    }
    Ok(())
}

/// Prints the accuracy of the model that reads fewest digits right, and a hash of all answers
/// of all models.
fn check(models: &[Model], digits: &[Digit], answers: &[Answers]) -> Result<(), Box<dyn Error>> {
    let counts: Vec<usize> = answers.iter().map(|answers| right(digits, answers)).collect();
    let fewest = counts.iter().copied().min().expect("there are models");
    println!("level {}", Level::active());
    println!("calibrated on {} of the images", digits.iter().step_by(models::STEP).count());
    println!("accuracy {fewest}/{}", digits.len());
    println!("bits {:016x}", bits(&answers.concat()));

    println!("\n  weights, activations   bytes  right  largest difference of a probability");
    for ((model, answers), right) in models.iter().zip(answers).zip(&counts) {
        let off = difference(digits, answers);
        println!("  {:<20}  {:>6}  {right:>5}  {off:.1e}", model.name, model.bytes);
    }
    if fewest < RIGHT || digits.len() != 500 {
        return Err(format!("{fewest} of {} are right; {RIGHT} of 500 should be", digits.len()).into());
    }
    Ok(())
}

/// Every level of this machine gives the same bits.
fn compare_levels(models: &[Model], digits: &[Digit], answers: &[Answers]) -> Result<(), Box<dyn Error>> {
    for level in Level::supported() {
        for (model, answers) in models.iter().zip(answers) {
            if bits(&model.answers(Some(level), digits)) != bits(answers) {
                let name = model.name;
                return Err(format!("{name}: {level} computes other bits than {}", Level::active()).into());
            }
        }
    }
    Ok(())
}

/// All models at all levels of this machine, in turn.
fn compare_times(models: &[Model], digits: &[Digit]) {
    let levels: Vec<Level> = Level::supported().collect();
    let pairs = levels.iter().flat_map(|level| models.iter().map(move |model| (*level, model)));
    let mut cases: Vec<_> = pairs
        .map(|(level, model)| {
            move || {
                for digit in digits {
                    black_box(&model.answer(Some(level), black_box(digit)));
                }
            }
        })
        .collect();
    let mut cases: Vec<&mut dyn FnMut()> = cases.iter_mut().map(|case| case as _).collect();
    let times = time(digits.len(), &mut cases);

    println!(
        "\nNanoseconds per digit, the median of {ROUNDS} interleaved rounds; as many times faster than f32:\n"
    );
    let names: Vec<String> = models.iter().map(|model| format!("{:>15}", model.name)).collect();
    println!("  level     {}", names.concat());
    for (level, times) in levels.iter().zip(times.chunks(models.len())) {
        let cells: Vec<String> =
            times.iter().map(|ns| format!("{ns:>8.0} {:>4.2} x", times[0] / ns)).collect();
        println!("  {level:<10}{}", cells.concat());
    }
}
