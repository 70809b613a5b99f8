//! The comparison: each case interleaved with its peers, one line per case, and a `RATIO`
//! line per peer at the end; the peer `best` is the fastest of those with the same results in each
//! case.

use super::Operand;
use super::place::Arena;
use super::times::{Times, nanoseconds};
use super::way::{Difference, OURS, Way};

/// What a call does, to set its time in proportion to what the core can do.
#[derive(Clone, Copy)]
pub enum Work {
    /// Additions and multiplications.
    Operations(f64),
    /// Products of two bytes, which are added up.
    Products(f64),
    /// Bytes that are read.
    Loads(f64),
}

/// Something to compute.
pub struct Case<T> {
    /// As in `16x16x16`; a filter looks for a part of set and name.
    pub name: String,
    /// The name in `RATIO` lines: cases of one name are counted together.
    pub set: &'static str,
    /// Elements of each operand.
    pub lens: [usize; 3],
    pub work: Work,
    /// How far results may differ; floats between −1 and 1 are what is multiplied.
    pub tolerance: f64,
    /// This library's way first.
    pub ways: Vec<Way<T>>,
}

/// Takes cases, and counts what they give.
#[derive(Default)]
pub struct Comparison {
    ratios: Vec<Ratio>,
}

/// Times of a peer ÷ ours.
struct Ratio {
    set: &'static str,
    peer: &'static str,
    log_sum: f64,
    cases: usize,
    min: f64,
    at: String,
}

impl Comparison {
    /// Runs a case and prints its line.
    pub fn add<T: Operand>(&mut self, case: &Case<T>) {
        let times = Times::take(case, &mut Arena::new(case.lens));
        let Case { name, set, ways, work, .. } = case;
        let mut line =
            format!("{set} {name}: {OURS} {}, {}", nanoseconds(times.median(0)), times.share(*work));
        let mut best = f64::INFINITY;
        for (i, way) in ways.iter().enumerate().skip(1) {
            let ratio = times.ratio(i);
            if way.difference == Difference::Mistake {
                best = best.min(ratio);
            }
            line += &format!("; {} {} {ratio:.2}", way.name, nanoseconds(times.median(i)));
            self.count(set, way.name, ratio, name);
        }
        println!("{line}");
        if best.is_finite() {
            self.count(set, "best", best, name);
        }
    }

    fn count(&mut self, set: &'static str, peer: &'static str, ratio: f64, case: &str) {
        let found = self.ratios.iter_mut().find(|known| (known.set, known.peer) == (set, peer));
        let known = match found {
            Some(known) => known,
            None => {
                let new = Ratio { set, peer, log_sum: 0.0, cases: 0, min: f64::INFINITY, at: String::new() };
                self.ratios.push(new);
                self.ratios.last_mut().expect("just pushed")
            }
        };
        known.log_sum += ratio.ln();
        known.cases += 1;
        if ratio < known.min {
            known.min = ratio;
            known.at = case.into();
        }
    }

    /// Prints the `RATIO` lines.
    pub fn finish(mut self) {
        self.ratios.sort_by_key(|ratio| ratio.set);
        for Ratio { set, peer, log_sum, cases, min, at } in self.ratios {
            let geomean = (log_sum / cases as f64).exp();
            println!("RATIO {set} {peer} geomean={geomean:.2} min={min:.2} at={at}");
        }
    }
}

impl<T: Operand> Case<T> {
    /// Drops the ways that compute something else than ours does, and says so; where that is known
    /// of a library, its name says so instead.
    pub fn check(&mut self) {
        let mut arena = Arena::new(self.lens);
        let place = arena.place(0);
        (self.ways[0].run)(1, place);
        let ours = arena.output(place);
        let Case { name, set, tolerance, ways, .. } = self;
        ways.retain_mut(|way| {
            if way.difference == Difference::Meant {
                return true;
            }
            let place = arena.place(0);
            (way.run)(1, place);
            let theirs = arena.output(place);
            let difference = |(x, y): (&T, &T)| x.distance(*y);
            let wrong = ours
                .iter()
                .zip(&theirs)
                .position(|pair| difference(pair).is_nan() || difference(pair) > *tolerance);
            match (wrong, way.difference) {
                (None, _) => way.difference = Difference::Mistake,
                (Some(_), Difference::Known) => way.name = format!("{}-saturating", way.name).leak(),
                (Some(i), _) => println!(
                    "WRONG {set} {name} {}: element {i} is {:?}, ours {:?}",
                    way.name, theirs[i], ours[i]
                ),
            }
            wrong.is_none() || way.difference == Difference::Known
        });
    }
}
