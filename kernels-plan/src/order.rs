//! The order of additions: what makes results the same bits on every level.
//!
//! A reduction to a scalar (`dot`, `sum`, `max`, a row of `w * x`) keeps a fixed number
//! of partial results, whatever the width of the registers that hold them:
//!
//! 1. element `i` belongs to chunk `i / lanes`, lane `i % lanes`; the last chunk is
//!    filled up with the operation's neutral element;
//! 2. chunk `c` is taken in ascending order by chain `c % chains`;
//! 3. the chains are halved until one is left: chain `c` takes chain `c + half`;
//! 4. the lanes likewise: lane `l` takes lane `l + half`.
//!
//! The reference functions, every level and every plan follow these steps.

/// Partial results per chain for an element of `size` bytes: 16 for f32, 8 for f64,
/// one register of the widest level.
///
/// ```
/// assert_eq!(kernels_plan::order::lanes(4), 16);
/// ```
pub const fn lanes(size: usize) -> usize {
    64 / size
}

/// Chains of a reduction over `len` elements of `size` bytes that stands alone (`dot`,
/// `sum`, `mean`, `max`, `min`).
///
/// Four chains hide the latency of a multiply-add, 4 cycles: a dot product is bound by its
/// two loads, one multiply-add per cycle, whether a chain is one register of AVX-512 or two
/// of AVX2. Eight chains were measured (Zen 5): no faster at any length in 512-bit
/// registers, slower below 4096 elements, and up to a quarter slower on AVX2, whose 16
/// registers they fill. Below two rounds of all four, combining them costs more than they
/// save. A row of a product has always one chain: its neighbours hide the latency.
///
/// ```
/// assert_eq!(kernels_plan::order::chains(127, 4), 1);
/// assert_eq!(kernels_plan::order::chains(128, 4), 4);
/// ```
pub const fn chains(len: usize, size: usize) -> usize {
    if len >= 8 * lanes(size) { 4 } else { 1 }
}
