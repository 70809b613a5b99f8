//! Four-way dot products on 256-bit vectors.

use core::arch::x86_64::*;

use super::Avx2;
use super::int::Avx2I32;
use crate::arch::Quads;

/// Bytes are widened to 16 bits, the even and the odd ones apart, in place: what is multiplied
/// together meets without a shuffle, and the halves are shared by all dots of a tile.
impl Quads for Avx2 {
    type Arch = Avx2;
    const FAST_PAIRS: bool = true;
    const FAST_SIGNED: bool = true;

    #[inline(always)]
    unsafe fn assume_quads() -> Self {
        Avx2(())
    }

    #[inline(always)]
    fn arch(self) -> Avx2 {
        self
    }

    #[inline(always)]
    fn dot(self, acc: Avx2I32, a: Avx2I32, b: Avx2I32) -> Avx2I32 {
        let (a_even, a_odd) =
            proven!((_mm256_and_si256(a.0, _mm256_set1_epi16(0xff)), _mm256_srli_epi16::<8>(a.0)));
        add_products(acc, [a_even, a_odd], widen(b))
    }

    #[inline(always)]
    fn dot_signed(self, acc: Avx2I32, a: Avx2I32, b: Avx2I32) -> Avx2I32 {
        add_products(acc, widen(a), widen(b))
    }

    #[inline(always)]
    fn dot_pairs(self, acc: Avx2I32, a: Avx2I32, b: Avx2I32) -> Avx2I32 {
        Avx2I32(proven!({
            let pairs = _mm256_maddubs_epi16(a.0, b.0);
            _mm256_add_epi32(acc.0, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)))
        }))
    }

    #[inline(always)]
    fn add_nibbles(self, sums: Avx2I32, a: Avx2I32, b: Avx2I32) -> Avx2I32 {
        Avx2I32(proven!(_mm256_add_epi16(sums.0, _mm256_maddubs_epi16(a.0, b.0))))
    }

    #[inline(always)]
    fn widen_nibbles(self, acc: Avx2I32, sums: Avx2I32, factor: i16) -> Avx2I32 {
        Avx2I32(proven!(_mm256_add_epi32(acc.0, _mm256_madd_epi16(sums.0, _mm256_set1_epi16(factor)))))
    }
}

/// Avx2I32he even and the odd ones of `i8`, as `i16`.
#[inline(always)]
fn widen(v: Avx2I32) -> [__m256i; 2] {
    proven!([_mm256_srai_epi16::<8>(_mm256_slli_epi16::<8>(v.0)), _mm256_srai_epi16::<8>(v.0)])
}

/// `acc` and the products of both halves of each quad.
#[inline(always)]
fn add_products(acc: Avx2I32, a: [__m256i; 2], b: [__m256i; 2]) -> Avx2I32 {
    Avx2I32(proven!({
        let (even, odd) = (_mm256_madd_epi16(a[0], b[0]), _mm256_madd_epi16(a[1], b[1]));
        _mm256_add_epi32(acc.0, _mm256_add_epi32(even, odd))
    }))
}

/// The level of AVX2, FMA and AVX-VNNI.
///
/// ```
/// use kernels::arch::{Avx2, AvxVnni, Quads};
/// fn vectors_of<Q: Quads<Arch = Avx2>>() {}
/// vectors_of::<AvxVnni>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AvxVnni(());

impl Quads for AvxVnni {
    type Arch = Avx2;
    const FAST_PAIRS: bool = false;
    const FAST_SIGNED: bool = false;

    #[inline(always)]
    unsafe fn assume_quads() -> Self {
        AvxVnni(())
    }

    #[inline(always)]
    fn arch(self) -> Avx2 {
        Avx2(())
    }

    #[inline(always)]
    fn dot(self, acc: Avx2I32, a: Avx2I32, b: Avx2I32) -> Avx2I32 {
        Avx2I32(proven!(_mm256_dpbusd_avx_epi32(acc.0, a.0, b.0)))
    }
}
