//! The largest error of each `f32` function of `kernels::vecmath` over all 2³² arguments:
//!
//! ```sh
//! cargo run --release --example ulp              # all functions, minutes for each
//! cargo run --release --example ulp -- exp tanh  # some
//! cargo run --release --example ulp -- exp/97    # every 97th argument
//! ```
//!
//! `KERNELS_ISA` chooses a level; the results are the same bits on all of them.

#[path = "../../kernels/src/vecmath/reference.rs"]
mod reference;

use std::time::Instant;

use kernels::vecmath;
use reference::{REFERENCES, Reference, ulps_f32};

/// A function of a slice.
type Function = fn(&[f32], &mut [f32]) -> Result<(), kernels::SizeError>;

macro_rules! functions {
    ($($name:ident)*) => { &[$((stringify!($name), vecmath::$name::<f32> as Function)),*] };
}

const FUNCTIONS: &[(&str, Function)] = functions!(
    exp exp2 expm1 ln log2 ln_1p sin cos tan tanh sigmoid softplus gelu gelu_tanh silu selu hard_sigmoid
    hard_swish mish erf cbrt rsqrt recip sqrt abs relu floor ceil round trunc
);

/// Arguments to a call.
const CHUNK: usize = 4096;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    println!("level {}", kernels::Level::active());
    for (name, function) in FUNCTIONS {
        let step =
            if wanted.is_empty() { Some(1) } else { wanted.iter().find_map(|word| step_of(word, name)) };
        let Some(step) = step else { continue };
        let (_, reference) = REFERENCES.iter().find(|(known, _)| known == name).expect("a reference");
        let start = Instant::now();
        let (distance, at, got) = worst(*function, *reference, step);
        let exact = reference(at.into());
        println!(
            "{name:<12} {distance:.4} ULP at {at:e} ({:#010x}): {got:e}, exact {exact:e}; {:.0} s",
            at.to_bits(),
            start.elapsed().as_secs_f64()
        );
    }
}

/// The step of a word such as `exp/97` or `exp` of the named function, or of `all/97`.
fn step_of(word: &str, name: &str) -> Option<usize> {
    let (function, step) = word.split_once('/').unwrap_or((word, "1"));
    (function == name || function == "all").then(|| step.parse().expect("a step"))
}

/// The largest distance, its argument and the result.
fn worst(function: Function, reference: Reference, step: usize) -> (f64, f32, f32) {
    let mut worst = (-1.0, 0.0, 0.0);
    let (mut x, mut y) = (Vec::with_capacity(CHUNK), vec![0.0; CHUNK]);
    let mut all = (0..=u32::MAX).step_by(step).map(f32::from_bits);
    loop {
        x.clear();
        x.extend(all.by_ref().take(CHUNK));
        if x.is_empty() {
            return worst;
        }
        let y = &mut y[..x.len()];
        function(&x, y).expect("as long");
        for (&x, &y) in x.iter().zip(&*y) {
            let distance = ulps_f32(y, reference(x.into()));
            if distance > worst.0 {
                worst = (distance, x, y);
            }
        }
    }
}
