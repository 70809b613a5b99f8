//! The planner's blocks fit the registers at every level, element and size.

use kernels_plan::cache_block::{Operands, operands};
use kernels_plan::caches::Caches;
use kernels_plan::column_block::{column_block, joined, strip};
use kernels_plan::end_to_end::is_end_to_end;
use kernels_plan::graph::Elem;
use kernels_plan::isa::{self, LEVELS};
use kernels_plan::matrix_block::{Problem, Tile, fits, matrix_tiles};
use kernels_plan::narrow::{SideBySide, side_by_side};
use kernels_plan::one_column::{PART, one_column};
use kernels_plan::order;
use kernels_plan::row_block::row_block;

fn sizes() -> impl Iterator<Item = Option<usize>> {
    (1..=130).chain([255, 256, 257, 1000, 2048]).map(Some).chain([None])
}

#[test]
fn matrix_tiles_fit_and_keep_both_multipliers_busy() {
    for isa in LEVELS {
        for elem in [Elem::F32, Elem::F64] {
            let lanes = isa.lanes(elem);
            for rows in sizes() {
                for cols in [Some(1), Some(3), Some(8), Some(33), Some(64), None] {
                    let problem = Problem { rows, cols, ..Problem::cube(elem, 64) };
                    let tile = matrix_tiles(isa, &problem).wide;
                    assert!(fits(tile, isa.registers), "{} {problem:?} {tile:?}", isa.name);
                    // Eight chains hide a latency of four cycles at two per cycle.
                    let wide = rows.is_none_or(|n| n >= 32) && cols.is_none_or(|n| n >= 4 * lanes);
                    assert!(!wide || tile.mr * tile.nv >= 8, "{} {problem:?} {tile:?}", isa.name);
                }
            }
        }
    }
}

#[test]
fn a_mask_takes_one_of_sixteen_registers() {
    for (cols, lanes) in [(30, 8), (31, 8), (20, 8), (15, 4)] {
        let elem = if lanes == 8 { Elem::F32 } else { Elem::F64 };
        let problem = Problem { cols: Some(cols), ..Problem::cube(elem, 30) };
        let tile = matrix_tiles(isa::find("avx2").unwrap(), &problem).wide;
        let is_masked = cols < tile.nv * lanes;
        assert!(!is_masked || fits(tile, 15), "{cols} columns: {tile:?}");
    }
}

#[test]
fn shallow_products_take_rows_that_hold_the_right_operand() {
    let tile = |level, rows, depth, b_transposed| {
        let (rows, depth) = (Some(rows), Some(depth));
        let problem = Problem { rows, depth, b_transposed, ..Problem::cube(Elem::F32, 64) };
        matrix_tiles(isa::find(level).unwrap(), &problem).wide
    };
    assert_eq!(tile("avx2", 64, 2, false), Tile { mr: 1, nv: 4 });
    assert_eq!(tile("avx512", 64, 6, false), Tile { mr: 1, nv: 4 });
    // Too few rows, no room for more steps, a panel of packed columns.
    for tile in [tile("avx2", 3, 2, false), tile("avx2", 64, 4, false), tile("avx2", 64, 2, true)] {
        assert!(tile.mr > 1, "{tile:?}");
    }
}

#[test]
fn rows_end_to_end_need_neighbours_within_a_shuffle() {
    let mut found = 0;
    for isa in LEVELS {
        for elem in [Elem::F32, Elem::F64] {
            let lanes = isa.lanes(elem);
            for (cols, depth, turned) in
                (1..20).flat_map(|n| (1..9).flat_map(move |k| [false, true].map(|turned| (n, k, turned))))
            {
                let problem = Problem {
                    rows: Some(100),
                    depth: Some(depth),
                    a_transposed: turned,
                    ..Problem::cube(elem, cols)
                };
                if !is_end_to_end(isa, &problem) {
                    continue;
                }
                found += 1;
                assert!(isa.registers > 16 || lanes * elem.size() == 32, "{}", isa.name);
                // Each vector of three rounds, by the elements that it takes.
                for first in (0..3 * cols).map(|v| v * lanes) {
                    let rows = (first + lanes - 1) / cols - first / cols;
                    let step = if turned { rows } else { rows * depth };
                    let all = if turned { rows } else { rows * depth + depth - 1 };
                    let two = isa.registers > 16 && all < 2 * lanes;
                    assert!(step < lanes || two, "{} {cols}x{depth}", isa.name);
                }
            }
        }
    }
    assert!(found > 50, "{found}");
}

#[test]
fn rows_side_by_side_fill_parts_of_a_vector() {
    for isa in LEVELS {
        for elem in [Elem::F32, Elem::F64] {
            for (rows, cols) in (1..=40).flat_map(|rows| (1..=20).map(move |cols| (rows, cols))) {
                let problem = Problem { rows: Some(rows), cols: Some(cols), ..Problem::cube(elem, 5) };
                let Some(SideBySide { part, vectors }) = side_by_side(isa, &problem) else { continue };
                assert!((cols..=isa.lanes(elem) / 2).contains(&part), "{} {problem:?}", isa.name);
                assert!(part.is_power_of_two() && part * elem.size() >= 16, "{} {problem:?}", isa.name);
                assert!(vectors >= 1 && 2 * vectors + 4 <= isa.registers, "{} {problem:?}", isa.name);
            }
        }
    }
}

#[test]
fn packed_blocks_are_whole_tiles_and_fit_the_stack() {
    for isa in LEVELS {
        for (elem, a_transposed, b_transposed, holds_sums) in [
            (Elem::F32, false, false, true),
            (Elem::F64, true, true, true),
            (Elem::F32, false, true, false),
            (Elem::F64, true, false, false),
        ] {
            for (m, n, k) in
                [(1024, 1024, 1024), (1, 5000, 700), (3000, 1, 999), (257, 131, 4096), (17, 19, 100_000)]
            {
                let (rows, cols, depth) = (Some(m), Some(n), Some(k));
                let caches = Caches::usual(isa);
                let problem = Problem {
                    elem,
                    rows,
                    cols,
                    depth,
                    a_transposed,
                    b_transposed,
                    holds_sums,
                    last: None,
                    caches,
                };
                let tile = matrix_tiles(isa, &problem).wide;
                let Operands::Packed(block) = operands(tile, isa.lanes(elem), &problem) else {
                    panic!("{m} by {n} by {k} outgrows the caches");
                };
                assert!(
                    block.cols.is_multiple_of(tile.nv * isa.lanes(elem)),
                    "{problem:?} {tile:?} {block:?}"
                );
                let sums = if block.sums_aside { block.rows + tile.mr * tile.mr } else { 0 };
                let left = block.left_tiles.unwrap_or(0) * tile.mr;
                let elements = block.depth * (block.cols + left) + sums * block.cols;
                assert!(elements * elem.size() < 1 << 20, "{problem:?} {tile:?} {block:?}");
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
                    for streamed in [false, true] {
                        let block = row_block(isa, lanes, order_lanes, n, depth, streamed);
                        assert!((1..=lanes).contains(&block.rows) && (1..=block.rows).contains(&block.tail));
                        assert!((order_lanes / lanes).is_multiple_of(block.per_pass) && block.unroll >= 1);
                        assert!(block.accumulators() <= isa.registers / 2, "{block:?}");
                        let chains = order::column_chains(n.unwrap_or(1), size);
                        let block = column_block(isa, lanes, n, chains, streamed);
                        assert!(block.nv >= 1 && block.rows.is_multiple_of(chains), "{block:?}");
                        assert!(block.accumulators() + 3 < isa.registers, "{block:?}");
                        if let Some(vectors) = joined(isa, lanes, n, depth, chains) {
                            let cols = n.expect("rows of unknown length are not joined");
                            assert!((1..chains * cols.div_ceil(lanes)).contains(&vectors), "{cols}");
                            assert!(vectors * lanes >= chains * cols && vectors + chains < isa.registers);
                        }
                        if let Some((vectors, held)) = strip(isa, lanes, n, chains, streamed) {
                            assert!(held >= block.nv && (held + 1..=32).contains(&vectors), "{block:?}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn one_column_has_whole_parts_and_registers_for_them() {
    let mut found = 0;
    for isa in LEVELS {
        for elem in [Elem::F32, Elem::F64] {
            let (lanes, part) = (isa.lanes(elem), PART / elem.size());
            for (rows, depth) in (1..=100).flat_map(|rows| (1..=50).map(move |depth| (rows, depth))) {
                for a_transposed in [false, true] {
                    let problem = Problem {
                        rows: Some(rows),
                        cols: Some(1),
                        depth: Some(depth),
                        a_transposed,
                        ..Problem::cube(elem, 1)
                    };
                    let Some(block) = one_column(isa, &problem) else { continue };
                    found += 1;
                    assert!([part, 2 * part].contains(&block.part) && block.part <= lanes, "{block:?}");
                    assert!(block.vectors >= 1 && (block.vectors - 1) * lanes < rows, "{block:?}");
                    // Sums, the rows of a part, and an element of the column.
                    assert!(block.vectors + block.part < isa.registers, "{block:?}");
                }
            }
        }
    }
    assert!(found > 10_000, "{found}");
}
