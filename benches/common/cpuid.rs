//! Holds peers at a level that choose their code by what `cpuid` says as they run.
//!
//! Linux can have the instruction trap, on processors with CPUID faulting (`arch_prctl`,
//! `ARCH_CPUID`). The handler asks the processor, and clears the bits of wider instructions.

use std::arch::x86_64::{__cpuid_count, CpuidResult};
use std::sync::atomic::{AtomicU8, Ordering};
use std::{io, mem, ptr};

use kernels::Level;

/// From `asm/prctl.h`: chooses whether `cpuid` runs or traps.
const ARCH_CPUID: libc::c_int = 0x1012;
/// The instruction's bytes.
const INSTRUCTION: [u8; 2] = [0x0f, 0xa2];

/// Bits of one answer that tell of instructions, and the level that these come with.
struct Bits {
    level: Level,
    leaf: u32,
    subleaf: u32,
    /// Of `eax`, `ebx`, `ecx` and `edx`.
    registers: [&'static [u32]; 4],
}

/// What a level must not find of those above it. Intel's manual, volume 2A, table 3-8.
const WIDER: [Bits; 6] = [
    // FMA, AVX, F16C.
    Bits { level: Level::Avx2, leaf: 1, subleaf: 0, registers: [&[], &[], &[12, 28, 29], &[]] },
    // AVX2; VAES, VPCLMULQDQ.
    Bits { level: Level::Avx2, leaf: 7, subleaf: 0, registers: [&[], &[5], &[9, 10], &[]] },
    // AVX-VNNI; its INT8 and INT16.
    Bits { level: Level::AvxVnni, leaf: 7, subleaf: 1, registers: [&[4], &[], &[], &[4, 10]] },
    // F, DQ, IFMA, CD, BW, VL; VBMI, VBMI2, BITALG, VPOPCNTDQ; VP2INTERSECT, AMX, FP16.
    Bits {
        level: Level::Avx512,
        leaf: 7,
        subleaf: 0,
        registers: [&[], &[16, 17, 21, 28, 30, 31], &[1, 6, 12, 14], &[8, 22, 23, 24, 25]],
    },
    // BF16; AVX10.
    Bits { level: Level::Avx512, leaf: 7, subleaf: 1, registers: [&[5], &[], &[], &[19]] },
    // VNNI.
    Bits { level: Level::Avx512Vnni, leaf: 7, subleaf: 0, registers: [&[], &[], &[11], &[]] },
];

/// The level that the process is held at.
static HELD: AtomicU8 = AtomicU8::new(0);

/// Has all that asks the processor from now on, in this thread and those it starts, find no
/// instructions above a level.
///
/// # Errors
/// Where the processor or the kernel cannot make `cpuid` trap.
pub fn hold(level: Level) -> io::Result<()> {
    HELD.store(level as u8, Ordering::Relaxed);
    let handler: extern "C" fn(_, _, _) = answer;
    // SAFETY: an action is plain bits, all zero at first. The handler has the signature that
    // SA_SIGINFO asks for; the one it replaces only names overflows of the stack.
    unsafe {
        let mut action: libc::sigaction = mem::zeroed();
        action.sa_sigaction = handler as usize;
        action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
        libc::sigaction(libc::SIGSEGV, &action, ptr::null_mut());
    }
    trap(true)
}

/// Has `cpuid` trap in this thread, or run.
fn trap(on: bool) -> io::Result<()> {
    // SAFETY: it changes what one instruction does, for which there is a handler.
    let failed = unsafe { libc::syscall(libc::SYS_arch_prctl, ARCH_CPUID, libc::c_ulong::from(!on)) };
    if failed == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The handler: does what `cpuid` does, for the held level.
extern "C" fn answer(_: libc::c_int, _: *mut libc::siginfo_t, context: *mut libc::c_void) {
    // SAFETY: the kernel hands over the context of the thread that trapped, which waits.
    let registers = unsafe { &mut (*context.cast::<libc::ucontext_t>()).uc_mcontext.gregs };
    let [rax, rbx, rcx, rdx, rip] =
        [libc::REG_RAX, libc::REG_RBX, libc::REG_RCX, libc::REG_RDX, libc::REG_RIP].map(|at| at as usize);
    // SAFETY: the instruction there has just been fetched.
    let instruction = unsafe { (registers[rip] as *const [u8; 2]).read() };
    if instruction != INSTRUCTION {
        // Another fault: without a handler it ends the process, when it comes again.
        // SAFETY: the default action needs nothing.
        unsafe { libc::signal(libc::SIGSEGV, libc::SIG_DFL) };
        return;
    }
    let (leaf, subleaf) = (registers[rax] as u32, registers[rcx] as u32);
    // Neither fails where the first did not.
    let _ = trap(false);
    let found = __cpuid_count(leaf, subleaf);
    let _ = trap(true);
    let [eax, ebx, ecx, edx] = narrowed(found, leaf, subleaf, HELD.load(Ordering::Relaxed));
    registers[rax] = eax.into();
    registers[rbx] = ebx.into();
    registers[rcx] = ecx.into();
    registers[rdx] = edx.into();
    registers[rip] += INSTRUCTION.len() as i64;
}

/// An answer without the bits of levels above the held one.
fn narrowed(found: CpuidResult, leaf: u32, subleaf: u32, held: u8) -> [u32; 4] {
    let mut answer = [found.eax, found.ebx, found.ecx, found.edx];
    for wider in &WIDER {
        // Leaf 1 has no others below it, and is asked with anything in `ecx`.
        let asked = wider.leaf == leaf && (leaf == 1 || wider.subleaf == subleaf);
        if asked && wider.level as u8 > held {
            for (register, bits) in answer.iter_mut().zip(wider.registers) {
                *register &= !bits.iter().fold(0, |mask, bit| mask | 1 << bit);
            }
        }
    }
    answer
}
