//! Reads a compiler's assembly listing (AT&T syntax).

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A function: its labels and instructions, without directives and comments.
pub struct Function {
    /// One label (`.L1:`) or instruction per line; labels numbered in order.
    pub lines: Vec<String>,
}

impl Function {
    /// The associated function `name` of the kernel's namespace.
    pub fn find(listing: &str, kernel: &str, name: &str) -> Function {
        let symbol = format!("{}{kernel}{}{name}17h", kernel.len(), name.len());
        let found = Function::of_symbol(listing, &symbol);
        found.unwrap_or_else(|| panic!("no function {kernel}::{name} in the listing"))
    }

    /// The kernel's own function, where it was compiled: a small one is only inlined.
    pub fn dispatching(listing: &str, kernel: &str) -> Option<Function> {
        Function::of_symbol(listing, &format!("{}{kernel}17h", kernel.len()))
    }

    fn of_symbol(listing: &str, symbol: &str) -> Option<Function> {
        let is_start = |line: &&str| line.starts_with("_ZN") && line.contains(symbol) && line.ends_with(':');
        let mut lines = listing.lines().skip_while(|line| !is_start(line));
        lines.next()?;
        let lines: Vec<&str> = lines
            .take_while(|line| !line.starts_with(".Lfunc_end"))
            .map(|line| line.split('#').next().unwrap_or_default().trim())
            .filter(|line| !line.is_empty() && (is_label(line) || !line.starts_with('.')))
            .collect();
        Some(Function { lines: renumbered(&lines) })
    }

    /// The bodies of the loops that contain no other loop, from the label to the jump back
    /// to it; all of the function if it has none.
    pub fn innermost_loops(&self) -> Vec<&[String]> {
        let mut labels = BTreeMap::new();
        // The furthest jump back to each label.
        let mut loops = BTreeMap::new();
        for (at, line) in self.lines.iter().enumerate() {
            if is_label(line) {
                labels.insert(line.trim_end_matches(':'), at);
            } else if let Some(start) = target(line).and_then(|label| labels.get(label)) {
                loops.insert(*start, at);
            }
        }
        let contains_another =
            |start: usize, end: usize| loops.iter().any(|(&other, &last)| other > start && last <= end);
        let innermost = loops.iter().filter(|&(&start, &end)| !contains_another(start, end));
        let bodies: Vec<&[String]> = innermost.map(|(&start, &end)| &self.lines[start..=end]).collect();
        if bodies.is_empty() { vec![&self.lines] } else { bodies }
    }

    /// The innermost loops as a file, one after the other.
    pub fn inner_loops_text(&self) -> String {
        let mut text = String::new();
        for (number, body) in self.innermost_loops().into_iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            let mut names = Names::default();
            for line in body {
                let indent = if is_label(line) { "" } else { "\t" };
                let _ = writeln!(text, "{indent}{}", names.renamed(line));
            }
        }
        text
    }
}

/// New names of registers, in the order in which they are met: which ones the compiler
/// picks depends on no more than the path of the checkout.
#[derive(Default)]
struct Names {
    vectors: Vec<String>,
    others: Vec<String>,
}

impl Names {
    fn renamed(&mut self, line: &str) -> String {
        let mut parts = line.split('%');
        let mut text = parts.next().unwrap_or_default().to_string();
        for part in parts {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(part.len());
            let (register, rest) = part.split_at(end);
            let _ = write!(text, "%{}{rest}", self.name(register));
        }
        text
    }

    fn name(&mut self, register: &str) -> String {
        let number = |known: &mut Vec<String>, name: &str| {
            known.iter().position(|other| other == name).unwrap_or_else(|| {
                known.push(name.into());
                known.len() - 1
            })
        };
        match register.split_once("mm") {
            // A register has one number under its names of several widths.
            Some((width, index)) => format!("{width}mm{}", number(&mut self.vectors, index)),
            None if matches!(register, "rsp" | "rip") => register.into(),
            None => format!("r{}", number(&mut self.others, register)),
        }
    }
}

fn is_label(line: &str) -> bool {
    line.starts_with(".L") && line.ends_with(':')
}

/// The label that an instruction jumps to.
fn target(line: &str) -> Option<&str> {
    let (operation, operand) = line.split_once('\t')?;
    (operation.starts_with('j') && operand.starts_with(".L")).then_some(operand)
}

/// Labels numbered from 1 in order, so that code elsewhere does not change them.
fn renumbered(lines: &[&str]) -> Vec<String> {
    let labels: Vec<&str> =
        lines.iter().filter(|line| is_label(line)).map(|line| line.trim_end_matches(':')).collect();
    let number = |label: &str| labels.iter().position(|known| *known == label).map(|at| at + 1);
    lines
        .iter()
        .map(|line| match (is_label(line), target(line)) {
            (true, _) => {
                let at = number(line.trim_end_matches(':')).expect("it is one of the labels");
                format!(".L{at}:")
            }
            (false, Some(label)) => match number(label) {
                Some(at) => line.replace(label, &format!(".L{at}")),
                None => line.to_string(),
            },
            (false, None) => line.to_string(),
        })
        .collect()
}

/// Whether an instruction goes to another function: a call, or a jump out.
pub fn leaves(line: &str) -> bool {
    line.starts_with("call") || (line.starts_with('j') && target(line).is_none())
}

/// Whether an instruction moves a vector to or from the stack.
pub fn spills(line: &str) -> bool {
    let vector = ["%xmm", "%ymm", "%zmm"].iter().any(|register| line.contains(register));
    vector && (line.contains("(%rsp") || line.contains("(%rbp"))
}

/// The first lines that differ.
pub fn difference(old: &str, now: &str) -> String {
    let common = old.lines().zip(now.lines()).take_while(|(old, now)| old == now).count();
    let mut text = format!("from line {}:\n", common + 1);
    for (sign, lines) in [('-', old), ('+', now)] {
        for line in lines.lines().skip(common).take(8) {
            let _ = writeln!(text, "  {sign} {line}");
        }
    }
    text
}

#[test]
fn listings_are_read() {
    let listing = "_ZN8flagship1k6__avx217h00E:\n\t.cfi_startproc\n.LBB7_1:\n\tmovq\t%rax, %rbx\n.LBB7_4:\n\
        \tvmovups\t%ymm1, 32(%rsp,%rax)\n\tjne\t.LBB7_4\n\tjmp\t.LBB7_9\n\tjb\t.LBB7_1\n.LBB7_9:\n\
        \tcallq\t*memcpy@GOTPCREL(%rip)\n\tjmp\t_ZN4core5panic\n\tretq\n.Lfunc_end7:\n\tnot here\n";
    let function = Function::find(listing, "k", "__avx2");
    assert_eq!(function.inner_loops_text(), ".L2:\n\tvmovups\t%ymm0, 32(%rsp,%r0)\n\tjne\t.L2\n");
    let odd: Vec<&String> = function.lines.iter().filter(|line| leaves(line) || spills(line)).collect();
    assert_eq!(
        odd,
        ["vmovups\t%ymm1, 32(%rsp,%rax)", "callq\t*memcpy@GOTPCREL(%rip)", "jmp\t_ZN4core5panic"]
    );
}
