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

/// A check for each of 97 triples: rows and columns of the result, and the inner size.
macro_rules! triples_of_sizes {
    ($check:ident) => {
        sizes!($check [
            (1 1 1) (2 2 2) (3 3 3) (4 4 4) (5 5 5) (7 7 7) (8 8 8) (9 9 9) (13 13 13) (15 15 15)
            (16 16 16) (17 17 17) (31 31 31) (32 32 32) (33 33 33) (64 64 64) (67 67 67) (5 13 4)
            (16 7 1) (32 32 3) (4 5 16) (64 33 32) (8 8 16) (16 16 32) (3 67 64) (31 3 8) (9 2 8) (4 3 8)
            (13 15 15) (13 7 4) (1 13 9) (9 9 2) (1 15 13) (5 16 33) (5 13 32) (7 7 31) (4 5 32) (17 9 4)
            (2 67 8) (32 7 7) (3 4 15) (1 16 31) (33 67 2) (7 4 33) (16 1 3) (4 3 16) (13 3 15) (2 1 8)
            (9 67 67) (1 7 1) (67 5 15) (5 32 13) (4 31 4) (8 9 8) (9 4 15) (5 31 5) (3 33 64) (1 7 8)
            (15 31 4) (15 8 17) (15 5 4) (1 13 2) (31 17 15) (31 33 4) (3 64 8) (1 67 3) (16 1 7)
            (13 15 4) (1 2 8) (8 31 3) (17 15 33) (2 5 31) (31 31 13) (1 33 3) (64 16 9) (8 15 33)
            (16 31 8) (2 17 5) (3 17 1) (4 64 9) (5 15 1) (5 17 17) (67 5 1) (9 32 67) (33 9 31)
            (31 15 67) (15 3 64) (13 17 5) (33 9 64) (5 17 16) (5 4 13) (17 31 8) (67 15 64) (7 5 5)
            (13 1 3) (7 16 13) (9 16 3)
        ])
    };
}

/// A check for each of 24 of the triples, for what has a product inside.
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
            (1 1) (3 7) (9 15) (16 16) (4 33) (33 3) (15 16) (67 67)
        ])
    };
}

/// Hands a macro the name, element type and attribute arguments of specialized kernels.
macro_rules! specialized_pairs {
    ($kernels:ident $module:ident $T:ident) => {
        $kernels!($module $T [listed_pairs listed_pairs] [only, specialize = [
            (R = 1, C = 1), (R = 3, C = 7), (R = 9, C = 15), (R = 16, C = 16), (R = 4, C = 33),
            (R = 33, C = 3), (R = 15, C = 16), (R = 67, C = 67),
        ]]);
    };
}

/// A check for each triple that [`specialized_triples!`] specializes.
macro_rules! listed_triples {
    ($check:ident) => {
        sizes!($check [
            (4 5 16) (16 16 32) (17 15 33) (1 16 31)
        ])
    };
}

/// Hands a macro the name, element type and attribute arguments of specialized kernels.
macro_rules! specialized_triples {
    ($kernels:ident $module:ident $T:ident) => {
        $kernels!($module $T [listed_triples listed_triples listed_triples] [only, specialize = [
            (R = 4, C = 5, K = 16), (R = 16, C = 16, K = 32), (R = 17, C = 15, K = 33),
            (R = 1, C = 16, K = 31),
        ]]);
    };
}

pub(crate) use {
    few_triples, listed_pairs, listed_triples, pairs_of_sizes, some_pairs, some_triples, specialized_pairs,
    specialized_triples, triples_of_sizes,
};
