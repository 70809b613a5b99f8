use kernels::prelude::*;

const SIZE: usize = 4;

#[kernel(specialize = [(M = 4)])]
fn wrong_name<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(R = 4)])]
fn missing<const R: usize, const C: usize>(a: &Matrix<f32, R, C>) -> f32 {
    sum(a)
}

#[kernel(specialize = [()])]
fn none_given<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = 0)])]
fn zero<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = 4, N = 8)])]
fn name_twice<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = 4), (N = 8), (N = 4)])]
fn sizes_twice<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = SIZE)])]
fn constant<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = -4)])]
fn negative<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(4)])]
fn without_name<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [N = 4])]
fn without_parentheses<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = (N = 4))]
fn without_brackets<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize(N = 4))]
fn without_equals<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize)]
fn without_list<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [])]
fn empty_list<const N: usize>(x: &Vector<f32, N>) -> f32 {
    sum(x)
}

#[kernel(specialize = [(N = 4)])]
fn not_generic(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

fn main() {}
