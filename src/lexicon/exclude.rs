//! Writes forms into the cell `exclude` of an entry, and leaves every other byte of the file as it
//! is: separator, mark, line ends, and how other cells are quoted.

use super::books::shown_as;
use super::forms::is_same_term;
use super::rows::citation;
use crate::error::{Error, Result, isolated};
use crate::language::{Citation, Form, Language};
use crate::tables::workbook::{self, CellPlace};
use crate::tables::{Limits, Row, Sheet, VALUE_ENDS, refused};
use crate::wording::{said, word};

/// A file of terms with forms of an entry ruled out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excluded {
    /// The entry's id.
    pub id: String,
    /// The forms that were written, without marks.
    pub added: Vec<String>,
    /// The forms that stood there before.
    pub known: Vec<String>,
    /// The file as it is to be.
    pub content: Vec<u8>,
}

/// A file of terms as it is.
pub(crate) struct TermFile<'a> {
    /// As messages name it.
    pub shown: &'a str,
    /// What is in it.
    pub content: &'a [u8],
    /// Its language.
    pub language: &'static dyn Language,
}

/// Adds forms to the cell `exclude` of the entry that has this id or, if none has, this term. In a
/// workbook (`.xlsx`) each sheet of terms is looked through.
///
/// Errors: another workbook, a text that is not UTF-8, a file without the column, no such entry or
/// several, a form that the entry never makes.
pub(crate) fn exclude(file: &TermFile, name: &str, forms: &[String]) -> Result<Excluded> {
    let fault = |what: String| Error::Lists(format!("{}: {what}", file.shown));
    if is_new_book(file.shown) {
        return in_book(file, name, forms);
    }
    check_text(file).map_err(fault)?;
    let sheet = Sheet::read(file.shown, file.content, &mut Vec::new());
    check_columns(&sheet).map_err(fault)?;
    let row = entry_row(&sheet, file.language, name).map_err(fault)?;
    let ruled = ruled_out(file.language, (&sheet, row), forms).map_err(fault)?;
    let content = match ruled.added.is_empty() {
        true => file.content.to_vec(),
        false => with_values(file, &sheet, row, &ruled.added.join(";")),
    };
    Ok(Excluded { content, ..ruled })
}

/// Whether a file is a workbook into which a cell can be written.
fn is_new_book(file: &str) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    ["xlsx", "xlsm"].contains(&ending.as_str())
}

/// The same in the one sheet of a workbook that has the entry.
fn in_book(file: &TermFile, name: &str, forms: &[String]) -> Result<Excluded> {
    let fault = |what: String| Error::Lists(format!("{}: {what}", file.shown));
    let most = Limits::DEFAULT.workbook_megabytes;
    let texts = workbook::texts(file.shown, file.content, most);
    let texts = texts.map_err(|found| refused(&[found]))?;
    let sheets = texts.iter().map(|text| {
        let shown = shown_as(file.shown, &text.name);
        (
            text,
            Sheet::read(&shown, text.text.as_bytes(), &mut Vec::new()),
        )
    });
    let sheets: Vec<_> = sheets
        .filter(|(_, sheet)| check_columns(sheet).is_ok())
        .collect();
    let found = sheets.iter().map(|(text, sheet)| {
        let row = entry_row(sheet, file.language, name);
        row.map(|row| (*text, sheet, row))
    });
    let mut found: Vec<_> = found.collect();
    // What is wrong is told of the sheets together: several entries, or none.
    let (text, sheet, row) = match found.iter().filter(|found| found.is_ok()).count() {
        0 if found.is_empty() => return Err(fault(word("fail.no-id").into())),
        0 => found.swap_remove(0).map_err(fault)?,
        1 => {
            found.retain(std::result::Result::is_ok);
            found.swap_remove(0).map_err(fault)?
        }
        _ => {
            let found = found.iter().flatten();
            let ids: Vec<&str> = found.map(|(_, sheet, row)| sheet.cell(row, "id")).collect();
            let with: [&dyn std::fmt::Display; 2] = [&isolated(name), &ids.join(", ")];
            return Err(fault(said("fail.several", &with)));
        }
    };
    let ruled = ruled_out(file.language, (sheet, row), forms).map_err(fault)?;
    if ruled.added.is_empty() {
        let content = file.content.to_vec();
        return Ok(Excluded { content, ..ruled });
    }
    let before = sheet.cell(row, "exclude");
    let before = before.trim_end_matches(|c: char| c.is_whitespace() || VALUE_ENDS.contains(&c));
    let values = [before]
        .into_iter()
        .filter(|before| !before.is_empty())
        .chain(ruled.added.iter().map(String::as_str));
    let place = CellPlace {
        sheet: &text.name,
        row: row.number,
        column: text.left + sheet.column("exclude").unwrap_or_default(),
    };
    let values = values.collect::<Vec<_>>().join(";");
    let content = workbook::with_cell(file.content, &place, &values);
    let content = content.ok_or_else(|| fault(word("fail.only-csv").into()))?;
    Ok(Excluded { content, ..ruled })
}

fn check_columns(sheet: &Sheet) -> std::result::Result<(), String> {
    if !sheet.has("id") || !sheet.has("term") {
        return Err(word("fail.no-id").into());
    }
    let has = sheet.has("exclude");
    has.then_some(()).ok_or(word("fail.no-exclude").into())
}

/// What is ruled out of the entry of a row, with an empty file.
///
/// Errors: a row that cannot be read, a form that the entry never makes.
fn ruled_out(
    language: &dyn Language,
    (sheet, row): (&Sheet, &Row),
    forms: &[String],
) -> std::result::Result<Excluded, String> {
    let id = sheet.cell(row, "id").to_owned();
    let mut faults = Vec::new();
    let entry = citation(sheet, row, &mut faults);
    if !faults.is_empty() {
        return Err(said("fail.row-unreadable", &[&isolated(&id)]));
    }
    let (added, known) = sorted(language, &entry, forms)
        .map_err(|form| said("fail.never-made", &[&isolated(&id), &isolated(&form)]))?;
    Ok(Excluded {
        id,
        added,
        known,
        content: Vec::new(),
    })
}

fn check_text(file: &TermFile) -> std::result::Result<(), String> {
    if Sheet::is_workbook(file.shown) {
        return Err(word("fail.only-csv").to_owned());
    }
    let is_text = std::str::from_utf8(file.content).is_ok();
    is_text
        .then_some(())
        .ok_or_else(|| word("fail.not-utf8").to_owned())
}

/// The file with values added to one cell, its marks before all.
fn with_values(file: &TermFile, sheet: &Sheet, row: &Row, values: &str) -> Vec<u8> {
    let text = sheet.with_values(row, "exclude", values);
    let marks = &file.content[..sheet.marks(file.content)];
    [marks, text.unwrap_or_default().as_bytes()].concat()
}

/// The row of the entry that is called so.
fn entry_row<'a>(
    sheet: &'a Sheet,
    language: &dyn Language,
    name: &str,
) -> std::result::Result<&'a Row, String> {
    let rows = |wanted: &dyn Fn(&Row) -> bool| -> Vec<&Row> {
        sheet.rows.iter().filter(|row| wanted(row)).collect()
    };
    let by_id = rows(&|row| sheet.cell(row, "id") == name);
    let found = match by_id.is_empty() {
        true => rows(&|row| is_same_term(language, sheet.cell(row, "term"), name)),
        false => by_id,
    };
    match found.as_slice() {
        [row] => Ok(row),
        [] => Err(said("fail.no-entry", &[&isolated(name)])),
        several => {
            let ids: Vec<&str> = several.iter().map(|row| sheet.cell(row, "id")).collect();
            Err(said("fail.several", &[&isolated(name), &ids.join(", ")]))
        }
    }
}

/// The forms to be written, and those that are ruled out already.
///
/// Errors: the form that the entry never makes.
fn sorted(
    language: &dyn Language,
    entry: &Citation,
    forms: &[String],
) -> std::result::Result<(Vec<String>, Vec<String>), String> {
    let known: Vec<String> = entry
        .exclude
        .iter()
        .map(|form| language.exact(form))
        .collect();
    let whole = Citation {
        exclude: Vec::new(),
        ..entry.clone()
    };
    let ways = language.forms(&whole);
    let (mut added, mut standing) = (Vec::new(), Vec::new());
    for form in forms {
        let form = language.exact(form.trim());
        if known.contains(&form) {
            standing.push(form);
        } else if !makes(language, &ways, &form) {
            return Err(form);
        } else if !added.contains(&form) {
            added.push(form);
        }
    }
    Ok((added, standing))
}

/// Whether a form is one of an entry's, or of one of its words: both are ruled out so.
fn makes(language: &dyn Language, ways: &[Vec<Vec<Form>>], form: &str) -> bool {
    let words: Vec<&str> = form.split_whitespace().collect();
    let is_form_of = |word: &str, forms: &Vec<Form>| {
        let folded = language.fold(word);
        !folded.is_empty()
            && forms.iter().any(|made| {
                let letters = match made.open {
                    true => folded.starts_with(&made.folded),
                    false => folded == made.folded,
                };
                letters && language.agrees(&made.exact, word)
            })
    };
    ways.iter().any(|way| {
        let one_word = words.len() == 1 && way.iter().any(|forms| is_form_of(words[0], forms));
        let all = way.len() == words.len()
            && words
                .iter()
                .zip(way)
                .all(|(word, forms)| is_form_of(word, forms));
        one_word || all
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn excluded(content: &str, name: &str, forms: &[&str]) -> Result<String> {
        let file = TermFile {
            shown: "ar/mine.csv",
            content: content.as_bytes(),
            language: language::of(Some("ar")),
        };
        let forms: Vec<String> = forms.iter().map(|form| (*form).to_owned()).collect();
        let done = exclude(&file, name, &forms)?;
        Ok(String::from_utf8(done.content).unwrap())
    }

    #[test]
    fn only_the_cell_changes_whatever_the_separator_line_ends_and_quotation_marks() {
        let cases = [
            (
                "\u{feff}id,term,exclude,note\r\na,كتاب,,\"x, \"\"y\"\"\"\r\nb,قلم,,\r\n",
                "\u{feff}id,term,exclude,note\r\na,كتاب,كتابين;كتابا,\"x, \"\"y\"\"\"\r\nb,قلم,,\r\n",
            ),
            (
                "id;\"term\";exclude\na;كتاب;\n",
                "id;\"term\";exclude\na;كتاب;\"كتابين;كتابا\"\n",
            ),
            (
                "id\texclude\tterm\na\t\"كتابه\"\tكتاب",
                "id\texclude\tterm\na\t\"كتابه;كتابين;كتابا\"\tكتاب",
            ),
            (
                "id,term,note,exclude\n\n a ,كتاب\nb,قلم,,\n",
                "id,term,note,exclude\n\n a ,كتاب,,كتابين;كتابا\nb,قلم,,\n",
            ),
            (
                "id;term;exclude\na;كتاب;x\"y\n",
                "id;term;exclude\na;كتاب;\"x\"\"y;كتابين;كتابا\"\n",
            ),
            (
                "id,term,exclude\na,كتاب, كتابه ; \n",
                "id,term,exclude\na,كتاب, كتابه ; كتابين;كتابا\n",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(excluded(before, "a", &["كتابين", "كِتابا"]).unwrap(), after);
        }
    }

    #[test]
    fn an_entry_is_known_by_its_term_too_and_a_form_is_not_written_twice() {
        let text = "id,term,exclude\na,كتاب,كتابين\n";
        let cases = [
            ("كتاب", &["كتابين"][..], text),
            (
                "a",
                &["كتابا", "كتابا"],
                "id,term,exclude\na,كتاب,كتابين;كتابا\n",
            ),
        ];
        for (name, forms, expected) in cases {
            assert_eq!(excluded(text, name, forms).unwrap(), expected);
        }
    }

    #[test]
    fn a_phrase_loses_a_whole_form_or_a_form_of_one_word() {
        let text = "id,term,exclude\na,رجل مسلح,\n";
        for form in ["الرجل المسلح", "ورجال"] {
            let found = excluded(text, "a", &[form]);
            assert_eq!(found.is_ok(), form == "الرجل المسلح", "{form}");
        }
        assert!(excluded(text, "a", &["مسلحين"]).is_ok());
    }

    #[test]
    fn what_cannot_be_written_says_why_and_what_to_do() {
        let text = "id,term,exclude\na,كتاب,\nb,كتاب,\n";
        let cases = [
            (text, "c", "كتابين", "no entry has the id or term"),
            (text, "كتاب", "كتابين", "give the id of one: a, b"),
            (text, "a", "مكتبة", "never makes the form"),
            ("id,term\na,كتاب\n", "a", "كتابين", "no column `exclude`"),
            ("x,y\n1,2\n", "a", "كتابين", "give a file of terms"),
        ];
        for (text, name, form, expected) in cases {
            let fault = excluded(text, name, &[form]).unwrap_err().to_string();
            assert!(
                fault.starts_with("ar/mine.csv: ") && fault.contains(expected),
                "{fault}"
            );
        }
        let workbook = TermFile {
            shown: "ar/mine.ods",
            content: b"PK",
            language: language::of(None),
        };
        let fault = exclude(&workbook, "a", &["x".into()]).unwrap_err();
        assert!(
            fault
                .to_string()
                .contains("save the list as `CSV UTF-8` or `.xlsx`")
        );
    }
}
