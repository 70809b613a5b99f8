use kernels::prelude::*;

#[kernel(fast)]
fn unknown(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x
}

#[kernel(specialise = [(N = 4)])]
fn misspelt<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel("avx2")]
fn literal(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x
}

#[kernel(only)]
fn only_without_list<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = 4)], only, only)]
fn twice<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(only = true, specialize = [(N = 4)])]
fn value_of_only<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(crate = "kernels")]
fn quoted_path(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x
}

#[kernel(crate)]
fn no_path(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x
}

#[kernel(fast, level = 3)]
fn two(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x
}

fn main() {}
