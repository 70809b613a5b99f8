//! Four-way dot products on 512-bit vectors.

use core::arch::x86_64::*;

use super::Avx512;
use super::int::Avx512I32;
use crate::arch::Quads;

/// As at `Avx2`.
impl Quads for Avx512 {
    type Arch = Avx512;
    const FAST_PAIRS: bool = true;
    const FAST_SIGNED: bool = true;

    #[inline(always)]
    unsafe fn assume_quads() -> Self {
        Avx512(())
    }

    #[inline(always)]
    fn arch(self) -> Avx512 {
        self
    }

    #[inline(always)]
    fn dot(self, acc: Avx512I32, a: Avx512I32, b: Avx512I32) -> Avx512I32 {
        let (a_even, a_odd) =
            proven!((_mm512_and_si512(a.0, _mm512_set1_epi16(0xff)), _mm512_srli_epi16::<8>(a.0)));
        add_products(acc, [a_even, a_odd], widen(b))
    }

    #[inline(always)]
    fn dot_signed(self, acc: Avx512I32, a: Avx512I32, b: Avx512I32) -> Avx512I32 {
        add_products(acc, widen(a), widen(b))
    }

    #[inline(always)]
    fn dot_pairs(self, acc: Avx512I32, a: Avx512I32, b: Avx512I32) -> Avx512I32 {
        Avx512I32(proven!({
            let pairs = _mm512_maddubs_epi16(a.0, b.0);
            _mm512_add_epi32(acc.0, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)))
        }))
    }

    #[inline(always)]
    fn add_nibbles(self, sums: Avx512I32, a: Avx512I32, b: Avx512I32) -> Avx512I32 {
        Avx512I32(proven!(_mm512_add_epi16(sums.0, _mm512_maddubs_epi16(a.0, b.0))))
    }

    #[inline(always)]
    fn widen_nibbles(self, acc: Avx512I32, sums: Avx512I32, factor: i16) -> Avx512I32 {
        Avx512I32(proven!(_mm512_add_epi32(acc.0, _mm512_madd_epi16(sums.0, _mm512_set1_epi16(factor)))))
    }
}

/// Avx512I32he even and the odd ones of `i8`, as `i16`.
#[inline(always)]
fn widen(v: Avx512I32) -> [__m512i; 2] {
    proven!([_mm512_srai_epi16::<8>(_mm512_slli_epi16::<8>(v.0)), _mm512_srai_epi16::<8>(v.0)])
}

/// `acc` and the products of both halves of each quad.
#[inline(always)]
fn add_products(acc: Avx512I32, a: [__m512i; 2], b: [__m512i; 2]) -> Avx512I32 {
    Avx512I32(proven!({
        let (even, odd) = (_mm512_madd_epi16(a[0], b[0]), _mm512_madd_epi16(a[1], b[1]));
        _mm512_add_epi32(acc.0, _mm512_add_epi32(even, odd))
    }))
}

/// The level of AVX-512 F, BW, DQ, VL and VNNI.
///
/// ```
/// use kernels::arch::{Avx512, Avx512Vnni, Quads};
/// fn vectors_of<Q: Quads<Arch = Avx512>>() {}
/// vectors_of::<Avx512Vnni>();
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Avx512Vnni(());

impl Quads for Avx512Vnni {
    type Arch = Avx512;
    const FAST_PAIRS: bool = false;
    const FAST_SIGNED: bool = false;

    #[inline(always)]
    unsafe fn assume_quads() -> Self {
        Avx512Vnni(())
    }

    #[inline(always)]
    fn arch(self) -> Avx512 {
        Avx512(())
    }

    #[inline(always)]
    fn dot(self, acc: Avx512I32, a: Avx512I32, b: Avx512I32) -> Avx512I32 {
        Avx512I32(proven!(_mm512_dpbusd_epi32(acc.0, a.0, b.0)))
    }
}
