//! When and where a text says that its event was.

use crate::corpus::Stamp;
use crate::language::{Class, DayName, Kind};
use crate::text::Text;
use jiff::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;

/// When and where an article says that its event was.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Occasion {
    /// The day that its first sentence names; `None` where it names none.
    pub day: Option<Date>,
    /// The places its first sentences name, each once, in order, as written.
    pub places: Box<[Box<str>]>,
}

/// News tell of what was lately: a day further from the article's is of something else (of a
/// revolution, of a birth).
const NEAR_DAYS: i32 = 14;

/// A sentence of fewer words is a caption or a byline.
const LEAST_WORDS: usize = 6;

/// How many sentences are looked at for places: where it was is told at once.
const PLACE_SENTENCES: usize = 3;

/// How many words behind *after* are still background (بعد هجوم وقع أمس).
const AFTER_REACH: usize = 6;

/// When and where the body of an article of a known or unknown date says that its event was.
pub(crate) fn occasion(body: &Text, published: Option<Stamp>) -> Occasion {
    let sentences = body
        .sentences
        .iter()
        .map(|sentence| DaySentence::of(body, sentence));
    let long = sentences.filter(|sentence| sentence.words.len() >= LEAST_WORDS);
    let lead: Vec<DaySentence> = long.take(PLACE_SENTENCES).collect();
    let published = published.map(|stamp| stamp.at.date());
    Occasion {
        day: lead.first().and_then(|sentence| sentence.day(published)),
        places: places(&lead),
    }
}

/// The day and the place that most of some articles name; of equals the earlier day, and the place
/// that its articles name earlier. A place is told as the first of them writes it.
pub(crate) fn most_named<'a>(
    occasions: impl Iterator<Item = &'a Occasion>,
) -> (Option<Date>, Option<&'a str>) {
    let mut days: BTreeMap<Date, usize> = BTreeMap::new();
    // How many name it, and the sum of its places in their lists.
    let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for told in occasions {
        if let Some(day) = told.day {
            *days.entry(day).or_default() += 1;
        }
        for (rank, place) in told.places.iter().enumerate() {
            let (articles, ranks) = places.entry(place).or_default();
            *articles += 1;
            *ranks += rank;
        }
    }
    let day = days.into_iter().rev().max_by_key(|(_, articles)| *articles);
    let place = places
        .into_iter()
        .rev()
        .max_by_key(|(_, (articles, ranks))| (*articles, std::cmp::Reverse(*ranks)));
    (day.map(|(day, _)| day), place.map(|(place, _)| place))
}

fn places(sentences: &[DaySentence]) -> Box<[Box<str>]> {
    let mut found: Vec<Box<str>> = Vec::new();
    for place in sentences.iter().flat_map(DaySentence::places) {
        if !found.iter().any(|other| **other == *place) {
            found.push(place.into());
        }
    }
    found.into()
}

/// The folded words and numbers of a sentence.
struct DaySentence<'t, 'a> {
    text: &'t Text<'a>,
    tokens: Vec<u32>,
    words: Vec<&'t str>,
}

impl<'t, 'a> DaySentence<'t, 'a> {
    fn of(text: &'t Text<'a>, sentence: &Range<u32>) -> Self {
        let tokens: Vec<u32> = sentence.clone().filter(|at| text.is_word(*at)).collect();
        let words = tokens
            .iter()
            .map(|at| text.tokens.folded(*at as usize))
            .collect();
        DaySentence {
            text,
            tokens,
            words,
        }
    }

    fn before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |before| self.words[before])
    }

    /// The day that the statement of the sentence names: behind *that*, where somebody says
    /// something; else the first one. Days behind *after* are background.
    fn day(&self, published: Option<Date>) -> Option<Date> {
        let class = |at: usize| self.text.grammar.class(self.words[at]);
        let all = 0..self.words.len();
        let that = all
            .clone()
            .find(|at| matches!(class(*at), Class::That | Class::ThatIt));
        let first_in = |mut range: Range<usize>| {
            range.find_map(|at| {
                let mut near = at.saturating_sub(AFTER_REACH)..at;
                let is_background = near.any(|before| class(before) == Class::After);
                (!is_background).then(|| self.day_at(at, published))?
            })
        };
        that.and_then(|that| first_in(that..all.end))
            .or_else(|| first_in(all))
    }

    /// The day that the words at a place name, if it is near the article's.
    fn day_at(&self, at: usize, published: Option<Date>) -> Option<Date> {
        let calendar = || self.calendar_day(at, published);
        let day = match self.full_date(at).or_else(calendar) {
            Some(day) => Some(day),
            None => self.named_day(at, published?),
        }?;
        let is_near = |published: Date| {
            let apart = published
                .until(day)
                .map_or(i32::MAX, |span| span.get_days().abs());
            apart <= NEAR_DAYS
        };
        published.is_none_or(is_near).then_some(day)
    }

    /// 11 مارس/آذار 2013; without a year the one that brings it nearest to the article's day.
    fn calendar_day(&self, at: usize, published: Option<Date>) -> Option<Date> {
        if !self.is_number(at) {
            return None;
        }
        let day: i8 = self.words[at].parse().ok()?;
        let (month, mut next) = self.month(at + 1)?;
        // The same month by its other name.
        if let Some((_, end)) = self.month(next).filter(|(other, _)| *other == month) {
            next = end;
        }
        let year = self
            .words
            .get(next)
            .and_then(|year| year.parse::<i16>().ok());
        if let Some(year) = year.filter(|year| (1900..2100).contains(year)) {
            return Date::new(year, month, day).ok();
        }
        let published = published?;
        nearest(published, month, day)
    }

    /// 5/3/2013 and 2013-03-05.
    fn full_date(&self, at: usize) -> Option<Date> {
        let (first, second) = self.two_numbers(at)?;
        let (_, third) = self.two_numbers(at + 1)?;
        let (year, day) = if first > 31 {
            (first, third)
        } else {
            (third, first)
        };
        let is_year = (1900..2100).contains(&year);
        is_year.then(|| Date::new(year, second as i8, day as i8).ok())?
    }

    /// 5/3 behind a weekday; elsewhere it may be a share or a result.
    fn short_date(&self, at: usize, published: Date) -> Option<Date> {
        let (day, month) = self.two_numbers(at)?;
        nearest(published, month.try_into().ok()?, day.try_into().ok()?)
    }

    /// Two numbers that a sign of dates joins.
    fn two_numbers(&self, at: usize) -> Option<(i16, i16)> {
        let [a, b] = [*self.tokens.get(at)?, *self.tokens.get(at + 1)?].map(|at| at as usize);
        let between = &self.text.tokens.list[a + 1..b];
        let is_joined =
            matches!(between, [sign] if matches!(sign.kind, Kind::Mark('/' | '-' | '\\')));
        let number = |at: usize| self.is_number(at).then(|| self.words[at].parse().ok())?;
        is_joined.then(|| Some((number(at)?, number(at + 1)?)))?
    }

    /// The month of one or two words, and the place behind it.
    fn month(&self, at: usize) -> Option<(i8, usize)> {
        let first = self.words.get(at)?;
        let two = || {
            let both = format!("{first} {}", self.words.get(at + 1)?);
            Some((self.text.grammar.month(&both)?, at + 2))
        };
        let found = two().or_else(|| Some((self.text.grammar.month(first)?, at + 1)));
        found.map(|(month, next)| (month as i8, next))
    }

    /// Today, yesterday, on Sunday; *today, Sunday* is that Sunday. 24 فبراير behind a weekday is
    /// read as it stands.
    fn named_day(&self, at: usize, published: Date) -> Option<Date> {
        let named = |at: usize| {
            self.text
                .grammar
                .day(self.before(at), self.words.get(at..)?)
        };
        let (mut name, length) = named(at)?;
        let next = at + length;
        let date = |at: usize| {
            let full = self.full_date(at);
            let day = full.or_else(|| self.calendar_day(at, Some(published)));
            let is_weekday = !matches!(name, DayName::ByToday(_));
            day.or_else(|| is_weekday.then(|| self.short_date(at, published))?)
        };
        if let Some(day) = date(next) {
            return Some(day);
        }
        if matches!(name, DayName::ByToday(..=0))
            && let Some((weekday @ DayName::Last(_), _)) = named(next)
        {
            // اليوم الأربعاء 13 مارس: the date stands behind both.
            if let Some(day) = self.calendar_day(next + 1, Some(published)) {
                return Some(day);
            }
            name = weekday;
        }
        day_of(name, published)
    }

    fn is_number(&self, at: usize) -> bool {
        let token = self
            .tokens
            .get(at)
            .map(|at| self.text.tokens.list[*at as usize]);
        token.is_some_and(|token| token.kind == Kind::Number)
    }

    /// The names of places in the sentence, as written.
    fn places(&self) -> Vec<&'a str> {
        let place = |at: usize| {
            let length = self
                .text
                .grammar
                .place(self.before(at), &self.words[at..self.stop(at)])?;
            let name = at + 1..at + 1 + length;
            let is_named = !self.is_number(name.start)
                && !self.text.grammar.is_function_word(self.words[name.start]);
            is_named.then(|| self.written(&name))
        };
        (0..self.words.len()).filter_map(place).collect()
    }

    /// One past the last word that nothing but space parts from the one at a place; marks may stand
    /// behind that one itself (مدينة «حلب»).
    fn stop(&self, at: usize) -> usize {
        let touch = |at: &usize| self.tokens[*at] + 1 == self.tokens[*at + 1];
        let next = (at + 1).min(self.words.len());
        next + (next..self.words.len().saturating_sub(1))
            .take_while(touch)
            .count()
            + usize::from(next < self.words.len())
    }

    fn written(&self, words: &Range<usize>) -> &'a str {
        let list = &self.text.tokens.list;
        let first = list[self.tokens[words.start] as usize];
        let last = list[self.tokens[words.end - 1] as usize];
        self.text.slice(&(first.start..last.end))
    }
}

/// The day of a month in the year that brings it nearest to another day.
fn nearest(published: Date, month: i8, day: i8) -> Option<Date> {
    let years = [-1, 0, 1].map(|shift| published.year() + shift);
    let dates = years
        .into_iter()
        .filter_map(|year| Date::new(year, month, day).ok());
    dates.min_by_key(|date| {
        published
            .until(*date)
            .map_or(i32::MAX, |s| s.get_days().abs())
    })
}

fn day_of(name: DayName, published: Date) -> Option<Date> {
    let today = i32::from(published.weekday().to_monday_one_offset());
    let back = |weekday: u8| (today - i32::from(weekday)).rem_euclid(7);
    let shift = match name {
        DayName::ByToday(days) => i32::from(days),
        DayName::Last(weekday) => -back(weekday),
        DayName::Past(weekday) => -(back(weekday) + 6).rem_euclid(7) - 1,
        DayName::Next(weekday) => 7 - back(weekday),
    };
    published.checked_add(Span::new().days(shift)).ok()
}

#[cfg(test)]
mod tests;
