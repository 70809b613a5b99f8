use kernels::prelude::*;

#[kernel]
fn type_parameter<T: Float, const N: usize>(x: &Vector<T, N>) -> Vector<T, N> {
    x * x
}

#[kernel]
fn type_parameter_where<T, const N: usize>(x: &Vector<T, N>) -> T
where
    T: Float,
{
    sum(x)
}

#[kernel]
fn lifetime<'a>(x: &'a Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn const_of_another_type<const N: u32>(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

#[kernel]
fn where_clause<const N: usize>(x: &Vector<f32, N>) -> f32
where
    [f32; N]: Default,
{
    sum(x)
}

#[kernel]
fn implicit_type_parameter(x: impl Into<f32>) -> f32 {
    x.into()
}

fn main() {}
