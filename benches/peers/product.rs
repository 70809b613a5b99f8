//! A product as peers see it.

/// `c = op(a) op(b)`, all three row-major: `op(a)` is m × k, `op(b)` k × n.
#[derive(Clone, Copy)]
pub struct Product {
    pub m: usize,
    pub n: usize,
    pub k: usize,
    /// `a` is stored as k × m, and its transpose is multiplied.
    pub a_transposed: bool,
    /// `b` is stored as n × k.
    pub b_transposed: bool,
}

/// Steps from an element to the one below, and to the one on the right.
#[derive(Clone, Copy)]
pub struct Strides {
    pub rows: isize,
    pub columns: isize,
}

impl Strides {
    /// Of a row-major matrix of so many columns, or of its transpose.
    fn new(columns: usize, transposed: bool) -> Self {
        let columns = columns as isize;
        match transposed {
            false => Strides { rows: columns, columns: 1 },
            true => Strides { rows: 1, columns },
        }
    }

    /// Of the transpose.
    pub fn flipped(self) -> Self {
        Strides { rows: self.columns, columns: self.rows }
    }
}

impl Product {
    /// Columns of `a` as it is stored.
    pub fn a_columns(self) -> usize {
        if self.a_transposed { self.m } else { self.k }
    }

    /// Columns of `b` as it is stored.
    pub fn b_columns(self) -> usize {
        if self.b_transposed { self.k } else { self.n }
    }

    /// Of `op(a)`, `op(b)` and `c`.
    pub fn strides(self) -> [Strides; 3] {
        [
            Strides::new(self.a_columns(), self.a_transposed),
            Strides::new(self.b_columns(), self.b_transposed),
            Strides::new(self.n, false),
        ]
    }

    /// For peers that were written for columns: sizes m, n and k and the strides of the
    /// transposed problem, cᵗ = bᵗ aᵗ, so that `b` comes first. A column stays one.
    pub fn by_columns(self) -> ByColumns {
        let Product { m, n, k, .. } = self;
        let [a, b, c] = self.strides();
        match n {
            1 => ByColumns { m, n, k, a, b, c, swapped: false },
            _ => ByColumns { m: n, n: m, k, a: b.flipped(), b: a.flipped(), c: c.flipped(), swapped: true },
        }
    }

    /// As in `16x16x16`, m × n × k.
    pub fn name(self) -> String {
        let t = |transposed| if transposed { "t" } else { "" };
        let Product { m, n, k, a_transposed, b_transposed } = self;
        let form = match (a_transposed, b_transposed) {
            (false, false) => String::new(),
            (a, b) => format!(" a{}*b{}", t(a), t(b)),
        };
        format!("{m}x{n}x{k}{form}")
    }
}

/// A product in which `c` has columns.
#[derive(Clone, Copy)]
pub struct ByColumns {
    pub m: usize,
    pub n: usize,
    pub k: usize,
    pub a: Strides,
    pub b: Strides,
    pub c: Strides,
    swapped: bool,
}

impl ByColumns {
    /// The two inputs in their order here.
    #[inline(always)]
    pub fn inputs<T>(self, a: *const T, b: *const T) -> [*const T; 2] {
        if self.swapped { [b, a] } else { [a, b] }
    }
}
