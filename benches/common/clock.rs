//! Which clock to read.

use std::mem::MaybeUninit;
use std::time::Duration;

use super::interleaved;

/// A run that is longer meets other processes on its core, in seconds: with two of them on it, runs
/// of 0.4 ms were timed as 4.5 again and again, a slice of theirs. To read the time of a thread
/// takes 0.3 µs.
const LONG: f64 = 0.0001;

/// A clock for runs of some length.
#[derive(Clone, Copy)]
pub enum Clock {
    /// The time that passes, for short runs: of many some are not interrupted.
    Wall,
    /// The time that this thread has the core, for long ones.
    Thread,
}

impl Clock {
    /// For runs of about so many seconds.
    pub fn of(seconds: f64) -> Self {
        if seconds > LONG { Clock::Thread } else { Clock::Wall }
    }

    /// The time of a run.
    #[inline]
    pub fn time(self, run: impl FnOnce()) -> Duration {
        match self {
            Clock::Wall => interleaved::time(run),
            Clock::Thread => {
                let start = thread_time();
                run();
                thread_time() - start
            }
        }
    }
}

fn thread_time() -> Duration {
    let mut time = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: the call writes all of the time, or fails and says so.
    let time = unsafe {
        let failed = libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, time.as_mut_ptr());
        assert_eq!(failed, 0, "no clock of the thread");
        time.assume_init()
    };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}
