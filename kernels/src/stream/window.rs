//! Aggregates of the last `W` samples, from joins alone.

/// What samples are summed up to.
pub(super) trait Aggregate: Copy {
    /// Of the samples of `self` and the later ones of `later`.
    fn join(self, later: Self) -> Self;
}

/// The last `W` samples, in blocks of `W`. A window is the end of one block and the beginning of
/// the next: the aggregates of all ends are made when a block is full, `W` joins at once, and
/// that of the beginning grows with each sample (van Herk, 1992; Gil and Werman, 1993).
///
/// Nothing is ever taken out of an aggregate: what left the window has no trace in it, however
/// large, infinite or NaN it was, and an error is that of `W` joins after any number of samples.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<A, const W: usize> {
    /// The samples of the block that grows; from there on, the ends of the block before.
    kept: [A; W],
    /// The samples of the block that grows.
    at: usize,
    /// Whether there is a block before.
    full: bool,
    /// The aggregate of the block that grows.
    begun: A,
}

impl<A: Aggregate, const W: usize> Window<A, W> {
    pub fn new(any: A) -> Self {
        const { assert!(W > 0, "a window has at least one sample") };
        Window { kept: [any; W], at: 0, full: false, begun: any }
    }

    /// The aggregate of the last `W` samples, this one included, once there are so many.
    #[inline]
    pub fn push(&mut self, sample: A) -> Option<A> {
        self.begun = if self.at == 0 { sample } else { self.begun.join(sample) };
        self.kept[self.at] = sample;
        self.at += 1;
        if self.at == W {
            self.turn();
            return Some(self.begun);
        }
        self.full.then(|| self.kept[self.at].join(self.begun))
    }

    /// Makes ends of the samples of a full block.
    fn turn(&mut self) {
        for i in (0..W - 1).rev() {
            self.kept[i] = self.kept[i].join(self.kept[i + 1]);
        }
        (self.at, self.full) = (0, true);
    }
}
