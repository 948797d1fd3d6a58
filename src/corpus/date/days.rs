//! The day that numbers mean, or the two that they may mean.

use super::{NoDate, Order};
use jiff::civil::Date;

/// The day or days that a date may mean.
pub(super) struct Days {
    pub likely: Date,
    pub other: Option<Date>,
    pub order: Order,
}

impl Days {
    /// A day that can be no other.
    pub fn clear(year: i16, month: i8, day: i8) -> Result<Self, NoDate> {
        Ok(Days {
            likely: date(year, month, day)?,
            other: None,
            order: Order::Clear,
        })
    }
}

/// The day or days of three numbers.
pub(super) fn days(parting: char, first: &str, second: &str, third: &str) -> Result<Days, NoDate> {
    if first.len() == 4 {
        return Days::clear(small(first)?, small(second)?, small(third)?);
    }
    if third.len() != 4 {
        return Err(NoDate::ShortYear);
    }
    let (a, b, year): (i8, i8, i16) = (small(first)?, small(second)?, small(third)?);
    let of = |likely, other, order| Days {
        likely,
        other,
        order,
    };
    // Nobody writes the month first with dots.
    if parting == '.' || a == b {
        return Days::clear(year, b, a);
    }
    Ok(match (a <= 12, b <= 12) {
        (true, true) => {
            let (likely, other) = (date(year, b, a)?, date(year, a, b)?);
            of(likely, Some(other), Order::Clear)
        }
        (false, true) => of(date(year, b, a)?, None, Order::DayFirst),
        _ => of(date(year, a, b)?, None, Order::MonthFirst),
    })
}

fn date(year: i16, month: i8, day: i8) -> Result<Date, NoDate> {
    // The years 1300 to 1500 of the Islamic calendar are 1882 to 2077 of ours.
    match year {
        1300..=1500 => Err(NoDate::Islamic),
        1800..=2200 => Date::new(year, month, day).map_err(|_| NoDate::Impossible),
        _ => Err(NoDate::Impossible),
    }
}

pub(super) fn small<T: std::str::FromStr>(digits: &str) -> Result<T, NoDate> {
    digits.parse().map_err(|_| NoDate::Impossible)
}
