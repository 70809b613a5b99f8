//! 512-bit vectors: AVX-512 F, BW, DQ and VL. Partial loads and stores take a mask.

use core::arch::x86_64::*;

use half::bf16;

use super::x86::hidden;
use super::{Arch, Axis, InMask, Simd};

mod int;
mod quads;
mod rows;
mod stored;
mod strided;

pub use int::Avx512I32;
pub use quads::Avx512Vnni;

/// The level of AVX-512 F, BW, DQ and VL.
///
/// ```
/// use kernels::arch::{Arch, Avx512, Simd};
/// assert_eq!(<Avx512 as Arch>::F32::LANES, 16);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Avx512(());

impl Arch for Avx512 {
    type F32 = Avx512F32;
    type F64 = Avx512F64;
    type I32 = Avx512I32;

    #[inline(always)]
    unsafe fn assume() -> Self {
        Avx512(())
    }
}

macro_rules! vector {
    (
        $(#[$doc:meta])*
        $name:ident($register:ident) = $lanes:literal * $elem:ident, $mask:ident,
        swap: $swap:ident, sum_rows: $sum_rows:ident, transpose: $transpose:ident,
        rows: $load_rows:ident $load_each:ident $spread:ident $rotate:ident $store_rows:ident $turn_parts:ident, $strided:ident $grid:ident,
        $set1:ident $loadu:ident $maskload:ident $storeu:ident $maskstore:ident $blend:ident
        $add:ident $sub:ident $mul:ident $div:ident $fmadd:ident $sqrt:ident $round:ident $scalef:ident
        $max:ident $min:ident $abs:ident $and:ident $andnot:ident $or:ident $xor:ident $cmp:ident $mask_cmp:ident $first:ident
        bits: $to_bits:ident $from_bits:ident $set1_bits:ident $shift:ident $test:ident $getmant:ident $getexp:ident
        half: $load_half:ident $from_half:ident $store_half:ident $to_half:ident
        quarter: $load_quarter:ident $from_quarter:ident $store_quarter:ident $to_quarter:ident, one: $load_one:ident
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
            /// As well a quarter.
            const QUARTER: usize = $lanes / 4;

            /// One bit for each of the first `n < LANES` lanes.
            #[inline(always)]
            fn head_mask(n: usize) -> $mask {
                (1 << n) - 1
            }

            /// The same for a load. Where the compiler knows that all lanes may be read, it makes a
            /// load and a shuffle of one with a mask that it knows; and of those, for lanes or pairs
            /// of 64 bits, `vexpandpd` from memory, which takes twice the time of a load on Zen 5.
            #[inline(always)]
            fn load_mask(n: usize) -> $mask {
                hidden(Self::head_mask(n).into()) as $mask
            }
        }

        operators!($name: Add add $add, Sub sub $sub, Mul mul $mul, Div div $div; Neg $xor $set1);

        impl Simd for $name {
            type Elem = $elem;
            type Arch = Avx512;
            type Mask = $mask;
            type Watch = InMask<Self>;
            const LANES: usize = $lanes;
            const SCALES_AT_ONCE: bool = true;

            #[inline(always)]
            fn arch(self) -> Avx512 {
                Avx512(())
            }

            #[inline(always)]
            fn splat(_: Avx512, x: $elem) -> Self {
                $name(proven!($set1(x)))
            }

            #[inline(always)]
            unsafe fn load(_: Avx512, p: *const $elem) -> Self {
                // SAFETY: the caller's promise, and the token's.
                $name(unsafe { $loadu(p) })
            }

            #[inline(always)]
            unsafe fn load_partial(arch: Avx512, p: *const $elem, n: usize) -> Self {
                match n {
                    0 => Self::splat(arch, 0.0),
                    // SAFETY: the caller's promise, and the token's.
                    1 => $name(unsafe { $from_quarter($load_one(p)) }),
                    // SAFETY: the caller's promise, and the token's.
                    Self::HALF => $name(unsafe { $from_half($load_half(p)) }),
                    // SAFETY: the caller's promise, and the token's.
                    Self::QUARTER => $name(unsafe { $from_quarter($load_quarter(p)) }),
                    // SAFETY: the caller's promise, and the token's; masked-off lanes are not read.
                    1..$lanes => $name(unsafe { $maskload(Self::load_mask(n), p) }),
                    // SAFETY: the caller's promise, and the token's.
                    _ => $name(unsafe { $loadu(p) }),
                }
            }

            $(
                #[inline(always)]
                unsafe fn load_bf16(_: Avx512, p: *const bf16, n: usize) -> Self {
                    // SAFETY: the caller's promise.
                    unsafe { stored::$load_bf16(p, n) }
                }
            )?

            $(
                #[inline(always)]
                unsafe fn load_f32(_: Avx512, p: *const f32, n: usize) -> Self {
                    // SAFETY: the caller's promise.
                    unsafe { stored::$load_f32(p, n) }
                }
            )?

            #[inline(always)]
            unsafe fn load_strided(arch: Avx512, p: *const $elem, stride: usize, n: usize) -> Self {
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
                    // SAFETY: the caller's promise, and the token's.
                    Self::QUARTER => unsafe { $store_quarter(p, $to_quarter(self.0)) },
                    // SAFETY: the caller's promise, and the token's; masked-off lanes are not written.
                    1..$lanes => unsafe { $maskstore(p, Self::head_mask(n), self.0) },
                    // SAFETY: the caller's promise, and the token's.
                    _ => unsafe { $storeu(p, self.0) },
                }
            }

            #[inline(always)]
            fn head(self, n: usize, fill: Self) -> Self {
                if n < $lanes {
                    Self::select(Self::head_mask(n), self, fill)
                } else {
                    self
                }
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
                $name(proven!($abs(self.0)))
            }

            #[inline(always)]
            fn copysign(self, sign: Self) -> Self {
                let bit = Self::splat(Avx512(()), -0.0);
                $name(proven!($or($andnot(bit.0, self.0), $and(bit.0, sign.0))))
            }

            #[inline(always)]
            fn round_ties_even(self) -> Self {
                // The low bits of the control are the rounding mode; no scaling.
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
                Self::splat(Avx512(()), 1.0).scale_by_pow2(self)
            }

            #[inline(always)]
            fn scale_by_pow2(self, n: Self) -> Self {
                // One instruction that rounds once, so the same bits as the two products.
                $name(proven!($scalef(self.0, n.0)))
            }

            #[inline(always)]
            fn split(self) -> (Self, Self) {
                // A denormal number is made normal first: the instructions take it as it is, but
                // not every emulator of them does.
                let number = |x: $elem| Self::splat(Avx512(()), x);
                let is_small = self.lt(number($elem::MIN_POSITIVE));
                let up = number((1_u64 << $elem::MANTISSA_DIGITS) as $elem);
                let (m, k) = Self::select(is_small, self * up, self).split_ordinary();
                (m, Self::select(is_small, k - number($elem::MANTISSA_DIGITS as $elem), k))
            }

            #[inline(always)]
            fn split_ordinary(self) -> (Self, Self) {
                let m = $name(proven!($getmant::<_MM_MANT_NORM_1_2, _MM_MANT_SIGN_SRC>(self.0)));
                let k = $name(proven!($getexp(self.0)));
                let number = |x: $elem| Self::splat(Avx512(()), x);
                let is_less = m.lt(number(core::$elem::consts::SQRT_2));
                (Self::select(is_less, m, m * number(0.5)), Self::select(is_less, k, k + number(1.0)))
            }

            #[inline(always)]
            fn all_ordinary(self) -> bool {
                // Above the largest denormal number. (One instruction classifies numbers, too, but
                // not every emulator's does it right.)
                let number = |x: $elem| Self::splat(Avx512(()), x);
                let denormal = $elem::from_bits($elem::MIN_POSITIVE.to_bits() - 1);
                let is = self.gt(number(denormal)) & self.lt(number($elem::INFINITY));
                is == <$mask>::MAX
            }

            #[inline(always)]
            fn bit_xor(self, other: Self) -> Self {
                $name(proven!($xor(self.0, other.0)))
            }

            #[inline(always)]
            fn bit_0(self) -> $mask {
                proven!($test($to_bits(self.0), $set1_bits(1)))
            }

            #[inline(always)]
            fn bit_1_as_sign(self) -> Self {
                let sign = Self::splat(Avx512(()), -0.0);
                let shifted = proven!($from_bits($shift::<{ 8 * size_of::<$elem>() as u32 - 2 }>($to_bits(self.0))));
                $name(proven!($and(shifted, sign.0)))
            }

            #[inline(always)]
            fn both(a: $mask, b: $mask) -> $mask {
                a & b
            }

            #[inline(always)]
            fn either(a: $mask, b: $mask) -> $mask {
                a | b
            }

            #[inline(always)]
            fn not(mask: $mask) -> $mask {
                !mask
            }

            #[inline(always)]
            fn everywhere(_: Avx512) -> $mask {
                <$mask>::MAX
            }

            #[inline(always)]
            fn first_lanes(_: Avx512, n: usize) -> $mask {
                Self::head_mask(n)
            }

            #[inline(always)]
            fn both_ordered(mask: $mask, a: Self, b: Self) -> $mask {
                proven!($mask_cmp::<_CMP_ORD_Q>(mask, a.0, b.0))
            }

            #[inline(always)]
            fn any(mask: $mask) -> bool {
                mask != 0
            }

            #[inline(always)]
            fn gt(self, other: Self) -> $mask {
                proven!($cmp::<_CMP_GT_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn lt(self, other: Self) -> $mask {
                proven!($cmp::<_CMP_LT_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn le(self, other: Self) -> $mask {
                proven!($cmp::<_CMP_LE_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn equal(self, other: Self) -> $mask {
                proven!($cmp::<_CMP_EQ_OQ>(self.0, other.0))
            }

            #[inline(always)]
            fn unordered(self, other: Self) -> $mask {
                proven!($cmp::<_CMP_UNORD_Q>(self.0, other.0))
            }

            #[inline(always)]
            fn select(mask: $mask, yes: Self, no: Self) -> Self {
                $name(proven!($blend(mask, no.0, yes.0)))
            }

            #[inline(always)]
            fn swap(self, distance: usize) -> Self {
                $swap(self, distance)
            }

            #[inline(always)]
            unsafe fn load_rows(
                arch: Avx512,
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
            unsafe fn load_each(arch: Avx512, p: *const $elem, s: usize, rows: usize) -> Self {
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
                debug_assert!(matches!(S * size_of::<$elem>(), 16 | 32));
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

            opaque!($name($register) in zmm_reg with "avx512f");

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
                arch: Avx512,
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
    /// Sixteen `f32`.
    ///
    /// ```
    /// use kernels::arch::{Avx512F32, Simd};
    /// assert_eq!(Avx512F32::LANES, 16);
    /// ```
    Avx512F32(__m512) = 16 * f32, __mmask16,
    swap: swap_f32, sum_rows: sum_rows_f32, transpose: transpose_f32,
    rows: load_rows_f32 load_each_f32 spread_f32 rotate_f32 store_rows_f32 turn_parts_f32, strided_f32 grid_f32,
    _mm512_set1_ps _mm512_loadu_ps _mm512_maskz_loadu_ps _mm512_storeu_ps _mm512_mask_storeu_ps _mm512_mask_blend_ps
    _mm512_add_ps _mm512_sub_ps _mm512_mul_ps _mm512_div_ps _mm512_fmadd_ps _mm512_sqrt_ps _mm512_roundscale_ps _mm512_scalef_ps
    _mm512_max_ps _mm512_min_ps _mm512_abs_ps _mm512_and_ps _mm512_andnot_ps _mm512_or_ps _mm512_xor_ps _mm512_cmp_ps_mask _mm512_mask_cmp_ps_mask _mm512_cvtss_f32
    bits: _mm512_castps_si512 _mm512_castsi512_ps _mm512_set1_epi32 _mm512_slli_epi32 _mm512_test_epi32_mask _mm512_getmant_ps _mm512_getexp_ps
    half: _mm256_loadu_ps _mm512_zextps256_ps512 _mm256_storeu_ps _mm512_castps512_ps256
    quarter: _mm_loadu_ps _mm512_zextps128_ps512 _mm_storeu_ps _mm512_castps512_ps128, one: _mm_load_ss
    bf16: load_bf16
}

vector! {
    /// Eight `f64`.
    ///
    /// ```
    /// use kernels::arch::{Avx512F64, Simd};
    /// assert_eq!(Avx512F64::LANES, 8);
    /// ```
    Avx512F64(__m512d) = 8 * f64, __mmask8,
    swap: swap_f64, sum_rows: sum_rows_f64, transpose: transpose_f64,
    rows: load_rows_f64 load_each_f64 spread_f64 rotate_f64 store_rows_f64 turn_parts_f64, strided_f64 grid_f64,
    _mm512_set1_pd _mm512_loadu_pd _mm512_maskz_loadu_pd _mm512_storeu_pd _mm512_mask_storeu_pd _mm512_mask_blend_pd
    _mm512_add_pd _mm512_sub_pd _mm512_mul_pd _mm512_div_pd _mm512_fmadd_pd _mm512_sqrt_pd _mm512_roundscale_pd _mm512_scalef_pd
    _mm512_max_pd _mm512_min_pd _mm512_abs_pd _mm512_and_pd _mm512_andnot_pd _mm512_or_pd _mm512_xor_pd _mm512_cmp_pd_mask _mm512_mask_cmp_pd_mask _mm512_cvtsd_f64
    bits: _mm512_castpd_si512 _mm512_castsi512_pd _mm512_set1_epi64 _mm512_slli_epi64 _mm512_test_epi64_mask _mm512_getmant_pd _mm512_getexp_pd
    half: _mm256_loadu_pd _mm512_zextpd256_pd512 _mm256_storeu_pd _mm512_castpd512_pd256
    quarter: _mm_loadu_pd _mm512_zextpd128_pd512 _mm_storeu_pd _mm512_castpd512_pd128, one: _mm_load_sd
    f32: load_f32
}

#[inline(always)]
fn swap_f32(v: Avx512F32, distance: usize) -> Avx512F32 {
    Avx512F32(match distance {
        1 => proven!(_mm512_permute_ps::<0b10_11_00_01>(v.0)),
        2 => proven!(_mm512_permute_ps::<0b01_00_11_10>(v.0)),
        4 => proven!(_mm512_shuffle_f32x4::<0b10_11_00_01>(v.0, v.0)),
        _ => proven!(_mm512_shuffle_f32x4::<0b01_00_11_10>(v.0, v.0)),
    })
}

#[inline(always)]
fn swap_f64(v: Avx512F64, distance: usize) -> Avx512F64 {
    Avx512F64(match distance {
        1 => proven!(_mm512_permute_pd::<0b0101_0101>(v.0)),
        2 => proven!(_mm512_shuffle_f64x2::<0b10_11_00_01>(v.0, v.0)),
        _ => proven!(_mm512_shuffle_f64x2::<0b01_00_11_10>(v.0, v.0)),
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
    /// Lanes `l` and `l + 8`: eight of each row remain.
    halves_f32(Avx512F32) = _mm512_shuffle_f32x4::<0b01_00_01_00>, _mm512_shuffle_f32x4::<0b11_10_11_10>
}
step! {
    /// Lanes `l` and `l + 4`: four of each row remain.
    quarters_f32(Avx512F32) = _mm512_shuffle_f32x4::<0b10_00_10_00>, _mm512_shuffle_f32x4::<0b11_01_11_01>
}
step! {
    /// Lanes `l` and `l + 2`: two of each row remain.
    eighths_f32(Avx512F32) = _mm512_shuffle_ps::<0b01_00_01_00>, _mm512_shuffle_ps::<0b11_10_11_10>
}
step! {
    /// Lanes `l` and `l + 1`.
    sixteenths_f32(Avx512F32) = _mm512_shuffle_ps::<0b10_00_10_00>, _mm512_shuffle_ps::<0b11_01_11_01>
}
step! {
    /// Lanes `l` and `l + 4`: four of each row remain.
    halves_f64(Avx512F64) = _mm512_shuffle_f64x2::<0b01_00_01_00>, _mm512_shuffle_f64x2::<0b11_10_11_10>
}
step! {
    /// Lanes `l` and `l + 2`: two of each row remain.
    quarters_f64(Avx512F64) = _mm512_shuffle_f64x2::<0b10_00_10_00>, _mm512_shuffle_f64x2::<0b11_01_11_01>
}
step! {
    /// Lanes `l` and `l + 1`.
    eighths_f64(Avx512F64) = _mm512_unpacklo_pd, _mm512_unpackhi_pd
}

/// The rows are paired so that the last step leaves them in order.
#[inline(always)]
fn sum_rows_f32<const N: usize>(rows: [Avx512F32; N]) -> Avx512F32 {
    let mut columns = [rows[0]; 4];
    for (c, column) in columns.iter_mut().enumerate() {
        *column = quarters_f32(halves_f32(rows[c], rows[c + 4]), halves_f32(rows[c + 8], rows[c + 12]));
    }
    let [a, b, c, d] = columns;
    sixteenths_f32(eighths_f32(a, b), eighths_f32(c, d))
}

/// As [`sum_rows_f32`].
#[inline(always)]
fn sum_rows_f64<const N: usize>(rows: [Avx512F64; N]) -> Avx512F64 {
    let even = quarters_f64(halves_f64(rows[0], rows[2]), halves_f64(rows[4], rows[6]));
    let odd = quarters_f64(halves_f64(rows[1], rows[3]), halves_f64(rows[5], rows[7]));
    eighths_f64(even, odd)
}

/// The low and high parts of pairs of vectors, in `Simd::transpose`.
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
    /// Elements of two rows, by turns; in each quarter of the register by itself.
    mix_f32(Avx512F32) = _mm512_unpacklo_ps, _mm512_unpackhi_ps
}
pair! {
    /// Pairs of elements, by turns.
    mix_pairs_f32(Avx512F32) = _mm512_shuffle_ps::<0b01_00_01_00>, _mm512_shuffle_ps::<0b11_10_11_10>
}
pair! {
    /// The even quarters, and the odd.
    split_f32(Avx512F32) = _mm512_shuffle_f32x4::<0b10_00_10_00>, _mm512_shuffle_f32x4::<0b11_01_11_01>
}
pair! {
    /// Elements of two rows, by turns.
    mix_f64(Avx512F64) = _mm512_unpacklo_pd, _mm512_unpackhi_pd
}
pair! {
    /// The even quarters, and the odd.
    split_f64(Avx512F64) = _mm512_shuffle_f64x2::<0b10_00_10_00>, _mm512_shuffle_f64x2::<0b11_01_11_01>
}

/// Four rows: lanes `4 q..4 q + 4` of result `c` are column `4 q + c`.
#[inline(always)]
fn quad_f32(a: Avx512F32, b: Avx512F32, c: Avx512F32, d: Avx512F32) -> [Avx512F32; 4] {
    let ((ab_low, ab_high), (cd_low, cd_high)) = (mix_f32(a, b), mix_f32(c, d));
    let ((x, y), (z, w)) = (mix_pairs_f32(ab_low, cd_low), mix_pairs_f32(ab_high, cd_high));
    [x, y, z, w]
}

/// 64 shuffles: transposes four rows at a time, then the quarters.
#[inline(always)]
fn transpose_f32<const N: usize>(mut rows: [Avx512F32; N]) -> [Avx512F32; N] {
    let mut bands = [[rows[0]; 4]; 4];
    for (band, rows) in bands.iter_mut().zip(rows.chunks(4)) {
        *band = quad_f32(rows[0], rows[1], rows[2], rows[3]);
    }
    for c in 0..4 {
        let (even, odd) = split_f32(bands[0][c], bands[1][c]);
        let (later_even, later_odd) = split_f32(bands[2][c], bands[3][c]);
        (rows[c], rows[c + 8]) = split_f32(even, later_even);
        (rows[c + 4], rows[c + 12]) = split_f32(odd, later_odd);
    }
    rows
}

/// 24 shuffles, as [`transpose_f32`] with two rows at a time.
#[inline(always)]
fn transpose_f64<const N: usize>(mut rows: [Avx512F64; N]) -> [Avx512F64; N] {
    let mut bands = [(rows[0], rows[0]); 4];
    for (band, rows) in bands.iter_mut().zip(rows.chunks(2)) {
        *band = mix_f64(rows[0], rows[1]);
    }
    let [a, b, c, d] = bands;
    for (column, [a, b, c, d]) in [[a.0, b.0, c.0, d.0], [a.1, b.1, c.1, d.1]].into_iter().enumerate() {
        let ((even, odd), (later_even, later_odd)) = (split_f64(a, b), split_f64(c, d));
        (rows[column], rows[column + 4]) = split_f64(even, later_even);
        (rows[column + 2], rows[column + 6]) = split_f64(odd, later_odd);
    }
    rows
}
