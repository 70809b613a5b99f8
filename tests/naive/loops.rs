//! Reductions and products.

use super::{Num, Precision, each};

/// The sum of `a[i] * b[i]`, in any order.
///
/// `k` terms pass through at most `k` additions of a chain and six of the tree that joins
/// lanes and chains, fused with the multiplication or not: `(k + 8) u` times the sum of
/// the terms' magnitudes, with 1 % for the higher orders (`k u` is below it by far).
pub fn dot<T: Precision>(a: &[Num<T>], b: &[Num<T>]) -> Num<T> {
    assert_eq!(a.len(), b.len());
    let mut terms = Vec::new();
    for i in 0..a.len() {
        let (a, b) = (a[i], b[i]);
        let finite = |x: Num<T>| x.is_known() && x.value.is_finite();
        let value = a.value * b.value;
        terms.push(if !finite(a) || !finite(b) {
            a * b
        } else if value.is_finite() {
            // Fused, the product is not rounded, and does not overflow.
            let error = a.value.abs() * b.error + b.magnitude() * a.error;
            Num { value, error, ..a }
        } else {
            Num::unknown()
        });
    }
    total(&terms)
}

/// The sum of the elements, in any order; its bound is that of [`dot`].
pub fn sum<T: Precision>(x: &[Num<T>]) -> Num<T> {
    total(x)
}

fn total<T: Precision>(terms: &[Num<T>]) -> Num<T> {
    let (mut value, mut error, mut magnitude, mut largest) = (0.0, 0.0, 0.0, 0.0_f64);
    let (mut infinite, mut unknown) = (0.0, false);
    for term in terms {
        if !term.is_known() {
            unknown = true;
        } else if term.value.is_nan() {
            return Num::exact(f64::NAN);
        } else if term.value.is_infinite() {
            infinite += term.value;
        } else {
            value += term.value;
            error += term.error;
            magnitude += term.magnitude();
            largest = largest.max(term.magnitude());
        }
    }
    if infinite.is_nan() && !unknown {
        // Infinities of both signs, whatever lies between them.
        return Num::exact(f64::NAN);
    }
    // A partial sum may pass the largest number, whatever the sum.
    if unknown || magnitude >= T::LARGEST {
        return Num::unknown();
    }
    if infinite != 0.0 {
        return Num::exact(infinite);
    }
    let roundings = terms.len() as f64 + 8.0;
    let error = error + 1.01 * roundings * (T::UNIT * magnitude + T::TINY);
    Num { value, error, elem: std::marker::PhantomData }.in_range()
}

/// The mean.
pub fn mean<T: Precision>(x: &[Num<T>]) -> Num<T> {
    sum(x) / Num::exact(x.len() as f64)
}

/// The largest.
pub fn max<T: Precision>(x: &[Num<T>]) -> Num<T> {
    let mut largest = Num::exact(f64::NEG_INFINITY);
    for &x in x {
        largest = largest.maximum(x);
    }
    largest
}

/// The smallest.
pub fn min<T: Precision>(x: &[Num<T>]) -> Num<T> {
    let mut smallest = Num::exact(f64::INFINITY);
    for &x in x {
        smallest = smallest.minimum(x);
    }
    smallest
}

/// The elements as shares of one.
pub fn softmax<T: Precision>(x: &[Num<T>]) -> Vec<Num<T>> {
    let largest = max(x);
    let powers = each(x, |x| (x - largest).exp());
    let total = sum(&powers);
    each(&powers, |power| power / total)
}

/// Rows of numbers.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: usize,
    cols: usize,
    cells: Vec<Num<T>>,
}

impl<T: Precision> Table<T> {
    /// From row-major cells.
    pub fn new(rows: usize, cols: usize, cells: Vec<Num<T>>) -> Self {
        assert_eq!(cells.len(), rows * cols);
        Table { rows, cols, cells }
    }

    /// The cells, row by row.
    pub fn cells(&self) -> &[Num<T>] {
        &self.cells
    }

    /// One row.
    pub fn row(&self, i: usize) -> Vec<Num<T>> {
        self.cells[i * self.cols..(i + 1) * self.cols].to_vec()
    }

    /// One column.
    pub fn col(&self, j: usize) -> Vec<Num<T>> {
        let mut col = Vec::new();
        for i in 0..self.rows {
            col.push(self.cells[i * self.cols + j]);
        }
        col
    }

    /// Columns as rows.
    pub fn transposed(&self) -> Self {
        let mut cells = Vec::new();
        for j in 0..self.cols {
            cells.extend(self.col(j));
        }
        Table::new(self.cols, self.rows, cells)
    }

    /// `f` of each row, row and number.
    pub fn each_row(&self, f: impl Fn(usize, &[Num<T>]) -> Vec<Num<T>>) -> Self {
        let mut cells = Vec::new();
        for i in 0..self.rows {
            cells.extend(f(i, &self.row(i)));
        }
        Table::new(self.rows, self.cols, cells)
    }

    /// Each row's product with `x`.
    pub fn times(&self, x: &[Num<T>]) -> Vec<Num<T>> {
        let mut y = Vec::new();
        for i in 0..self.rows {
            y.push(dot(&self.row(i), x));
        }
        y
    }
}

/// `a * b`
pub fn matmul<T: Precision>(a: &Table<T>, b: &Table<T>) -> Table<T> {
    let mut cells = Vec::new();
    for i in 0..a.rows {
        for j in 0..b.cols {
            cells.push(dot(&a.row(i), &b.col(j)));
        }
    }
    Table::new(a.rows, b.cols, cells)
}
