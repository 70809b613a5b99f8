//! Every candidate of a grid of kernels is another plan, is found by its text, and fits.

use std::collections::BTreeSet;

use kernels_plan::cache_block::Operands;
use kernels_plan::caches::Caches;
use kernels_plan::graph::{Binary, Dim, Elem, Function, Graph, Id, Op, Output, Reduction, Shape, Unary};
use kernels_plan::isa::{self, Isa, LEVELS};
use kernels_plan::matrix_block::{Tile, fits};
use kernels_plan::narrow::SideBySide;
use kernels_plan::one_column::OneColumn;
use kernels_plan::plan::{Block, Plan};
use kernels_plan::quad_block::QuadBlock;
use kernels_plan::simplify::fuse;
use kernels_plan::style::Unroll;

fn dims(sizes: &[usize]) -> Shape {
    match *sizes {
        [n] => Shape::Vector(Dim::Const(n)),
        [r, c] => Shape::Matrix(Dim::Const(r), Dim::Const(c)),
        _ => unreachable!("a vector or a matrix"),
    }
}

/// A graph of one result.
fn graph(elem: Elem, build: impl FnOnce(&mut Graph) -> Id) -> Graph {
    let mut graph = Graph::new(elem);
    let result = build(&mut graph);
    graph.outputs.push((Output::Return(0), result));
    graph
}

/// The product of parameters of these types, shapes and ways to read them.
/// An operand: its type, its extents, and whether it enters transposed.
type Factor<'a> = (Elem, &'a [usize], bool);

fn product(a: Factor, b: Factor, relu: bool) -> Graph {
    let elem = if a.0 == Elem::F64 { Elem::F64 } else { Elem::F32 };
    graph(elem, |graph| {
        let [a, b] = [(0, a), (1, b)].map(|(number, (elem, sizes, transposed))| {
            let id = graph.input_of(elem, number, dims(sizes));
            if transposed { graph.push(Op::Transposed(id)).unwrap() } else { id }
        });
        let y = graph.push(Op::Product(a, b)).unwrap();
        if relu { graph.push(Op::Unary(Unary::Relu, y)).unwrap() } else { y }
    })
}

/// Kernels of all forms and of odd sizes, with names.
fn kernels() -> Vec<(String, Graph)> {
    let mut all = vec![];
    for elem in [Elem::F32, Elem::F64] {
        for (r, c) in [(1, 1), (3, 5), (7, 16), (10, 64), (33, 129), (64, 64), (128, 64), (257, 300)] {
            let extents = [r, c];
            let w = |transposed| (elem, extents.as_slice(), transposed);
            all.push((format!("{elem:?} {r}x{c} rows"), product(w(false), (elem, &[c], false), true)));
            all.push((format!("{elem:?} {r}x{c} columns"), product((elem, &[r], false), w(false), true)));
            let transposed = product(w(true), (elem, &[r], false), false);
            all.push((format!("{elem:?} {r}x{c} columns, transposed"), transposed));
        }
        for (m, n, k) in [
            (1, 1, 1),
            (3, 3, 3),
            (4, 4, 4),
            (5, 17, 9),
            (8, 8, 8),
            (7, 33, 13),
            (32, 32, 32),
            (64, 100, 64),
            (300, 257, 129),
            (1024, 1024, 1024),
        ] {
            let name = format!("{elem:?} {m}x{n}x{k}");
            all.push((name.clone(), product((elem, &[m, k], false), (elem, &[k, n], false), false)));
            all.push((
                format!("{name} both transposed"),
                product((elem, &[k, m], true), (elem, &[n, k], true), true),
            ));
        }
    }
    for (r, c) in [(1_usize, 3_usize), (10, 64), (72, 100), (256, 513)] {
        for signed in [Elem::U8, Elem::I8, Elem::U7] {
            let name = format!("{signed:?} {r}x{c}");
            let (w, x): (Factor, Factor) = ((Elem::I8, &[r, c], false), (signed, &[c], false));
            all.push((format!("{name} rows"), product(w, x, true)));
            let mut packed = product(w, x, true);
            packed.packed.push(0);
            all.push((format!("{name} packed"), packed));
            let left: Factor = (signed, &[r], false);
            all.push((format!("{name} columns"), product(left, w, false)));
            for batch in [2_usize, 9, 32] {
                let left: Factor = (signed, &[batch, r], false);
                all.push((format!("{name} batch {batch}"), product(left, w, false)));
            }
        }
    }
    for (r, c) in [(10, 64), (33, 129), (128, 64)] {
        let (w, x): (Factor, Factor) = ((Elem::Bf16, &[r, c], false), (Elem::F32, &[c], false));
        all.push((format!("bf16 {r}x{c}"), product(w, x, true)));
    }
    all.extend(others());
    all
}

/// Kernels without products, with several, and of any size.
fn others() -> Vec<(String, Graph)> {
    let any = |name: &str| Dim::Param(name.into());
    let map = |sizes: &[usize]| {
        graph(Elem::F32, |graph| {
            let x = graph.input(0, dims(sizes));
            graph.push(Op::Apply(Function::Named("exp"), vec![x])).unwrap()
        })
    };
    let mut all = vec![
        ("map 3".into(), map(&[3])),
        ("map 16".into(), map(&[16])),
        ("map 37".into(), map(&[37])),
        ("map 9x21".into(), map(&[9, 21])),
    ];
    all.push((
        "softmax of three layers".into(),
        graph(Elem::F32, |graph| {
            let mut h = graph.input(0, dims(&[64]));
            for (number, (r, c)) in [(128, 64), (64, 128), (10, 64)].into_iter().enumerate() {
                let w = graph.input(1 + number, dims(&[r, c]));
                let y = graph.push(Op::Product(w, h)).unwrap();
                h = graph.push(Op::Unary(Unary::Relu, y)).unwrap();
            }
            graph.push(Op::Softmax(h)).unwrap()
        }),
    ));
    all.push((
        "rows reduced beside a row".into(),
        graph(Elem::F64, |graph| {
            let (m, v) = (graph.input(0, dims(&[20, 37])), graph.input(1, dims(&[37])));
            let sum = graph.push(Op::Binary(Binary::Add, m, v)).unwrap();
            graph.push(Op::ReduceRows(Reduction::Max, sum)).unwrap()
        }),
    ));
    all.push((
        "any rows".into(),
        graph(Elem::F32, |graph| {
            let w = graph.input(0, Shape::Matrix(any("R"), any("C")));
            let x = graph.input(1, Shape::Vector(any("C")));
            graph.push(Op::Product(w, x)).unwrap()
        }),
    ));
    all.push((
        "any columns".into(),
        graph(Elem::F32, |graph| {
            let w = graph.input(0, Shape::Matrix(any("R"), any("C")));
            let x = graph.input(1, Shape::Vector(any("R")));
            graph.push(Op::Product(x, w)).unwrap()
        }),
    ));
    for elem in [Elem::F32, Elem::I8] {
        all.push((
            format!("any {elem:?} matrices"),
            graph(Elem::F32, |graph| {
                let left = if elem == Elem::I8 { Elem::U8 } else { elem };
                let a = graph.input_of(left, 0, Shape::Matrix(any("M"), any("K")));
                let b = graph.input_of(elem, 1, Shape::Matrix(any("K"), any("N")));
                graph.push(Op::Product(a, b)).unwrap()
            }),
        ));
    }
    all
}

/// `check` for every kernel at every level.
fn every_plan(mut check: impl FnMut(&str, &Plan)) {
    for (name, graph) in kernels() {
        let fused = fuse(&graph);
        let own = |isa: &&Isa| isa.is_base() || graph.has_integers();
        for isa in LEVELS.iter().filter(own) {
            check(&format!("{name} at {}", isa.name), &Plan::new(&graph, &fused, isa));
        }
    }
}

#[test]
fn candidates_differ_and_are_found_by_their_texts() {
    let mut most = 0;
    every_plan(|name, plan| {
        let candidates = plan.candidates();
        let mut texts: Vec<String> = candidates.iter().map(Plan::describe).collect();
        assert_eq!(texts[0], plan.describe(), "{name}");
        for (candidate, text) in candidates.iter().zip(&texts) {
            let found = plan.find(text).unwrap_or_else(|| panic!("{name}: {text}"));
            assert_eq!((&found.blocks, found.style), (&candidate.blocks, candidate.style), "{name}: {text}");
            assert!(!text.contains(['|', '\t', '"', '\n', '\'', '\\']), "{name}: {text}");
        }
        most = most.max(texts.len());
        texts.sort();
        texts.dedup();
        assert_eq!(texts.len(), candidates.len(), "{name}");
    });
    assert!((20..=200).contains(&most), "{most}");
}

#[test]
fn a_winner_is_refined_step_by_step_and_found() {
    every_plan(|name, plan| {
        let mut winner = plan.clone();
        for round in 0..4 {
            let candidates = winner.candidates();
            winner = candidates[(7 * round + 3) % candidates.len()].clone();
            let found =
                plan.find(&winner.describe()).unwrap_or_else(|| panic!("{name}: {}", winner.describe()));
            assert_eq!((&found.blocks, found.style), (&winner.blocks, winner.style), "{name}");
            assert!(winner.candidates().iter().any(|other| other.describe() == plan.describe()), "{name}");
        }
    });
}

/// Whether a block keeps its sums in registers.
fn fits_registers(plan: &Plan, block: Block) -> bool {
    let registers = plan.isa.registers;
    match block {
        Block::Fixed | Block::ShortRows | Block::EndToEnd => true,
        Block::Rows(block) if block.held > 0 => {
            block.held + block.rows * plan.registers_per_chain() < registers
        }
        Block::Rows(block) => block.accumulators() <= registers / 2,
        Block::Columns(block) => block.accumulators() + 3 < registers,
        Block::Strips { chains, held, .. } => chains * held + 3 < registers,
        Block::Joined { chains, vectors } => vectors + chains + 2 <= registers,
        Block::Matrix { tiles, .. } => {
            let narrow = Tile { mr: tiles.narrow_rows, nv: tiles.wide.nv - 1 };
            fits(tiles.wide, registers) && (narrow.nv == 0 || fits(narrow, registers))
        }
        Block::OneColumn(OneColumn { part, vectors }) => part + vectors + 2 <= registers,
        Block::SideBySide { rows: SideBySide { vectors, .. }, .. } => 2 * vectors + 4 <= registers,
        Block::ByteRows(group) => plan.lanes() + group < registers,
        Block::Quads(QuadBlock { mr, nv, chains, .. }) => mr * nv * chains + nv + 1 < registers,
    }
}

#[test]
fn candidates_fit_the_registers() {
    every_plan(|name, plan| {
        for candidate in plan.candidates() {
            for (&block, &own) in candidate.blocks.iter().zip(&plan.blocks) {
                // Rows in order may have a vector that fills the registers: sums wait in memory.
                assert!(block == own || fits_registers(plan, block), "{name}: {block:?}");
            }
        }
    });
}

#[test]
fn packed_candidates_have_room_on_the_stack() {
    let megabytes = Caches { first: 48 << 10, second: 8 << 20 };
    for (name, graph) in kernels() {
        let (fused, avx512) = (fuse(&graph), isa::find("avx512").unwrap());
        for candidate in Plan::for_caches(&graph, &fused, avx512, megabytes).candidates() {
            for block in &candidate.blocks {
                let Block::Matrix { tiles, operands: Operands::Packed(block) } = block else { continue };
                let Tile { mr, nv } = tiles.wide;
                assert!(block.cols.is_multiple_of(nv * candidate.lanes()), "{name}: {block:?}");
                let sums = if block.sums_aside { block.rows + mr * mr } else { 0 };
                let left = block.left_tiles.unwrap_or(0) * mr;
                let elements = block.depth * (block.cols + left) + sums * block.cols;
                assert!(elements * graph.elem.size() < 1 << 20, "{name}: {block:?}");
            }
        }
    }
}

#[test]
fn a_plan_for_other_caches_is_found_where_its_blocks_are_the_same() {
    let graph = product((Elem::F32, &[300, 257], false), (Elem::F32, &[257, 129], false), false);
    let (fused, avx2) = (fuse(&graph), isa::find("avx2").unwrap());
    let megabyte = Caches { first: 48 << 10, second: 1 << 20 };
    let (usual, large) = (Plan::new(&graph, &fused, avx2), Plan::for_caches(&graph, &fused, avx2, megabyte));
    for candidate in usual.candidates() {
        let text = candidate.describe();
        assert!(large.find(&text).is_some_and(|found| found.describe() == text), "{text}");
    }
}

#[test]
fn a_shortlist_keeps_to_its_budget_and_is_spread() {
    every_plan(|name, plan| {
        let all: Vec<String> = plan.candidates().iter().map(Plan::describe).collect();
        for (budget, most) in [(0, 8), (8 << 10, 0), (8 << 10, 4), (64 << 10, 8), (usize::MAX, usize::MAX)] {
            let few = plan.shortlist(budget, most);
            assert_eq!(few[0].describe(), plan.describe(), "{name}");
            assert!(few.len() <= most.max(1), "{name}");
            assert!(few.len() == 1 || few.iter().map(Plan::code_bytes).sum::<usize>() <= budget, "{name}");
            assert!(few.iter().all(|plan| all.contains(&plan.describe())), "{name}");
            assert!(
                budget < 64 << 10 || few.len() >= most.min(all.len() - 1).min(4),
                "{name}: {}",
                few.len()
            );
        }
    });
    let graph = product((Elem::F32, &[96, 100], false), (Elem::F32, &[100, 90], false), false);
    let fused = fuse(&graph);
    let texts: Vec<String> = Plan::new(&graph, &fused, isa::find("avx2").unwrap())
        .shortlist(64 << 10, 8)
        .iter()
        .map(Plan::describe)
        .collect();
    let width =
        |text: &String| text.split(" by ").nth(1).map(|rest| rest.split(' ').next().unwrap().to_string());
    let widths: BTreeSet<_> = texts.iter().map(width).collect();
    assert!(widths.len() >= 3, "{texts:?}");
    assert!(texts.iter().any(|text| text.ends_with("; rolled")), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("packed")), "{texts:?}");
}

#[test]
fn a_small_plan_has_the_least_code() {
    every_plan(|name, plan| {
        let small = plan.small();
        assert!(plan.find(&small.describe()).is_some(), "{name}: {}", small.describe());
        for candidate in plan.candidates() {
            let (least, other) = (small.code_bytes(), candidate.code_bytes());
            assert!(least <= other, "{name}: {} {least}, {} {other}", small.describe(), candidate.describe());
        }
    });
}

#[test]
fn broken_texts_are_not_found() {
    let graph = product((Elem::F32, &[64, 64], false), (Elem::F32, &[64], false), false);
    let fused = fuse(&graph);
    let plan = Plan::new(&graph, &fused, isa::find("avx2").unwrap());
    let own = plan.describe();
    for text in [
        "",
        ";",
        "; ",
        "rolled",
        "scalar",
        "9 rows at once",
        "rows in order; ",
        "rows in order; rolled; rolled",
    ] {
        assert!(plan.find(text).is_none(), "{text}");
    }
    for text in
        [format!("{own} "), format!("{own}; masked tails"), format!("scalar; {own}"), own.to_uppercase()]
    {
        assert!(plan.find(&text).is_none(), "{text}");
    }
    assert!(plan.find(&format!("{own}; rolled")).is_some_and(|found| found.style.unroll == Unroll::Rolled));
}
