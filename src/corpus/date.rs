//! When an article was published: a day, or a day with a time.

/// A civil date, with the time of day where the user gave one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Date and time; midnight where only the day is known.
    pub at: jiff::civil::DateTime,
    /// Whether the time of day was given.
    pub timed: bool,
}

/// In which order day and month stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// There is no doubt.
    Clear,
    /// Either could be the day; read as day before month.
    Ambiguous,
    /// In digits, and only possible with the month before the day.
    MonthFirst,
}

/// A date as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub stamp: Stamp,
    /// Whether it named a time zone; the stamp is in universal time then.
    pub zoned: bool,
    pub order: Order,
}

/// Reads a date as a researcher or a page may write it.
///
/// Errors: why it cannot be used, in words.
pub(super) fn read(given: &str) -> Result<Reading, String> {
    let day = given.get(..10).unwrap_or(given);
    let at: jiff::civil::DateTime = given
        .parse()
        .or_else(|_| day.parse::<jiff::civil::Date>().map(|d| d.at(0, 0, 0, 0)))
        .map_err(|_| "the date cannot be read".to_owned())?;
    Ok(Reading {
        stamp: Stamp {
            at,
            timed: given.len() > 10 && at.time() != jiff::civil::Time::midnight(),
        },
        zoned: false,
        order: Order::Clear,
    })
}
