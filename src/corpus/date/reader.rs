//! Goes through a date from left to right: the day, the time, the time zone.

use super::days::{Days, days, small};
use super::marks::DatePiece;
use super::{NoDate, months};
use crate::language::Class;
use jiff::civil::Time;

/// Goes through the pieces of a date from left to right.
pub(super) struct DateReader<'m> {
    marks: &'m [DatePiece],
    at: usize,
    /// Whether a place named the time zone.
    pub by_place: bool,
}

impl<'m> DateReader<'m> {
    /// At the first piece.
    pub(crate) fn new(marks: &'m [DatePiece]) -> Self {
        DateReader {
            marks,
            at: 0,
            by_place: false,
        }
    }

    /// Whether nothing is left that means anything.
    pub(crate) fn is_at_end(&self) -> bool {
        let rest = &self.marks[self.at.min(self.marks.len())..];
        rest.iter()
            .all(|mark| matches!(mark, DatePiece::Sign('.' | ',')))
    }

    fn peek(&self, ahead: usize) -> Option<&DatePiece> {
        self.marks.get(self.at + ahead)
    }

    fn number(&self, ahead: usize) -> Option<&str> {
        match self.peek(ahead) {
            Some(DatePiece::Number(digits)) => Some(digits),
            _ => None,
        }
    }

    fn word(&self, ahead: usize) -> &str {
        match self.peek(ahead) {
            Some(DatePiece::Word(word)) => word,
            _ => "",
        }
    }

    fn sign(&self, ahead: usize) -> Option<char> {
        match self.peek(ahead) {
            Some(DatePiece::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    /// A date of digits and signs only; `None` if there is a word in it.
    pub(crate) fn digits_date(&mut self) -> Result<Option<Days>, NoDate> {
        while months::is_filler(self.word(0)) || self.sign(0) == Some(',') {
            self.at += 1;
        }
        let Some(first) = self.number(0) else {
            return Ok(None);
        };
        let parting = self.sign(1).filter(|sign| matches!(sign, '-' | '/' | '.'));
        let Some(parting) = parting else {
            return self.bare_number();
        };
        let Some(second) = self.number(2) else {
            return Ok(None);
        };
        let third = self.number(4).filter(|_| self.sign(3) == Some(parting));
        let Some(third) = third else {
            let is_month = first.len() == 4 || second.len() == 4;
            return Err(if is_month {
                NoDate::NoDay
            } else {
                NoDate::NoYear
            });
        };
        let marked = months::is(self.word(5), Class::IslamicEra);
        let days = days(parting, [first, second, third], marked)?;
        self.at += 5;
        self.at += usize::from(marked || months::is(self.word(0), Class::Era));
        Ok(Some(days))
    }

    /// `20240818`, or what is no date.
    fn bare_number(&mut self) -> Result<Option<Days>, NoDate> {
        let Some(digits) = self.number(0) else {
            return Ok(None);
        };
        let alone = self.marks.len() == self.at + 1;
        match digits.len() {
            8 => {
                let days = Days::clear(
                    small(&digits[..4])?,
                    small(&digits[4..6])?,
                    small(&digits[6..])?,
                )?;
                self.at += 1;
                Ok(Some(days))
            }
            4 | 6 if alone => Err(NoDate::NoDay),
            _ if alone => Err(NoDate::DayNumber),
            _ => Ok(None),
        }
    }

    /// A date whose month is a word, in any order; stops before a time.
    pub(crate) fn date_in_words(&mut self) -> Result<Days, NoDate> {
        let (mut day, mut month, mut year) = (None, None, None);
        let mut islamic = false;
        let mut after_month = None;
        while self.peek(0).is_some() && !self.at_time() {
            if let Some(digits) = self.number(0) {
                match digits.len() {
                    4 => agree(&mut year, small::<i16>(digits)?)?,
                    2 if day.is_some() && year.is_none() && self.ends_short(after_month) => {
                        year = Some(century(small(digits)?));
                    }
                    1 | 2 => agree(&mut day, small::<i8>(digits)?)?,
                    _ => return Err(NoDate::Unknown),
                }
                self.at += 1;
                // 2024م: of the Christian era.
                let is_era = [Class::Era, Class::IslamicEra]
                    .iter()
                    .any(|era| months::is(self.word(0), *era));
                self.at += usize::from(year.is_some() && is_era);
            } else if let Some((named, words)) = months::month(self.word(0), self.word(1)) {
                agree(&mut month, named)?;
                self.at += words;
                after_month = Some(self.at);
            } else if matches!(
                self.sign(0),
                Some(',' | '/' | '-' | '.' | '|' | '(' | ')' | ':')
            ) {
                self.at += 1;
            } else if let Some((named, words)) = months::islamic(self.word(0), self.word(1)) {
                agree(&mut month, named)?;
                islamic = true;
                self.at += words;
            } else if months::is_filler(self.word(0)) {
                self.at += 1;
            } else {
                return Err(NoDate::Unknown);
            }
        }
        match (year, month, day) {
            (Some(year), Some(month), Some(day)) if islamic => Days::islamic(year, month, day),
            (Some(year), Some(month), Some(day)) => Days::clear(year, month, day),
            (Some(_), Some(_), None) => Err(NoDate::NoDay),
            (None, Some(_), Some(_)) => Err(NoDate::NoYear),
            _ => Err(NoDate::Unknown),
        }
    }

    /// Whether two digits here are a year: straight after the month, with nothing but a time
    /// behind them (`11-Mar-13`); a second day or an hour without minutes is none.
    fn ends_short(&self, after_month: Option<usize>) -> bool {
        let parted = matches!(self.marks[self.at - 1], DatePiece::Sign('-' | '/'));
        let straight = after_month.is_some_and(|month| self.at == month + usize::from(parted));
        let behind = DateReader {
            marks: self.marks,
            at: self.at + 1,
            by_place: false,
        };
        straight && (behind.is_at_end() || behind.at_time())
    }

    /// Whether an hour and minutes stand here.
    fn at_time(&self) -> bool {
        let parted = self.sign(1) == Some(':') || self.word(1) == "h";
        let short = self.number(0).is_some_and(|hour| hour.len() <= 2);
        short && parted && self.number(2).is_some_and(|minutes| minutes.len() == 2)
    }

    /// The time of day, if there is one.
    pub(crate) fn time(&mut self) -> Result<Option<Time>, NoDate> {
        while self.is_between() {
            self.at += 1;
        }
        if !self.at_time() {
            return Ok(None);
        }
        let mut hour: i8 = small(self.number(0).unwrap_or_default())?;
        let minute = small(self.number(2).unwrap_or_default())?;
        self.at += 3;
        let mut second = 0;
        if let (Some(':'), Some(digits)) = (self.sign(0), self.number(1)) {
            second = small(digits)?;
            self.at += 2;
            // Fractions of a second tell nothing about news.
            if matches!((self.sign(0), self.number(1)), (Some('.' | ','), Some(_))) {
                self.at += 2;
            }
        }
        if let Some(afternoon) = half_of_day(self.word(0)) {
            if !(1..=12).contains(&hour) {
                return Err(NoDate::Impossible);
            }
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            self.at += 1;
        }
        let time = Time::new(hour, minute, second, 0);
        time.map(Some).map_err(|_| NoDate::Impossible)
    }

    fn is_between(&self) -> bool {
        let word = self.word(0);
        word == "t" || months::is_filler(word) || matches!(self.sign(0), Some(',' | '-' | '|'))
    }

    /// Minutes east of Greenwich, if a zone is named.
    pub(crate) fn zone(&mut self) -> Result<Option<i64>, NoDate> {
        let mut zone = None;
        let opened = self.sign(0) == Some('(');
        self.at += usize::from(opened);
        // By the clock of the place itself: the time stands as it is.
        let of_place = format!("{} {}", self.word(0), self.word(1));
        if months::is(&of_place, Class::ByClock) {
            self.at += 2;
        } else {
            self.at += usize::from(months::is(self.word(0), Class::ByClock));
        }
        let words = [0, 1, 2].map(|ahead| self.word(ahead));
        if let Some((minutes, words)) = months::zone(words) {
            zone = Some(minutes);
            self.by_place = minutes != 0 && !self.word(0).is_ascii();
            self.at += words;
        }
        if let (Some(sign @ ('+' | '-')), Some(digits)) = (self.sign(0), self.number(1)) {
            let (hours, minutes) = match (digits.len(), self.sign(2), self.number(3)) {
                (1 | 2, Some(':'), Some(minutes)) => (digits, minutes),
                (4, ..) => digits.split_at(2),
                (1 | 2, ..) => (digits, "0"),
                _ => return Err(NoDate::Unknown),
            };
            let minutes = small::<i64>(hours)? * 60 + small::<i64>(minutes)?;
            zone = Some(if sign == '-' { -minutes } else { minutes });
            self.at += if self.sign(2) == Some(':') { 4 } else { 2 };
        }
        self.at += usize::from(opened && self.sign(0) == Some(')'));
        // A zone's name in brackets repeats the offset: `+03:00[Asia/Riyadh]`, `+0300 (AST)`.
        if zone.is_some() && matches!(self.sign(0), Some('[' | '(')) {
            self.at = self.marks.len();
        }
        Ok(zone)
    }
}

/// The year of two digits as feeds and spreadsheets mean it (POSIX: 69 to 99 are of the last
/// century).
fn century(short: i16) -> i16 {
    if short < 69 {
        2000 + short
    } else {
        1900 + short
    }
}

fn agree<T: PartialEq>(known: &mut Option<T>, found: T) -> Result<(), NoDate> {
    if known.as_ref().is_some_and(|known| *known != found) {
        return Err(NoDate::Unknown);
    }
    *known = Some(found);
    Ok(())
}

/// Whether a word puts a time after noon, if it says at all.
fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "am" => Some(false),
        "pm" => Some(true),
        _ if months::is(word, Class::BeforeNoon) => Some(false),
        _ => months::is(word, Class::AfterNoon).then_some(true),
    }
}
