//! The sizes of products: those around whole and half vectors, and around whole blocks of
//! them, from 1 to 67. Squares, and combinations that were drawn once.

/// A check for each of 48 pairs of rows and columns.
macro_rules! pairs_of_sizes {
    ($check:ident) => {
        sizes!($check [
            (1 1) (2 2) (3 3) (4 4) (5 5) (7 7) (8 8) (9 9) (13 13) (15 15) (16 16) (17 17) (31 31)
            (32 32) (33 33) (64 64) (67 67) (5 13) (13 4) (5 15) (3 64) (2 67) (2 64) (64 31) (67 4)
            (67 32) (7 33) (33 67) (64 5) (7 8) (8 15) (4 8) (33 31) (33 3) (15 4) (15 8) (67 15) (32 64)
            (4 17) (67 9) (7 17) (15 5) (1 16) (31 5) (15 67) (5 67) (3 7) (2 4)
        ])
    };
}

/// A check for each of 12 of the pairs, for what is built like [`pairs_of_sizes!`]' cases.
macro_rules! some_pairs {
    ($check:ident) => {
        sizes!($check [
            (5 13) (13 4) (5 15) (3 64) (2 67) (2 64) (64 31) (67 4) (67 32) (7 33) (33 67) (64 5)
        ])
    };
}

/// A check for each of 24 triples: rows and columns of the result, and the inner size.
macro_rules! some_triples {
    ($check:ident) => {
        sizes!($check [
            (5 13 4) (16 7 1) (32 32 3) (4 5 16) (64 33 32) (8 8 16) (16 16 32) (3 67 64) (31 3 8)
            (9 2 8) (4 3 8) (13 15 15) (13 7 4) (1 13 9) (9 9 2) (1 15 13) (5 16 33) (5 13 32) (7 7 31)
            (4 5 32) (17 9 4) (2 67 8) (32 7 7) (3 4 15)
        ])
    };
}

/// A check for each of 8 of the triples.
macro_rules! few_triples {
    ($check:ident) => {
        sizes!($check [
            (5 13 4) (16 7 1) (32 32 3) (4 5 16) (64 33 32) (3 67 64) (17 15 33) (1 16 31)
        ])
    };
}

/// A check for each pair that [`specialized_pairs!`] specializes.
macro_rules! listed_pairs {
    ($check:ident) => {
        sizes!($check [
            (1 1) (3 7) (9 15) (16 16) (4 33) (33 3) (15 16) (67 67) (13 8)
            (7 2)
        ])
    };
}

/// Hands a macro the name, element type and attribute arguments of specialized kernels.
macro_rules! specialized_pairs {
    ($kernels:ident $module:ident $T:ident) => {
        $kernels!($module $T [listed_pairs listed_pairs] [only, specialize = [
            (R = 1, C = 1), (R = 3, C = 7), (R = 9, C = 15), (R = 16, C = 16), (R = 4, C = 33),
            (R = 33, C = 3), (R = 15, C = 16), (R = 67, C = 67), (R = 13, C = 8), (R = 7, C = 2),
        ]]);
    };
}

/// A check for each triple that [`specialized_triples!`] specializes: sizes that the planner
/// knows, with tiles of one and of two heights and widths, overlapping and masked ends.
macro_rules! listed_triples {
    ($check:ident) => {
        sizes!($check [
            (4 5 16) (16 16 32) (17 15 33) (1 16 31) (3 3 3) (8 8 8) (5 17 9) (7 33 13) (33 9 31)
            (13 2 40) (20 67 5)
        ])
    };
}

/// A check for a few of them.
macro_rules! few_listed_triples {
    ($check:ident) => {
        sizes!($check [(4 5 16) (16 16 32) (17 15 33) (7 33 13)])
    };
}

/// Hands a macro the name, element type and attribute arguments of specialized kernels.
macro_rules! specialized_triples {
    ($kernels:ident $module:ident $T:ident) => {
        $kernels!($module $T [listed_triples few_listed_triples listed_triples] [only, specialize = [
            (R = 4, C = 5, K = 16), (R = 16, C = 16, K = 32), (R = 17, C = 15, K = 33),
            (R = 1, C = 16, K = 31), (R = 3, C = 3, K = 3), (R = 8, C = 8, K = 8), (R = 5, C = 17, K = 9),
            (R = 7, C = 33, K = 13), (R = 33, C = 9, K = 31), (R = 13, C = 2, K = 40), (R = 20, C = 67, K = 5),
        ]]);
    };
}

pub(crate) use {
    few_listed_triples, few_triples, listed_pairs, listed_triples, pairs_of_sizes, some_pairs, some_triples,
    specialized_pairs, specialized_triples,
};
