//! A case: kernels of many sizes, drawn operands, and the three comparisons.

use std::cell::Cell;

use kernels::Level;
use libtest_mimic::Failed;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use crate::data::{Data, Kind, Real, value};
use crate::naive::Num;
use crate::outcome::Outcome;

/// Numbers drawn for a run. More operands are made from these.
const DRAWN: usize = 64;

/// What a comparison found.
pub type Verdict = Result<(), String>;

/// Draws operands from the run, and compares what a kernel of one size makes of them.
pub type Check = fn(&Run) -> Verdict;

/// One kernel, or one per size.
pub struct Case {
    /// Its path in these tests.
    pub name: String,
    /// A check for each size, with the size's name.
    pub sizes: Vec<(&'static str, Check)>,
}

impl Case {
    /// A case of these sizes.
    pub fn new(name: impl Into<String>, sizes: Vec<(&'static str, Check)>) -> Self {
        Case { name: name.into(), sizes }
    }

    /// A case of one size.
    pub fn single(name: impl Into<String>, check: Check) -> Self {
        Case::new(name, vec![("its size", check)])
    }

    /// Runs every size at a level.
    pub fn run(&self, level: Level) -> Result<(), Failed> {
        let config = Config { failure_persistence: None, ..Config::default() };
        let rounds = (config.cases as usize / 32).max(1);
        let mut runner = TestRunner::new(config);
        let strategy = vec(any::<u64>(), DRAWN);
        for (number, (size, check)) in self.sizes.iter().enumerate() {
            // A single size meets every kind of values, however few rounds there are.
            let rounds = rounds.max(Kind::ALL.len().div_ceil(self.sizes.len()));
            for round in 0..rounds {
                let kind = Kind::ALL[(number + round) % Kind::ALL.len()];
                let test = |pool: Vec<u64>| {
                    let run = Run { level, kind, pool, taken: Cell::new(0) };
                    check(&run).map_err(TestCaseError::fail)
                };
                let tree = strategy.new_tree(&mut runner)?;
                match runner.run_one(tree, test) {
                    Ok(_) => {}
                    Err(TestError::Fail(reason, _)) => {
                        return Err(format!("size {size}, {kind:?} values: {reason}").into());
                    }
                    Err(TestError::Abort(reason)) => return Err(format!("size {size}: {reason}").into()),
                }
            }
        }
        Ok(())
    }
}

/// A way to run a kernel.
#[derive(Clone, Copy)]
pub enum Way {
    /// At this level, which the machine has.
    At(Level),
    /// As any caller does.
    Call,
    /// Without generated code.
    Reference,
}

/// One check: its level and the values drawn for it.
pub struct Run {
    level: Level,
    kind: Kind,
    pool: Vec<u64>,
    taken: Cell<usize>,
}

impl Run {
    /// The next drawn value.
    pub fn scalar<T: Real>(&self) -> T {
        let at = self.taken.get();
        self.taken.set(at + 1);
        value(self.kind, &self.pool, at)
    }

    /// The next `len` drawn values.
    pub fn draw<T: Real>(&self, len: usize) -> Data<T> {
        Data::new(len, |_| self.scalar())
    }

    /// Compares what `kernel` gives at the run's level with the reference, with the next
    /// narrower level, with a plain call if that runs this level, and with `naive`.
    pub fn compare<O: Outcome>(&self, kernel: impl Fn(Way) -> O, naive: Vec<Num<O::Elem>>) -> Verdict {
        let listed = |way| {
            let mut list = Vec::new();
            kernel(way).list(&mut list);
            list
        };
        self.compare_lists(&listed, &naive)
    }

    // Apart from `compare`, so that it is compiled once.
    fn compare_lists<T: Real>(&self, kernel: &dyn Fn(Way) -> Vec<T>, naive: &[Num<T>]) -> Verdict {
        let got = kernel(Way::At(self.level));
        same_bits(&got, &kernel(Way::Reference), "the reference")?;
        let supported = Level::supported().filter(|level| level.base() == *level);
        if let Some(narrower) = supported.take_while(|&level| level < self.level).last() {
            same_bits(&got, &kernel(Way::At(narrower)), narrower.name())?;
        }
        if self.level == Level::active().base() {
            same_bits(&got, &kernel(Way::Call), "a plain call")?;
        }
        self.within_bounds(&got, naive)
    }

    fn within_bounds<T: Real>(&self, got: &[T], naive: &[Num<T>]) -> Verdict {
        if got.len() != naive.len() {
            return Err(format!("{} elements, and {} by plain loops", got.len(), naive.len()));
        }
        for (at, (&got, naive)) in got.iter().zip(naive).enumerate() {
            if self.kind == Kind::Plain && !naive.is_known() {
                return Err(format!("element {at}: no bound is known for plain values"));
            }
            if !naive.admits(got.into()) {
                return Err(format!("element {at} is {got:e}, and by plain loops {naive:?}"));
            }
        }
        Ok(())
    }
}

fn same_bits<T: Real>(got: &[T], expected: &[T], of: &str) -> Verdict {
    if got.len() != expected.len() {
        return Err(format!("{} elements, and {} by {of}", got.len(), expected.len()));
    }
    match (0..got.len()).find(|&at| got[at].bits() != expected[at].bits()) {
        None => Ok(()),
        Some(at) => {
            let (got, expected) = (got[at], expected[at]);
            let (a, b) = (got.bits(), expected.bits());
            Err(format!("element {at} is {got:?} ({a:#x}), and by {of} {expected:?} ({b:#x})"))
        }
    }
}

/// Runs a kernel in a way: `call!(way, kernel(arguments))`.
macro_rules! call {
    ($way:expr, $kernel:ident($($argument:expr),* $(,)?)) => {
        match $way {
            $crate::case::Way::At(level) => {
                $kernel::at(level, $($argument),*).expect("the level is supported")
            }
            $crate::case::Way::Call => $kernel($($argument),*),
            $crate::case::Way::Reference => $kernel::reference($($argument),*),
        }
    };
}

/// Compares a kernel's result in every way, and with plain loops:
/// `compare!(run, kernel(arguments), naive)`.
macro_rules! compare {
    ($run:ident, $kernel:ident($($argument:expr),* $(,)?), $naive:expr) => {
        $run.compare(|way| $crate::case::call!(way, $kernel($($argument),*)), $naive)
    };
}

/// A check for each number in brackets.
macro_rules! sizes {
    ($check:ident [$($N:literal)*]) => {
        vec![$((stringify!($N), $check::<$N> as $crate::case::Check)),*]
    };
    ($check:ident [$(($($N:literal)*))*]) => {
        vec![$((stringify!($($N)*), $check::<$($N),*> as $crate::case::Check)),*]
    };
}

/// A check for each length from 1 to 67: every tail of the widest vector, after none to
/// four whole ones.
macro_rules! lengths {
    ($check:ident) => {
        sizes!($check [
            1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33
            34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63
            64 65 66 67
        ])
    };
}

/// A check for each length of [`specialized!`].
macro_rules! edges {
    ($check:ident) => {
        sizes!($check [1 2 3 4 5 7 8 9 15 16 17 24 31 32 33 48 64 67])
    };
}

/// A check for a few of these lengths: one tail, no tail, several vectors of each level.
macro_rules! few_edges {
    ($check:ident) => {
        sizes!($check [1 8 17 32 67])
    };
}

/// Hands a macro the names, element types and attribute arguments of kernels that are
/// specialized for the lengths around whole vectors and half ones.
macro_rules! specialized {
    ($kernels:ident) => {
        specialized!($kernels f32_listed f32);
        specialized!($kernels f64_listed f64);
    };
    ($kernels:ident $module:ident $T:ident) => {
        $kernels!($module $T [edges few_edges few_edges] [only, specialize = [
            (N = 1), (N = 2), (N = 3), (N = 4), (N = 5), (N = 7), (N = 8), (N = 9), (N = 15), (N = 16),
            (N = 17), (N = 24), (N = 31), (N = 32), (N = 33), (N = 48), (N = 64), (N = 67),
        ]]);
    };
}

pub(crate) use {call, compare, edges, few_edges, lengths, sizes, specialized};
