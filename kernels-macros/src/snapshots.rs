//! Expansions as reviewers read them: formatted files in `snapshots/`, one for the whole
//! expansion of a kernel and one per level for the functions of that level.
//!
//! `KERNELS_BLESS=1 cargo test -p kernels-macros snapshots` writes them anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use kernels_plan::isa::LEVELS;
use kernels_plan::profile::{Candidate, Entry, Key, Profile, Run};
use kernels_plan::resolved::Resolved;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{File, ImplItem, Item, ItemFn, Meta};

use crate::attribute::Arguments;
use crate::diagnostics::Errors;
use crate::tuning::Tuning;

/// The kernels whose expansions are kept: each shows an emission that the others lack.
pub fn kernels() -> TokenStream {
    quote! {
        #[kernel]
        fn layer(w: &Matrix<f32, 128, 64>, b: &Vector<f32, 128>, x: &Vector<f32, 64>) -> Vector<f32, 128> {
            relu(w * x + b)
        }

        #[kernel]
        fn transform(m: &Matrix<f32, 23, 4>, x: &Vector<f32, 4>, origin: &Vector<f32, 23>) -> Vector<f32, 23> {
            m * x + origin
        }

        #[kernel]
        fn vecmat(x: &Vector<f32, 64>, w: &Matrix<f32, 64, 100>) -> Vector<f32, 100> {
            x * w
        }

        #[kernel]
        fn odd_matmul(a: &Matrix<f32, 9, 13>, b: &Matrix<f32, 9, 21>, c: &Matrix<f32, 13, 21>) -> Matrix<f32, 13, 21> {
            a.t() * b + c
        }

        #[kernel]
        fn last_columns(a: &Matrix<f64, 7, 13>, b: &Matrix<f64, 13, 9>, bias: &Vector<f64, 9>) -> Matrix<f64, 7, 9> {
            relu(a * b + bias)
        }

        #[kernel]
        fn last_columns_turned(a: &Matrix<f32, 23, 17>, b: &Matrix<f32, 19, 23>) -> Matrix<f32, 17, 19> {
            a.t() * b.t()
        }

        #[kernel]
        fn narrow_turned(a: &Matrix<f32, 4, 6>, b: &Matrix<f32, 3, 4>) -> Matrix<f32, 6, 3> {
            a.t() * b.t()
        }

        #[kernel]
        fn end_to_end(a: &Matrix<f32, 41, 2>, b: &Matrix<f32, 2, 3>, c: &mut Matrix<f32, 41, 3>) {
            *c += relu(a * b);
        }

        #[kernel]
        fn one_column(a: &Matrix<f32, 21, 13>, x: &Matrix<f32, 13, 1>, bias: &Vector<f32, 1>, side: &Vector<f32, 21>) -> Matrix<f32, 21, 1> {
            relu(a * x + bias) - column(side)
        }

        #[kernel]
        fn windows(c: &mut MatrixViewMut<f32, 8, 20>, a: &MatrixView<f32, 8, 12>, b: &MatrixView<f32, 12, 20>) -> f32 {
            *c += a * b;
            c.set(relu(c.as_view()));
            sum(a)
        }

        #[kernel]
        fn normalize(x: &Vector<f32, 300>, y: &mut Vector<f32, 300>) -> f32 {
            let average = mean(x);
            let centered = x - average;
            let deviation = sqrt(mean(centered * centered) + 1e-5);
            *y = centered / deviation;
            average
        }

        #[kernel(batch = [q])]
        fn attention(q: &Vector<f32, 32>, keys: &Matrix<f32, 20, 32>, values: &Matrix<f32, 20, 32>) -> Vector<f32, 32> {
            softmax(keys * q * 0.125) * values
        }

        #[kernel]
        fn decay(state: &mut Vector<f64, 37>, input: &Vector<f64, 37>, rate: f64) {
            *state = *state + rate * (input - *state);
        }

        #[kernel(specialize = [(R = 128, C = 64)])]
        fn dense<const R: usize, const C: usize>(
            w: &Matrix<f32, R, C>,
            b: &Vector<f32, R>,
            x: &Vector<f32, C>,
        ) -> Vector<f32, R> {
            relu(w * x + b)
        }

        #[kernel]
        fn narrow(c: &mut Matrix<f32, 9, 4>, a: &Matrix<f32, 9, 20>, b: &Matrix<f32, 20, 4>, bias: &Vector<f32, 4>, side: &Vector<f32, 9>) -> Matrix<f32, 9, 4> {
            *c += relu(a * b + bias) / column(side);
            outer(side, bias)
        }

        #[kernel]
        fn margins(m: &Matrix<f32, 20, 37>, b: &Vector<f32, 20>) -> (Vector<f32, 20>, Vector<f32, 37>) {
            (row_sums(exp(m)) + b, col_max(m))
        }

        #[kernel]
        fn extent(x: &Vector<f32, 4000>) -> f32 {
            max(x) - sum(x)
        }

        #[kernel]
        fn elementwise(a: &Matrix<f32, 4, 16>, b: &Vector<f32, 16>, c: &Vector<f32, 4>) -> Matrix<f32, 4, 16> {
            let positive = maximum(exp(a), abs(b)) + sqrt(sigmoid(a));
            let bounded = minimum(tanh(a - b), relu(a)) / column(c);
            hadamard(-positive, bounded)
        }

        #[kernel]
        fn quantized(
            w: &Packed<i8, 72, 64>,
            b: &Vector<i32, 72>,
            m: &Vector<f32, 72>,
            q: Quantization<u8>,
            x: &Vector<u8, 64>,
        ) -> Vector<u8, 72> {
            requantize(relu(w * x + b), m, q.zero_point)
        }

        #[kernel]
        fn packed_matmul(a: &Matrix<f32, 1024, 1024>, b: &Matrix<f32, 1024, 1024>, c: &mut Matrix<f32, 1024, 1024>) {
            *c = a * b;
        }
    }
}

/// File names without the ending, and their text.
fn expansions() -> BTreeMap<String, String> {
    let kernels: File = syn::parse2(kernels()).expect("the kernels are Rust");
    let mut files = BTreeMap::new();
    for item in kernels.items {
        let Item::Fn(mut kernel) = item else { unreachable!("every item is a kernel") };
        let arguments = match kernel.attrs.remove(0).meta {
            Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        let expansion = expanded(arguments, kernel.to_token_stream(), Tuning::default());
        let name = kernel.sig.ident.to_string();
        for isa in LEVELS {
            let items = functions_of(&expansion, &format!("__{}", isa.name));
            if items.is_empty() {
                continue;
            }
            let level = File { shebang: None, frontmatter: None, attrs: vec![], items };
            files.insert(format!("{name}.{}", isa.name), prettyplease::unparse(&level));
        }
        files.insert(name, prettyplease::unparse(&expansion));
    }
    for (name, tuning) in [("recorded", recording()), ("tuned", tuned())] {
        let expansion = expanded(quote!(specialize = [(N = 21)], batch = [x]), scale(), tuning);
        files.insert(name.into(), prettyplease::unparse(&expansion));
    }
    files
}

fn expanded(arguments: TokenStream, item: TokenStream, tuning: Tuning) -> File {
    let expansion = crate::expand::expand(arguments, item, Ok(tuning));
    syn::parse2(expansion).expect("an expansion is Rust")
}

/// The kernel that is shown as it is recorded, and with a profile.
fn scale() -> TokenStream {
    quote! {
        fn scale<const N: usize>(x: &Vector<f32, N>, factor: f32) -> Vector<f32, N> {
            x * factor
        }
    }
}

fn recording() -> Tuning {
    let mut tuning = Tuning::default();
    tuning.recording = true;
    tuning
}

/// A profile in which other tails were faster, and on one processor a narrower level.
fn tuned() -> Tuning {
    let errors = Errors::default();
    let item: ItemFn = syn::parse2(scale()).expect("the kernel is Rust");
    let mut arguments = Arguments::read(quote!(specialize = [(N = 21)]), &errors);
    let kernel = crate::expand::read(&item, &mut arguments, Ok(Tuning::default()), &errors);
    let kernel = kernel.expect("the kernel has no errors");
    let instance = &crate::emit::instances(&kernel)[0];
    let mut profile = Profile::default();
    for (level, blocks, ns) in
        [("avx512", "elementwise; overlapping tails", 20.0), ("avx2", "elementwise; masked tails", 10.0)]
    {
        let mut entry = Entry::new(instance.about.graph, 5, Run::now());
        entry.candidates.push(Candidate::new("elementwise", 30.0, 0.1, 30).first_of_the_model());
        entry.candidates.push(Candidate::new(blocks, ns, 0.1, 30));
        let [processor, kernel, level] = ["a processor", "demo::scale", level].map(String::from);
        let key = Key { processor, kernel, sizes: "N = 21".into(), elements: "f32".into(), level };
        assert_eq!(profile.insert(key, entry), []);
    }
    Tuning::of(Resolved::new(&profile, None), "demo")
}

/// The associated functions of the name `prefix`, and those that go on with `_`, as plain
/// ones.
fn functions_of(expansion: &File, prefix: &str) -> Vec<Item> {
    let is_of =
        |name: &str| name.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
    let impls = expansion.items.iter().filter_map(|item| match item {
        Item::Impl(namespace) => Some(&namespace.items),
        _ => None,
    });
    let functions = impls.flatten().filter_map(|item| match item {
        ImplItem::Fn(function) if is_of(&function.sig.ident.to_string()) => Some(function),
        _ => None,
    });
    functions
        .map(|function| {
            let function: ItemFn = syn::parse2(function.to_token_stream()).expect("it takes no `self`");
            Item::Fn(function)
        })
        .collect()
}

/// The first lines that differ, as a reviewer wants to see them.
fn difference(blessed: &str, now: &str) -> String {
    let common = blessed.lines().zip(now.lines()).take_while(|(old, new)| old == new).count();
    let mut text = String::new();
    let mut show = |sign: char, lines: &str| {
        for line in lines.lines().skip(common).take(8) {
            let _ = writeln!(text, "  {sign} {line}");
        }
    };
    show('-', blessed);
    show('+', now);
    format!("from line {}:\n{text}", common + 1)
}

#[test]
fn expansions_are_the_blessed_ones() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/snapshots");
    let bless = std::env::var_os("KERNELS_BLESS").is_some_and(|value| value == "1");
    let mut blessed = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).expect("the folder of the snapshots") {
        let path = entry.expect("an entry of the folder").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        blessed.insert(name, std::fs::read_to_string(&path).expect("a snapshot is text"));
    }
    let now = expansions();
    let path = |name: &str| folder.join(format!("{name}.rs"));

    let mut faults = String::new();
    for (name, text) in &now {
        let fault = match blessed.get(name) {
            Some(old) if old == text => continue,
            Some(old) => format!("{name}.rs: {}", difference(old, text)),
            None => format!("{name}.rs is missing\n"),
        };
        match bless {
            true => std::fs::write(path(name), text).expect("a snapshot can be written"),
            false => faults.push_str(&fault),
        }
    }
    for orphan in blessed.keys().filter(|name| !now.contains_key(*name)) {
        match bless {
            true => std::fs::remove_file(path(orphan)).expect("an orphan can be removed"),
            false => faults.push_str(&format!("{orphan}.rs belongs to no kernel\n")),
        }
    }
    assert!(faults.is_empty(), "expansions changed; look, then KERNELS_BLESS=1\n{faults}");
}

#[test]
fn the_difference_begins_where_the_texts_part() {
    assert_eq!(difference("a\nb\nc\n", "a\nB\n"), "from line 2:\n  - b\n  - c\n  + B\n");
    assert_eq!(difference("a\n", "a\nb\n"), "from line 2:\n  + b\n");
}

#[test]
fn a_wish_that_is_not_understood_is_an_error_on_the_name() {
    let expansion = crate::expand::expand(quote!(), scale(), Err("KERNELS_PROFILE=x means nothing".into()));
    assert!(expansion.to_string().contains("KERNELS_PROFILE=x means nothing"));
}
