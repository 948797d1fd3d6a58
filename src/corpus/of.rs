//! Rows that a program holds already, as a corpus or as a stream: the same checks as for those of a
//! table.

use super::article::{Origin, Outcome};
use super::columns::Columns;
use super::read::{settled, take};
use super::row::ArticleRow;
use super::{ArticleOrNote, Corpus, ReadOptions};
use crate::error::Result;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What stands for a file's name in remarks and in the ids of rows without one.
const NAME: &str = "rows";

impl Corpus {
    /// A corpus of rows, each of them some cells under the names of their columns (`id`, `source`,
    /// `date`, `title`, `text`, `url`, `language`, `event`, `file`, or names in use elsewhere, as
    /// in a table).
    ///
    /// Rows are counted from 1. What cannot be used is in [`Corpus::notes`]: a row without a
    /// source or a text, a date that cannot be read, an id that stands twice. The order of rows
    /// changes nothing but the rows named there.
    ///
    /// Errors: no column for the source or the text; not one row that gives an article.
    pub fn of<R, C, T>(rows: impl IntoIterator<Item = R>, options: &ReadOptions) -> Result<Corpus>
    where
        R: IntoIterator<Item = (C, T)>,
        C: AsRef<str>,
        T: Into<String>,
    {
        let mut read = RowsRead::new(rows, 1, options)?;
        let mut corpus = Corpus {
            notes: read.columns.passed_over(NAME),
            ..Corpus::default()
        };
        let tally = take(&mut corpus, vec![std::mem::take(&mut read.outcome)]);
        corpus.notes.extend(tally.notes(NAME, &read.columns, true));
        settled(corpus, NAME)
    }
}

/// The articles of rows as [`Corpus::of`] takes them, in their own order, and remarks among them: for
/// an archive that a program holds a part of at a time. The first row has the number `first`.
///
/// As with [`open`](super::open), ids are as given, and dates that can be read as day/month or
/// month/day are read as day/month.
///
/// Errors: no column for the source or the text.
pub fn articles_of<R, C, T>(
    rows: impl IntoIterator<Item = R>,
    first: u64,
    options: &ReadOptions,
) -> Result<Vec<ArticleOrNote>>
where
    R: IntoIterator<Item = (C, T)>,
    C: AsRef<str>,
    T: Into<String>,
{
    let read = RowsRead::new(rows, first, options)?;
    let before = read.columns.passed_over(NAME).into_iter();
    let behind = read.outcome.tally.notes(NAME, &read.columns, false);
    let items = read.outcome.items.into_iter();
    let notes = before.map(Err).chain(items);
    Ok(notes.chain(behind.into_iter().map(Err)).collect())
}

/// What reading some rows came to.
struct RowsRead {
    columns: Columns,
    outcome: Outcome,
}

impl RowsRead {
    fn new<R, C, T>(
        rows: impl IntoIterator<Item = R>,
        first: u64,
        options: &ReadOptions,
    ) -> Result<RowsRead>
    where
        R: IntoIterator<Item = (C, T)>,
        C: AsRef<str>,
        T: Into<String>,
    {
        let mut header = ColumnPlaces::default();
        let placed = |row: R| -> Vec<(usize, String)> {
            let cells = row.into_iter();
            let placed = cells.map(|(name, cell)| (header.place(name.as_ref()), cell.into()));
            placed.collect()
        };
        let rows: Vec<Vec<(usize, String)>> = rows.into_iter().map(placed).collect();
        let columns = Columns::find(NAME, header.names, options)?;
        let fields = columns.by_place();
        let origin = Origin {
            name: NAME.to_owned(),
            stem: NAME.to_owned(),
            folder: None,
            columns,
            limits: options.limits,
        };
        let mut outcome = Outcome::default();
        for (number, cells) in (first..).zip(rows) {
            let mut row = ArticleRow::default();
            for (at, cell) in cells {
                if let Some(field) = fields[at] {
                    row.put(field, Cow::Owned(cell));
                }
            }
            outcome.row(&origin, number, Ok(row));
        }
        let columns = origin.columns;
        Ok(RowsRead { columns, outcome })
    }
}

/// The columns of all rows, in the order in which they first come.
#[derive(Default)]
struct ColumnPlaces {
    names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl ColumnPlaces {
    fn place(&mut self, name: &str) -> usize {
        if let Some(at) = self.places.get(name) {
            return *at;
        }
        let at = self.names.len();
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), at);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Cells<'a> = &'a [(&'a str, &'a str)];

    fn of(rows: &[Cells]) -> Result<Corpus> {
        let rows = rows.iter().map(|row| row.iter().copied());
        Corpus::of(rows, &ReadOptions::default())
    }

    fn told(corpus: &Corpus) -> Vec<String> {
        corpus.notes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn rows_are_checked_as_those_of_a_table_are() {
        let corpus = of(&[
            &[("id", "b"), ("source", "النهر"), ("text", "فتح الجسر")],
            &[("id", "a"), ("source", "الجبل"), ("text", " ")],
            &[
                ("source", "الجبل"),
                ("text", "أغلق الجسر"),
                ("date", "soon"),
            ],
            &[("id", "b"), ("source", "الجبل"), ("text", "سقط الجسر")],
            &[],
        ])
        .unwrap();
        let ids: Vec<&str> = corpus.articles.iter().map(|a| a.id.as_str()).collect();
        assert_eq!(ids, ["b", "b#2", "rows:3"]);
        assert_eq!((corpus.sources.len(), corpus.rows_skipped), (2, 1));
        let told = told(&corpus).join("\n");
        for expected in [
            "rows, row 2, column `text`: skipped: there is no text",
            "rows, row 3, column `date`: ",
            "rows have no id",
        ] {
            assert!(told.contains(expected), "{told}");
        }
    }

    #[test]
    fn rows_of_a_program_and_of_a_file_give_the_same_articles() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("rows.csv");
        let table = "Outlet,النص,published\nالنهر,فتح الجسر,2024-03-01\nالجبل,سقط الجسر,3/2/2024\n";
        std::fs::write(&file, table).unwrap();
        let mut read = Corpus::read(&[file], &ReadOptions::default()).unwrap();
        let cells = |source, text, date| [("Outlet", source), ("النص", text), ("published", date)];
        let rows = [
            cells("النهر", "فتح الجسر", "2024-03-01"),
            cells("الجبل", "سقط الجسر", "3/2/2024"),
        ];
        let mut made = Corpus::of(rows, &ReadOptions::default()).unwrap();
        for article in read.articles.iter_mut().chain(&mut made.articles) {
            article.file.clear();
            (article.id, article.row) = (String::new(), 0);
        }
        assert_eq!(made.articles, read.articles);
    }

    #[test]
    fn rows_of_a_stream_stay_in_order_and_are_numbered_from_where_it_stands() {
        let rows = [
            [("source", "النهر"), ("text", "فتح الجسر")],
            [("source", "البحر"), ("text", " ")],
            [("source", "الجبل"), ("text", "سقط الجسر")],
        ];
        let items = articles_of(rows, 11, &ReadOptions::default()).unwrap();
        let told = items.iter().map(|item| match item {
            Ok(article) => article.id.clone(),
            Err(note) => format!("{:?}", note.row),
        });
        let told: Vec<String> = told.take(3).collect();
        assert_eq!(told, ["rows:11", "Some(12)", "rows:13"]);
        assert!(
            items[3..].iter().all(|item| item.is_err()),
            "no id is given: told once"
        );
    }

    #[test]
    fn tags_and_entities_of_cells_are_told_once_and_stay_where_they_are() {
        let given = "<p>قال &quot;نعم&quot;</p>";
        let corpus = of(&[
            &[
                ("id", "a"),
                ("source", "النهر &amp; الجبل"),
                ("text", given),
            ],
            &[
                ("id", "b"),
                ("source", "البحر"),
                ("text", "قال &quot;لا&quot;"),
            ],
            &[("id", "c"), ("source", "البحر"), ("text", "<p>&nbsp;</p>")],
        ])
        .unwrap();
        assert_eq!(corpus.articles[0].text, given);
        assert_eq!(corpus.articles[0].source, "النهر & الجبل");
        let told = told(&corpus);
        let marked: Vec<_> = told
            .iter()
            .filter(|note| note.contains("of HTML"))
            .collect();
        assert!(
            matches!(marked[..], [note] if note.contains("2 texts")),
            "{told:?}"
        );
        assert!(told.iter().any(|note| note.contains("there is no text")));
    }

    #[test]
    fn rows_without_what_is_needed_are_an_error_that_says_so() {
        let cases: [(&[Cells], &str); 3] = [
            (&[&[("text", "نص")]], "no column holds the source"),
            (
                &[&[("source", "النهر"), ("text", "")]],
                "there is no article",
            ),
            (&[], "no column holds the source"),
        ];
        for (rows, expected) in cases {
            let error = of(rows).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
