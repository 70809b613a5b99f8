//! Drawn values in a window of a larger buffer.

use kernels::{MatrixView, MatrixViewMut};

use crate::case::Run;
use crate::data::Real;
use crate::naive::{Num, Table};

/// A matrix in a buffer, with canaries before it, between its rows and behind it: as many as
/// the widest vector could write. A kernel that reads one computes what no one else does.
#[derive(Clone)]
pub struct Window<T> {
    buffer: Vec<T>,
    rows: usize,
    cols: usize,
    stride: usize,
}

const BEFORE: usize = 3;
const AFTER: usize = 16;

impl<T: Real> Window<T> {
    /// A window whose gaps are `gap` wide; zero is none.
    pub fn new(rows: usize, cols: usize, gap: usize, mut element: impl FnMut() -> T) -> Self {
        let stride = cols + gap;
        let mut window =
            Window { buffer: vec![T::CANARY; BEFORE + rows * stride + AFTER], rows, cols, stride };
        for at in 0..window.buffer.len() {
            if window.has(at) {
                window.buffer[at] = element();
            }
        }
        window
    }

    /// The next drawn values of a run. The gap depends on the sizes: none, small, large.
    pub fn draw(run: &Run, rows: usize, cols: usize) -> Self {
        Window::new(rows, cols, [0, 1, 5, 29][(rows + 2 * cols) % 4], || run.scalar())
    }

    /// Whether the buffer's element is inside.
    fn has(&self, at: usize) -> bool {
        let Some(at) = at.checked_sub(BEFORE) else { return false };
        at / self.stride < self.rows && at % self.stride < self.cols
    }

    /// To read.
    pub fn view<const R: usize, const C: usize>(&self) -> MatrixView<'_, T, R, C> {
        MatrixView::new(&self.buffer, BEFORE, self.stride).expect("the buffer was made for it")
    }

    /// To write.
    pub fn view_mut<const R: usize, const C: usize>(&mut self) -> MatrixViewMut<'_, T, R, C> {
        MatrixViewMut::new(&mut self.buffer, BEFORE, self.stride).expect("the buffer was made for it")
    }

    /// The elements inside for plain loops.
    pub fn nums(&self) -> Vec<Num<T>> {
        self.inside().into_iter().map(|x| Num::exact(x.into())).collect()
    }

    /// The elements inside for plain loops, as rows.
    pub fn table(&self) -> Table<T> {
        Table::new(self.rows, self.cols, self.nums())
    }

    fn inside(&self) -> Vec<T> {
        let all = self.buffer.iter().enumerate();
        all.filter(|(at, _)| self.has(*at)).map(|(_, &element)| element).collect()
    }

    /// The elements inside, once it is known that nothing was written around them.
    pub fn guarded(&self) -> Vec<T> {
        for (at, element) in self.buffer.iter().enumerate().filter(|(at, _)| !self.has(*at)) {
            assert_eq!(element.bits(), T::CANARY.bits(), "element {at}, outside of a window, was written");
        }
        self.inside()
    }
}
