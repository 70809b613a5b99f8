//! What was generated, and what this process runs.

use std::fmt;

use kernels_plan::processor;

use crate::level::VARIABLE;
use crate::{Level, preferred};

/// One function that the attribute generated.
///
/// ```
/// use kernels::prelude::*;
///
/// #[kernel]
/// fn scale(x: &Vector<f32, 20>) -> Vector<f32, 20> { 2.0 * x }
///
/// let portable = scale::variants().iter().find(|v| v.level == kernels::Level::Portable).unwrap();
/// assert_eq!(portable.blocks, "elementwise");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// Its level.
    pub level: Level,
    /// The const parameters it is specialized for, as `R = 128, C = 64`; `any` for the
    /// generic one, empty for a kernel without const parameters.
    pub sizes: &'static str,
    /// The level whose code it runs: its own, or one with vectors half as wide, where these do.
    pub runs: Level,
    /// The steps and their register blocks.
    pub blocks: &'static str,
    /// Vector registers that the hungriest step keeps live.
    pub registers: usize,
    /// The planner's estimate of the code's size in bytes.
    pub code_bytes: usize,
    /// Processors, as profiles name them, on which calls run a narrower level instead, because
    /// it was measured to be faster.
    pub narrower: &'static [(&'static str, Level)],
}

/// A kernel of this program.
#[derive(Debug, Clone, Copy)]
pub struct Kernel {
    /// The path of the function.
    pub name: &'static str,
    /// Its variants.
    pub variants: &'static [Variant],
}

/// Every kernel that is linked into this program.
#[linkme::distributed_slice]
pub static KERNELS: [Kernel];

/// Prints the level of this process, why it is that one, and for each kernel of the
/// program the variants that a call runs.
///
/// ```
/// kernels::report();
/// ```
pub fn report() {
    print!("{}", Report::new());
}

/// What [`report`] prints.
///
/// ```
/// let text = kernels::Report::new().to_string();
/// assert!(text.contains(kernels::Level::active().name()));
/// ```
#[derive(Debug, Clone)]
pub struct Report {
    level: Level,
    reason: String,
    /// Whether kernels run narrower levels on this processor, where their profile says so.
    tuned: bool,
    processor: String,
    kernels: Vec<Kernel>,
}

impl Report {
    /// Gathers the facts.
    ///
    /// # Panics
    /// As [`Level::active`].
    #[expect(clippy::new_without_default, reason = "it looks at the machine: there is no default one")]
    pub fn new() -> Self {
        let reason = match std::env::var(VARIABLE) {
            _ if Level::is_fixed() => "fixed by the build's target features".into(),
            _ if Level::IS_BASE_FIXED => {
                let base = Level::GUARANTEED.base();
                format!("without integers {base}, fixed by the build's target features")
            }
            Ok(name) if !name.is_empty() => format!("{VARIABLE}={name}"),
            _ => "the widest of this machine".into(),
        };
        let mut kernels = KERNELS.to_vec();
        kernels.sort_by_key(|kernel| kernel.name);
        let (tuned, processor) = (!preferred::is_level_asked_for(), processor::name());
        Report { level: Level::active(), reason, tuned, processor, kernels }
    }

    /// Whether calls of a kernel run this variant.
    fn runs(&self, kernel: &Kernel, variant: &Variant) -> bool {
        // What has no integers has no other levels than bases.
        let has = |level| kernel.variants.iter().any(|variant| variant.level == level);
        let level = if has(self.level) { self.level } else { self.level.base() };
        let wide = kernel.variants.iter().find(|wide| wide.sizes == variant.sizes && wide.level == level);
        let narrower = wide.into_iter().flat_map(|wide| wide.narrower).filter(|_| self.tuned);
        let instead = narrower.into_iter().find(|(processor, _)| *processor == self.processor);
        variant.level == instead.map_or(level, |(_, level)| *level)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let supported: Vec<_> = Level::supported().map(Level::name).collect();
        writeln!(f, "level {} ({}); this machine has {}", self.level, self.reason, supported.join(", "))?;
        for kernel in &self.kernels {
            writeln!(f, "{}", kernel.name)?;
            for variant in kernel.variants.iter().filter(|variant| self.runs(kernel, variant)) {
                writeln!(f, "  {variant}")?;
            }
        }
        Ok(())
    }
}

/// One line: level, sizes, registers, code size, blocks, and of which other level these are.
impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Variant { level, sizes, runs, blocks, registers, code_bytes, .. } = self;
        write!(f, "{level:<10} ")?;
        if !sizes.is_empty() {
            write!(f, "{sizes:<16} ")?;
        }
        write!(f, "{registers:>2} registers  ~{code_bytes:>5} bytes  {blocks}")?;
        if runs != level { write!(f, ", as {runs}") } else { Ok(()) }
    }
}
