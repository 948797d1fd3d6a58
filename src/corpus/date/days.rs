//! The day that numbers mean, or the two that they may mean.

use super::{DayOrder, NoDate, islamic};
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// The day or days that a date may mean.
pub(super) struct Days {
    /// Whether it was converted from the Islamic calendar.
    pub islamic: bool,
    pub likely: Date,
    pub other: Option<Date>,
    pub order: DayOrder,
}

impl Days {
    /// A day that can be no other.
    pub(crate) fn clear(year: i16, month: i8, day: i8) -> Result<Self, NoDate> {
        Ok(Days {
            islamic: false,
            likely: date(year, month, day)?,
            other: None,
            order: DayOrder::Clear,
        })
    }

    /// A day of the Islamic calendar.
    pub(crate) fn islamic(year: i16, month: i8, day: i8) -> Result<Self, NoDate> {
        Ok(Days {
            islamic: true,
            likely: islamic::day(year, month, day)?,
            other: None,
            order: DayOrder::Clear,
        })
    }
}

/// The years 1300 to 1500 of the Islamic calendar are 1882 to 2077 of ours.
const ISLAMIC: RangeInclusive<i16> = 1300..=1500;

/// In Iran and Afghanistan the year may be one of the sun, up to this one (2041): what is in digits
/// only is not certain before it.
const LAST_OF_SUN: i16 = 1419;

/// The day or days of three numbers; `marked` says that an era of the Islamic calendar follows.
pub(super) fn days(
    parting: char,
    [first, second, third]: [&str; 3],
    marked: bool,
) -> Result<Days, NoDate> {
    let islamic = [(first, third), (third, first)]
        .into_iter()
        .find_map(|(year, day)| {
            let year: i16 = year.parse().ok().filter(|_| year.len() == 4)?;
            ISLAMIC.contains(&year).then_some((year, day))
        });
    if let Some((year, day)) = islamic {
        return match marked || year > LAST_OF_SUN {
            true => Days::islamic(year, small(second)?, small(day)?),
            false => Err(NoDate::Islamic),
        };
    }
    if first.len() == 4 {
        return Days::clear(small(first)?, small(second)?, small(third)?);
    }
    if third.len() != 4 {
        return Err(NoDate::ShortYear);
    }
    let (a, b, year): (i8, i8, i16) = (small(first)?, small(second)?, small(third)?);
    let of = |likely, other, order| Days {
        islamic: false,
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
            of(likely, Some(other), DayOrder::Clear)
        }
        (false, true) => of(date(year, b, a)?, None, DayOrder::DayFirst),
        _ => of(date(year, a, b)?, None, DayOrder::MonthFirst),
    })
}

fn date(year: i16, month: i8, day: i8) -> Result<Date, NoDate> {
    match year {
        _ if ISLAMIC.contains(&year) => Err(NoDate::Islamic),
        1800..=2200 => Date::new(year, month, day).map_err(|_| NoDate::Impossible),
        _ => Err(NoDate::Impossible),
    }
}

pub(super) fn small<T: std::str::FromStr>(digits: &str) -> Result<T, NoDate> {
    digits.parse().map_err(|_| NoDate::Impossible)
}
