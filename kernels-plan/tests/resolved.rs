//! From a profile to a build's choices, and their way from the build script to the macros.

use kernels_plan::caches::Caches;
use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
use kernels_plan::resolved::{Narrower, Question, Resolved};

const DENSE: Question = Question { crate_name: "demo", function: "dense", sizes: "R = 3", elements: "f32" };

fn key(processor: &str, kernel: &str, level: &str) -> Key {
    let [processor, kernel, level] = [processor, kernel, level].map(String::from);
    Key { processor, kernel, sizes: "R = 3".into(), elements: "f32".into(), level }
}

/// The first candidate is the model's.
fn entry(graph: u64, calls: u64, candidates: &[(&str, f64)]) -> Entry {
    let mut entry = Entry::new(graph, calls, Run::now());
    for (at, (blocks, ns)) in candidates.iter().enumerate() {
        let candidate = Candidate::new(blocks, *ns, 0.1, 30);
        entry.candidates.push(if at == 0 { candidate.first_of_the_model() } else { candidate });
    }
    entry
}

fn profile(entries: &[(Key, Entry)]) -> Profile {
    let mut profile = Profile::default();
    for (key, entry) in entries {
        assert_eq!(profile.insert(key.clone(), entry.clone()), []);
    }
    profile
}

#[test]
fn the_models_choice_is_no_choice() {
    let here = key("p", "demo::dense", "avx2");
    let resolved = Resolved::new(&profile(&[(here, entry(7, 5, &[("a", 10.0), ("b", 11.0)]))]), None);
    assert_eq!(resolved.answer(&DENSE, 7).unwrap().blocks("avx2"), None);
}

#[test]
fn of_several_processors_each_counts_as_much() {
    // The slow processor's absolute gain is larger, the fast one's relative loss is.
    let two = |slow: f64, fast: f64| {
        profile(&[
            (key("slow", "demo::dense", "avx2"), entry(7, 5, &[("a", 1000.0), ("b", slow)])),
            (key("fast", "demo::dense", "avx2"), entry(7, 5, &[("a", 10.0), ("b", fast)])),
        ])
    };
    let blocks = |profile: &Profile, processor| {
        let resolved = Resolved::new(profile, processor);
        resolved.answer(&DENSE, 7).unwrap().blocks("avx2").map(String::from)
    };
    let disagree = two(900.0, 15.0);
    assert_eq!(blocks(&disagree, None), None);
    assert_eq!(blocks(&disagree, Some("slow")).as_deref(), Some("b"));
    assert_eq!(blocks(&disagree, Some("fast")), None);
    assert_eq!(blocks(&two(700.0, 11.0), None).as_deref(), Some("b"));
}

#[test]
fn a_candidate_that_one_processor_never_ran_is_not_chosen_for_all() {
    let both = profile(&[
        (key("p", "demo::dense", "avx2"), entry(7, 5, &[("a", 100.0), ("b", 50.0)])),
        (key("q", "demo::dense", "avx2"), entry(7, 5, &[("a", 100.0), ("c", 90.0)])),
    ]);
    assert_eq!(Resolved::new(&both, None).answer(&DENSE, 7).unwrap().blocks("avx2"), None);
}

#[test]
fn narrower_levels_are_of_their_processor() {
    let both = profile(&[
        (key("p", "demo::dense", "avx512"), entry(7, 5, &[("a", 100.0)])),
        (key("p", "demo::dense", "avx2"), entry(7, 0, &[("b", 50.0)])),
        (key("q", "demo::dense", "avx512"), entry(7, 5, &[("a", 100.0)])),
        (key("q", "demo::dense", "avx2"), entry(7, 0, &[("b", 150.0)])),
    ]);
    let resolved = Resolved::new(&both, None);
    let expected = Narrower { processor: "p".into(), level: "avx512".into(), faster: "avx2".into() };
    assert_eq!(resolved.answer(&DENSE, 7).unwrap().narrower, [expected]);
    assert_eq!(Resolved::new(&both, Some("q")).answer(&DENSE, 7).unwrap().narrower, []);
}

#[test]
fn kernels_are_found_by_crate_name_sizes_types_and_graph() {
    let some = profile(&[
        (key("p", "demo::dense", "avx2"), entry(7, 1, &[("a", 10.0), ("cold", 5.0)])),
        (key("p", "demo::layers::dense", "avx2"), entry(7, 9, &[("a", 10.0), ("hot", 5.0)])),
        (key("p", "demo::others::dense", "avx2"), entry(8, 1, &[("a", 10.0), ("other", 5.0)])),
    ]);
    let resolved = Resolved::new(&some, None);
    let blocks = |question: &Question, graph| {
        Some(resolved.answer(question, graph)?.blocks("avx2").expect("there is a choice").to_string())
    };
    assert_eq!(blocks(&DENSE, 7).as_deref(), Some("hot"), "of two of one graph the hotter one");
    assert_eq!(blocks(&DENSE, 8).as_deref(), Some("other"));
    for unknown in [
        Question { crate_name: "demo2", ..DENSE },
        Question { function: "ense", ..DENSE },
        Question { sizes: "R = 4", ..DENSE },
        Question { elements: "f64", ..DENSE },
    ] {
        assert_eq!(blocks(&unknown, 7), None, "{unknown:?}");
        assert!(!resolved.is_stale(&unknown, 7), "{unknown:?}");
    }
    assert!(resolved.is_stale(&DENSE, 9) && !resolved.is_stale(&DENSE, 8));
}

#[test]
fn never_called_is_cold_and_shares_are_the_largest() {
    let some = profile(&[
        (key("p", "demo::dense", "avx2"), entry(7, 3, &[("a", 10.0)])),
        (key("p", "demo::idle", "avx2"), entry(5, 0, &[])),
        (key("q", "demo::dense", "avx2"), entry(7, 1, &[("a", 10.0)])),
        (key("q", "demo::idle", "avx2"), entry(6, 9, &[("a", 10.0)])),
    ]);
    let resolved = Resolved::new(&some, None);
    let dense = resolved.answer(&DENSE, 7).unwrap();
    assert_eq!((dense.share, dense.cold), (1.0, false));
    let idle = Question { function: "idle", ..DENSE };
    assert!(resolved.answer(&idle, 5).unwrap().cold && !resolved.answer(&idle, 6).unwrap().cold);
}

#[test]
fn levels_that_nobody_knows_are_left_out() {
    let some = profile(&[(key("p", "demo::dense", "avx1024"), entry(7, 3, &[("a", 10.0), ("b", 1.0)]))]);
    assert!(Resolved::new(&some, None).answer(&DENSE, 7).is_none());
}

#[test]
fn what_is_written_is_what_is_read() {
    let some = profile(&[
        (
            key("p \"x\", family 6", "demo::dense", "avx512"),
            entry(u64::MAX, 5, &[("a", 100.0), ("b; c, d", 1e-3)]),
        ),
        (key("p \"x\", family 6", "demo::dense", "avx2"), entry(u64::MAX, 0, &[("b", 1e-3)])),
        (key("q", "demo::idle", "avx2"), entry(0, 0, &[])),
    ]);
    let mut resolved = Resolved::new(&some, None);
    (resolved.caches, resolved.small_cold) = (Some(Caches { first: 1, second: 2 }), true);
    assert_eq!(resolved.to_string().parse(), Ok(resolved));
    assert_eq!(Resolved::default().to_string().parse(), Ok(Resolved::default()));
}

#[test]
fn texts_that_would_break_a_line_are_left_out() {
    let odd = profile(&[
        (key("p", "demo::a\tb", "avx2"), entry(7, 5, &[("a", 10.0)])),
        (key("p", "demo::dense", "avx2"), entry(7, 5, &[("a", 10.0), ("x\ny", 1.0)])),
    ]);
    let read: Resolved = Resolved::new(&odd, None).to_string().parse().unwrap();
    assert_eq!(read.answer(&DENSE, 7).unwrap().blocks("avx2"), None);
}

#[test]
fn damaged_texts_are_refused() {
    let mut good = Resolved::default();
    good.caches = Some(Caches { first: 1, second: 2 });
    let good = good.to_string();
    for bad in
        ["", "nonsense", "kernels 0.0.0\n", &good.replace("caches", "cases"), &format!("{good}blocks\n")]
    {
        assert!(bad.parse::<Resolved>().is_err(), "{bad:?}");
    }
}
