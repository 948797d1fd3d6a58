//! What is counted while rows are read, to be said once for the whole input and not for each row.

use super::Note;
use super::columns::Columns;
use super::date::{DayOrder, ReadDate};
use super::doubt::Doubts;
use super::fields::Field;
use crate::wording::said;

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
    /// Dates that stand above the text as a line of their own.
    pub dated_by_line: u64,
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
    pub(crate) fn date(&mut self, reading: &ReadDate) {
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
    pub(crate) fn is_month_first(&self) -> bool {
        self.month_first > 0 && self.day_first == 0
    }

    /// Adds the counts of further rows.
    pub(crate) fn add(&mut self, other: &Tally) {
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
        self.dated_by_line += other.dated_by_line;
        self.guessed += other.guessed;
        self.titled_by_line += other.titled_by_line;
        self.missing += other.missing;
        self.doubts += other.doubts;
    }

    /// The remarks on an input. `settled` says whether dates that can be read both ways were read
    /// by the light of the others; a stream cannot look ahead for them.
    pub(crate) fn notes(&self, file: &str, columns: &Columns, settled: bool) -> Vec<Note> {
        let remarks = [
            (self.unnamed, Some(Field::Id), "notes.unnamed"),
            (self.zoned, Some(Field::Date), "notes.zoned"),
            (self.by_place, Some(Field::Date), "notes.by-place"),
            (self.islamic, Some(Field::Date), "notes.by-moon"),
            (self.either, Some(Field::Date), self.order(settled)),
            (self.dated_by_page, Some(Field::Date), "notes.dated-by-page"),
            (self.dated_by_line, Some(Field::Date), "notes.dated-by-line"),
            (
                self.titled_by_line,
                Some(Field::Title),
                "notes.titled-by-line",
            ),
            (self.guessed, Some(Field::Text), "notes.guessed"),
            (self.extracted, Some(Field::Text), "notes.extracted"),
            (self.left_out, Some(Field::Text), "notes.left-out"),
            (self.missing, None, "notes.placeholders"),
            (self.marked, Some(Field::Text), "notes.marked"),
        ];
        let told = remarks.into_iter().filter(|(count, ..)| *count > 0);
        told.map(|(count, field, what)| Note {
            file: file.to_owned(),
            row: None,
            column: field.map(|field| columns.name(field)),
            what: said(what, &[&count]),
        })
        .collect()
    }

    /// The key of what is said of dates that can be read both ways.
    fn order(&self, settled: bool) -> &'static str {
        match (self.is_month_first(), self.month_first > 0) {
            (true, _) if settled => "notes.month-first",
            (_, true) => "notes.day-first-against",
            _ => "notes.day-first",
        }
    }
}
