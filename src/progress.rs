//! Where a long run tells how far it is: a place to report to, and one that reports to nobody.

/// Where a long run tells how far it is.
pub trait Progress: Sync {
    /// A stage begins that has `total` steps.
    fn begin(&self, stage: &'static str, total: u64);
    /// Some steps are done.
    fn advance(&self, steps: u64);
}

/// A progress that tells nobody.
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _stage: &'static str, _total: u64) {}
    fn advance(&self, _steps: u64) {}
}
