//! Slices of all lengths and alignments, and errors.

use crate::Level;
use crate::vecmath::{self, lanes};

#[test]
fn lengths_and_alignments() {
    println!("level {}", Level::active());
    let x: Vec<f32> = (0..80).map(|i| i as f32 / 8.0 - 5.0).collect();
    for start in 0..5 {
        for n in 0..70 {
            let x = &x[start..][..n];
            let mut y = vec![7.0; n + 8];
            vecmath::exp(x, &mut y[start..][..n]).expect("as long");
            let want = |i: usize| match i.checked_sub(start).and_then(|i| x.get(i)) {
                Some(&x) => lanes::exp(x),
                None => 7.0,
            };
            assert_eq!(y, (0..n + 8).map(want).collect::<Vec<_>>());
            let mut in_place = x.to_vec();
            vecmath::exp_in_place(&mut in_place);
            assert_eq!(in_place, &y[start..][..n]);
            let (mut s, mut c) = (vec![0.0; n], vec![0.0; n]);
            vecmath::sincos(x, &mut s, &mut c).expect("as long");
            assert!(x.iter().zip(s.iter().zip(&c)).all(|(&x, (&s, &c))| (s, c) == lanes::sincos(x)));
            vecmath::pow(x, &s, &mut c).expect("as long");
            assert!((0..n).all(|i| c[i].to_bits() == lanes::pow(x[i], s[i]).to_bits() || c[i].is_nan()));
            let none = vec![0.0; n];
            vecmath::select(&none, x, &s, &mut c).expect("as long");
            assert_eq!(c, s);
        }
    }
}

#[test]
fn lengths_that_differ_are_errors() {
    let (x, mut y) = ([0.0_f64; 3], [0.0; 4]);
    let message = |result: Result<(), crate::SizeError>| result.expect_err("differ").to_string();
    assert_eq!(message(vecmath::exp(&x, &mut y)), "expected 3 elements (as many as `x` has), got 4 in `y`");
    assert_eq!(
        message(vecmath::pow(&x, &[0.0; 2], &mut y)),
        "expected 3 elements (as many as `x` has), got 2 in `y`"
    );
    assert_eq!(
        message(vecmath::atan2(&x, &x, &mut y)),
        "expected 3 elements (as many as `y` has), got 4 in `out`"
    );
    assert_eq!(
        message(vecmath::sincos(&x, &mut [0.0; 3], &mut y)),
        "expected 3 elements (as many as `x` has), got 4 in `cos`"
    );
    assert_eq!(
        message(vecmath::select(&x, &x, &x, &mut y)),
        "expected 3 elements (as many as `condition` has), got 4 in `out`"
    );
}
