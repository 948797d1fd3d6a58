//! When an article was published: a day, or a day with a time.

/// A civil date, with the time of day where the user gave one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Date and time; midnight where only the day is known.
    pub at: jiff::civil::DateTime,
    /// Whether the time of day was given.
    pub timed: bool,
}
