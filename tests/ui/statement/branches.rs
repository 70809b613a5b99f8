use kernels::prelude::*;

#[kernel]
fn if_else(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    if x > 0.0 { x } else { 0.0 }
}

#[kernel]
fn if_statement(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let mut y = x;
    if x < 0.0 {
        y = 0.0;
    }
    y
}

#[kernel]
fn match_in_let(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let y = match x {
        0.0 => 1.0,
        other => other,
    };
    y * 2.0
}

#[kernel]
fn let_else(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    let Some(y) = checked(x) else { return 0.0 };
    y * 2.0
}

#[kernel]
fn early_return(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    return x;
}

#[kernel]
fn early_return_of_a_value(x: &Vector<f32, 4>, y: f32) -> Vector<f32, 4> {
    let z = x * y;
    return z
}

#[kernel]
fn question_mark(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x.checked()?
}

fn main() {}
