//! Makes an article of a row or a file: every fault of what it holds is found here.

use super::columns::Columns;
use super::date;
use super::doubt::{self, Doubt};
use super::fields::Field;
use super::markup::{self, Plain};
use super::page::{self, Page};
use super::row::{ArticleRow, RowFault};
use super::tally::Tally;
use super::{Article, ArticleOrNote, InputFile, Note, Stamp};
use crate::language;
use crate::tables::limits::{Limits, bytes_of};
use crate::wording::{said, word};
use std::path::PathBuf;

/// Where rows or files come from.
#[derive(Debug, Default)]
pub(super) struct Origin {
    /// Its name as the user gave it.
    pub name: String,
    /// What ids are made of where rows have none.
    pub stem: String,
    /// The folder that files named by a table lie in; `None` for standard input.
    pub folder: Option<PathBuf>,
    /// Where a table keeps what.
    pub columns: Columns,
    /// How much may be read of what is held in memory whole.
    pub limits: Limits,
}

/// What reading some rows came to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Articles, and remarks on the rows they came from, in order.
    pub items: Vec<ArticleOrNote>,
    /// Rows that gave no article.
    pub skipped: u64,
    /// Files that were read for single articles.
    pub files: Vec<InputFile>,
    /// What is said once for the whole input.
    pub tally: Tally,
    /// Items whose day and month could change places, with their other date.
    pub either: Vec<(usize, Stamp)>,
}

impl Outcome {
    /// Takes in a row, or why there is none.
    pub(crate) fn row(
        &mut self,
        origin: &Origin,
        number: u64,
        mut row: Result<ArticleRow<'_>, RowFault>,
    ) {
        if let Ok(row) = &mut row {
            self.tally.missing += row.without_placeholders();
        }
        if row.as_ref().is_ok_and(ArticleRow::is_blank) {
            return;
        }
        let mut maker = Maker::new(origin, &origin.name, number, &mut self.tally);
        let article = row.and_then(|mut row| {
            maker.check_length(&row)?;
            let page = maker.page(&mut row)?;
            self.files.extend(page.file.clone());
            maker.article(row, page)
        });
        let made = maker.made;
        self.take(made, article);
    }

    /// Takes in a file that is an article by itself, or why it is none.
    pub(crate) fn file(
        &mut self,
        origin: &Origin,
        name: &str,
        row: ArticleRow<'_>,
        page: Result<Page, String>,
    ) {
        let mut maker = Maker::new(origin, name, 0, &mut self.tally);
        let article = page.map_err(RowFault::of_row).and_then(|page| {
            self.files.extend(page.file.clone());
            maker.article(row, page)
        });
        let made = maker.made;
        self.take(made, article);
    }

    /// Adds what reading further rows came to, all but the items, which are handed back.
    pub(crate) fn add(&mut self, other: Outcome) -> Vec<ArticleOrNote> {
        self.skipped += other.skipped;
        self.files.extend(other.files);
        self.tally.add(&other.tally);
        other.items
    }

    /// Reads the dates that can be read both ways with the month first.
    pub(crate) fn exchange_day_and_month(&mut self) {
        for (at, date) in std::mem::take(&mut self.either) {
            if let Ok(article) = &mut self.items[at] {
                article.date = Some(date);
            }
        }
    }

    fn take(&mut self, made: Remarked, article: Result<Article, RowFault>) {
        let note = |fault: RowFault| Note {
            file: made.file.clone(),
            row: (made.number > 0).then_some(made.number),
            column: fault.column,
            what: fault.what,
        };
        self.items
            .extend(made.remarks.into_iter().map(|fault| Err(note(fault))));
        match article {
            Ok(article) => {
                self.either
                    .extend(made.other_date.map(|date| (self.items.len(), date)));
                self.items.push(Ok(article));
            }
            Err(fault) => {
                // A comment is no article that was lost.
                self.skipped += u64::from(!fault.is_comment);
                self.items.push(Err(note(fault)));
            }
        }
    }
}

/// What making one article brought to light beside it.
struct Remarked {
    file: String,
    number: u64,
    remarks: Vec<RowFault>,
    other_date: Option<Stamp>,
}

/// Makes one article.
struct Maker<'m> {
    origin: &'m Origin,
    tally: &'m mut Tally,
    made: Remarked,
}

impl<'m> Maker<'m> {
    fn new(origin: &'m Origin, file: &str, number: u64, tally: &'m mut Tally) -> Self {
        Maker {
            origin,
            tally,
            made: Remarked {
                file: file.to_owned(),
                number,
                remarks: Vec::new(),
                other_date: None,
            },
        }
    }

    fn article(&mut self, mut row: ArticleRow<'_>, page: Page) -> Result<Article, RowFault> {
        let source = row.trimmed(Field::Source).map(markup::shown);
        let source = source.map(|name| name.trim().to_owned());
        let source = source.ok_or_else(|| self.fault(Field::Source, word("notes.no-source")))?;
        let date = self.date(&row, &page);
        let title = match row.trimmed(Field::Title) {
            Some(_) => row.take(Field::Title),
            None => page.title.unwrap_or_default(),
        };
        let shown = Plain::of(&page.text);
        let is_marked = shown.is_some() || Plain::of(&title).is_some();
        let text = shown.as_ref().map_or(&page.text, |plain| &plain.text);
        self.check(&title, text)?;
        let language = row.trimmed(Field::Language);
        self.doubt([(Field::Title, &title), (Field::Text, text)], language);
        if page.file.is_none() {
            self.doubt_length(&page.text);
        }
        self.tally.marked += u64::from(is_marked);
        self.tally.extracted += u64::from(page.extracted);
        self.tally.left_out += u64::from(page.left_out);
        self.tally.guessed += u64::from(page.guessed);
        Ok(Article {
            id: self.id(&row),
            source,
            date,
            title,
            text: page.text,
            url: row.trimmed(Field::Url).map(str::to_owned),
            language: row.trimmed(Field::Language).map(language::code_of),
            event: row.trimmed(Field::Event).map(str::to_owned),
            file: self.made.file.clone(),
            row: self.made.number,
        })
    }

    /// A broken row may have swallowed half the table.
    fn check_length(&self, row: &ArticleRow<'_>) -> Result<(), RowFault> {
        let megabytes = self.origin.limits.cell_megabytes;
        let is_long = |field: &Field| row.whole(*field).len() as u64 > bytes_of(megabytes);
        match Field::ALL.into_iter().find(is_long) {
            Some(field) => Err(self.fault(field, &said("notes.long-cell", &[&megabytes]))),
            None => Ok(()),
        }
    }

    fn check(&self, title: &str, text: &str) -> Result<(), RowFault> {
        if text.chars().all(crate::tables::is_invisible) {
            return Err(self.fault(Field::Text, word("notes.no-text")));
        }
        for (field, text) in [(Field::Title, title), (Field::Text, text)] {
            if text.contains('\0') {
                return Err(self.fault(field, word("notes.nul")));
            }
        }
        Ok(())
    }

    /// Tells what speaks against the texts.
    fn doubt(&mut self, texts: [(Field, &str); 2], language: Option<&str>) {
        for (doubt, field, what) in doubt::of(texts, language::of(language)) {
            self.tell(doubt, field, &what);
        }
    }

    fn doubt_length(&mut self, cell: &str) {
        if let Some(what) = doubt::cut(cell) {
            self.tell(Doubt::Cut, Field::Text, &what);
        }
    }

    fn tell(&mut self, doubt: Doubt, field: Field, what: &str) {
        self.tally.doubts.count(doubt, 1);
        let fault = self.fault(field, what);
        self.made.remarks.push(fault);
    }

    fn id(&mut self, row: &ArticleRow<'_>) -> String {
        if let Some(id) = row.trimmed(Field::Id) {
            return id.to_owned();
        }
        self.tally.unnamed += 1;
        format!("{}:{}", self.origin.stem, self.made.number)
    }

    /// The date of a row, or what its page says of itself, or what stands above its text.
    fn date(&mut self, row: &ArticleRow<'_>, page: &Page) -> Option<Stamp> {
        let own = row.trimmed(Field::Date);
        let given = own.or(page.published.as_deref());
        let reading = given
            .map(date::read)
            .or_else(|| date::above(&page.text).map(Ok))?;
        match reading {
            Ok(reading) => {
                self.tally.date(&reading);
                self.tally.dated_by_page += u64::from(own.is_none() && given.is_some());
                self.tally.dated_by_line += u64::from(given.is_none());
                if let date::DayOrder::Either(other) = reading.order {
                    self.made.other_date = Some(other);
                }
                Some(reading.stamp)
            }
            Err(why) => {
                let fault = self.fault(Field::Date, &why.to_string());
                self.made.remarks.push(fault);
                None
            }
        }
    }

    /// The text of a row: its own, or that of the file it names.
    fn page(&mut self, row: &mut ArticleRow<'_>) -> Result<Page, RowFault> {
        let (Some(named), None) = (row.trimmed(Field::File), row.trimmed(Field::Text)) else {
            return Ok(Page::of_text(row.take(Field::Text)));
        };
        let folder = self.origin.folder.as_deref();
        page::beside(folder, named, &self.origin.limits)
            .map_err(|why| self.fault(Field::File, &why))
    }

    fn fault(&self, field: Field, what: &str) -> RowFault {
        RowFault::in_column(self.origin.columns.name(field), what)
    }
}
