//! The process: one thread on one core, and peers at the same level.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

use kernels::Level;

use super::cpuid;

/// Set in the process that measures: the level that the machine has.
const READY: &str = "KERNELS_BENCH_READY";
/// Chooses the level.
const LEVEL: &str = "KERNELS_ISA";
/// Chooses the core; the last one if unset.
const CORE: &str = "KERNELS_CORE";
/// Set to anything: no criterion, only the comparison.
const COMPARE: &str = "KERNELS_COMPARE";

/// What the command line and the environment ask for.
pub struct Options {
    /// Cases to run: those whose name contains it.
    pub filter: Option<String>,
    /// Criterion's groups too.
    pub criterion: bool,
}

impl Options {
    /// Whether the filter lets a case through.
    pub fn want(&self, set: &str, name: &str) -> bool {
        self.filter.as_ref().is_none_or(|filter| format!("{set} {name}").contains(filter))
    }
}

/// Call it first. Starts the program anew with what libraries read as they are loaded, and
/// pins it to a core.
pub fn prepare() -> Options {
    let Ok(machine) = env::var(READY) else { restart(Level::active()) };
    hold(&machine);
    pin();
    println!("level {}; this machine has {machine}", Level::active());
    // The filter comes first; cargo adds an option of its own behind.
    let filter = env::args().nth(1).filter(|argument| !argument.starts_with('-'));
    Options { filter, criterion: env::var_os(COMPARE).is_none() }
}

/// Replaces the process: thread pools and instruction sets are chosen before `main`.
fn restart(level: Level) -> ! {
    let mut command = Command::new(env::current_exe().expect("the program's path"));
    command.args(env::args_os().skip(1));
    command.env(READY, Level::detect().name()).env(LEVEL, level.name());
    for pool in ["RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"] {
        command.env(pool, "1");
    }
    // What peers would find out themselves.
    for variable in ["LIBXSMM_TARGET", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "ONEDNN_MAX_CPU_ISA"] {
        command.env_remove(variable);
    }
    command.envs(levels_of_peers(level));
    // It has levels for products of bytes too.
    if level != Level::detect() {
        command.env("ONEDNN_MAX_CPU_ISA", onednn_level(level));
    }
    panic!("{}", command.exec());
}

/// Holds the peers at the level that ask the processor themselves.
fn hold(machine: &str) {
    let level = env::var(LEVEL).expect("set by the process before");
    let level = Level::ALL.iter().find(|known| known.name() == level).expect("a level's name");
    if level.name() == machine {
        return;
    }
    match cpuid::hold(*level) {
        Ok(()) => assert_eq!(Level::detect(), *level, "cpuid tells of other instructions"),
        Err(error) => println!("PEER cpuid tells of {machine} here, whatever the level: {error}"),
    }
}

/// Variables that hold a peer at a level; at the widest one peers choose.
fn levels_of_peers(level: Level) -> Vec<(&'static str, &'static str)> {
    match level {
        _ if level.base() == Level::detect().base() => vec![],
        Level::Portable => vec![("LIBXSMM_TARGET", "wsm"), ("OPENBLAS_CORETYPE", "Prescott")],
        Level::Avx2 | Level::AvxVnni => vec![("LIBXSMM_TARGET", "hsw"), ("OPENBLAS_CORETYPE", "Haswell")],
        Level::Avx512 | Level::Avx512Vnni => {
            vec![("LIBXSMM_TARGET", "skx"), ("OPENBLAS_CORETYPE", "SkylakeX")]
        }
    }
}

fn onednn_level(level: Level) -> &'static str {
    match level {
        Level::Portable => "SSE41",
        Level::Avx2 => "AVX2",
        Level::AvxVnni => "AVX2_VNNI",
        Level::Avx512 => "AVX512_CORE",
        Level::Avx512Vnni => "AVX512_CORE_VNNI",
    }
}

fn pin() {
    let last = std::thread::available_parallelism().map_or(0, |cores| cores.get() - 1);
    let core = env::var(CORE).map_or(last, |core| core.parse().expect("KERNELS_CORE is a number"));
    // SAFETY: a set of cores is plain bits, all zero at first; the call reads the set.
    let pinned = unsafe {
        let mut cores: libc::cpu_set_t = std::mem::zeroed();
        libc::CPU_SET(core, &mut cores);
        libc::sched_setaffinity(0, size_of_val(&cores), &cores)
    };
    assert_eq!(pinned, 0, "cannot run on core {core}");
    println!("core {core}");
}
