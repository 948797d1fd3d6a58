//! When a passage says that something was: a day, a month or a year.

use super::clause::Word;
use super::roles::{Is, Roles};
use crate::language::DayName;
use jiff::Span;
use jiff::civil::{Date, date};
use std::fmt;

/// How exactly a date is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// A date as a passage tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    /// Its first day.
    pub first: Date,
    /// How exactly it is told.
    pub grain: Grain,
}

impl Said {
    /// Its last day.
    pub(super) fn last(&self) -> Date {
        match self.grain {
            Grain::Day => self.first,
            Grain::Month => self.first.last_of_month(),
            Grain::Year => self.first.last_of_year(),
        }
    }

    /// Whether two dates may be the same.
    pub(super) fn agrees(&self, other: &Said) -> bool {
        self.first <= other.last() && other.first <= self.last()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.first;
        match self.grain {
            Grain::Day => write!(f, "{day}"),
            Grain::Month => write!(f, "{:04}-{:02}", day.year(), day.month()),
            Grain::Year => write!(f, "{:04}", day.year()),
        }
    }
}

/// News tell of days to come as well, but a date without its year is mostly of the last one.
const DAYS_AHEAD: i32 = 14;

/// The first date that some words tell, in an article of a day or of none.
pub(super) fn said(words: &[Word], roles: &Roles, published: Option<Date>) -> Option<Said> {
    let reader = Reader {
        words,
        roles,
        published,
    };
    (0..words.len()).find_map(|at| {
        let calendar = reader.day(at).or_else(|| reader.month(at));
        calendar
            .or_else(|| reader.year(at))
            .or_else(|| reader.named(at))
    })
}

struct Reader<'a> {
    words: &'a [Word],
    roles: &'a Roles<'a>,
    published: Option<Date>,
}

impl Reader<'_> {
    fn number(&self, at: usize) -> Option<i16> {
        let word = self.words.get(at).filter(|word| word.is_number)?;
        self.roles.vocabulary.word(word.ix).parse().ok()
    }

    /// The month at a place, and the place behind it; its other name may follow (آب/ أغسطس).
    fn month_at(&self, at: usize) -> Option<(i8, usize)> {
        let (month, next) = self.one_month(at)?;
        match self.one_month(next) {
            Some((same, next)) if same == month => Some((month, next)),
            _ => Some((month, next)),
        }
    }

    fn one_month(&self, at: usize) -> Option<(i8, usize)> {
        let word = self.words.get(at)?;
        let month = word.role.month;
        if month > 0 {
            return Some((month as i8, at + 1));
        }
        let second = self.words.get(at + 1).filter(|second| second.follows)?;
        let [word, second] = [word, second].map(|word| self.roles.vocabulary.word(word.ix));
        let month = self.roles.grammar.month(&format!("{word} {second}"))?;
        Some((month as i8, at + 2))
    }

    /// 25 يناير 2011, 25 تموز.
    fn day(&self, at: usize) -> Option<Said> {
        let day = i8::try_from(self.number(at)?).ok()?;
        let (month, next) = self.month_at(at + 1)?;
        let first = self.dated(self.year_at(next), month, day)?;
        Some(Said {
            first,
            grain: Grain::Day,
        })
    }

    /// يناير 2011, أغسطس الماضي.
    fn month(&self, at: usize) -> Option<Said> {
        let may_be = self.words[at].role.month > 0
            || self.words[at].may_be_name() && self.words.get(at + 1)?.may_be_name();
        let (month, next) = may_be.then(|| self.month_at(at))??;
        // A month alone must stand as one: letters so few are another word as often (إب, آب).
        let letters = self
            .roles
            .vocabulary
            .word(self.words[at].ix)
            .chars()
            .count();
        let before = at.checked_sub(1).map(|before| &self.words[before]);
        let is_told = letters > 2 && before.is_some_and(|word| word.is(Is::Function));
        if self.year_at(next).is_none() && !is_told {
            return None;
        }
        let first = self.dated(self.year_at(next), month, 1)?;
        Some(Said {
            first,
            grain: Grain::Month,
        })
    }

    /// A date with its year, or in the year that makes it the last one before the article.
    fn dated(&self, year: Option<i16>, month: i8, day: i8) -> Option<Date> {
        if let Some(year) = year {
            return Date::new(year, month, day).ok();
        }
        let published = self.published?;
        let latest = published.checked_add(Span::new().days(DAYS_AHEAD)).ok()?;
        let years = [published.year() + 1, published.year(), published.year() - 1];
        let mut dates = years
            .into_iter()
            .filter_map(|year| Date::new(year, month, day).ok());
        dates.find(|date| *date <= latest)
    }

    fn year_at(&self, at: usize) -> Option<i16> {
        let at = match self.words.get(at)?.is(Is::YearWord) {
            true => at + 1,
            false => at,
        };
        self.number(at).filter(|year| (1800..2200).contains(year))
    }

    /// عام 2012, منذ 2020.
    fn year(&self, at: usize) -> Option<Said> {
        let year = self.number(at).filter(|year| (1900..2100).contains(year))?;
        let before = &self.words[at.checked_sub(1)?];
        let is_past = self.published.is_none_or(|day| year <= day.year());
        let next = self.words.get(at + 1);
        let counts = next.is_some_and(|next| next.follows && next.may_be_name());
        let told = before.is(Is::YearWord) || before.is(Is::Function) && !counts;
        (is_past && told).then(|| Said {
            first: date(year, 1, 1),
            grain: Grain::Year,
        })
    }

    /// أمس, الخميس.
    fn named(&self, at: usize) -> Option<Said> {
        let published = self.published.filter(|_| self.words[at].is(Is::Day))?;
        let letters = |word: &Word| self.roles.vocabulary.word(word.ix);
        let before = at.checked_sub(1).map_or("", |at| letters(&self.words[at]));
        let named: Vec<&str> = self.words[at..].iter().take(4).map(letters).collect();
        let (name, _) = self.roles.grammar.day(before, &named)?;
        let today = i32::from(published.weekday().to_monday_one_offset());
        let back = |weekday: u8| (today - i32::from(weekday)).rem_euclid(7);
        let days = match name {
            DayName::ByToday(days) if days < 0 => i32::from(days),
            DayName::Last(weekday) => -back(weekday),
            DayName::Past(weekday) => -(back(weekday) + 6).rem_euclid(7) - 1,
            // *Today* is as often *nowadays*; what is to come has not happened.
            DayName::ByToday(_) | DayName::Next(_) => return None,
        };
        let first = published.checked_add(Span::new().days(days)).ok()?;
        Some(Said {
            first,
            grain: Grain::Day,
        })
    }
}
