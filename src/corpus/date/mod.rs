//! When an article was published: a day, or a day with a time, as pages and spreadsheets write it.
//!
//! What is not certain is not a date: a month without a day and a year of two digits after digits give
//! none, and say so. A day of the Islamic calendar alone is converted, and marked.

mod days;
mod islamic;
mod marks;
mod months;
mod reader;

use crate::wording::word;
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use reader::DateReader;
use std::fmt;

/// A civil date, with the time of day where the user gave one.
///
/// Where the user gave a time zone too, it is universal time (UTC); else it is what stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Date and time; midnight where only the day is known.
    pub at: DateTime,
    /// Whether the time of day was given. Midnight to the second is what programs write where
    /// they know the day only, and counts as not given.
    pub timed: bool,
}

impl Stamp {
    /// Its month: `2024-08`.
    pub(crate) fn month(self) -> String {
        self.at.strftime("%Y-%m").to_string()
    }
}

#[cfg(test)]
impl Stamp {
    /// So many minutes after the beginning of March 2024, for the tests of other rooms.
    pub fn of_minute(minutes: i64, timed: bool) -> Self {
        let first = jiff::civil::date(2024, 3, 1).at(0, 0, 0, 0);
        let at = first + jiff::Span::new().minutes(minutes);
        Stamp { at, timed }
    }
}

/// In which order day and month stood, both being digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// There can be no doubt.
    Clear,
    /// Only possible with the day first.
    DayFirst,
    /// Only possible with the month first.
    MonthFirst,
    /// Either; read with the day first, and this is the other reading.
    Either(Stamp),
}

/// A date as it was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ReadDate {
    pub stamp: Stamp,
    /// Whether it named a time zone.
    pub zoned: bool,
    /// Whether a place named the time zone, of which only the winter time is known.
    pub by_place: bool,
    /// Whether it was of the Islamic calendar alone and converted.
    pub islamic: bool,
    pub order: DayOrder,
}

/// Why something is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDate {
    /// A month or a year.
    NoDay,
    NoYear,
    ShortYear,
    Islamic,
    /// A number that a spreadsheet shows as a date.
    DayNumber,
    /// There is no such day or hour.
    Impossible,
    Unknown,
}

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(match self {
            NoDate::NoDay => "notes.no-day",
            NoDate::NoYear => "notes.no-year",
            NoDate::ShortYear => "notes.short-year",
            NoDate::Islamic => "notes.islamic",
            NoDate::DayNumber => "notes.day-number",
            NoDate::Impossible => "notes.no-such-day",
            NoDate::Unknown => "notes.no-date",
        }))
    }
}

/// Reads a date as a researcher, a page or a spreadsheet may write it: `2024-08-18`, with a time
/// and a time zone or not; `18/08/2024`; `18 أغسطس 2024، 3:41 م`; `Aug 18, 2024`; digits of either
/// set.
pub(super) fn read(given: &str) -> Result<ReadDate, NoDate> {
    let marks = marks::cut(given);
    let same = marks
        .iter()
        .position(|mark| matches!(mark, marks::DatePiece::Word(word) if months::is_same_day(word)));
    match same {
        // Both calendars name one day: the Gregorian one is read, on whichever side it stands.
        Some(at) => {
            let sides = [&marks[at + 1..], &marks[..at]].map(read_marks);
            let is_sure = |side: &&Result<ReadDate, NoDate>| side.is_ok_and(|read| !read.islamic);
            let [behind, before] = sides;
            let sure = sides.iter().find(is_sure).copied();
            sure.unwrap_or_else(|| behind.or_else(|why| before.map_err(|_| why)))
        }
        None => read_marks(&marks),
    }
}

/// A date stands among so many first lines of a page, if anywhere above its text: a section, the
/// headline, the author and the place may come before it.
const LINES_ABOVE: usize = 6;

/// Longer lines are no dates, though they may hold one.
const LONGEST_LINE: usize = 100;

/// The date that stands above a text as a line of its own, if there is one that can be no other.
pub(super) fn above(text: &str) -> Option<ReadDate> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines = lines
        .take(LINES_ABOVE)
        .filter(|line| line.len() <= LONGEST_LINE);
    // Digits alone may be any number.
    let is_number = |line: &str| line.chars().all(|c| c.is_numeric());
    lines.find_map(|line| read(line).ok().filter(|_| !is_number(line)))
}

fn read_marks(marks: &[marks::DatePiece]) -> Result<ReadDate, NoDate> {
    let mut reader = DateReader::new(marks);
    let days = match reader.digits_date()? {
        Some(days) => days,
        None => reader.date_in_words()?,
    };
    let time = reader.time()?;
    let zone = reader.zone()?;
    if !reader.is_at_end() {
        return Err(NoDate::Unknown);
    }
    let stamp = |day: Date| -> Result<Stamp, NoDate> {
        let time = time.filter(|time| *time != Time::midnight());
        let at = day.to_datetime(time.unwrap_or_default());
        let shift = SignedDuration::from_mins(if time.is_some() { zone.unwrap_or(0) } else { 0 });
        Ok(Stamp {
            at: at.checked_sub(shift).map_err(|_| NoDate::Impossible)?,
            timed: time.is_some(),
        })
    };
    Ok(ReadDate {
        stamp: stamp(days.likely)?,
        zoned: zone.is_some() && time.is_some(),
        by_place: reader.by_place && time.is_some(),
        islamic: days.islamic,
        order: match days.other {
            Some(other) => DayOrder::Either(stamp(other)?),
            None => days.order,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(given: &str) -> String {
        match read(given) {
            Ok(ReadDate { stamp, zoned, .. }) => {
                let zone = if zoned { "Z" } else { "" };
                if stamp.timed {
                    format!("{}{zone}", stamp.at)
                } else {
                    stamp.at.date().to_string()
                }
            }
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn dates_are_read_as_pages_and_spreadsheets_write_them() {
        let cases = [
            ("2024-08-18", "2024-08-18"),
            ("2024-08-18T15:41", "2024-08-18T15:41:00"),
            ("2013-03-11 00:00:00", "2013-03-11"),
            ("2013-03-11 07:05:09.123", "2013-03-11T07:05:09"),
            ("2024/8/18", "2024-08-18"),
            ("20240818", "2024-08-18"),
            ("18/08/2024", "2024-08-18"),
            ("08/18/2024", "2024-08-18"),
            ("18.8.2024", "2024-08-18"),
            ("18 أغسطس 2024", "2024-08-18"),
            ("18 أغسطس 2024، 3:41 م", "2024-08-18T15:41:00"),
            ("١٨ آب/أغسطس ٢٠٢٤", "2024-08-18"),
            ("١٨/٠٨/٢٠٢٤ ٣:٤١ ص", "2024-08-18T03:41:00"),
            ("الأحد، 18 كانون الأول 2022م", "2022-12-18"),
            ("18 غشت 2024 - 12:10 صباحا", "2024-08-18T00:10:00"),
            ("August 18, 2024 at 12:10 PM", "2024-08-18T12:10:00"),
            ("Sunday 18th Aug 2024", "2024-08-18"),
            ("1er août 2024, 15h41", "2024-08-01T15:41:00"),
            ("\u{200f}18/08/2024\u{200f}", "2024-08-18"),
            ("20240818T154100", "2024-08-18T15:41:00"),
            ("20240818154100", "2024-08-18T15:41:00"),
            ("202408181541", "2024-08-18T15:41:00"),
            ("18-Aug-24", "2024-08-18"),
            ("18 أيار/مايو 2024", "2024-05-18"),
            ("نُشر في: 18 مارس، 2024: 03:41 مساءً", "2024-03-18T15:41:00"),
            ("14 صفر 1446هـ الموافق 18 أغسطس 2024م", "2024-08-18"),
            ("18/08/2024م الموافق 14 صفر 1446هـ", "2024-08-18"),
        ];
        for (given, expected) in cases {
            assert_eq!(shown(given), expected, "{given}");
        }
    }

    #[test]
    fn a_time_zone_gives_universal_time() {
        let cases = [
            ("2024-08-18T15:41:00Z", "2024-08-18T15:41:00Z"),
            ("2024-08-18T01:41:00+03:00", "2024-08-17T22:41:00Z"),
            ("2024-08-18 23:41 -0130", "2024-08-19T01:11:00Z"),
            (
                "Sun, 18 Aug 2024 15:41:00 +0300 (AST)",
                "2024-08-18T12:41:00Z",
            ),
            (
                "2024-08-18T15:41+03:00[Asia/Riyadh]",
                "2024-08-18T12:41:00Z",
            ),
            ("18 أغسطس 2024 15:41 بتوقيت غرينتش", "2024-08-18T15:41:00Z"),
            ("2024-08-18 10:00 GMT+2", "2024-08-18T08:00:00Z"),
            ("2024-08-18T00:00:00+03:00", "2024-08-18"),
            ("20240818T154100Z", "2024-08-18T15:41:00Z"),
            ("Sun, 18 Aug 24 15:41:00 GMT", "2024-08-18T15:41:00Z"),
            (
                "18 آب 2024، آخر تحديث 14:00 (GMT+0400)",
                "2024-08-18T10:00:00Z",
            ),
            ("18 مارس 2024 09:30 ص GST", "2024-03-18T05:30:00Z"),
            (
                "18 آب 2024 15:41 بتوقيت مكة المكرمة",
                "2024-08-18T12:41:00Z",
            ),
            (
                "18 مارس 2024، 3:41 م (بتوقيت القاهرة)",
                "2024-03-18T13:41:00Z",
            ),
            ("18 مارس 2024 15:41 بتوقيت بيروت", "2024-03-18T13:41:00Z"),
            ("18 مارس 2024 15:41 بتوقيت أبو ظبي", "2024-03-18T11:41:00Z"),
            ("18 مارس 2024 15:41 بالتوقيت المحلي", "2024-03-18T15:41:00"),
            (
                "18 مارس 2024 15:41 (توقيت غرينتش +3)",
                "2024-03-18T12:41:00Z",
            ),
        ];
        for (given, expected) in cases {
            assert_eq!(shown(given), expected, "{given}");
        }
    }

    #[test]
    fn a_day_of_the_islamic_calendar_alone_is_converted_and_marked() {
        let cases = [
            ("12 رمضان 1445", "2024-03-22"),
            ("الجمعة ١٢ رمضان ١٤٤٥هـ", "2024-03-22"),
            ("الجمعة الموافق 12 رمضان 1445", "2024-03-22"),
            ("1445-09-12", "2024-03-22"),
            ("12/9/1445", "2024-03-22"),
            ("1392/09/12هـ", "1972-10-19"),
            ("29 ربيع الآخر 1434 هـ، 10:30 صباحا", "2013-03-11T10:30:00"),
            ("3 ذو القعدة 1440", "2019-07-06"),
            ("5 جمادى الأولى 1446", "2024-11-07"),
            ("30 شعبان 1434", "2013-07-09"),
        ];
        for (given, expected) in cases {
            assert_eq!(shown(given), expected, "{given}");
            assert!(read(given).is_ok_and(|read| read.islamic), "{given}");
        }
        for given in ["14 صفر 1446هـ الموافق 18 أغسطس 2024م", "18 آب 2024"] {
            assert!(read(given).is_ok_and(|read| !read.islamic), "{given}");
        }
    }

    #[test]
    fn a_date_above_a_text_is_a_line_of_its_own_among_the_first() {
        let long = "وصل الوفد إلى المدينة في 18 أغسطس 2024 ".repeat(3);
        let cases = [
            (
                "أخبار\nفتح الجسر\n\nنُشر في: 18 مارس، 2024\n\nوصل.",
                Some("2024-03-18"),
            ),
            (
                "فتح الجسر\nالأحد 14 صفر 1446\nوصل الوفد.",
                Some("2024-08-18"),
            ),
            ("20240318\nوصل.", None),
            ("وصل الوفد في 18 مارس 2024.\nوعاد.", None),
            ("18 مارس\nوصل.", None),
            ("أ\nب\nج\nد\nه\nو\n18 مارس 2024", None),
            (long.as_str(), None),
        ];
        for (text, expected) in cases {
            let found = above(text).map(|read| read.stamp.at.date().to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_not_certain_is_no_date() {
        let cases = [
            ("2025-01", NoDate::NoDay),
            ("01/2025", NoDate::NoDay),
            ("2025", NoDate::NoDay),
            ("يناير 2025", NoDate::NoDay),
            ("18 أغسطس", NoDate::NoYear),
            ("18/08", NoDate::NoYear),
            ("18/08/24", NoDate::ShortYear),
            ("45522", NoDate::DayNumber),
            ("1724000000", NoDate::DayNumber),
            ("12 رمضان 2024", NoDate::Islamic),
            ("1392-09-12", NoDate::Islamic),
            ("12 مارس 1445", NoDate::Islamic),
            ("رمضان 1445", NoDate::NoDay),
            ("2024-02-30", NoDate::Impossible),
            ("2024-08-18 25:00", NoDate::Impossible),
            ("2024-08-18 13:00 PM", NoDate::Impossible),
            ("31/13/2024", NoDate::Impossible),
            ("yesterday", NoDate::Unknown),
            ("18 Aug - 19 Aug", NoDate::Unknown),
            ("18 أغسطس الساعة 10", NoDate::Unknown),
            ("20240230154100", NoDate::Impossible),
            ("18 أغسطس 2024 – 19 أغسطس 2024", NoDate::Unknown),
            ("2024-08-18 draft", NoDate::Unknown),
            ("-", NoDate::Unknown),
        ];
        for (given, expected) in cases {
            assert_eq!(read(given).map(|r| r.stamp), Err(expected), "{given}");
        }
    }

    #[test]
    fn day_and_month_that_can_change_places_are_marked() {
        let other = |given: &str| match read(given).map(|reading| reading.order) {
            Ok(DayOrder::Either(other)) => other.at.date().to_string(),
            order => format!("{order:?}"),
        };
        let cases = [
            ("03/04/2024", "2024-03-04"),
            ("18/04/2024", "Ok(DayFirst)"),
            ("04/18/2024", "Ok(MonthFirst)"),
            ("04/04/2024", "Ok(Clear)"),
            ("03.04.2024", "Ok(Clear)"),
            ("2024-04-03", "Ok(Clear)"),
        ];
        for (given, expected) in cases {
            assert_eq!(other(given), expected, "{given}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(given in "[0-9٠-٩T:+./ ()\\[\\]آبمZ-]{0,24}|\\PC{0,12}") {
            let _ = read(&given);
        }
    }
}
