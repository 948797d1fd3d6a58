//! What is counted while rows are read, to be said once for the whole input and not for each row.

use super::Note;
use super::columns::Columns;
use super::date::{DayOrder, ReadDate};
use super::doubt::Doubts;
use super::fields::Field;

/// Counts of what is worth a remark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Rows without an id of their own.
    pub unnamed: u64,
    /// Dates with a time zone.
    zoned: u64,
    /// Dates whose time zone is that of a place.
    by_place: u64,
    /// Dates of the Islamic calendar alone.
    islamic: u64,
    /// Dates whose day and month could change places.
    either: u64,
    /// Dates in digits that can only have the day first.
    day_first: u64,
    /// Dates in digits that can only have the month first.
    month_first: u64,
    /// Texts taken out of HTML pages.
    pub extracted: u64,
    /// Pages that boxes of other stories or embedded posts were taken out of.
    pub left_out: u64,
    /// Texts with tags or entities of a page in them.
    pub marked: u64,
    /// Dates taken from what an HTML page says of itself.
    pub dated_by_page: u64,
    /// Texts in files whose encoding was guessed.
    pub guessed: u64,
    /// Cells that hold what programs write for nothing.
    pub missing: u64,
    /// Texts that may be none.
    pub doubts: Doubts,
    /// Titles that were the first line of a text.
    pub titled_by_line: u64,
}

impl Tally {
    /// Counts a date.
    pub fn date(&mut self, reading: &ReadDate) {
        self.zoned += u64::from(reading.zoned);
        self.by_place += u64::from(reading.by_place);
        self.islamic += u64::from(reading.islamic);
        match reading.order {
            DayOrder::Clear => {}
            DayOrder::DayFirst => self.day_first += 1,
            DayOrder::MonthFirst => self.month_first += 1,
            DayOrder::Either(_) => self.either += 1,
        }
    }

    /// Whether dates that can be read both ways have the month first, to judge by the others.
    pub fn is_month_first(&self) -> bool {
        self.month_first > 0 && self.day_first == 0
    }

    /// Adds the counts of further rows.
    pub fn add(&mut self, other: &Tally) {
        self.unnamed += other.unnamed;
        self.zoned += other.zoned;
        self.by_place += other.by_place;
        self.islamic += other.islamic;
        self.either += other.either;
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.extracted += other.extracted;
        self.left_out += other.left_out;
        self.marked += other.marked;
        self.dated_by_page += other.dated_by_page;
        self.guessed += other.guessed;
        self.titled_by_line += other.titled_by_line;
        self.missing += other.missing;
        self.doubts += other.doubts;
    }

    /// The remarks on an input. `settled` says whether dates that can be read both ways were read
    /// by the light of the others; a stream cannot look ahead for them.
    pub fn notes(&self, file: &str, columns: &Columns, settled: bool) -> Vec<Note> {
        let remarks = [
            (
                self.unnamed,
                Some(Field::Id),
                "rows have no id; each is named after the file and the row",
            ),
            (self.zoned, Some(Field::Date), ZONED),
            (self.by_place, Some(Field::Date), BY_PLACE),
            (self.islamic, Some(Field::Date), ISLAMIC),
            (self.either, Some(Field::Date), self.order(settled)),
            (
                self.dated_by_page,
                Some(Field::Date),
                "dates are those that the HTML pages give themselves",
            ),
            (
                self.titled_by_line,
                Some(Field::Title),
                "titles are the first lines of the texts",
            ),
            (self.guessed, Some(Field::Text), GUESSED),
            (self.extracted, Some(Field::Text), EXTRACTED),
            (
                self.left_out,
                Some(Field::Text),
                "pages hold boxes of other stories or embedded posts, which are left out",
            ),
            (self.missing, None, MISSING),
            (self.marked, Some(Field::Text), MARKED),
        ];
        let said = remarks.into_iter().filter(|(count, ..)| *count > 0);
        said.map(|(count, field, what)| Note {
            file: file.to_owned(),
            row: None,
            column: field.map(|field| columns.name(field)),
            what: format!("{count} {what}"),
        })
        .collect()
    }

    fn order(&self, settled: bool) -> &'static str {
        match (self.is_month_first(), self.month_first > 0) {
            (true, _) if settled => {
                "dates could be day/month or month/day; they are read as month/day, since other \
                 dates here can only be that"
            }
            (_, true) => {
                "dates could be day/month or month/day; they are read as day/month, but other dates \
                 here can only be month/day: write all of them as year-month-day"
            }
            _ => "dates could be day/month or month/day; they are read as day/month",
        }
    }
}

const MISSING: &str = "cells hold nothing but what programs write where something is missing (nan, \
                       None, NULL, N/A); they are read as empty";

const ZONED: &str = "dates name a time zone; they are turned into universal time (UTC), and dates \
                     without one are taken as they stand";

const BY_PLACE: &str = "dates name their time zone by a place; it is taken for that of its winter";

const ISLAMIC: &str = "dates are of the Islamic calendar alone; they are converted by the calendar of \
                       Umm al-Qura, and may be a day off where the moon was waited for";

const EXTRACTED: &str = "texts were taken out of HTML pages; places in them are counted in the \
                         text that was taken out";

const MARKED: &str = "texts hold tags or entities of HTML (<p>, &quot;); they are read as a page \
                      shows them, and places in them are counted in the cell as given";

const GUESSED: &str = "texts are in files that are not in UTF-8, and were read judging by their \
                       letters; if they look wrong, save the files as UTF-8";
