//! What is shown on standard error while the work goes on: a bar where a person watches, a line
//! for each finished stage where not, nothing with `--quiet`.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write, stderr};
use std::time::Instant;

/// How much is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verbosity {
    /// Bars, and a line for each finished stage.
    Bars,
    /// A line for each finished stage.
    Lines,
    /// Nothing.
    Silent,
}

impl Verbosity {
    /// What suits the place standard error leads to.
    pub(super) fn new(quiet: bool) -> Self {
        match (quiet, stderr().is_terminal()) {
            (true, _) => Verbosity::Silent,
            (false, true) => Verbosity::Bars,
            (false, false) => Verbosity::Lines,
        }
    }

    /// Begins a stage that is measured in bytes; `total` is `None` where nobody knows.
    pub(super) fn bytes(self, name: &'static str, total: Option<u64>) -> Stage {
        self.begin(
            name,
            total,
            "{msg:12} {wide_bar} {bytes} of {total_bytes}, {eta} left",
            "{msg:12} {spinner} {bytes}",
        )
    }

    /// Begins a stage that is measured in steps; `total` is `None` where nobody knows.
    pub(super) fn steps(self, name: &'static str, total: Option<u64>) -> Stage {
        self.begin(
            name,
            total,
            "{msg:12} {wide_bar} {human_pos} of {human_len}, {eta} left",
            "{msg:12} {spinner} {human_pos}",
        )
    }

    fn begin(self, name: &'static str, total: Option<u64>, known: &str, unknown: &str) -> Stage {
        let target = match self {
            Verbosity::Bars => ProgressDrawTarget::stderr(),
            Verbosity::Lines | Verbosity::Silent => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(total, target);
        let template = if total.is_some() { known } else { unknown };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(name);
        Stage {
            progress: self,
            name,
            bar,
            begun: Instant::now(),
        }
    }
}

/// A stage of the work that has begun. One that is dropped unfinished leaves nothing on the
/// terminal.
pub(super) struct Stage {
    progress: Verbosity,
    name: &'static str,
    bar: ProgressBar,
    begun: Instant,
}

impl Stage {
    /// Says that so much more is done.
    pub(super) fn tick(&self, more: u64) {
        self.bar.inc(more);
        // Files that a table names are read beyond what was known at first.
        if self
            .bar
            .length()
            .is_some_and(|length| self.bar.position() > length)
        {
            self.bar.set_length(self.bar.position());
        }
    }

    /// Ends the stage, and says what came of it.
    pub(super) fn done(self, outcome: &str) {
        self.bar.finish_and_clear();
        if self.progress != Verbosity::Silent {
            let seconds = self.begun.elapsed().as_secs_f64();
            // Nobody is left to be told where standard error is closed.
            let _ = writeln!(stderr(), "{}: {outcome} ({seconds:.1} s)", self.name);
        }
    }
}

/// The stages of a study, one after the other.
pub(super) struct Stages {
    progress: Verbosity,
    current: std::sync::Mutex<Option<Stage>>,
}

impl Stages {
    /// Before the first stage.
    pub(super) fn new(progress: Verbosity) -> Self {
        Stages {
            progress,
            current: std::sync::Mutex::default(),
        }
    }

    /// Ends the last stage.
    pub(super) fn done(self) {
        self.put(None);
    }

    fn put(&self, next: Option<Stage>) {
        let mut current = self
            .current
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(last) = std::mem::replace(&mut *current, next) {
            last.done("done");
        }
    }
}

impl crate::progress::Progress for Stages {
    fn begin(&self, stage: &'static str, total: u64) {
        self.put(Some(self.progress.steps(stage, Some(total))));
    }

    fn advance(&self, steps: u64) {
        let current = self
            .current
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(stage) = current.as_ref() {
            stage.tick(steps);
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
