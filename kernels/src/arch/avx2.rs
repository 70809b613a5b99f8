//! 256-bit vectors: AVX2 and FMA.

use core::arch::x86_64::*;

use half::bf16;

use super::{Arch, Axis, InMask, Simd};

mod int;
mod quads;
pub(super) mod rows;
mod stored;
mod strided;

pub use int::Avx2I32;
pub use quads::AvxVnni;

/// The level of AVX2 and FMA.
///
/// ```
/// use kernels::arch::{Arch, Avx2, Simd};
/// assert_eq!(<Avx2 as Arch>::F32::LANES, 8);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Avx2(());

impl Arch for Avx2 {
    type F32 = Avx2F32;
    type F64 = Avx2F64;
    type I32 = Avx2I32;

    #[inline(always)]
    unsafe fn assume() -> Self {
        Avx2(())
    }
}

/// Masks of the first `n` lanes: read `LANES - n` elements in. Constants rather than
/// statics, because the compiler folds a load from them in every crate.
const HEAD_32: &[i32; 16] = &[-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0];
const HEAD_64: &[i64; 8] = &[-1, -1, -1, -1, 0, 0, 0, 0];

macro_rules! vector {
    (
        $(#[$doc:meta])*
        $name:ident($register:ident) = $lanes:literal * $elem:ident, head: $head:ident, magic: $magic:literal,
        swap: $swap:ident, sum_rows: $sum_rows:ident, transpose: $transpose:ident,
        rows: $load_rows:ident $load_each:ident $spread:ident $rotate:ident $store_rows:ident $store_head:ident $turn_parts:ident, $strided:ident $grid:ident,
        $set1:ident $loadu:ident $maskload:ident $storeu:ident $maskstore:ident $blendv:ident
        $add:ident $sub:ident $mul:ident $div:ident $fmadd:ident $sqrt:ident $round:ident $max:ident $min:ident
        $and:ident $andnot:ident $or:ident $xor:ident $cmp:ident $first:ident
        $to_bits:ident $from_bits:ident $shift:ident::<$mantissa:literal>
        bits: $set1_bits:ident $add_bits:ident $sub_bits:ident $and_bits:ident $or_bits:ident $shift_right:ident $greater_bits:ident
        $movemask:ident, unit: $unit:literal
        half: $load_half:ident $from_half:ident $store_half:ident $to_half:ident
        $(bf16: $load_bf16:ident)?
        $(f32: $load_f32:ident)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name($register);

        impl $name {
            /// Half of the lanes are read and written without a mask: a load does not wait for
            /// a store of the same half to reach the cache, as it does for a masked one.
            const HALF: usize = $lanes / 2;

            #[inline(always)]
            fn head_mask(self, n: usize) -> __m256i {
                let start = $lanes - n.min($lanes);
                // SAFETY: `start..start + LANES` is inside the table; the rest as in `proven`.
                unsafe { _mm256_loadu_si256($head.as_ptr().add(start).cast()) }
            }
        }

        operators!($name: Add add $add, Sub sub $sub, Mul mul $mul, Div div $div; Neg $xor $set1);

        impl Simd for $name {
            type Elem = $elem;
            type Arch = Avx2;
            /// A lane's sign bit; the other bits are anything.
            type Mask = $register;
            type Watch = InMask<Self>;
            const LANES: usize = $lanes;

            #[inline(always)]
            fn arch(self) -> Avx2 {
                Avx2(())
            }

            #[inline(always)]
            fn splat(_: Avx2, x: $elem) -> Self {
                $name(proven!($set1(x)))
            }

            #[inline(always)]
            unsafe fn load(_: Avx2, p: *const $elem) -> Self {
                // SAFETY: the caller's promise, and the token's.
                $name(unsafe { $loadu(p) })
            }

            #[inline(always)]
            unsafe fn load_partial(arch: Avx2, p: *const $elem, n: usize) -> Self {
                let zero = Self::splat(arch, 0.0);
                match n {
                    0 => zero,
                    // SAFETY: the caller's promise, and the token's.
                    Self::HALF => $name(unsafe { $from_half($load_half(p)) }),
                    // SAFETY: the caller's promise, and the token's; masked-off lanes are not read.
                    1..$lanes => $name(unsafe { $maskload(p, zero.head_mask(n)) }),
                    // SAFETY: the caller's promise, and the token's.
                    _ => $name(unsafe { $loadu(p) }),
                }
            }

            $(
                #[inline(always)]
                unsafe fn load_bf16(_: Avx2, p: *const bf16, n: usize) -> Self {
                    // SAFETY: the caller's promise.
                    unsafe { stored::$load_bf16(p, n) }
                }
            )?

            $(
                #[inline(always)]
                unsafe fn load_f32(_: Avx2, p: *const f32, n: usize) -> Self {
                    // SAFETY: the caller's promise.
                    unsafe { stored::$load_f32(p, n) }
                }
            )?

            #[inline(always)]
            unsafe fn load_strided(arch: Avx2, p: *const $elem, stride: usize, n: usize) -> Self {
                // Lane by lane: a gather takes as long, and far longer on some processors.
                let mut lanes = [0.0; $lanes];
                for (l, lane) in lanes.iter_mut().enumerate() {
                    if l < n {
                        // SAFETY: the caller's promise, `l < min(n, LANES)`.
                        *lane = unsafe { p.add(l * stride).read() };
                    }
                }
                // SAFETY: `lanes` has `LANES` elements.
                unsafe { Self::load(arch, lanes.as_ptr()) }
            }

            #[inline(always)]
            unsafe fn store(self, p: *mut $elem) {
                // SAFETY: the caller's promise, and the token's.
                unsafe { $storeu(p, self.0) }
            }

            #[inline(always)]
            unsafe fn store_partial(self, p: *mut $elem, n: usize) {
                match n {
                    0 => {}
                    // SAFETY: the caller's promise, and the token's.
                    Self::HALF => unsafe { $store_half(p, $to_half(self.0)) },
                    // SAFETY: the caller's promise, and the token's; masked-off lanes are not written.
                    1..$lanes => unsafe { $maskstore(p, self.head_mask(n), self.0) },
                    // SAFETY: the caller's promise, and the token's.
                    _ => unsafe { $storeu(p, self.0) },
                }
            }

            #[inline(always)]
            unsafe fn store_head(self, p: *mut $elem, n: usize) {
                // SAFETY: the caller's promise.
                unsafe { rows::$store_head(self, p, n) }
            }

            #[inline(always)]
            fn head(self, n: usize, fill: Self) -> Self {
                let mask = self.head_mask(n);
                $name(proven!($blendv(fill.0, self.0, $from_bits(mask))))
            }

            #[inline(always)]
            fn mul_add(self, a: Self, b: Self) -> Self {
                $name(proven!($fmadd(self.0, a.0, b.0)))
            }

            #[inline(always)]
            fn sqrt(self) -> Self {
                $name(proven!($sqrt(self.0)))
            }

            #[inline(always)]
            fn abs(self) -> Self {
                $name(proven!($andnot($set1(-0.0), self.0)))
            }

            #[inline(always)]
            fn copysign(self, sign: Self) -> Self {
                let bit = Self::splat(Avx2(()), -0.0);
                $name(proven!($or($andnot(bit.0, self.0), $and(bit.0, sign.0))))
            }

            #[inline(always)]
            fn round_ties_even(self) -> Self {
                $name(proven!($round::<{ _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC }>(self.0)))
            }

            #[inline(always)]
            fn floor(self) -> Self {
                $name(proven!($round::<{ _MM_FROUND_TO_NEG_INF | _MM_FROUND_NO_EXC }>(self.0)))
            }

            #[inline(always)]
            fn ceil(self) -> Self {
                $name(proven!($round::<{ _MM_FROUND_TO_POS_INF | _MM_FROUND_NO_EXC }>(self.0)))
            }

            #[inline(always)]
            fn trunc(self) -> Self {
                $name(proven!($round::<{ _MM_FROUND_TO_ZERO | _MM_FROUND_NO_EXC }>(self.0)))
            }

            #[inline(always)]
            fn max_or(self, other: Self) -> Self {
                $name(proven!($max(self.0, other.0)))
            }

            #[inline(always)]
            fn min_or(self, other: Self) -> Self {
                $name(proven!($min(self.0, other.0)))
            }

            #[inline(always)]
            fn pow2(self) -> Self {
                // The sum has the biased exponent in its low bits: no conversion needed.
                let sum = self + Self::splat(Avx2(()), $magic);
                $name(proven!($from_bits($shift::<$mantissa>($to_bits(sum.0)))))
            }

            #[inline(always)]
            fn split(self) -> (Self, Self) {
                // A denormal number is made normal first.
                let is_small = self.lt(Self::splat(Avx2(()), $elem::MIN_POSITIVE));
                let up = ($mantissa + 1) as $elem;
                let scaled = self * Self::splat(Avx2(()), (1_u64 << ($mantissa + 1)) as $elem);
                let (m, k) = Self::select(is_small, scaled, self).split_ordinary();
                (m, Self::select(is_small, k - Self::splat(Avx2(()), up), k))
            }

            #[inline(always)]
            fn split_ordinary(self) -> (Self, Self) {
                let one = proven!($to_bits($set1(1.0)));
                // Carries into the exponent from √2 on.
                let carry = $elem::to_bits(2.0) - core::$elem::consts::SQRT_2.to_bits();
                let sum = proven!($add_bits($to_bits(self.0), $set1_bits(carry as _)));
                let exponent = proven!($and_bits(sum, $set1_bits($elem::INFINITY.to_bits() as _)));
                let m = proven!($from_bits($add_bits($sub_bits($to_bits(self.0), exponent), one)));
                // The biased exponent in the low bits of a float whose own exponent makes them integers.
                let biased = proven!($from_bits($or_bits($shift_right::<$mantissa>(sum), $to_bits($set1($unit)))));
                let bias = $unit + ($elem::MAX_EXP - 1) as $elem;
                ($name(m), $name(biased) - Self::splat(Avx2(()), bias))
            }

            #[inline(always)]
            fn all_ordinary(self) -> bool {
                // From the least normal number on, as integers that overflow below it and from
                // infinity on: the least signed integer is the least normal number.
                let least = $elem::MIN_POSITIVE.to_bits();
                let past = $elem::INFINITY.to_bits() - least;
                let sign = $elem::to_bits(-0.0);
                let shifted = proven!($sub_bits($to_bits(self.0), $set1_bits(least.wrapping_add(sign) as _)));
                let is_past = proven!($greater_bits($set1_bits(past.wrapping_add(sign) as _), shifted));
                proven!($movemask($from_bits(is_past))) == (1 << $lanes) - 1
            }

            #[inline(always)]
            fn bit_xor(self, other: Self) -> Self {
                $name(proven!($xor(self.0, other.0)))
            }

            #[inline(always)]
            fn bit_0(self) -> $register {
                proven!($from_bits($shift::<{ 8 * size_of::<$elem>() as i32 - 1 }>($to_bits(self.0))))
            }

            #[inline(always)]
            fn bit_1_as_sign(self) -> Self {
                let sign = Self::splat(Avx2(()), -0.0);
                let shifted = proven!($from_bits($shift::<{ 8 * size_of::<$elem>() as i32 - 2 }>($to_bits(self.0))));
                $name(proven!($and(shifted, sign.0)))
            }

            #[inline(always)]
            fn both(a: $register, b: $register) -> $register {
                proven!($and(a, b))
            }

            #[inline(always)]
            fn either(a: $register, b: $register) -> $register {
                proven!($or(a, b))
            }

            #[inline(always)]
            fn not(mask: $register) -> $register {
                let ones = proven!($cmp::<_CMP_TRUE_UQ>(mask, mask));
                proven!($xor(mask, ones))
            }

            #[inline(always)]
            fn everywhere(arch: Avx2) -> $register {
                let zero = Self::splat(arch, 0.0).0;
                proven!($cmp::<_CMP_TRUE_UQ>(zero, zero))
            }

            #[inline(always)]
            fn first_lanes(arch: Avx2, n: usize) -> $register {
                proven!($from_bits(Self::splat(arch, 0.0).head_mask(n)))
            }

            #[inline(always)]
            fn both_ordered(mask: $register, a: Self, b: Self) -> $register {
                proven!($and(mask, $cmp::<_CMP_ORD_Q>(a.0, b.0)))
            }

            #[inline(always)]
            fn any(mask: $register) -> bool {
                proven!($movemask(mask)) != 0
            }

            #[inline(always)]
            fn all(mask: $register) -> bool {
                proven!($movemask(mask)) == (1 << Self::LANES) - 1
            }

            #[inline(always)]
            fn gt(self, other: Self) -> $register {
                proven!($cmp::<_CMP_GT_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn lt(self, other: Self) -> $register {
                proven!($cmp::<_CMP_LT_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn le(self, other: Self) -> $register {
                proven!($cmp::<_CMP_LE_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn equal(self, other: Self) -> $register {
                proven!($cmp::<_CMP_EQ_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn unordered(self, other: Self) -> $register {
                proven!($cmp::<_CMP_UNORD_Q>(self.0, other.0))
            }

            #[inline(always)]
            fn select(mask: $register, yes: Self, no: Self) -> Self {
                $name(proven!($blendv(no.0, yes.0, mask)))
            }

            #[inline(always)]
            fn swap(self, distance: usize) -> Self {
                $swap(self, distance)
            }

            #[inline(always)]
            unsafe fn load_rows(
                arch: Avx2,
                p: *const $elem,
                stride: usize,
                s: usize,
                rows: usize,
                n: usize,
            ) -> Self {
                // SAFETY: the caller's promise.
                unsafe { rows::$load_rows(arch, p, stride, s, rows, n) }
            }

            #[inline(always)]
            unsafe fn load_each(arch: Avx2, p: *const $elem, s: usize, rows: usize) -> Self {
                // SAFETY: the caller's promise, and the token's.
                unsafe { rows::$load_each(arch, p, s, rows) }
            }

            #[inline(always)]
            fn spread(self, s: usize, t: usize) -> Self {
                rows::$spread(self, s, t)
            }

            #[inline(always)]
            fn rotate(self, s: usize, by: usize) -> Self {
                rows::$rotate(self, s, by)
            }

            #[inline(always)]
            fn turn_parts<const S: usize>(rows: [Self; S]) -> [Self; S] {
                debug_assert!(S * size_of::<$elem>() == 16 || S == $lanes);
                rows::$turn_parts(rows)
            }

            #[inline(always)]
            fn strided<const D: usize>(from: [Self; D], first: usize, filled: usize) -> Self {
                strided::$strided(from, first, filled)
            }

            #[inline(always)]
            fn grid<const N: usize, const STEP: usize>(self, next: Option<Self>, axis: Axis, v: usize, offset: usize) -> Self {
                strided::$grid::<N, STEP>(self, next, axis, v, offset)
            }

            opaque!($name($register) in ymm_reg with "avx");

            #[inline(always)]
            unsafe fn store_rows(self, p: *mut $elem, stride: usize, s: usize, rows: usize, n: usize) {
                // SAFETY: the caller's promise.
                unsafe { rows::$store_rows(self, p, stride, s, rows, n) }
            }

            #[inline(always)]
            fn first(self) -> $elem {
                proven!($first(self.0))
            }

            #[inline(always)]
            fn sum_rows<const N: usize>(rows: [Self; N]) -> Self {
                const { assert!(N == $lanes) };
                $sum_rows(rows)
            }

            #[inline(always)]
            fn transpose<const N: usize>(rows: [Self; N]) -> [Self; N] {
                const { assert!(N == $lanes) };
                $transpose(rows)
            }

            #[inline(always)]
            unsafe fn transpose_block(
                arch: Avx2,
                src: *const $elem,
                src_stride: usize,
                dst: *mut $elem,
                dst_stride: usize,
                rows: usize,
                cols: usize,
                stored: usize,
            ) {
                // SAFETY: the caller's promise.
                unsafe { super::transpose_block::<Self, $lanes>(arch, src, src_stride, dst, dst_stride, rows, cols, stored) }
            }
        }
    };
}

vector! {
    /// Eight `f32`.
    ///
    /// ```
    /// use kernels::arch::{Avx2F32, Simd};
    /// assert_eq!(Avx2F32::LANES, 8);
    /// ```
    Avx2F32(__m256) = 8 * f32, head: HEAD_32, magic: 12_583_039.0,
    swap: swap_f32, sum_rows: sum_rows_f32, transpose: transpose_f32,
    rows: load_rows_f32 load_each_f32 spread_f32 rotate_f32 store_rows_f32 store_head_f32 turn_parts_f32, strided_f32 grid_f32,
    _mm256_set1_ps _mm256_loadu_ps _mm256_maskload_ps _mm256_storeu_ps _mm256_maskstore_ps _mm256_blendv_ps
    _mm256_add_ps _mm256_sub_ps _mm256_mul_ps _mm256_div_ps _mm256_fmadd_ps _mm256_sqrt_ps _mm256_round_ps _mm256_max_ps _mm256_min_ps
    _mm256_and_ps _mm256_andnot_ps _mm256_or_ps _mm256_xor_ps _mm256_cmp_ps _mm256_cvtss_f32
    _mm256_castps_si256 _mm256_castsi256_ps _mm256_slli_epi32::<23>
    bits: _mm256_set1_epi32 _mm256_add_epi32 _mm256_sub_epi32 _mm256_and_si256 _mm256_or_si256 _mm256_srli_epi32 _mm256_cmpgt_epi32
    _mm256_movemask_ps, unit: 8_388_608.0
    half: _mm_loadu_ps _mm256_zextps128_ps256 _mm_storeu_ps _mm256_castps256_ps128
    bf16: load_bf16
}

vector! {
    /// Four `f64`.
    ///
    /// ```
    /// use kernels::arch::{Avx2F64, Simd};
    /// assert_eq!(Avx2F64::LANES, 4);
    /// ```
    Avx2F64(__m256d) = 4 * f64, head: HEAD_64, magic: 6_755_399_441_056_767.0,
    swap: swap_f64, sum_rows: sum_rows_f64, transpose: transpose_f64,
    rows: load_rows_f64 load_each_f64 spread_f64 rotate_f64 store_rows_f64 store_head_f64 turn_parts_f64, strided_f64 grid_f64,
    _mm256_set1_pd _mm256_loadu_pd _mm256_maskload_pd _mm256_storeu_pd _mm256_maskstore_pd _mm256_blendv_pd
    _mm256_add_pd _mm256_sub_pd _mm256_mul_pd _mm256_div_pd _mm256_fmadd_pd _mm256_sqrt_pd _mm256_round_pd _mm256_max_pd _mm256_min_pd
    _mm256_and_pd _mm256_andnot_pd _mm256_or_pd _mm256_xor_pd _mm256_cmp_pd _mm256_cvtsd_f64
    _mm256_castpd_si256 _mm256_castsi256_pd _mm256_slli_epi64::<52>
    bits: _mm256_set1_epi64x _mm256_add_epi64 _mm256_sub_epi64 _mm256_and_si256 _mm256_or_si256 _mm256_srli_epi64 _mm256_cmpgt_epi64
    _mm256_movemask_pd, unit: 4_503_599_627_370_496.0
    half: _mm_loadu_pd _mm256_zextpd128_pd256 _mm_storeu_pd _mm256_castpd256_pd128
    f32: load_f32
}

#[inline(always)]
fn swap_f32(v: Avx2F32, distance: usize) -> Avx2F32 {
    Avx2F32(match distance {
        1 => proven!(_mm256_permute_ps::<0b10_11_00_01>(v.0)),
        2 => proven!(_mm256_permute_ps::<0b01_00_11_10>(v.0)),
        _ => proven!(_mm256_permute2f128_ps::<0x01>(v.0, v.0)),
    })
}

#[inline(always)]
fn swap_f64(v: Avx2F64, distance: usize) -> Avx2F64 {
    Avx2F64(match distance {
        1 => proven!(_mm256_permute_pd::<0b0101>(v.0)),
        _ => proven!(_mm256_permute2f128_pd::<0x01>(v.0, v.0)),
    })
}

/// A step of the transposing additions of `Simd::sum_rows`: adds the halves of the blocks
/// of two vectors and leaves the sums of both in one.
macro_rules! step {
    ($(#[$doc:meta])* $name:ident($vector:ident) = $low:expr, $high:expr) => {
        $(#[$doc])*
        #[inline(always)]
        fn $name(a: $vector, b: $vector) -> $vector {
            $vector(proven!($low(a.0, b.0))) + $vector(proven!($high(a.0, b.0)))
        }
    };
}

step! {
    /// Lanes `l` and `l + 4`: four of each row remain.
    halves_f32(Avx2F32) = _mm256_permute2f128_ps::<0x20>, _mm256_permute2f128_ps::<0x31>
}
step! {
    /// Lanes `l` and `l + 2`: two of each row remain.
    quarters_f32(Avx2F32) = _mm256_shuffle_ps::<0b01_00_01_00>, _mm256_shuffle_ps::<0b11_10_11_10>
}
step! {
    /// Lanes `l` and `l + 1`.
    eighths_f32(Avx2F32) = _mm256_shuffle_ps::<0b10_00_10_00>, _mm256_shuffle_ps::<0b11_01_11_01>
}
step! {
    /// Lanes `l` and `l + 2`: two of each row remain.
    halves_f64(Avx2F64) = _mm256_permute2f128_pd::<0x20>, _mm256_permute2f128_pd::<0x31>
}
step! {
    /// Lanes `l` and `l + 1`.
    quarters_f64(Avx2F64) = _mm256_unpacklo_pd, _mm256_unpackhi_pd
}

/// The rows are paired so that the last step leaves them in order.
#[inline(always)]
fn sum_rows_f32<const N: usize>(rows: [Avx2F32; N]) -> Avx2F32 {
    let low = quarters_f32(halves_f32(rows[0], rows[4]), halves_f32(rows[1], rows[5]));
    let high = quarters_f32(halves_f32(rows[2], rows[6]), halves_f32(rows[3], rows[7]));
    eighths_f32(low, high)
}

/// As [`sum_rows_f32`].
#[inline(always)]
fn sum_rows_f64<const N: usize>(rows: [Avx2F64; N]) -> Avx2F64 {
    quarters_f64(halves_f64(rows[0], rows[2]), halves_f64(rows[1], rows[3]))
}

/// The low and high halves of pairs of vectors, in `Simd::transpose`.
macro_rules! pair {
    ($(#[$doc:meta])* $name:ident($vector:ident) = $low:expr, $high:expr) => {
        $(#[$doc])*
        #[inline(always)]
        fn $name(a: $vector, b: $vector) -> ($vector, $vector) {
            ($vector(proven!($low(a.0, b.0))), $vector(proven!($high(a.0, b.0))))
        }
    };
}

pair! {
    /// Elements of two rows, by turns; in each half of the register by itself.
    mix_f32(Avx2F32) = _mm256_unpacklo_ps, _mm256_unpackhi_ps
}
pair! {
    /// Pairs of elements, by turns.
    mix_pairs_f32(Avx2F32) = _mm256_shuffle_ps::<0b01_00_01_00>, _mm256_shuffle_ps::<0b11_10_11_10>
}
pair! {
    /// The lower halves, and the upper.
    split_f32(Avx2F32) = _mm256_permute2f128_ps::<0x20>, _mm256_permute2f128_ps::<0x31>
}
pair! {
    /// Elements of two rows, by turns.
    mix_f64(Avx2F64) = _mm256_unpacklo_pd, _mm256_unpackhi_pd
}
pair! {
    /// The lower halves, and the upper.
    split_f64(Avx2F64) = _mm256_permute2f128_pd::<0x20>, _mm256_permute2f128_pd::<0x31>
}

/// Four rows: lanes `4 h..4 h + 4` of result `c` are column `4 h + c`.
#[inline(always)]
fn quad_f32(a: Avx2F32, b: Avx2F32, c: Avx2F32, d: Avx2F32) -> [Avx2F32; 4] {
    let ((ab_low, ab_high), (cd_low, cd_high)) = (mix_f32(a, b), mix_f32(c, d));
    let ((x, y), (z, w)) = (mix_pairs_f32(ab_low, cd_low), mix_pairs_f32(ab_high, cd_high));
    [x, y, z, w]
}

/// 24 shuffles: transposes four rows at a time, then the halves.
#[inline(always)]
fn transpose_f32<const N: usize>(mut rows: [Avx2F32; N]) -> [Avx2F32; N] {
    let upper = quad_f32(rows[0], rows[1], rows[2], rows[3]);
    let lower = quad_f32(rows[4], rows[5], rows[6], rows[7]);
    for c in 0..4 {
        (rows[c], rows[c + 4]) = split_f32(upper[c], lower[c]);
    }
    rows
}

/// 8 shuffles, as [`transpose_f32`].
#[inline(always)]
fn transpose_f64<const N: usize>(mut rows: [Avx2F64; N]) -> [Avx2F64; N] {
    let (even, odd) = (mix_f64(rows[0], rows[1]), mix_f64(rows[2], rows[3]));
    (rows[0], rows[2]) = split_f64(even.0, odd.0);
    (rows[1], rows[3]) = split_f64(even.1, odd.1);
    rows
}
