//! Merging, choosing, and shares of time.

use kernels_plan::profile::{Candidate, Entry, Key, Problem, Profile, Reason, Run};
use proptest::prelude::*;

fn key(kernel: &str, level: &str) -> Key {
    Key {
        processor: "p".into(),
        level: level.into(),
        kernel: kernel.into(),
        sizes: String::new(),
        elements: "f32".into(),
    }
}

fn run(id: u64) -> Run {
    format!("{id:x}").parse().unwrap()
}

/// A profile of one entry. The first candidate is the model's.
fn profile(key: &Key, graph: u64, calls: u64, id: u64, candidates: &[(&str, f64, f64, u64)]) -> Profile {
    let mut entry = Entry::new(graph, calls, run(id));
    entry.candidates = candidates.iter().map(|&(name, m, s, n)| Candidate::new(name, m, s, n)).collect();
    if let Some(first) = entry.candidates.first_mut() {
        first.model = true;
    }
    let mut profile = Profile::default();
    assert_eq!(profile.insert(key.clone(), entry), []);
    profile
}

fn merged(a: &Profile, b: &Profile) -> Profile {
    let mut whole = a.clone();
    let _ = whole.merge(b);
    whole
}

/// Profiles of one run, with some keys and candidates in common, and of one graph or two. The model's
/// choice is `a`, which each run has timed, at two levels.
fn recorded(id: u64, graphs: u64) -> impl Strategy<Value = Profile> {
    let time = || (1.0..1e4, 0.0..1e2, 1..1_000_000_u64);
    let level = move || (time(), proptest::collection::vec((0..3_usize, time()), 0..4));
    let entry = (0..3_usize, 0..graphs, 0..1000_u64, level(), level());
    proptest::collection::vec(entry, 0..4).prop_map(move |entries| {
        let mut whole = Profile::default();
        for (kernel, graph, calls, narrow, wide) in entries {
            for (level, ((m, s, n), others)) in [("avx2", narrow), ("avx512", wide)] {
                let mut entry = Entry::new(graph, calls, run(id));
                entry.candidates.push(Candidate::new("a", m, s, n).first_of_the_model());
                let named = |(name, (m, s, n))| Candidate::new(["b", "c", "d"][name], m, s, n);
                entry.candidates.extend(others.into_iter().map(named));
                let _ = whole.insert(key(["x", "y", "z"][kernel], level), entry);
            }
        }
        whole
    })
}

/// Equal but for the rounding of times to picoseconds, once per merge: the times of a run are
/// multiplied by up to 10⁴ to be as fast as another.
fn close(a: &Profile, b: &Profile) -> bool {
    let near = |x: f64, y: f64, absolute: f64| (x - y).abs() <= absolute + 3e-3 * x.abs().max(y.abs());
    let candidates = |a: &Candidate, b: &Candidate| {
        let same = (&a.blocks, a.timings, a.model) == (&b.blocks, b.timings, b.model);
        // The spread is a root: rounding what is under it moves it more where it is small.
        same && near(a.median_ns, b.median_ns, 3e-3) && near(a.spread_ns, b.spread_ns, 0.1)
    };
    a.entries().count() == b.entries().count()
        && a.entries().zip(b.entries()).all(|((ka, a), (kb, b))| {
            (ka, a.graph, a.calls, &a.runs) == (kb, b.graph, b.calls, &b.runs)
                && a.candidates.len() == b.candidates.len()
                && a.candidates.iter().zip(&b.candidates).all(|(a, b)| candidates(a, b))
        })
}

proptest! {
    #[test]
    fn the_order_of_runs_does_not_matter(a in recorded(1, 2), b in recorded(2, 2)) {
        prop_assert!(close(&merged(&a, &b), &merged(&b, &a)));
    }

    #[test]
    fn the_order_of_merges_does_not_matter(a in recorded(1, 1), b in recorded(2, 1), c in recorded(3, 1)) {
        let (left, right) = (merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert!(close(&left, &right), "{left}\n{right}");
    }

    #[test]
    fn no_run_counts_twice(a in recorded(1, 2), b in recorded(2, 2)) {
        let both = merged(&a, &b);
        prop_assert_eq!(&merged(&both, &both), &both);
        prop_assert_eq!(&merged(&both, &a), &both);
        prop_assert_eq!(&merged(&b, &both), &both);
    }

    #[test]
    fn a_merged_profile_is_written_and_read(a in recorded(1, 2), b in recorded(2, 2)) {
        let both = merged(&a, &b);
        let read = Profile::parse(&both.to_string());
        prop_assert_eq!(read.warnings, vec![]);
        prop_assert_eq!(read.profile, both);
    }

    #[test]
    fn a_choice_is_never_slower_than_the_model(a in recorded(1, 2), b in recorded(2, 2)) {
        let both = merged(&a, &b);
        for (_, entry) in both.entries() {
            let Some(model) = entry.model() else { continue };
            let choice = entry.choice(&model.blocks);
            prop_assert!(choice.gain >= 1.0);
            prop_assert_eq!(choice.reason == Reason::Measured, choice.blocks != model.blocks);
        }
        let total: f64 = both.hotness("p").values().sum();
        prop_assert!(total == 0.0 || (total - 1.0).abs() < 1e-9);
    }
}

#[test]
fn medians_are_weighted_by_their_timings() {
    let key = key("k", "avx2");
    let a = profile(&key, 1, 10, 1, &[("model", 200.0, 0.0, 9), ("t", 100.0, 2.0, 30), ("u", 50.0, 1.0, 5)]);
    let b = profile(&key, 1, 5, 2, &[("model", 200.0, 0.0, 63), ("t", 108.0, 2.0, 10)]);
    let both = merged(&a, &b);
    let entry = both.get(&key).unwrap();
    let t = entry.candidate("t").unwrap();
    assert_eq!((entry.calls, entry.runs.len(), t.median_ns, t.timings), (15, 2, 102.0, 40));
    // Squares: 4 within the runs; (30 * 2² + 10 * 6²) / 40 = 12 between them.
    assert_eq!(t.spread_ns, 4.0);
    assert_eq!(entry.candidate("u"), a.get(&key).unwrap().candidate("u"));
}

#[test]
fn a_run_on_a_slower_machine_is_no_noise() {
    let key = key("k", "avx2");
    let run = |id, speed: f64, of_t: f64| {
        profile(&key, 1, 10, id, &[("model", 100.0 * speed, 0.0, 9), ("t", of_t * speed, 1.0 * speed, 9)])
    };
    let entry = |both: &Profile| both.get(&key).unwrap().clone();
    // Three runs that agree, of which one was slower by half.
    let both = entry(&merged(&merged(&run(1, 1.0, 90.0), &run(2, 1.6, 90.0)), &run(3, 1.0, 90.0)));
    let time = |name: &str| both.candidate(name).map(|t| (t.median_ns, t.spread_ns)).unwrap();
    assert_eq!((time("model"), time("t")), ((120.0, 0.0), (108.0, 1.2)));
    assert_eq!(both.choice("model").blocks, "t");
    // Two that do not.
    let both = entry(&merged(&run(1, 1.0, 90.0), &run(2, 1.2, 110.0)));
    assert_eq!(both.candidate("t").unwrap().median_ns, 110.0);
    assert_eq!(both.choice("model").reason, Reason::Noise);
}

#[test]
fn levels_of_which_the_runs_disagree_are_noise() {
    let run = |id, narrow: f64, wide: f64| {
        let level = |level: &str, ns| profile(&key("k", level), 1, 10, id, &[("t", ns, 0.0, 9)]);
        merged(&level("avx2", narrow), &level("avx512", wide))
    };
    let best = |runs: &[Profile]| {
        let whole = runs.iter().fold(Profile::default(), |whole, run| merged(&whole, run));
        whole.best_level(&key("k", "avx512"), 1).to_string()
    };
    assert_eq!(best(&[run(1, 80.0, 100.0), run(2, 160.0, 200.0), run(3, 82.0, 100.0)]), "avx2");
    // In the mean by a tenth, but not in every run.
    assert_eq!(best(&[run(1, 101.0, 100.0), run(2, 120.0, 200.0), run(3, 101.0, 100.0)]), "avx512");
}

#[test]
fn times_are_as_they_are_where_a_run_has_none_of_the_model() {
    let key = key("k", "avx2");
    let a = profile(&key, 1, 10, 1, &[("model", 100.0, 0.0, 9), ("t", 90.0, 1.0, 9)]);
    let mut b = Profile::default();
    let mut entry = Entry::new(1, 10, run(2));
    entry.candidates.push(Candidate::new("t", 180.0, 1.0, 9));
    assert_eq!(b.insert(key.clone(), entry), []);
    for both in [merged(&a, &b), merged(&b, &a)] {
        let entry = both.get(&key).unwrap();
        let time = |name: &str| entry.candidate(name).unwrap().median_ns;
        assert_eq!((time("model"), time("t")), (100.0, 135.0));
    }
}

#[test]
fn the_shortest_and_the_longest_times_stay_times() {
    let key = key("k", "avx2");
    let a = profile(&key, 1, 10, 1, &[("model", 1e-3, 0.0, 9), ("t", 1e12, 1e12, 9)]);
    let b = profile(&key, 1, 10, 2, &[("model", 1e12, 0.0, 9), ("t", 1e-3, 0.0, 9)]);
    for both in [merged(&a, &b), merged(&b, &a)] {
        assert_eq!(both.get(&key).unwrap().candidates.len(), 2);
    }
}

#[test]
fn runs_shared_in_part_keep_the_larger_entry() {
    let key = key("k", "avx2");
    let one = |id| profile(&key, 1, 10, id, &[("t", 100.0, 2.0, 30)]);
    let (left, right) = (merged(&merged(&one(1), &one(2)), &one(4)), merged(&one(1), &one(3)));
    for (mut a, b) in [(left.clone(), &right), (right.clone(), &left)] {
        let warnings = a.merge(b);
        assert_eq!(warnings[0].why, Problem::Overlap);
        assert_eq!(a, left);
    }
}

#[test]
fn an_entry_remembers_its_last_runs() {
    let key = key("k", "avx2");
    let mut whole = Profile::default();
    for id in 1..=40 {
        assert_eq!(whole.merge(&profile(&key, 1, 1, id, &[])), []);
    }
    let entry = whole.get(&key).unwrap();
    assert_eq!((entry.calls, entry.runs.len(), entry.runs.first()), (40, 32, Some(&run(9))));
}

#[test]
fn a_stale_entry_goes() {
    let key = key("k", "avx2");
    let (old, new) = (profile(&key, 9, 10, 1, &[]), profile(&key, 2, 1, 2, &[]));
    for (mut a, b) in [(old.clone(), &new), (new.clone(), &old)] {
        let warnings = a.merge(b);
        assert_eq!(warnings[0].why, Problem::Stale);
        assert_eq!(a, new);
    }
}

#[test]
fn other_processors_stay() {
    let mine = key("k", "avx2");
    let theirs = Key { processor: "q".into(), ..mine.clone() };
    let (a, b) = (profile(&mine, 1, 10, 1, &[("t", 9.0, 0.0, 9)]), profile(&theirs, 2, 3, 1, &[]));
    let both = merged(&a, &b);
    assert_eq!(both.processors(), ["p", "q"]);
    assert_eq!((both.get(&mine), both.get(&theirs)), (a.get(&mine), b.get(&theirs)));
    assert_eq!(both.choice(&theirs, 2, "t").reason, Reason::Unmeasured);
}

#[test]
fn the_models_mark_is_that_of_the_newer_run() {
    let key = key("k", "avx2");
    let a = profile(&key, 1, 1, 1, &[("t", 9.0, 1.0, 9), ("u", 8.0, 1.0, 9)]);
    let b = profile(&key, 1, 1, 2, &[("u", 9.0, 1.0, 9), ("t", 8.0, 1.0, 9)]);
    for both in [merged(&a, &b), merged(&b, &a)] {
        assert_eq!(both.get(&key).unwrap().model().unwrap().blocks, "u");
    }
}

#[test]
fn a_choice_is_beyond_noise() {
    let key = key("k", "avx2");
    let choice = |candidates: &[(&str, f64, f64, u64)]| {
        let profile = profile(&key, 1, 1, 1, candidates);
        let choice = profile.choice(&key, 1, "model");
        (choice.blocks.to_string(), choice.reason)
    };
    let model = ("model", 100.0, 2.0, 9);
    let same = |reason| ("model".to_string(), reason);
    assert_eq!(choice(&[]), same(Reason::Unmeasured));
    assert_eq!(choice(&[model]), same(Reason::Noise));
    // The noise of both together, and more.
    assert_eq!(choice(&[model, ("t", 93.0, 5.0, 9)]), same(Reason::Noise));
    assert_eq!(choice(&[model, ("t", 92.9, 5.0, 9)]), ("t".into(), Reason::Measured));
    // Two percent, and more; half a nanosecond, and more.
    let steady = |ns, other| choice(&[("model", ns, 0.0, 9), ("t", other, 0.0, 9)]);
    assert_eq!(steady(100.0, 98.0), same(Reason::Noise));
    assert_eq!(steady(100.0, 97.9), ("t".into(), Reason::Measured));
    assert_eq!(steady(5.0, 4.5), same(Reason::Noise));
    assert_eq!(steady(5.0, 4.4), ("t".into(), Reason::Measured));
    // A faster one that is too noisy does not hide another that is not.
    assert_eq!(choice(&[model, ("t", 90.0, 20.0, 9), ("u", 95.0, 1.0, 9)]), ("u".into(), Reason::Measured));
    // Too few timings, of the candidate or of the model.
    assert_eq!(choice(&[model, ("t", 50.0, 0.0, 4)]), same(Reason::Noise));
    assert_eq!(choice(&[("model", 100.0, 2.0, 4), ("t", 50.0, 0.0, 9)]), same(Reason::Unmeasured));
}

#[test]
fn a_wide_level_is_left_only_where_it_is_measured() {
    let at = |level: &str, median_ns| {
        profile(&key("k", level), 1, 1, 1, &[("t", median_ns, 1.0, 9), ("u", median_ns + 3.0, 1.0, 9)])
    };
    let wide = key("k", "avx512");
    let narrow = merged(&at("avx2", 50.0), &at("portable", 60.0));
    assert_eq!(narrow.best_level(&wide, 1), "avx512");
    assert_eq!(merged(&narrow, &at("avx512", 70.0)).best_level(&wide, 1), "avx2");
    assert_eq!(merged(&narrow, &at("avx512", 54.0)).best_level(&wide, 1), "avx512");
    assert_eq!(merged(&narrow, &at("avx512", 55.0)).best_level(&wide, 1), "avx2");
    assert_eq!(merged(&narrow, &at("avx512", 70.0)).best_level(&wide, 2), "avx512");
    assert_eq!(merged(&narrow, &at("avx512", 40.0)).best_level(&key("k", "avx2"), 1), "avx2");
}

#[test]
fn shares_are_of_one_processor() {
    let foreign = Key { processor: "q".into(), ..key("hot", "avx2") };
    let mut whole = profile(&foreign, 1, 1_000_000, 1, &[("t", 1e6, 1.0, 9)]);
    for (kernel, level, calls) in [("hot", "avx2", 10), ("hot", "avx512", 20), ("cold", "avx2", 10)] {
        let _ = whole.merge(&profile(&key(kernel, level), 1, calls, 1, &[("t", 100.0, 1.0, 9)]));
    }
    assert_eq!(whole.hotness("p").into_iter().collect::<Vec<_>>(), [("cold", 0.25), ("hot", 0.75)]);
    assert_eq!(whole.shares("p").len(), 3);
}
