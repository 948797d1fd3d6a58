//! A grouping of articles into events that a researcher corrected by hand.

use super::{ArticleIx, Corpus, InputFile, Note, settle};
use crate::error::{Error, Result, isolated};
use crate::tables::{Limits, Sheet};
use crate::wording::{said, word};
use std::collections::BTreeMap;
use std::path::Path;

/// Which articles tell which event, as a table of the user's says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct EventsByHand {
    /// The file, as the user named it.
    pub file: String,
    /// Its row (the header being row 1) and the event, for each article that it names.
    pub events: BTreeMap<ArticleIx, (u64, String)>,
}

impl EventsByHand {
    /// The event that it gives to an article, if any.
    pub(crate) fn event(&self, article: ArticleIx) -> Option<&str> {
        self.events.get(&article).map(|(_, event)| event.as_str())
    }
}

impl Corpus {
    /// Takes a grouping: a table with the columns `article` and `event`, such as a report's
    /// `articles.csv` or what `mizan events` writes. Articles that the table does not name are left
    /// as they are, as are those whose event is empty; a row on an article that is not there gives
    /// a note.
    ///
    /// Errors: a file that cannot be read or lacks a column; an article in two events.
    pub fn group(&mut self, path: &Path, limits: &Limits) -> Result<()> {
        let (sheet, sha256) = Sheet::load(path, limits)?;
        let mut grouping = EventsByHand {
            file: sheet.file.clone(),
            events: BTreeMap::new(),
        };
        for (article, (row, event)) in groups(&sheet)? {
            let known = |id: &str| {
                self.articles
                    .binary_search_by(|known| known.id.as_str().cmp(id))
            };
            match known(&article) {
                Ok(at) => {
                    grouping.events.insert(ArticleIx(at as u32), (row, event));
                }
                Err(_) => self.notes.push(Note {
                    file: grouping.file.clone(),
                    row: Some(row),
                    column: Some("article".to_owned()),
                    what: said("notes.no-such-article", &[&isolated(&article)]),
                }),
            }
        }
        let events = grouping.events.values().map(|(_, event)| event.as_str());
        let mut alike = settle::alike(events, "event");
        for note in &mut alike {
            note.file.clone_from(&grouping.file);
        }
        self.notes.append(&mut alike);
        self.notes.sort();
        self.inputs.push(InputFile {
            name: grouping.file.clone(),
            sha256,
            articles: grouping.events.len() as u64,
        });
        self.grouping = Some(grouping);
        Ok(())
    }
}

/// For each article its row and event.
fn groups(sheet: &Sheet) -> Result<BTreeMap<String, (u64, String)>> {
    for column in ["article", "event"] {
        sheet.needs(column, word("hint.add-column"))?;
    }
    let mut groups: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for row in &sheet.rows {
        let [article, event] = ["article", "event"].map(|column| sheet.as_meant(row, column));
        if article.is_empty() || event.is_empty() {
            continue;
        }
        let before = groups.insert(article.to_owned(), (row.number, event.to_owned()));
        if let Some((first, other)) = before.filter(|(_, other)| other != event) {
            return Err(Error::Input(said(
                "input.two-events",
                &[
                    &sheet.file,
                    &row.number,
                    &isolated(article),
                    &isolated(event),
                    &isolated(&other),
                    &first,
                ],
            )));
        }
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8]) -> Sheet {
        Sheet::read("g.csv", content, &mut Vec::new())
    }

    fn of(content: impl AsRef<[u8]>) -> std::result::Result<Vec<(String, String)>, String> {
        let groups = groups(&read(content.as_ref())).map_err(|fault| fault.to_string())?;
        Ok(groups
            .into_iter()
            .map(|(article, (_, event))| (article, event))
            .collect())
    }

    #[test]
    fn a_grouping_is_read_with_other_columns_beside_it_and_empty_events_left_out() {
        let pair = |a: &str, e: &str| (a.to_owned(), e.to_owned());
        let read = of("\u{feff}event;title;article\nكمين;x;a1\n;y;a2\nكمين;z;a3\n");
        assert_eq!(read.unwrap(), [pair("a1", "كمين"), pair("a3", "كمين")]);
    }

    #[test]
    fn what_a_spreadsheet_made_of_a_grouping_is_read_as_it_was() {
        let pair = |a: &str, e: &str| (a.to_owned(), e.to_owned());
        // Saved as *Unicode text*, and with the marks that steer a right-to-left cell.
        let text = "\u{feff}article\tevent\n\u{200f}a1\u{200f}\tكمين\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&utf16).unwrap(), [pair("a1", "كمين")]);
        // Saved in the alphabet of an older Arabic Windows.
        let (bytes, ..) = encoding_rs::WINDOWS_1256.encode("article,event\na1,كمين القرية\n");
        assert_eq!(of(&bytes).unwrap(), [pair("a1", "كمين القرية")]);
    }

    #[test]
    fn what_a_report_guarded_against_spreadsheets_is_read_as_it_was() {
        let read = of("article,event\n'-5,'=x\n'a,'b\n").unwrap();
        assert_eq!(
            read,
            [("'a", "'b"), ("-5", "=x")].map(|(a, e)| (a.to_owned(), e.to_owned()))
        );
    }

    #[test]
    fn a_missing_column_and_an_article_in_two_events_are_errors_that_say_what_to_do() {
        assert!(of("articel,event\na,b\n").unwrap_err().contains("rename"));
        assert!(
            of("article,event\na,b\na,c\n")
                .unwrap_err()
                .contains("in one event")
        );
    }
}
