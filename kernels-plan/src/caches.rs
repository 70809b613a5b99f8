//! The data caches that blocks are planned for.

use std::path::Path;

use crate::isa::Isa;

/// Bytes of the data caches that a core has for itself, or shares with its threads.
///
/// ```
/// use kernels_plan::caches::Caches;
/// let server = Caches { first: 48 << 10, second: 2 << 20 };
/// assert!(server.first < server.second);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caches {
    /// The first level.
    pub first: usize,
    /// The second level.
    pub second: usize,
}

/// Where Linux says what caches the first core has.
const SYSFS: &str = "/sys/devices/system/cpu/cpu0/cache";

/// The most bytes of a packed block of a right operand, whatever the caches: packed blocks are
/// on the stack ([`crate::step::STACK_BUDGET`]).
const MOST_RIGHT: usize = 512 << 10;

/// The fewest: a block of few rows is packed more often than it is read.
const LEAST_RIGHT: usize = 32 << 10;

impl Caches {
    /// Those of no machine in particular, for programs that run on many: the smallest first
    /// level of all x86-64 processors with AVX2, and the second level that the table has.
    ///
    /// ```
    /// use kernels_plan::{caches::Caches, isa};
    /// let [avx2, avx512] = ["avx2", "avx512"].map(|name| Caches::usual(isa::find(name).unwrap()));
    /// assert_eq!(avx2, Caches { first: 32 << 10, second: 512 << 10 });
    /// assert_eq!(avx512, Caches { first: 32 << 10, second: 1 << 20 });
    /// ```
    pub fn usual(isa: &Isa) -> Caches {
        Caches { first: 32 << 10, second: isa.second_level }
    }

    /// Those of the machine that this runs on; `None` where it does not say: on another system
    /// than Linux, and in many virtual machines.
    ///
    /// ```
    /// use kernels_plan::caches::Caches;
    /// assert!(Caches::of_this_machine().is_none_or(|caches| caches.first < caches.second));
    /// ```
    pub fn of_this_machine() -> Option<Caches> {
        Caches::read(Path::new(SYSFS))
    }

    /// The caches that a folder describes in the way of Linux: one folder `index0`, `index1`, …
    /// each, with files `level`, `type` and `size`.
    ///
    /// ```
    /// use kernels_plan::caches::Caches;
    /// assert_eq!(Caches::read("no such folder".as_ref()), None);
    /// ```
    pub fn read(folder: &Path) -> Option<Caches> {
        let mut caches = [None; 2];
        for entry in std::fs::read_dir(folder).ok()?.flatten() {
            if !entry.file_name().to_string_lossy().starts_with("index") {
                continue;
            }
            let read = |name| std::fs::read_to_string(entry.path().join(name));
            let (Ok(level), Ok(kind), Ok(size)) = (read("level"), read("type"), read("size")) else {
                continue;
            };
            if let ("1" | "2", "Data" | "Unified") = (level.trim(), kind.trim()) {
                caches[usize::from(level.trim() == "2")] = bytes(size.trim());
            }
        }
        let [first, second] = caches;
        let caches = Caches { first: first?, second: second? };
        // What a simulated machine may say, no block would fit.
        (caches.first >= 4 << 10 && caches.second > caches.first).then_some(caches)
    }

    /// Bytes of the packed block of a right operand: three quarters of the second level, within what
    /// packed blocks may take of the stack. The larger, the less often the left operand comes from further
    /// away: blocks of 384 KiB in place of 256 took 2 to 7 % less for 512³ to 2048³ of AVX2 on a Xeon.
    pub(crate) fn right_block(self) -> usize {
        (self.second / 4 * 3).clamp(LEAST_RIGHT, MOST_RIGHT)
    }
}

/// `48K`, `2M` or plain bytes.
fn bytes(text: &str) -> Option<usize> {
    let (number, unit) = match text.strip_suffix(['K', 'M', 'G']) {
        Some(number) => (number, text.chars().last()),
        None => (text, None),
    };
    let shift = match unit {
        Some('K') => 10,
        Some('M') => 20,
        Some('G') => 30,
        _ => 0,
    };
    number.parse::<usize>().ok()?.checked_mul(1 << shift)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::isa::find;

    /// A folder with these caches: level, type and size.
    fn folder(name: &str, caches: &[[&str; 3]]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("kernels-caches-{name}-{}", std::process::id()));
        for (number, texts) in caches.iter().enumerate() {
            let index = folder.join(format!("index{number}"));
            std::fs::create_dir_all(&index).unwrap();
            for (file, text) in ["level", "type", "size"].into_iter().zip(texts) {
                std::fs::write(index.join(file), format!("{text}\n")).unwrap();
            }
        }
        std::fs::create_dir_all(folder.join("power")).unwrap();
        folder
    }

    fn read(name: &str, caches: &[[&str; 3]]) -> Option<Caches> {
        let folder = folder(name, caches);
        let caches = Caches::read(&folder);
        std::fs::remove_dir_all(folder).unwrap();
        caches
    }

    #[test]
    fn a_server_has_data_and_unified_caches() {
        let caches = [
            ["1", "Data", "48K"],
            ["1", "Instruction", "32K"],
            ["2", "Unified", "2M"],
            ["3", "Unified", "32768K"],
        ];
        assert_eq!(read("server", &caches), Some(Caches { first: 48 << 10, second: 2 << 20 }));
    }

    #[test]
    fn what_is_missing_or_nonsense_is_none() {
        assert_eq!(read("first", &[["1", "Data", "32K"]]), None);
        for size in ["", "K", "-1K", "32k", "99999999999999999999K", "0K"] {
            let caches = [["1", "Data", size], ["2", "Unified", "512K"]];
            assert_eq!(read("size", &caches), None, "{size}");
        }
        assert_eq!(read("order", &[["1", "Data", "64K"], ["2", "Unified", "64K"]]), None);
        assert_eq!(read("other", &[["0", "Data", "64K"], ["2", "Trace", "64K"]]), None);
    }

    #[test]
    fn sizes_have_units() {
        assert_eq!(
            ["512", "48K", "3M", "1G"].map(bytes),
            [Some(512), Some(48 << 10), Some(3 << 20), Some(1 << 30)]
        );
    }

    #[test]
    fn packed_blocks_stay_within_the_stack() {
        for second in [0, 64 << 10, 512 << 10, 1 << 20, usize::MAX] {
            let caches = Caches { first: 32 << 10, second };
            assert!((LEAST_RIGHT..=MOST_RIGHT).contains(&caches.right_block()));
        }
        let blocks = ["avx2", "avx512"].map(|name| Caches::usual(find(name).unwrap()).right_block());
        assert_eq!(blocks, [384 << 10, 512 << 10]);
    }
}
