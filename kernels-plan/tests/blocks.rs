//! The planner's blocks fit the registers at every level, element and size.

use kernels_plan::isa::LEVELS;
use kernels_plan::order;
use kernels_plan::register_block::{Extents, column_block, fits, matrix_tile, row_block};

fn sizes() -> impl Iterator<Item = Option<usize>> {
    (1..=130).chain([255, 256, 257, 1000, 2048]).map(Some).chain([None])
}

#[test]
fn matrix_tiles_fit_and_keep_both_multipliers_busy() {
    for isa in LEVELS {
        for lanes in [isa.f32_lanes, isa.f64_lanes] {
            for rows in sizes() {
                for cols in [Some(1), Some(3), Some(8), Some(33), Some(64), None] {
                    let extents = Extents { rows, cols, depth: Some(64) };
                    let tile = matrix_tile(isa, lanes, extents);
                    assert!(fits(tile, isa.registers), "{} {extents:?} {tile:?}", isa.name);
                    // Eight chains hide a latency of four cycles at two per cycle.
                    let wide = rows.is_none_or(|n| n >= 32) && cols.is_none_or(|n| n >= 4 * lanes);
                    assert!(!wide || tile.mr * tile.nv >= 8, "{} {extents:?} {tile:?}", isa.name);
                }
            }
        }
    }
}

#[test]
fn vector_product_blocks_fit() {
    for isa in LEVELS {
        for (lanes, size) in [(isa.f32_lanes, 4), (isa.f64_lanes, 8)] {
            let order_lanes = order::lanes(size);
            for n in sizes() {
                for depth in sizes() {
                    let block = row_block(isa, lanes, order_lanes, n, depth);
                    assert!((1..=lanes).contains(&block.rows) && (1..=block.rows).contains(&block.tail));
                    assert!((order_lanes / lanes).is_multiple_of(block.per_pass) && block.unroll >= 1);
                    assert!(block.accumulators() <= isa.registers / 2, "{block:?}");
                }
                let (classes, nv) = column_block(isa, lanes, order_lanes, n);
                assert!(classes.is_power_of_two() && classes <= order_lanes, "{classes} classes");
                assert!(classes * nv + nv < isa.registers);
            }
        }
    }
}
