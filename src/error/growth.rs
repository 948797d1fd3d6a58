//! For tests: whether work grows with what it is given, and not with the square of that.

use std::time::{Duration, Instant};

/// Asserts that four times as much takes at most about four times as long; the square would take
/// sixteen times.
#[track_caller]
pub(crate) fn grows_evenly(what: &str, units: usize, work: impl Fn(usize)) {
    /// Between 4 and 16, since caches and allocators have their own steps.
    const MOST: u32 = 9;
    /// Below this a clock tells nothing.
    const LEAST: Duration = Duration::from_millis(4);
    let time = |units| (0..3).map(|_| spent(|| work(units))).min();
    let (one, four) = (time(units), time(4 * units));
    let (one, four) = (one.unwrap_or_default(), four.unwrap_or_default());
    assert!(
        four <= one.max(LEAST) * MOST,
        "{what}: {units} take {one:?}, four times as many {four:?}"
    );
}

/// The time of the processor where the system tells it, since other work may run beside a test.
fn spent(work: impl Fn()) -> Duration {
    let (clock, before) = (Instant::now(), on_processor());
    work();
    match (before, on_processor()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => clock.elapsed(),
    }
}

/// How long this thread has run.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
