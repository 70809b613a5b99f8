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
//! A product whose outputs lie along the stored rows of the matrix, `x * w` or `w.t() * x`,
//! would need as many sums for each of its outputs. It takes the rows one after the other
//! instead, for all outputs side by side, in [`column_chains`] chains:
//!
//! 1. row `k` is taken in ascending order by chain `k % chains`, with a fused multiply-add,
//!    from +0; nothing is filled up;
//! 2. the chains are halved as above.
//!
//! Which of both it is follows from the operands' types: `t()` gives a type of its own, and
//! `transpose(w)` a matrix like any other.
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

/// Chains of each element of a product `x * w` of `outputs` elements of `size` bytes.
///
/// A row of `w` is a few vectors to load, with a multiply-add for each into the sums of its
/// chain, which then are not ready for 4 cycles. At two loads and multiply-adds per cycle,
/// one chain is enough beyond eight vectors of 64 bytes, 4 vectors need two chains, and 2
/// vectors four. Measured on Zen 5 for 8 to 256 columns of f32 and 12 to 256 rows, on AVX-512
/// and AVX2:
///
/// - up to 128 bytes four chains take 0.64 to 1 of the time of two on AVX-512, and 0.55 to 1.04
///   on AVX2. Eight gain a quarter where 8 columns have 256 rows, and lose as much with 16 to
///   32 columns on AVX2, whose registers they fill;
/// - up to 512 bytes two chains take 0.67 to 0.95 of the time of one on AVX-512, and 0.8 to
///   1.02 on AVX2, where one chain comes in wider blocks. Four gain a tenth at 48 columns and
///   nothing from 64 on;
/// - beyond, 16 registers of AVX-512 are one block of one chain, which reads `w` in the order
///   of memory: from the second-level cache that takes 0.7 of the time of narrower ones.
///
/// ```
/// use kernels_plan::order::column_chains;
/// assert_eq!([10, 32, 33, 128, 129].map(|outputs| column_chains(outputs, 4)), [4, 4, 2, 2, 1]);
/// ```
pub const fn column_chains(outputs: usize, size: usize) -> usize {
    match outputs * size {
        0..=128 => 4,
        129..=512 => 2,
        _ => 1,
    }
}
