//! Days of the Islamic calendar, by the calendar of Umm al-Qura, which Saudi Arabia prints.
//!
//! `umm_al_qura.csv` has for each year its first day and which of its months have 30 days. Source: the
//! printed calendars of 1365 (1945) to 1450 (2029), as collected for hijridate 2.6 (M. Alshehri); for 1420 to 1450
//! they are the same as those of Unicode (CLDR, *islamic-umalqura*, after R. H. van Gent). Countries
//! that wait for the moon to be seen may be a day before or behind.

use super::NoDate;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The first day of a year, and the days of its months.
type Year = (Date, [i64; 12]);

static YEARS: LazyLock<BTreeMap<i16, Year>> = LazyLock::new(|| {
    let rows = include_str!("umm_al_qura.csv").lines().skip(1);
    rows.filter_map(year).collect()
});

fn year(row: &str) -> Option<(i16, Year)> {
    let mut cells = row.split(',');
    let (year, first) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    let mut days = [29; 12];
    for (days, long) in days.iter_mut().zip(cells.next()?.bytes()) {
        *days += i64::from(long == b'1');
    }
    Some((year, (first, days)))
}

/// The Gregorian day of one of the Islamic calendar. A thirtieth day of a month that has 29 is the one
/// after the last: elsewhere the moon was seen later.
pub(super) fn day(year: i16, month: i8, day: i8) -> Result<Date, NoDate> {
    let (first, days) = YEARS.get(&year).ok_or(NoDate::Islamic)?;
    let is_month = (1..=12).contains(&month) && (1..=30).contains(&day);
    let before = is_month.then(|| days[..month as usize - 1].iter().sum::<i64>());
    let days: Span = (before.ok_or(NoDate::Impossible)? + i64::from(day) - 1).days();
    first.checked_add(days).map_err(|_| NoDate::Impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_year_ends_where_the_next_begins() {
        assert_eq!(YEARS.len(), 86);
        for (year, (first, days)) in YEARS.iter() {
            let sum: i64 = days.iter().sum();
            assert!((353..=355).contains(&sum), "{year}");
            if let Some((next, _)) = YEARS.get(&(year + 1)) {
                assert_eq!(first.checked_add(sum.days()).ok(), Some(*next), "{year}");
            }
        }
    }

    #[test]
    fn days_that_papers_printed_with_both_dates_are_those() {
        let cases = [
            ((1434, 4, 29), "2013-03-11"),
            ((1445, 9, 1), "2024-03-11"),
            ((1436, 10, 26), "2015-08-11"),
            ((1400, 1, 1), "1979-11-20"),
            ((1446, 2, 14), "2024-08-18"),
        ];
        for ((year, month, of), expected) in cases {
            assert_eq!(
                day(year, month, of).map(|day| day.to_string()).as_deref(),
                Ok(expected)
            );
        }
        assert_eq!(day(1299, 1, 1), Err(NoDate::Islamic));
        assert_eq!(day(1445, 13, 1), Err(NoDate::Impossible));
    }
}
