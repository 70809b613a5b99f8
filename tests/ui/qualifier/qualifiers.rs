use kernels::prelude::*;

#[kernel]
async fn asynchronous(x: f32) -> f32 {
    x * 2.0
}

#[kernel]
unsafe fn not_safe(x: f32) -> f32 {
    x * 2.0
}

#[kernel]
extern "C" fn foreign(x: &Vector<f32, 4>) -> Vector<f32, 4> {
    x * 2.0
}

#[kernel]
const fn constant(x: f32) -> f32 {
    x * 2.0
}

#[kernel]
pub unsafe extern "C" fn two(x: &Vector<f32, 4>) -> f32 {
    sum(x)
}

async fn callers() {
    let x = Vector::<f32, 4>::zero();
    let _ = asynchronous(1.0).await;
    // SAFETY: it is not.
    let _ = unsafe { not_safe(1.0) };
    let _ = foreign(&x);
    let _ = constant(1.0);
    // SAFETY: it is not.
    let _ = unsafe { two(&x) };
}

fn main() {}
