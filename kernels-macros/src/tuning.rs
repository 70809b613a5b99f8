//! What this build knows of kernels beside their text: whether it records, and the plan that a
//! profile makes.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::SystemTime;

use kernels_plan::plan::Plan;
use kernels_plan::profile::{FILE, Profile};
use kernels_plan::resolved::{Answer, Question, Resolved};

/// The environment variable that makes a build record.
pub const VARIABLE: &str = "KERNELS_PROFILE";
/// The environment variable by which a build script says where its plan is.
pub const PLAN: &str = "KERNELS_PLAN";

/// Bytes of code that all candidates of a level may have together: a quarter of the first-level
/// instruction cache would be too little for one large product, and four times as much compiles
/// in a second.
const BUDGET: usize = 48 << 10;
/// Candidates of a level. Each takes its share of the calls until it is out.
const MOST: usize = 12;
/// Share of the program's time from which on a kernel is worth twice the candidates.
const HOT: f64 = 0.1;

/// What a build knows.
#[derive(Debug, Clone, Default)]
pub struct Tuning {
    resolved: Rc<Resolved>,
    crate_name: String,
    /// Whether the program records.
    pub recording: bool,
    /// Whether it records all candidates there are, however much code they are.
    pub exhaustive: bool,
    /// A profile that no build script watches.
    pub profile: Option<PathBuf>,
}

impl Tuning {
    /// From the environment that cargo gives rustc. Errors are of the variable's value.
    pub fn of_this_build() -> Result<Tuning, String> {
        let variable = |name: &str| std::env::var(name).ok();
        let (recording, exhaustive) = match variable(VARIABLE).as_deref() {
            None | Some("") => (false, false),
            Some("record") => (true, false),
            Some("exhaustive") => (true, true),
            Some(other) => {
                return Err(format!(
                    "{VARIABLE}={other} means nothing: a build that records has `record`, or `exhaustive` for all candidates there are; any other does without the variable"
                ));
            }
        };
        let crate_name = variable("CARGO_CRATE_NAME").unwrap_or_default();
        let planned = variable(PLAN).map(PathBuf::from);
        let beside = variable("CARGO_MANIFEST_DIR").map(|folder| Path::new(&folder).join(FILE));
        let profile = beside.filter(|path| planned.is_none() && path.exists());
        let resolved = match planned.or_else(|| profile.clone()) {
            Some(path) => read(&path)?,
            None => Rc::default(),
        };
        Ok(Tuning { resolved, crate_name, recording, exhaustive, profile })
    }

    /// A plan, for the crate of this name.
    #[cfg(test)]
    pub fn of(resolved: Resolved, crate_name: &str) -> Tuning {
        Tuning { resolved: Rc::new(resolved), crate_name: crate_name.into(), ..Tuning::default() }
    }

    /// What was measured for a kernel.
    pub fn measured(&self, about: &About) -> Option<&Answer> {
        self.resolved.answer(&self.question(about), about.graph)
    }

    /// Says where what was measured is of another version of a kernel.
    pub fn tell_if_stale(&self, about: &About) {
        if self.resolved.is_stale(&self.question(about), about.graph) {
            tell(&format!("the entries of `{}` are ignored: the kernel was changed since", about.name()));
        }
    }

    /// The plan to emit: the one that was fastest, or the model's.
    pub fn plan<'g>(&self, about: &About, model: Plan<'g>) -> Plan<'g> {
        let Some(measured) = self.measured(about) else { return model };
        if measured.cold && self.resolved.small_cold {
            return model.small();
        }
        let Some(blocks) = measured.blocks(model.isa.name) else { return model };
        match model.find(blocks) {
            Some(plan) => plan,
            None => {
                let level = model.isa.name;
                tell(&format!(
                    "the choice for `{}` at {level} is ignored: this version has no blocks `{blocks}`",
                    about.name()
                ));
                model
            }
        }
    }

    /// What a level's candidates are: the plan, and those around it; the model's is one of them.
    pub fn candidates<'g>(&self, about: &About, model: &Plan<'g>, plan: &Plan<'g>) -> Vec<Plan<'g>> {
        let hot = self.measured(about).is_some_and(|measured| measured.share >= HOT);
        let times = if hot { 2 } else { 1 };
        let mut candidates = match self.exhaustive {
            true => plan.candidates(),
            false => plan.shortlist(times * BUDGET, times * MOST),
        };
        if candidates.iter().all(|candidate| candidate.describe() != model.describe()) {
            candidates.push(model.clone());
        }
        candidates
    }

    /// The caches to plan for, if they are known.
    pub fn caches(&self) -> Option<kernels_plan::caches::Caches> {
        self.resolved.caches
    }

    fn question<'a>(&'a self, about: &'a About) -> Question<'a> {
        let About { function, sizes, elements, .. } = about;
        Question { crate_name: &self.crate_name, function, sizes, elements }
    }
}

/// A kernel, as a profile calls it.
#[derive(Debug, Clone)]
pub struct About {
    /// The function's name.
    pub function: String,
    /// The sizes of a specialization, as `R = 128, C = 64`.
    pub sizes: String,
    /// The element types.
    pub elements: String,
    /// The fingerprint of its graph.
    pub graph: u64,
}

impl About {
    fn name(&self) -> String {
        let About { function, sizes, .. } = self;
        if sizes.is_empty() { function.clone() } else { format!("{function} ({sizes})") }
    }
}

/// Says what is ignored. A macro has no warnings of its own on a stable compiler, and one
/// made of a lint would stop builds that deny those; cargo passes this line on.
fn tell(what: &str) {
    eprintln!("warning: {FILE}: {what}");
}

/// The plan in a file, which is a build script's or the profile itself. All kernels of a crate
/// read the same.
fn read(path: &Path) -> Result<Rc<Resolved>, String> {
    /// A file, when it was changed last, and what it says.
    type Loaded = (PathBuf, Option<SystemTime>, Rc<Resolved>);
    thread_local! {
        static LAST: RefCell<Option<Loaded>> = const { RefCell::new(None) };
    }
    let changed = path.metadata().and_then(|metadata| metadata.modified()).ok();
    LAST.with_borrow_mut(|last| match last {
        Some((of, when, resolved)) if of == path && *when == changed => Ok(resolved.clone()),
        _ => {
            let resolved = Rc::new(load(path)?);
            *last = Some((path.to_path_buf(), changed, resolved.clone()));
            Ok(resolved)
        }
    })
}

fn load(path: &Path) -> Result<Resolved, String> {
    if path.file_name().is_some_and(|name| name == FILE) {
        let read = Profile::read(path);
        read.warnings.iter().for_each(|warning| tell(&warning.to_string()));
        return Ok(Resolved::new(&read.profile, None));
    }
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", path.display()))
}
