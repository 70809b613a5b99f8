//! Process 1 of the emulated machine that `.ci/avx512-run` starts.
//!
//! Runs every program of `/avx512/programs`, one after another in name order, each with
//! the arguments in `/avx512/args`, the environment in `/avx512/env` and the working
//! directory in `/avx512/cwd` (the first two are lists whose items end in a NUL byte).
//! The programs' output goes to the second serial port; the first, the kernel's console,
//! carries the closing line `avx512-init: status N`, without which no run has succeeded.

use std::error::Error;
use std::ffi::{CStr, OsStr, c_char, c_int, c_ulong, c_void};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

unsafe extern "C" {
    fn mount(
        source: *const c_char,
        target: *const c_char,
        kind: *const c_char,
        flags: c_ulong,
        data: *const c_void,
    ) -> c_int;
    fn iopl(level: c_int) -> c_int;
    fn tcgetattr(fd: c_int, settings: *mut Termios) -> c_int;
    fn tcsetattr(fd: c_int, when: c_int, settings: *const Termios) -> c_int;
    fn tcdrain(fd: c_int) -> c_int;
}

/// The C library's `struct termios`: the field needed here, and room for the others.
#[repr(C)]
struct Termios {
    input: u32,
    output: u32,
    rest: [u32; 13],
}

fn main() {
    match run() {
        Ok(status) => println!("\navx512-init: status {status}"),
        Err(error) => println!("\navx512-init: {error}"),
    }
    // SAFETY: takes a descriptor, no memory.
    unsafe { tcdrain(1) };
    switch_off();
}

/// Runs everything; the status is that of the first program that failed, or 0.
fn run() -> Result<i32, Box<dyn Error>> {
    attach(c"proc", c"/proc")?;
    attach(c"sysfs", c"/sys")?;
    attach(c"devtmpfs", c"/dev")?;
    let mut output = open_raw("/dev/ttyS1")?;
    let several = Path::new("/avx512/several").exists();

    let mut programs = fs::read_dir("/avx512/programs")?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<PathBuf>>>()?;
    programs.sort();
    let mut first_failure = 0;
    for program in programs {
        // Each program lies in a numbered folder of its own.
        let program = fs::read_dir(program)?.next().ok_or("a program is missing")??.path();
        let name = program.file_name().unwrap_or_default().display();
        if several {
            writeln!(output, "== {name}")?;
        }
        let status = relay(&program, &mut output)?;
        let code = status.code().or(status.signal().map(|signal| 128 + signal)).unwrap_or(1);
        if several || status.signal().is_some() {
            writeln!(output, "== {name}: {status}")?;
        }
        if first_failure == 0 {
            first_failure = code;
        }
    }
    // SAFETY: takes a descriptor, no memory.
    unsafe { tcdrain(output.as_raw_fd()) };
    Ok(first_failure)
}

/// Runs one program and copies what it writes. It writes to a pipe and not to the
/// serial port itself, because programs colour what they write to a terminal.
fn relay(program: &Path, output: &mut File) -> Result<ExitStatus, Box<dyn Error>> {
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(program);
    command
        .args(items(&fs::read("/avx512/args")?))
        .current_dir(OsStr::from_bytes(&fs::read("/avx512/cwd")?))
        .env_clear()
        .envs([("HOME", "/tmp"), ("PATH", "/avx512")])
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    for variable in items(&fs::read("/avx512/env")?) {
        let mut halves = variable.as_bytes().splitn(2, |&byte| byte == b'=');
        if let (Some(name), Some(value)) = (halves.next(), halves.next()) {
            command.env(OsStr::from_bytes(name), OsStr::from_bytes(value));
        }
    }
    let mut child = command.spawn()?;
    drop(command); // Holds the pipe's other end, which would never close.
    io::copy(&mut reader, output)?;
    Ok(child.wait()?)
}

fn items(list: &[u8]) -> impl Iterator<Item = &OsStr> {
    list.split_inclusive(|&byte| byte == 0).map(|item| OsStr::from_bytes(&item[..item.len() - 1]))
}

fn attach(kind: &CStr, target: &CStr) -> io::Result<()> {
    // SAFETY: the three names end in NUL and outlive the call; the data may be null.
    match unsafe { mount(kind.as_ptr(), target.as_ptr(), kind.as_ptr(), 0, std::ptr::null()) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}

/// Opens a serial port that sends bytes as they are: no carriage return before a newline.
fn open_raw(path: &str) -> io::Result<File> {
    const POST_PROCESS: u32 = 1;
    let port = OpenOptions::new().write(true).open(path)?;
    let mut settings = Termios { input: 0, output: 0, rest: [0; 13] };
    // SAFETY: `settings` has the size and alignment of the C library's structure.
    if unsafe { tcgetattr(port.as_raw_fd(), &mut settings) } == 0 {
        settings.output &= !POST_PROCESS;
        // SAFETY: as above; 0 means at once.
        unsafe { tcsetattr(port.as_raw_fd(), 0, &settings) };
    }
    Ok(port)
}

/// Ends the emulator: Bochs exits when it sees this word at port 0x8900.
fn switch_off() {
    // SAFETY: raises this process' right to use ports; process 1 is root.
    if unsafe { iopl(3) } != 0 {
        return;
    }
    for byte in *b"Shutdown" {
        // SAFETY: writes one byte to a port that only the emulator listens to.
        unsafe { std::arch::asm!("out dx, al", in("dx") 0x8900_u16, in("al") byte) };
    }
}
