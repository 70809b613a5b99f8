//! `Packed`: weights of a quantized product in the order in which kernels read them.

use core::fmt;
use core::ops::Mul;

use crate::arch::Portable;
use crate::memory::{Aligned, Dst, Src};
use crate::tile::{self, PANEL};
use crate::{Byte, Matrix, Vector};

/// Bytes of a quad of a panel.
const QUAD: usize = 4 * PANEL;

/// A matrix of `R` rows of `C` weights, packed once for products with many vectors: `w * x`
/// with `x` of `C` elements, and `a * w.t()` with `a` of `C` columns.
///
/// The instructions for quantized products take four neighbours of a row at once, and sum up
/// each row in a lane of its own. So rows lie in panels of 16: for every four columns, a panel
/// has 4 bytes of its first row, 4 of its second, up to the 16th, 64 bytes in all; what is
/// missing at the edges is 0. Element (i, k) is byte `i % 16 * 4 + k % 4` of quad `k / 4` of
/// panel `i / 16`. The layout is the same on every level. Beside the panels lie 4 bytes for
/// each row, with which products of two signed types are made of unsigned ones.
///
/// Weights that are used more than once should be packed: it takes about as long as a product
/// with a vector, and is the faster form for each of them. Packing allocates, products do not.
///
/// ```
/// use kernels::{Matrix, Packed, Vector};
///
/// let w = Matrix::from([[1_i8, 2, 3], [-128, 127, 0]]);
/// let packed = Packed::new(&w);
/// assert_eq!(&packed * &Vector::from([255_u8, 0, 255]), Vector::from([1020, -32_640]));
/// assert_eq!(packed.to_matrix(), w);
/// ```
#[derive(Clone)]
pub struct Packed<T: Byte, const R: usize, const C: usize> {
    panels: Box<[Aligned<[T; QUAD]>]>,
    corrections: Box<[i32]>,
    fits_pairs: bool,
}

impl<const R: usize, const C: usize> Packed<i8, R, C> {
    /// Packs a matrix.
    ///
    /// ```
    /// use kernels::{Matrix, Packed};
    ///
    /// let w = Matrix::<i8, 20, 7>::from_fn(|i, j| i as i8 - j as i8);
    /// assert_eq!(Packed::new(&w).to_matrix(), w);
    /// ```
    pub fn new(matrix: &Matrix<i8, R, C>) -> Self {
        let count = R.div_ceil(PANEL);
        let mut panels = vec![Aligned([0; QUAD]); count * C.div_ceil(4)].into_boxed_slice();
        let mut corrections = vec![0; count * PANEL].into_boxed_slice();
        let dst = Dst::<i8>::new(panels.as_mut_ptr().cast(), panels.len() * QUAD);
        let weights = Src::new(core::ptr::from_ref(matrix).cast(), R * C);
        // SAFETY: a matrix has `R` rows of `C` elements, one after the other; there are panels
        // for all of its rows, and a number for each row of a panel.
        unsafe {
            tile::pack_quads(weights, C, 1, C, R, dst);
            tile::corrections(Portable, dst.src(), C, count, Dst::of(&mut corrections));
        }
        let fits_pairs = panels.iter().all(|quad| quad.as_chunks().0.iter().copied().all(fits));
        Packed { panels, corrections, fits_pairs }
    }

    /// Whether any bytes may be multiplied with these weights in pairs: the instruction that is
    /// the fastest without VNNI adds two neighbouring products in 16 bits, which
    /// `255 * (|w₀| + |w₁|)` then never leaves. Where it might, products with `u8` and `i8` take
    /// another way, to the same bits; those with [`U7`](crate::U7) always fit.
    ///
    /// ```
    /// use kernels::{Matrix, Packed};
    ///
    /// assert!(Packed::new(&Matrix::from([[64_i8, -64, 0, 127]])).fits_pairs());
    /// assert!(!Packed::new(&Matrix::from([[64_i8, -65, 0, 127]])).fits_pairs());
    /// ```
    pub fn fits_pairs(&self) -> bool {
        self.fits_pairs
    }
}

/// Whether any two bytes by these weights add up to what an `i16` holds.
fn fits([first, second]: [i8; 2]) -> bool {
    255 * (u32::from(first.unsigned_abs()) + u32::from(second.unsigned_abs())) <= i16::MAX as u32
}

impl<T: Byte, const R: usize, const C: usize> Packed<T, R, C> {
    /// The matrix that was packed.
    ///
    /// ```
    /// use kernels::{Matrix, Packed};
    ///
    /// let w = Matrix::<i8, 1, 2>::splat(3);
    /// assert_eq!(Packed::new(&w).to_matrix(), w);
    /// ```
    pub fn to_matrix(&self) -> Matrix<T, R, C> {
        Matrix::from_fn(|i, k| self.weight(i, k))
    }

    /// The transpose, as the right operand of a product. Copies nothing.
    ///
    /// ```
    /// use kernels::{Matrix, Packed};
    ///
    /// let w = Packed::new(&Matrix::from([[1_i8, -1], [2, 0], [0, 3]]));
    /// let a = Matrix::from([[10_i8, 1]]);
    /// assert_eq!(&a * w.t(), Matrix::from([[9, 20, 3]]));
    /// ```
    pub fn t(&self) -> PackedT<'_, T, R, C> {
        PackedT(self)
    }

    /// Bytes in memory.
    ///
    /// ```
    /// use kernels::{Matrix, Packed};
    ///
    /// // A panel of 16 rows of 4, and a number for each row.
    /// assert_eq!(Packed::new(&Matrix::<i8, 10, 3>::default()).bytes(), 16 * 4 + 16 * 4);
    /// ```
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.panels) + size_of_val(&*self.corrections)
    }

    /// Element (i, k).
    fn weight(&self, i: usize, k: usize) -> T {
        self.panels[i / PANEL * C.div_ceil(4) + k / 4].0[i % PANEL * 4 + k % 4]
    }

    /// The panels, for generated code.
    #[doc(hidden)]
    #[inline(always)]
    pub fn panels(&self) -> Src<T> {
        Src::new(self.panels.as_ptr().cast(), self.panels.len() * QUAD)
    }

    /// What products of signed bytes start from, for generated code.
    #[doc(hidden)]
    #[inline(always)]
    pub fn corrections(&self) -> Src<i32> {
        Src::of(&self.corrections)
    }
}

impl<T: Byte, const R: usize, const C: usize> PartialEq for Packed<T, R, C> {
    fn eq(&self, other: &Self) -> bool {
        // What lies past the edges is 0 in both, and the rest follows from the weights.
        self.panels.iter().zip(&other.panels).all(|(a, b)| a.0 == b.0)
    }
}

impl<T: Byte, const R: usize, const C: usize> Eq for Packed<T, R, C> {}

/// As the matrix, row after row.
impl<T: Byte, const R: usize, const C: usize> fmt::Debug for Packed<T, R, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Packed(")?;
        let row = |i| (0..C).map(|k| self.weight(i, k)).collect::<Vec<_>>();
        f.debug_list().entries((0..R).map(row)).finish()?;
        f.write_str(")")
    }
}

/// The transpose of a [`Packed`] matrix, from [`Packed::t`].
///
/// ```
/// use kernels::{Matrix, Packed};
///
/// let w = Packed::new(&Matrix::from([[1_i8, 2]]));
/// assert_eq!(Matrix::from([[100_u8, 200]]) * w.t(), Matrix::from([[500]]));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PackedT<'a, T: Byte, const R: usize, const C: usize>(&'a Packed<T, R, C>);

/// The dot of row `i` with `x`, wrapped around.
fn dot<A: Byte, T: Byte, const R: usize, const C: usize>(
    w: &Packed<T, R, C>,
    i: usize,
    x: impl Fn(usize) -> A,
) -> i32 {
    (0..C).fold(0, |sum: i32, k| sum.wrapping_add(w.weight(i, k).widen() * x(k).widen()))
}

impl<A: Byte, const R: usize, const C: usize> Mul<&Vector<A, C>> for &Packed<i8, R, C> {
    type Output = Vector<i32, R>;

    fn mul(self, x: &Vector<A, C>) -> Vector<i32, R> {
        Vector::from_fn(|i| dot(self, i, |k| x[k]))
    }
}

impl<A: Byte, const R: usize, const C: usize> Mul<Vector<A, C>> for &Packed<i8, R, C> {
    type Output = Vector<i32, R>;

    fn mul(self, x: Vector<A, C>) -> Vector<i32, R> {
        Vector::from_fn(|i| dot(self, i, |k| x[k]))
    }
}

impl<A: Byte, const M: usize, const R: usize, const C: usize> Mul<PackedT<'_, i8, R, C>>
    for &Matrix<A, M, C>
{
    type Output = Matrix<i32, M, R>;

    fn mul(self, w: PackedT<'_, i8, R, C>) -> Matrix<i32, M, R> {
        Matrix::from_fn(|m, i| dot(w.0, i, |k| self[(m, k)]))
    }
}

impl<A: Byte, const M: usize, const R: usize, const C: usize> Mul<PackedT<'_, i8, R, C>> for Matrix<A, M, C> {
    type Output = Matrix<i32, M, R>;

    fn mul(self, w: PackedT<'_, i8, R, C>) -> Matrix<i32, M, R> {
        &self * w
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::U7;
    use crate::arch::testing::{QuadCheck, every_quads, integers};
    use crate::arch::{Int, Quads};
    use crate::tile::{Sums, quad_tile};

    const ROWS: usize = 37;
    const COLS: usize = 70;

    /// Weights whose pairs just fit, 255 * (100 + 28) being 32,640, or do not.
    fn weights(over: i8) -> Matrix<i8, ROWS, COLS> {
        Matrix::from_fn(|i, k| {
            let sign = if (i + k / 2) % 3 == 0 { -1 } else { 1 };
            let size = if (i + k) % 2 == 0 { 100 } else { 28 };
            if k % 2 == i % 2 { sign * size } else { sign * (size + over) }
        })
    }

    /// Products by the micro-kernel against the operators.
    struct Products;

    impl Products {
        #[inline(always)]
        fn with<Q: Quads, A: Byte, const PAIRS: bool>(q: Q, w: &Packed<i8, ROWS, COLS>, x: &Vector<A, COLS>) {
            let want = w * x;
            for col in (0..ROWS).step_by(<Sums<Q>>::LANES) {
                let (x, panels) = (Src::new(core::ptr::from_ref(x).cast(), COLS), w.panels());
                // SAFETY: the operands have the extents of their types.
                let [[dots]] = unsafe {
                    quad_tile::<Q, A, i8, 1, 1, 2, PAIRS>(q, x, COLS, panels, w.corrections(), col, COLS)
                };
                for (l, got) in integers(dots).into_iter().enumerate() {
                    assert_eq!(got, if col + l < ROWS { want[col + l] } else { 0 });
                }
            }
        }
    }

    impl QuadCheck for Products {
        #[inline(always)]
        fn run<Q: Quads, const LANES: usize>(&self, q: Q) {
            let (fit, over) = (Packed::new(&weights(0)), Packed::new(&weights(1)));
            assert!(fit.fits_pairs() && !over.fits_pairs());
            for seed in 0..4 {
                let byte = |k: usize| [255, 0, (k * 37) as u8, 255 - (k % 2) as u8][seed];
                let signed = Vector::from_fn(|k| byte(k).cast_signed());
                Products::with::<Q, u8, false>(q, &over, &Vector::from_fn(byte));
                Products::with::<Q, u8, true>(q, &fit, &Vector::from_fn(byte));
                Products::with::<Q, i8, false>(q, &over, &signed);
                Products::with::<Q, i8, true>(q, &fit, &signed);
                let seven = Vector::from_fn(|k| U7::saturate(byte(k).into()));
                Products::with::<Q, U7, true>(q, &over, &seven);
            }
        }
    }

    #[test]
    fn products_are_exact_on_every_level() {
        every_quads(&Products);
    }

    #[test]
    fn equal_is_what_has_equal_weights() {
        let (a, b) = (Packed::new(&weights(0)), Packed::new(&weights(1)));
        assert_eq!((a.clone(), a.to_matrix()), (a.clone(), weights(0)));
        assert_ne!(a, b);
        assert_eq!(
            format!("{:?}", Packed::new(&Matrix::from([[1, -2], [3, 4]]))),
            "Packed([[1, -2], [3, 4]])"
        );
    }
}
