//! The resolved plan as text, from the build script to the macros of the same version: a line
//! per fact, its fields between tabs.

use std::fmt;

use super::{Answer, Narrower, Resolved, Subject};
use crate::caches::Caches;

/// What other versions of this crate do not write.
const HEAD: &str = concat!("kernels ", env!("CARGO_PKG_VERSION"));

impl fmt::Display for Resolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Resolved { caches, small_cold, kernels } = self;
        writeln!(f, "{HEAD}\nsmall_cold\t{small_cold}")?;
        if let Some(Caches { first, second }) = caches {
            writeln!(f, "caches\t{first}\t{second}")?;
        }
        let writable = |texts: &[&String]| texts.iter().all(|text| !text.contains(char::is_control));
        for (subject, answer) in kernels {
            let Subject { kernel, sizes, elements, graph } = subject;
            // No kernel has such a name: it could not be found.
            if !writable(&[kernel, sizes, elements]) {
                continue;
            }
            let Answer { share, cold, narrower, blocks } = answer;
            writeln!(f, "kernel\t{kernel}\t{sizes}\t{elements}\t{graph:016x}\t{share}\t{cold}")?;
            for (level, text) in blocks.iter().filter(|(level, text)| writable(&[level, text])) {
                writeln!(f, "blocks\t{level}\t{text}")?;
            }
            for Narrower { processor, level, faster } in narrower {
                if writable(&[processor, level, faster]) {
                    writeln!(f, "narrower\t{processor}\t{level}\t{faster}")?;
                }
            }
        }
        Ok(())
    }
}

impl std::str::FromStr for Resolved {
    type Err = NotResolved;

    fn from_str(text: &str) -> Result<Self, NotResolved> {
        read(text).ok_or(NotResolved)
    }
}

/// A text that [`Resolved`] does not print: of another version, or damaged.
///
/// ```
/// use kernels_plan::resolved::Resolved;
/// let error = "nonsense".parse::<Resolved>().unwrap_err();
/// assert!(error.to_string().contains("build script"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotResolved;

impl fmt::Display for NotResolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the build script's plan is of another version than the macros: `kernels-plan` and `kernels` must have the same"
        )
    }
}

impl std::error::Error for NotResolved {}

fn read(text: &str) -> Option<Resolved> {
    let mut lines = text.lines();
    if lines.next()? != HEAD {
        return None;
    }
    let mut resolved = Resolved::default();
    let mut answer = &mut Answer::default();
    for line in lines {
        let fields: Vec<&str> = line.split('\t').collect();
        match *fields.as_slice() {
            ["caches", first, second] => {
                resolved.caches = Some(Caches { first: first.parse().ok()?, second: second.parse().ok()? });
            }
            ["small_cold", small] => resolved.small_cold = small.parse().ok()?,
            ["kernel", kernel, sizes, elements, graph, share, cold] => {
                let [kernel, sizes, elements] = [kernel, sizes, elements].map(String::from);
                let subject =
                    Subject { kernel, sizes, elements, graph: u64::from_str_radix(graph, 16).ok()? };
                answer = resolved.kernels.entry(subject).or_default();
                (answer.share, answer.cold) = (share.parse().ok()?, cold.parse().ok()?);
            }
            ["blocks", level, text] => {
                answer.blocks.insert(level.into(), text.into());
            }
            ["narrower", processor, level, faster] => {
                let [processor, level, faster] = [processor, level, faster].map(String::from);
                answer.narrower.push(Narrower { processor, level, faster });
            }
            _ => return None,
        }
    }
    Some(resolved)
}
