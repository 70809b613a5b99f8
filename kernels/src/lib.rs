//! Fixed-size compute as fast as the machine allows, from ordinary annotated Rust.
//!
//! Write a function over [`Vector`]s and [`Matrix`]es, whose sizes are part of their types,
//! and annotate it with [`#[kernel]`](macro@kernel): it becomes one fused function per
//! instruction-set level, of which the widest that the machine has runs.
//!
//! ```
//! use kernels::prelude::*;
//!
//! #[kernel]
//! fn layer(w: &Matrix<f32, 2, 3>, b: &Vector<f32, 2>, x: &Vector<f32, 3>) -> Vector<f32, 2> {
//!     relu(w * x + b)
//! }
//!
//! let w = Matrix::from([[1.0, 2.0, 3.0], [-4.0, -5.0, -6.0]]);
//! let (b, x) = (Vector::splat(0.5), Vector::splat(1.0));
//! assert_eq!(layer(&w, &b, &x), Vector::from([6.5, 0.0]));
//! assert_eq!(layer(&w, &b, &x), layer::reference(&w, &b, &x), "the same bits");
//! ```
//!
//! | module | what is there |
//! |---|---|
//! | [`prelude`] | all that a kernel's body uses |
//! | [`ops`] | the operations, plainly written: the definition of every result, bit by bit |
//! | [`quant`] | quantizing a trained network: calibration, weights, dense layers, errors |
//! | [`reduce`] | sums, moments, norms, extremes of slices of any length |
//! | [`normalize`] | softmax, layer, RMS and batch norms of slices |
//! | [`loss`] | losses and their gradients |
//! | [`stream`] | features of the last samples of a stream |
//! | [`vecmath`] | elementary functions of slices and of vectors |
//! | [`tile`] | micro-kernels: register tiles of products, reductions |
//! | [`arch`] | the vectors of each level |
//! | [`dispatch`] | hand-written code, compiled once per level |
//! | [`memory`] | views, temporaries, aligned storage |
//!
//! Results are the same bits on every level and in the reference; `kernels_plan::order`
//! says in which order sums are taken. Nothing on a kernel's path allocates, locks or
//! makes a system call.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod arch;
mod byte;
pub mod dispatch;
mod error;
mod level;
pub mod loss;
mod matrix;
pub mod memory;
pub mod normalize;
pub mod ops;
mod packed;
mod preferred;
pub mod prelude;
pub mod profile;
pub mod quant;
pub mod reduce;
mod report;
pub mod stream;
pub mod tile;
mod transposed;
pub mod vecmath;
mod vector;
mod view;
mod view_mut;
mod walk;

pub use byte::{Byte, U7};
pub use error::SizeError;
/// The upper half of an `f32`: as many exponents, 8 bits of precision. For weights, which take
/// half the memory and are widened as they are loaded.
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel]
/// fn layer(w: &Matrix<bf16, 2, 3>, b: &Vector<f32, 2>, x: &Vector<f32, 3>) -> Vector<f32, 2> {
///     relu(w * x + b)
/// }
///
/// let w = Matrix::from([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]).map(bf16::from_f32);
/// let (b, x) = (Vector::splat(0.5), Vector::splat(1.0));
/// assert_eq!(layer(&w, &b, &x), relu(widen(w) * x + b), "the bits of the same weights in f32");
/// ```
pub use half::bf16;
/// Generates one function per instruction-set level and dispatches between them.
///
/// The function keeps its name, signature and meaning. Beside it stands a type of the same
/// name, for `fn name`:
///
/// | | |
/// |---|---|
/// | `name(…)` | runs the level of this process, [`Level::active`] |
/// | `name::reference(…)` | the body as written: slow, the same bits |
/// | `name::at(level, …)` | runs one level; `Err` where the machine lacks it |
/// | `name::variants()` | what was generated: a slice of [`Variant`] |
/// | `name::batch(…)`, `name::batch_at(level, …)` | many samples in one call, with `batch = […]` |
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel]
/// fn normalize(x: &Vector<f32, 100>) -> Vector<f32, 100> {
///     let centred = x - mean(x);
///     centred / sqrt(mean(centred * centred))
/// }
///
/// let x = Vector::from_fn(|i| i as f32);
/// for level in kernels::Level::supported() {
///     assert_eq!(normalize::at(level, &x).unwrap(), normalize::reference(&x));
/// }
/// ```
///
/// # Signature
/// Parameters are `&Vector<T, N>`, `&Matrix<T, R, C>`, `&mut` of both, and scalars; results
/// are values, or written through `&mut`. `T` is `f32` or `f64`, one for the whole kernel, or
/// beside `f32` one of the [quantized](#quantized) types; sizes are numbers or `const`
/// parameters.
///
/// `&MatrixView<T, R, C>` and `&mut MatrixViewMut<T, R, C>` are matrices in larger buffers,
/// with a stride known at run time. Products, elementwise lines, transpositions and softmax
/// read and write them in place; reductions of all elements and calls work on a copy on
/// the stack. A view is written by `c.set(…);` or `*c += …;`, and one that is written is
/// read by `c.as_view()`.
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel]
/// fn update(c: &mut MatrixViewMut<f32, 4, 4>, a: &MatrixView<f32, 4, 8>, b: &Matrix<f32, 8, 4>) {
///     *c += a * b;
/// }
///
/// let (a, mut c) = (Matrix::<f32, 10, 10>::splat(1.0), Matrix::<f32, 10, 10>::zero());
/// update(&mut c.window_mut(3, 5)?, &a.window(0, 2)?, &Matrix::splat(0.5));
/// assert_eq!((c[(3, 5)], c[(6, 8)], c[(6, 9)]), (4.0, 4.0, 0.0));
/// # Ok::<(), kernels::SizeError>(())
/// ```
///
/// # Body
/// `let` lines (with `mut` and type, if wanted), assignments to `*out` and to `let mut`
/// names, and the result on the last line, made of `+ - * /`, `-x`, numbers, named
/// constants, `x[3]`, `m[(1, 2)]`, blocks, and the functions of the [`prelude`]. Other
/// functions, kernels too, are called where the result's type is declared:
/// `let y: Vector<f32, 64> = other(x);`.
///
/// # Functions of numbers
/// A function whose parameters and result are all `f32`, or all `f64`, is one of elements. It
/// stays as written, and the type of its name has the same bits lane by lane:
///
/// | | |
/// |---|---|
/// | `name(x, …)`, `name::reference(x, …)` | the function |
/// | `map(name, x)`, `map(name, (x, …))` | in kernels and outside: of every element ([`ops::map`]) |
/// | `name::map_into(x, …, &mut out)?` | of slices, vectors, matrices of one length, or numbers, at the level of this process |
/// | `name::map_in_place(&mut x, …)?` | the same in the place of the first |
/// | `name::lanes(x, …)` | of vectors of a level ([`arch`]) |
///
/// Its body has `let` lines, assignments to `let mut` names, `+ - * /`, comparisons, `&& || !`,
/// `if … { a } else { b }`, of which both sides are computed and one is selected, the functions
/// of the [`prelude`] that go element by element, other functions of numbers, and the methods of
/// the standard library that have one result by IEEE 754, such as `x.sqrt()` and
/// `x.mul_add(a, b)`.
///
/// ```
/// use kernels::prelude::*;
///
/// /// Linear beyond ±`knee`, smooth between.
/// #[kernel]
/// fn soft_clip(x: f32, knee: f32) -> f32 {
///     let size = abs(x);
///     if size < knee { x } else { copysign(knee + tanh(size - knee), x) }
/// }
///
/// #[kernel]
/// fn mix(a: &Vector<f32, 100>, b: &Vector<f32, 100>) -> Vector<f32, 100> {
///     map(soft_clip, (a + b, 0.5))
/// }
///
/// let (a, b) = (Vector::splat(0.25), Vector::splat(-8.0));
/// assert_eq!(mix(&a, &b)[0], soft_clip(-7.75, 0.5));
///
/// let mut samples = vec![3.0; 1000];
/// soft_clip::map_in_place(&mut samples, 0.5)?;
/// assert_eq!(samples[0], soft_clip(3.0, 0.5));
/// # Ok::<(), kernels::SizeError>(())
/// ```
///
/// # Quantized
/// Beside `f32` a kernel may have vectors, matrices and scalars of `i8`, `u8`, [`U7`] and
/// `i32`, and two more parameters: `w: &Packed<i8, R, C>`, weights in the order in which
/// products read them ([`Packed`], for `w * x` and `a * w.t()`), and `q: Quantization<T>`, read
/// as `q.scale` and `q.zero_point` ([`Quantization`](quant::Quantization)).
///
/// | operation | of | gives |
/// |---|---|---|
/// | `w * x`, `x * w`, `a * b`, with `.t()`; `dot` | `i8` and `i8`, `u8` or `U7` on either side | `i32` |
/// | `+ - *`, `-x`, `relu`, `abs`, `maximum`, `minimum`, `hadamard` | `i32` | `i32` |
/// | `quantize(x, scale, zero_point)` | `f32` | the type of the zero point |
/// | `requantize(sums, multiplier, zero_point)` | `i32` | the type of the zero point |
/// | `dequantize(q, scale, zero_point)` | bytes or `i32`, as the zero point | `f32` |
/// | `widen(q)` | bytes, [`bf16`] | `i32`, `f32` |
/// | `to_f32(sums)` | `i32` | `f32` |
/// | `w * x`, `x * w`, `a * b`, with `.t()`; `dot` | `bf16` and `f32` | `f32` |
///
/// - Whole numbers without a suffix are `i32`; a zero point is written `0_u8`, `0_i8`, or comes
///   from a parameter, and one of `U7` from a parameter or a `Quantization<U7>`.
/// - A scale or multiplier is a number, or one for each channel: a vector as long as `x`, a row
///   or a [`column`](ops::column()) beside a matrix.
/// - Rounding is to nearest, of two the even one, and what the type does not hold becomes its
///   nearest end; NaN becomes the smallest value ([`ops::quantize`], [`ops::requantize`]).
/// - Sums and the arithmetic of `i32` wrap: results are exact modulo 2³², on every level. Only
///   between two *scalars* is `+ - *` in the reference Rust's own, which panics on overflow in
///   builds with checks; the kernel wraps.
/// - Elements of `bf16` are widened as they are loaded. A product with them has the bits of
///   the one with `widen(w)`.
///
/// ```
/// use kernels::{prelude::*, quant::Quantization};
///
/// #[kernel]
/// fn layer(
///     w: &Packed<i8, 2, 3>, b: &Vector<i32, 2>, m: &Vector<f32, 2>,
///     q: Quantization<u8>, x: &Vector<u8, 3>,
/// ) -> Vector<u8, 2> {
///     requantize(relu(w * x + b), m, q.zero_point)
/// }
///
/// let w = Packed::new(&Matrix::from([[1, -2, 3], [-4, 5, -6]]));
/// let (b, m) = (Vector::from([10, 10]), Vector::from([0.25, 2.0]));
/// let q = Quantization { scale: 0.5, zero_point: 3 };
/// // 1 * 100 + 3 * 7 + 10 = 131, in quarters 32.75; 0 is the zero point.
/// assert_eq!(layer(&w, &b, &m, q, &Vector::from([100, 0, 7])), [36, 3].into());
/// ```
///
/// # Arguments
/// - `specialize = [(R = 128, C = 64), …]`: sizes that a const-generic kernel is compiled
///   for. A call reaches its specialization at no run-time cost; other sizes run a generic
///   loop, compiled for each level too.
/// - `only`: other sizes are a compile error.
/// - `batch = [x, …]`: names the parameters that differ from sample to sample. `name::batch`
///   takes slices for them, one element per sample; the other parameters are shared. Behind
///   the parameters it takes a slice for every returned value. The level is chosen once per
///   call, the bits are those of single calls, and slices of different lengths are a
///   [`SizeError`] before any work.
/// - `crate = path`: where this crate is, if not at `::kernels`.
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel(specialize = [(R = 4, C = 8), (R = 2, C = 4)], only)]
/// fn dense<const R: usize, const C: usize>(
///     w: &Matrix<f64, R, C>, b: &Vector<f64, R>, x: &Vector<f64, C>,
/// ) -> Vector<f64, R> {
///     tanh(w * x + b)
/// }
///
/// let y = dense(&Matrix::<f64, 4, 8>::zero(), &Vector::zero(), &Vector::splat(1.0));
/// assert_eq!(y, Vector::zero());
/// ```
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel(batch = [x])]
/// fn layer(w: &Matrix<f32, 2, 3>, x: &Vector<f32, 3>) -> Vector<f32, 2> {
///     relu(w * x)
/// }
///
/// let (w, x) = (Matrix::splat(1.0), [Vector::splat(1.0), Vector::splat(-1.0)]);
/// let mut results = [Vector::zero(); 2];
/// layer::batch(&w, &x, &mut results)?;
/// assert_eq!(results, [Vector::splat(3.0), Vector::zero()]);
/// assert!(layer::batch(&w, &x, &mut results[..1]).is_err());
/// # Ok::<(), kernels::SizeError>(())
/// ```
pub use kernels_macros::kernel;
pub use level::{Level, UnsupportedLevel};
pub use matrix::Matrix;
pub use memory::Aligned;
pub use ops::column::Column;
pub use ops::scalar::{Factor, Float, Number};
pub use packed::{Packed, PackedT};
pub use report::{Kernel, Report, Variant, report};
pub use transposed::Transposed;
pub use vector::Vector;
pub use view::MatrixView;
pub use view_mut::MatrixViewMut;

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

// The crate's own doc tests and tests name it as its users do.
#[cfg(test)]
extern crate self as kernels;
