//! A starter study: a folder that a researcher fills, written whole or not at all.

use super::place::Reserved;
use super::workbook::starter_book;
use crate::error::{Error, Result, shown_name};
use crate::lexicon::files;
use crate::settings::Settings;
use crate::wording::{Tongue, in_tongue, said, said_in};
use std::fs;
use std::path::Path;

/// What is in the folder, in Arabic and in English.
const README: &str = include_str!("starter/README.txt");

/// By this mark Excel and Windows' editors know the letters.
const MARK: &str = "\u{feff}";

/// `articles.csv`: names of columns, what to write there in Arabic and in English, an example.
///
/// The first explanation in each language begins with `# `, by which a row is known as a comment.
const ARTICLES: &str = include_str!("starter/articles.csv");

/// Writes a starter study into a folder: `study.xlsx`, or `articles.csv` and `lexicons/`, and
/// `settings.csv`, `README.txt`.
///
/// Errors: a folder that holds anything (it is left alone), a disk that refuses.
pub(crate) fn start(folder: &Path) -> Result<()> {
    let refused = |error| Error::file(folder, error);
    if folder.exists()
        && (!folder.is_dir() || fs::read_dir(folder).map_err(refused)?.next().is_some())
    {
        return Err(Error::Output(said("place.taken", &[&shown_name(folder)])));
    }
    let place = Reserved::new(folder, "study", &[])?;
    fill(place.path())?;
    place.give()
}

fn fill(folder: &Path) -> Result<()> {
    files::export(&folder.join("lexicons"))?;
    write(&folder.join("articles.csv"), ARTICLES)?;
    let book = folder.join("study.xlsx");
    fs::write(&book, starter_book(ARTICLES)?).map_err(|error| Error::file(&book, error))?;
    let mut settings = csv::Writer::from_writer(Vec::new());
    let header = ["key", "value", "default", "unit", "meaning", "meaning_ar"].map(str::to_owned);
    let rows = Settings::default().rows();
    let rows = rows.iter().map(|(key, value, unit)| {
        let told = |tongue, room: &str, key: &str| in_tongue(tongue, &format!("{room}.{key}"));
        let meaning = told(Tongue::English, "setting", key);
        let arabic = [("setting", *key), ("unit", *unit)];
        let [arabic, unit_ar] = arabic.map(|(room, key)| told(Tongue::Arabic, room, key));
        let arabic = said_in(Tongue::Arabic, "run.setting", &[&arabic, &unit_ar]);
        let unit = told(Tongue::English, "unit", unit);
        [*key, value, value, unit, meaning, &arabic].map(str::to_owned)
    });
    for row in std::iter::once(header).chain(rows) {
        let written = settings.write_record(row);
        written.expect("memory takes every row of as many cells");
    }
    let settings = settings.into_inner().expect("memory takes what is left");
    let settings = String::from_utf8(settings).expect("cells are texts");
    write(&folder.join("settings.csv"), &settings)?;
    write(&folder.join("README.txt"), README)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, format!("{MARK}{text}")).map_err(|error| Error::file(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::corpus::{self, ReadOptions};
    use crate::tables::Sheet;

    #[test]
    fn a_starter_study_can_be_read_at_once() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("study");
        start(&folder).unwrap();
        let articles = folder.join("articles.csv");
        let corpus = corpus::read(&[articles], &ReadOptions::default(), &|_| {}).unwrap();
        assert_eq!(corpus.articles.len(), 1);
        // What explains the table is no article that was lost.
        assert_eq!((corpus.notes.len(), corpus.rows_skipped), (2, 0));
        assert!(
            corpus
                .notes
                .iter()
                .all(|note| note.what.contains("comment"))
        );
        assert!(check::load(Some(&folder.join("lexicons"))).is_ok());
        let mut settings = Settings::default();
        settings.load(&folder.join("settings.csv")).unwrap();
        assert_eq!(settings, Settings::default());
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_workbook_of_a_starter_study_is_read_at_once_as_articles_and_as_lists() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("study");
        start(&folder).unwrap();
        let book = folder.join("study.xlsx");
        let corpus = corpus::read(
            std::slice::from_ref(&book),
            &ReadOptions::default(),
            &|_| {},
        )
        .unwrap();
        assert_eq!((corpus.articles.len(), corpus.rows_skipped), (1, 0));
        let ours = check::check(&files::of(Some(&book)).unwrap());
        let told: Vec<String> = ours.iter().map(|found| found.fault.to_string()).collect();
        assert!(told.is_empty(), "{told:?}");
        let cells = |path: Option<&Path>| {
            let lists = files::of(path).unwrap().into_iter();
            let rows = lists
                .filter(|list| list.stem() != "ar/mine")
                .flat_map(|list| {
                    let sheet = Sheet::read(&list.shown, &list.content, &mut Vec::new());
                    let rows = sheet.rows.iter().map(|row| {
                        let cells = (0..row.width()).map(|at| row.cell(at).to_owned());
                        (list.path.clone(), row.number, cells.collect::<Vec<_>>())
                    });
                    rows.collect::<Vec<_>>()
                });
            rows.collect::<Vec<_>>()
        };
        assert!(cells(Some(&book)) == cells(None));
    }

    #[test]
    fn the_settings_of_a_starter_study_take_a_change() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("study");
        start(&folder).unwrap();
        let path = folder.join("settings.csv");
        let table = fs::read_to_string(&path).unwrap();
        fs::write(&path, table.replace("window_hours,72,", "window_hours,24,")).unwrap();
        let mut settings = Settings::default();
        settings.load(&path).unwrap();
        assert_eq!(settings.window_hours, 24);
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("thesis.docx"), "years of work").unwrap();
        let message = start(home.path()).unwrap_err().to_string();
        assert!(message.contains("left alone"), "{message}");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
        let empty = home.path().join("empty");
        fs::create_dir(&empty).unwrap();
        start(&empty).unwrap();
    }
}
