use super::*;

const LEVELS: [Level; 3] = [Level::Portable, Level::Avx2, Level::Avx512];

/// A site's facts with so many candidates at each of the three levels.
fn about(candidates: [usize; 3], repeatable: bool) -> About {
    let contenders = LEVELS.into_iter().zip(candidates).flat_map(|(level, count)| {
        (0..count).map(move |number| Contender { level, number, blocks: "", model: number == 0 })
    });
    let candidates = Vec::leak(contenders.collect());
    About {
        folder: "",
        kernel: "k",
        sizes: "",
        elements: "f32",
        graph: 1,
        comparable: true,
        repeatable,
        candidates,
    }
}

/// The race of a site whose calls would run the first candidate of the widest level.
fn widest(about: &About) -> Ledger {
    let first = about.candidates.iter().rfind(|contender| contender.number == 0).unwrap();
    Ledger::new(about, first)
}

/// Noise between 0 and 1 (Knuth's linear congruential generator).
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1 << 24) as f64
    }
}

/// Runs the race to its end; candidate `c` takes `ns[c]`, and now and then much more. Returns
/// the winner and the number of calls.
fn race(about: &About, ns: &[f64], noise: f64) -> (usize, usize) {
    let mut ledger = widest(about);
    let mut random = Noise(1);
    for calls in 0..100_000 {
        if let Some(winner) = ledger.winner() {
            return (winner, calls);
        }
        let turn = ledger.turn();
        let disturbed = if random.next() < 0.05 { 20.0 } else { 1.0 };
        ledger.add(turn, ns[turn.candidate] * disturbed * (1.0 + noise * random.next()));
    }
    panic!("no winner after 100,000 calls");
}

#[test]
fn the_fastest_wins() {
    let about = about([0, 0, 4], true);
    for (ns, fastest) in
        [([30.0, 10.0, 11.0, 12.0], 1), ([10.0, 30.0, 11.0, 10.5], 0), ([9e6, 8e6, 7e6, 5e6], 3)]
    {
        assert_eq!(race(&about, &ns, 0.02).0, fastest, "{ns:?}");
    }
}

#[test]
fn kernels_that_may_not_repeat_are_decided_too() {
    assert_eq!(race(&about([0, 0, 3], false), &[30.0, 26.0, 28.0], 0.04).0, 1);
}

#[test]
fn a_narrow_level_can_win_and_portable_code_does_not_run() {
    let about = about([1, 2, 2], true);
    let ledger = widest(&about);
    let runs: Vec<usize> = ledger.runners.iter().map(|runner| runner.candidate).collect();
    let avx2 = Level::Avx2.is_supported();
    assert_eq!(runs, if avx2 { vec![1, 2, 3, 4] } else { vec![3, 4] });
    if avx2 {
        assert_eq!(race(&about, &[1.0, 20.0, 10.0, 12.0, 13.0], 0.01).0, 2);
    }
}

#[test]
fn a_single_candidate_is_decided_at_once() {
    assert_eq!(race(&about([0, 0, 1], true), &[5.0], 0.0), (0, 0));
}

#[test]
fn calls_of_several_sizes_are_counted_only() {
    let about = About { comparable: false, ..about([1, 2, 2], true) };
    let first = &about.candidates[3];
    assert_eq!(Ledger::new(&about, first).winner(), Some(3));
}

#[test]
fn equally_fast_candidates_do_not_race_for_ever() {
    let calls = race(&about([0, 0, 8], true), &[100.0; 8], 0.1).1;
    assert!(calls <= 8 * (LAST_ROUND + 1), "{calls} calls");
    let calls = race(&about([0, 0, 8], true), &[100.0; 8], 0.001).1;
    assert!(calls <= 8 * (FIRST_ROUNDS + 8), "{calls} calls");
}

#[test]
fn slow_candidates_leave_early() {
    let about = about([0, 0, 2], true);
    let mut ledger = widest(&about);
    let mut turns = [0; 2];
    while ledger.winner().is_none() {
        let turn = ledger.turn();
        turns[turn.candidate] += 1;
        ledger.add(turn, [1e4, 9e4][turn.candidate]);
    }
    assert!(turns[1] <= EARLY_ROUNDS, "{turns:?}");
}

#[test]
fn a_machine_that_becomes_slower_leaves_someone_in_the_race() {
    let about = about([0, 0, 3], true);
    let mut ledger = widest(&about);
    let mut turns = 0;
    while ledger.winner().is_none() {
        let turn = ledger.turn();
        turns += 1;
        let slower = if turns > 3 * EARLY_ROUNDS { 10.0 } else { 1.0 };
        ledger.add(turn, slower * [1e4, 1.1e4, 3e4][turn.candidate]);
    }
    assert_eq!(ledger.winner(), Some(0));
}

#[test]
fn a_machine_that_is_slow_for_long_does_not_decide() {
    // Half of the time all take 1.6 times as long, for several rounds each time.
    let about = about([0, 0, 3], true);
    for phase in [7, 20, 50, 111] {
        let mut ledger = widest(&about);
        let mut random = Noise(phase);
        let mut turns = 0;
        while ledger.winner().is_none() {
            let turn = ledger.turn();
            turns += 1;
            let slow = if turns / phase % 2 == 0 { 1.0 } else { 1.6 };
            ledger.add(turn, slow * [1e4, 0.97e4, 1.02e4][turn.candidate] * (1.0 + 0.02 * random.next()));
        }
        assert_eq!(ledger.winner(), Some(1), "slow for {phase} turns");
        let medians = ledger.take();
        let [(0, first), (1, second), (2, _)] = medians[..] else { panic!("{medians:?}") };
        assert!((second.value / first.value - 0.97).abs() < 0.01, "{medians:?}");
        assert!(second.spread < 0.02 * second.value, "{medians:?}");
    }
}

#[test]
fn the_first_is_timed_to_the_end() {
    let about = about([0, 0, 3], true);
    let mut ledger = widest(&about);
    let mut random = Noise(1);
    while ledger.winner().is_none() {
        let turn = ledger.turn();
        ledger.add(turn, [9e4, 1e4, 1e4][turn.candidate] * (1.0 + 0.1 * random.next()));
    }
    assert_ne!(ledger.winner(), Some(0));
    let timings: Vec<usize> = ledger.take().into_iter().map(|(_, median)| median.timings).collect();
    assert_eq!(timings, [LAST_ROUND; 3]);
}

#[test]
fn short_calls_are_repeated_and_the_first_time_is_no_timing() {
    let about = about([0, 0, 2], true);
    let mut ledger = widest(&about);
    let first = ledger.turn();
    assert_eq!((first.candidate, first.repetitions), (0, 1));
    ledger.add(first, 25.0);
    let second = ledger.turn();
    assert_eq!((second.candidate, second.repetitions), (0, 200));
    assert_eq!(ledger.take(), []);
    ledger.add(second, 20.0);
    assert_eq!(ledger.take(), [(0, Median { value: 20.0, spread: 0.0, timings: 1 })]);
    assert_eq!(ledger.take(), [], "what was taken does not come again");
}

#[test]
fn medians_have_the_interval_of_the_sign_test() {
    assert_eq!(Median::of([].into_iter()), None);
    assert_eq!(Median::of([3.0].into_iter()), Some(Median { value: 3.0, spread: 0.0, timings: 1 }));
    let nine = (1..=9).rev().map(f64::from);
    assert_eq!(Median::of(nine), Some(Median { value: 5.0, spread: 3.0, timings: 9 }));
    let hundred_and_one = (0..=100).map(f64::from);
    assert_eq!(Median::of(hundred_and_one), Some(Median { value: 50.0, spread: 10.0, timings: 101 }));
}
