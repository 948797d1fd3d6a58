//! Ctrl-C: an interrupted run says so, and leaves nothing half-written.

use super::out::complain;
use crate::report;
use crate::wording::word;
use std::process::exit;

/// As shells have it for what was ended by Ctrl-C: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// From now on Ctrl-C ends the run in order. Where the one who started it wants Ctrl-C passed over,
/// or the system knows none, all stays as it is.
pub(super) fn watch() {
    // What a run that is simply ended leaves behind the next one sweeps up.
    let _ = ctrlc::try_set_handler(|| {
        report::abandon();
        complain(word("cli.interrupted"));
        exit(INTERRUPTED);
    });
}
