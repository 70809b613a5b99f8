//! Part of the build script: finds the C and C++ libraries that the benches compare with.
//!
//! A library that is there sets the cfg `peer_<name>`. One that is missing is named in a
//! warning, and again by the benches, which go on without it.

use cc::Build;

/// A library: its shim is compiled as the test of whether it is there.
struct Library {
    name: &'static str,
    package: &'static str,
    shim: &'static str,
    /// What its shim is linked with, in the order of linking.
    links: &'static [&'static str],
}

const LIBRARIES: [Library; 5] = [
    Library {
        name: "libxsmm",
        package: "libxsmm-dev",
        shim: "libxsmm.c",
        // It falls back to a BLAS that it never calls here: the last one has stand-ins.
        links: &["xsmm", "xsmmnoblas", "dl", "m"],
    },
    Library { name: "openblas", package: "libopenblas-dev", shim: "openblas.c", links: &["openblas"] },
    Library { name: "onednn", package: "libdnnl-dev", shim: "onednn.c", links: &["dnnl"] },
    Library { name: "sleef", package: "libsleef-dev", shim: "sleef.c", links: &["sleef"] },
    Library { name: "libmvec", package: "glibc 2.35", shim: "libmvec.c", links: &["mvec", "m"] },
];

/// What the shims are made of.
const FILES: [&str; 10] = [
    "build.rs",
    "eigen.cpp",
    "eigen_arrays.cpp",
    "eigen_shapes.h",
    "libmvec.c",
    "libxsmm.c",
    "onednn.c",
    "openblas.c",
    "sleef.c",
    "vector_loops.h",
];

/// Eigen is compiled into its shim, once per level.
const EIGEN_LEVELS: [(&str, &[&str]); 2] = [
    ("avx2", &["-mavx2", "-mfma"]),
    ("avx512", &["-mavx512f", "-mavx512dq", "-mavx512bw", "-mavx512vl", "-mfma"]),
];

pub fn build() {
    for file in FILES {
        println!("cargo::rerun-if-changed=benches/peers/{file}");
    }
    // The first two have a BLAS inside: the real one comes first.
    for library in LIBRARIES.iter().rev() {
        let there = library.compile();
        announce(library.name, library.package, there);
        if there {
            library.links.iter().for_each(|link| println!("cargo::rustc-link-lib={link}"));
        }
    }
    // Templates of many shapes: most of the time that this script takes.
    let there = std::thread::scope(|scope| {
        let levels = EIGEN_LEVELS.map(|(level, flags)| scope.spawn(|| eigen(level, flags)));
        levels.map(|level| level.join().expect("a missing library is no panic")) == [true; 2]
    });
    announce("eigen", "libeigen3-dev", there);
}

fn announce(name: &str, package: &str, there: bool) {
    println!("cargo::rustc-check-cfg=cfg(peer_{name})");
    if there {
        println!("cargo::rustc-cfg=peer_{name}");
    } else {
        println!("cargo::warning=PEER {name} missing: install {package}");
    }
}

impl Library {
    fn compile(&self) -> bool {
        shim()
            .file(format!("benches/peers/{}", self.shim))
            .try_compile(&format!("peer_{}", self.name))
            .is_ok()
    }
}

/// The namespace is named after the level, or else the linker would take one level's
/// functions for the other's; and the objects of each have a folder of their own.
fn eigen(level: &str, flags: &[&str]) -> bool {
    let mut build = shim();
    let out = std::env::var_os("OUT_DIR").expect("Cargo says where to build");
    build.out_dir(std::path::Path::new(&out).join(level));
    build.cpp(true).std("c++17").define("LEVEL", level).define("Eigen", &*format!("Eigen_{level}"));
    for flag in flags {
        build.flag(flag);
    }
    build
        .include("/usr/include/eigen3")
        .file("benches/peers/eigen.cpp")
        .file("benches/peers/eigen_arrays.cpp")
        .try_compile(&format!("peer_eigen_{level}"))
        .is_ok()
}

fn shim() -> Build {
    let mut build = Build::new();
    build.opt_level(3).define("NDEBUG", None).warnings(false).cargo_warnings(false);
    build
}
