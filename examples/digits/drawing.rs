//! Digits in the terminal.

use kernels::prelude::*;

use super::answers::class;
use super::data::Digit;

/// From an empty pixel to a full one.
const SHADES: [&str; 5] = ["  ", "░░", "▒▒", "▓▓", "██"];
/// Columns of the terminal per image: 8 pixels of two, and a margin.
const WIDTH: usize = 20;

/// Draws two images that the network is sure of, the right answer it is least sure of, and
/// the first one it gets wrong.
pub fn show(digits: &[Digit], answers: &[Vector<f32, 10>]) {
    let all: Vec<_> = digits.iter().zip(answers).collect();
    let (right, wrong): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(digit, answer)| class(answer) == digit.label);
    let unsure = right.iter().min_by(|a, b| max(a.1).total_cmp(&max(b.1)));
    let shown: Vec<_> = right.iter().take(2).chain(unsure).chain(wrong.first()).collect();

    println!();
    for y in 0..8 {
        line(shown.iter().map(|(digit, _)| row(digit, y)));
    }
    println!();
    line(shown.iter().map(|(digit, _)| format!("label {}", digit.label)));
    line(shown.iter().map(|(digit, answer)| {
        let wrong = if class(answer) == digit.label { "" } else { ", wrong" };
        format!("read  {}{wrong}", class(answer))
    }));
    line(shown.iter().map(|(_, answer)| format!("by {:.2} %", 100.0 * max(answer))));
}

fn row(digit: &Digit, y: usize) -> String {
    let last = SHADES.len() - 1;
    (0..8).map(|x| SHADES[(digit.pixels[8 * y + x] * last as f32).round() as usize]).collect()
}

fn line(columns: impl Iterator<Item = String>) {
    let line: String = columns.map(|column| format!("  {column:<WIDTH$}")).collect();
    println!("{}", line.trim_end());
}
