//! What `.ci/avx512-check` runs on the emulated machine.

use std::arch::x86_64::{__m512, _mm512_fmadd_ps, _mm512_set1_ps};
use std::hint::black_box;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => look_around(),
        ["exit", status] => std::process::exit(status.parse().expect("a number")),
        ["abort"] => std::process::abort(),
        // Makes the kernel panic.
        ["crash"] => std::fs::write("/proc/sysrq-trigger", "c").expect("process 1 mounts /proc"),
        _ => panic!("unknown arguments {arguments:?}"),
    }
}

fn look_around() {
    macro_rules! report {
        ($($feature:tt)*) => {
            print!("features:");
            $(if std::is_x86_feature_detected!($feature) { print!(concat!(" ", $feature)) })*
            println!();
        };
    }
    report!("avx512f" "avx512bw" "avx512dq" "avx512vl" "avx512vnni");

    // The rounding errors of the products show whether the operation is fused.
    let (a, b, c) = (1.0 + f32::EPSILON, 1.0 - f32::EPSILON, -1.0);
    let (a, b, c) = (black_box(a), black_box(b), black_box(c));
    // SAFETY: the feature has been detected, or the test has failed already.
    let sums = unsafe { multiply_add(a, b, c) };
    assert_eq!(sums.map(f32::to_bits), [a.mul_add(b, c).to_bits(); 16]);
    assert_ne!(sums[0], a * b + c);
    println!("fused");

    println!("KERNELS_CHECK={:?}", std::env::var("KERNELS_CHECK").unwrap_or_default());
}

#[target_feature(enable = "avx512f")]
fn multiply_add(a: f32, b: f32, c: f32) -> [f32; 16] {
    let sums = _mm512_fmadd_ps(_mm512_set1_ps(a), _mm512_set1_ps(b), _mm512_set1_ps(c));
    // SAFETY: both types are 16 floats without padding.
    unsafe { std::mem::transmute::<__m512, [f32; 16]>(sums) }
}
