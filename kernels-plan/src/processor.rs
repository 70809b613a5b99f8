//! The processor that this program runs on, as profiles name it.

/// The processor's model: its name, with family and model where it has them, because virtual
/// machines cut names short.
///
/// ```
/// let name = kernels_plan::processor::name();
/// assert!(!name.trim().is_empty() && !name.contains('\n'));
/// ```
pub fn name() -> String {
    let name = identified().or_else(listed).unwrap_or_default();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { format!("unknown {}", std::env::consts::ARCH) } else { name }
}

/// What the processor says of itself: Intel, Software Developer's Manual 2A, CPUID.
#[cfg(target_arch = "x86_64")]
fn identified() -> Option<String> {
    use std::arch::x86_64::__cpuid;

    /// The first and the last leaf of the name, of 16 bytes each.
    const NAME: [u32; 2] = [0x8000_0002, 0x8000_0004];
    if __cpuid(0x8000_0000).eax < NAME[1] {
        return None;
    }
    let words = (NAME[0]..=NAME[1]).map(__cpuid).flat_map(|leaf| [leaf.eax, leaf.ebx, leaf.ecx, leaf.edx]);
    let bytes: Vec<u8> = words.flat_map(u32::to_le_bytes).take_while(|&byte| byte != 0).collect();
    let (family, model) = family_and_model(__cpuid(1).eax);
    Some(format!("{}, family {family} model {model}", String::from_utf8_lossy(&bytes).trim()))
}

#[cfg(not(target_arch = "x86_64"))]
fn identified() -> Option<String> {
    None
}

/// The family and model in the signature of leaf 1, whose upper parts extend the lower ones.
#[cfg_attr(not(target_arch = "x86_64"), allow(dead_code))]
fn family_and_model(signature: u32) -> (u32, u32) {
    let field = |from: u32, bits: u32| signature >> from & ((1 << bits) - 1);
    let (family, model) = (field(8, 4), field(4, 4));
    let whole_model = if matches!(family, 6 | 15) { field(16, 4) << 4 | model } else { model };
    (if family == 15 { family + field(20, 8) } else { family }, whole_model)
}

/// What Linux says where the processor itself doesn't.
fn listed() -> Option<String> {
    let text = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let lines = || text.lines().filter_map(|line| line.split_once(':'));
    let field =
        |name: &str| lines().find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_string());
    if let Some(name) = field("model name") {
        return Some(name);
    }
    let parts = ["CPU implementer", "CPU part", "CPU revision"];
    let parts: Vec<String> =
        parts.into_iter().filter_map(|key| Some(format!("{key} {}", field(key)?))).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::family_and_model;

    #[test]
    fn signatures_of_known_processors() {
        // Zen 2, Zen 5, Skylake-X, Sapphire Rapids.
        for (signature, expected) in
            [(0x0083_0F10, (23, 49)), (0x00B0_0F21, (26, 2)), (0x0005_0654, (6, 85)), (0x0008_06F8, (6, 143))]
        {
            assert_eq!(family_and_model(signature), expected);
        }
    }
}
