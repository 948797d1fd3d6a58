//! Makes an article of a row: every fault of its cells is found here.

use super::columns::{Columns, Field};
use super::date::{self, Reading};
use super::page::{self, Page};
use super::row::{Fault, Row};
use super::{Article, InputFile, Note};
use std::path::PathBuf;

/// The table that rows come from.
#[derive(Debug)]
pub(super) struct Origin {
    /// Its name as the user gave it.
    pub name: String,
    /// What ids are made of where the table has none.
    pub stem: String,
    /// The folder that files named by it lie in; `None` for standard input.
    pub folder: Option<PathBuf>,
    /// Where it keeps what.
    pub columns: Columns,
}

/// What reading some rows came to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Articles, and remarks on the rows they came from, in order.
    pub items: Vec<Result<Article, Note>>,
    /// Rows that gave no article.
    pub skipped: u64,
    /// Files that the rows named.
    pub files: Vec<InputFile>,
    /// What is said once for the whole table.
    pub tally: Tally,
}

/// What is counted, to be said once for the whole table rather than for every row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Rows without an id of their own.
    pub unnamed: u64,
    /// Dates with a time zone.
    pub zoned: u64,
    /// Dates whose day and month could be exchanged.
    pub ambiguous: u64,
    /// Dates in digits that can only have the month before the day.
    pub month_first: u64,
    /// Texts taken out of HTML pages.
    pub pages: u64,
}

impl Tally {
    /// Adds the counts of further rows.
    pub fn add(&mut self, other: &Tally) {
        self.unnamed += other.unnamed;
        self.zoned += other.zoned;
        self.ambiguous += other.ambiguous;
        self.month_first += other.month_first;
        self.pages += other.pages;
    }

    /// The remarks on a table.
    pub fn notes(&self, origin: &Origin) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut remark = |count: u64, field: Field, what: &str| {
            if count > 0 {
                notes.push(Note {
                    file: origin.name.clone(),
                    row: None,
                    column: Some(origin.columns.name(field)),
                    what: format!("{count} {what}"),
                });
            }
        };
        remark(
            self.unnamed,
            Field::Id,
            "rows have no id; they are named after the file and their row",
        );
        remark(
            self.zoned,
            Field::Date,
            "dates name a time zone; they are counted in universal time (UTC), dates without one \
             as they stand",
        );
        let order = if self.month_first > 0 {
            "dates can be read as day/month or as month/day; they are read as day/month, but other \
             dates here can only be month/day: write them as year-month-day"
        } else {
            "dates can be read as day/month or as month/day; they are read as day/month"
        };
        remark(self.ambiguous, Field::Date, order);
        remark(
            self.pages,
            Field::File,
            "texts were taken out of HTML pages; their spans refer to the text that was taken out",
        );
        notes
    }
}

impl Outcome {
    /// Takes in a row, or why there is none.
    pub fn row(&mut self, origin: &Origin, number: u64, row: Result<Row<'_>, Fault>) {
        let row = match row {
            Ok(row) if row.is_blank() => return,
            row => row,
        };
        let mut maker = Maker {
            origin,
            number,
            outcome: self,
        };
        match row.and_then(|row| maker.article(row)) {
            Ok(article) => self.items.push(Ok(article)),
            Err(fault) => {
                maker.remark(fault);
                self.skipped += 1;
            }
        }
    }
}

/// Makes the article of one row.
struct Maker<'m> {
    origin: &'m Origin,
    number: u64,
    outcome: &'m mut Outcome,
}

impl Maker<'_> {
    fn article(&mut self, mut row: Row<'_>) -> Result<Article, Fault> {
        let source = self.required(&row, Field::Source)?;
        let page = self.page(&mut row)?;
        if page.text.trim().is_empty() {
            return Err(self.fault(Field::Text, "skipped: there is no text"));
        }
        let title = match row.trimmed(Field::Title) {
            Some(_) => row.take(Field::Title),
            None => page.title.unwrap_or_default(),
        };
        for (field, text) in [(Field::Title, &title), (Field::Text, &page.text)] {
            if text.contains('\0') {
                return Err(self.fault(field, "skipped: it holds NUL characters, so it is damaged"));
            }
        }
        Ok(Article {
            id: self.id(&row),
            source,
            date: self.date(&row),
            title,
            text: page.text,
            url: row.trimmed(Field::Url).map(str::to_owned),
            language: row.trimmed(Field::Language).map(language_code),
            event: row.trimmed(Field::Event).map(str::to_owned),
            file: self.origin.name.clone(),
            row: self.number,
        })
    }

    fn required(&self, row: &Row<'_>, field: Field) -> Result<String, Fault> {
        let cell = row.trimmed(field).map(str::to_owned);
        cell.ok_or_else(|| self.fault(field, "skipped: it is empty"))
    }

    fn id(&mut self, row: &Row<'_>) -> String {
        match row.trimmed(Field::Id) {
            Some(id) => id.to_owned(),
            None => {
                self.outcome.tally.unnamed += 1;
                format!("{}:{}", self.origin.stem, self.number)
            }
        }
    }

    fn date(&mut self, row: &Row<'_>) -> Option<super::Stamp> {
        match date::read(row.trimmed(Field::Date)?) {
            Ok(Reading {
                stamp,
                zoned,
                order,
            }) => {
                self.outcome.tally.zoned += u64::from(zoned);
                self.outcome.tally.ambiguous += u64::from(order == date::Order::Ambiguous);
                self.outcome.tally.month_first += u64::from(order == date::Order::MonthFirst);
                Some(stamp)
            }
            Err(why) => {
                let fault = self.fault(Field::Date, &why.to_string());
                self.remark(fault);
                None
            }
        }
    }

    /// The text of the row: its own, or that of the file it names.
    fn page(&mut self, row: &mut Row<'_>) -> Result<Page, Fault> {
        let named = row.trimmed(Field::File);
        let (Some(named), None) = (named, row.trimmed(Field::Text)) else {
            return Ok(Page::of_text(row.take(Field::Text)));
        };
        let folder = self.origin.folder.as_deref();
        let page = page::beside(folder, named).map_err(|why| self.fault(Field::File, &why))?;
        self.outcome.tally.pages += u64::from(page.extracted);
        self.outcome.files.extend(page.file.clone());
        Ok(page)
    }

    fn fault(&self, field: Field, what: &str) -> Fault {
        Fault::in_column(self.origin.columns.name(field), what)
    }

    fn remark(&mut self, fault: Fault) {
        self.outcome.items.push(Err(Note {
            file: self.origin.name.clone(),
            row: Some(self.number),
            column: fault.column,
            what: fault.what,
        }));
    }
}

/// A language's code; names of languages that tables are likely to have are turned into codes.
fn language_code(given: &str) -> String {
    let given = given.to_lowercase();
    let code = match given.as_str() {
        "arabic" | "العربية" | "عربي" | "عربية" | "ara" => "ar",
        "english" | "الإنجليزية" | "إنجليزي" | "eng" => "en",
        "french" | "français" | "الفرنسية" | "فرنسي" | "fra" => "fr",
        other => other,
    };
    code.to_owned()
}
