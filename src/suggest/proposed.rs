//! Rows that are proposed to a researcher: which were turned down before, and whether a new one
//! passes the check.

use crate::check::check;
use crate::language::Language;
use crate::lexicon::bare;
use crate::lexicon::files::ListFile;
use crate::lexicon::rows::TERM_COLUMNS;
use crate::tables::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// A row of a file of terms, by column; columns that it lacks are empty.
pub(crate) type NewRow = BTreeMap<&'static str, String>;

/// The columns of a file of terms in the order in which the built-in lists have them.
pub(crate) const COLUMNS: [&str; 14] = [
    "id", "term", "frame", "label", "pos", "stems", "flags", "exclude", "near", "not_near", "hit",
    "miss", "source", "note",
];

/// What `refused.csv` of a language turns down, folded and without clitics.
pub(crate) fn refused(files: &[ListFile], language: &dyn Language) -> BTreeSet<String> {
    let path = format!("{}/refused", language.code());
    let mut refused = BTreeSet::new();
    for file in files.iter().filter(|file| file.stem() == path) {
        let sheet = Sheet::of_columns(
            &file.shown,
            &file.content,
            &["term", "reason"],
            1,
            &mut Vec::new(),
        );
        let terms = sheet.rows.iter().map(|row| sheet.cell(row, "term"));
        refused.extend(terms.map(|term| bare(language, &language.fold(term))));
    }
    refused
}

/// The ids of all rows of terms.
pub(crate) fn ids(files: &[ListFile]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for file in files.iter().filter(|file| file.lists_terms()) {
        let sheet = Sheet::of_columns(&file.shown, &file.content, TERM_COLUMNS, 5, &mut Vec::new());
        ids.extend(
            sheet
                .rows
                .iter()
                .map(|row| sheet.cell(row, "id").to_owned()),
        );
    }
    ids
}

/// What the check finds in each row when all are added to the lists together, one after the other:
/// empty for a row that passes.
pub(crate) fn faults_of(
    files: &[ListFile],
    language: &dyn Language,
    rows: &[NewRow],
) -> Vec<Vec<String>> {
    let name = format!("{}/~proposed.csv", language.code());
    let mut files = files.to_vec();
    files.push(ListFile {
        path: name.clone(),
        shown: name.clone(),
        content: written(rows),
    });
    let mut faults = vec![Vec::new(); rows.len()];
    for fault in check(&files).into_iter().map(|finding| finding.fault) {
        // Row 1 is the header.
        let row = fault
            .row
            .and_then(|row| usize::try_from(row).ok()?.checked_sub(2));
        if let (true, Some(of_row)) = (fault.file == name, row.and_then(|row| faults.get_mut(row)))
        {
            of_row.push(fault.what);
        }
    }
    faults
}

/// Rows as a file.
fn written(rows: &[NewRow]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let cells = |row: &NewRow| COLUMNS.map(|column| row.get(column).cloned().unwrap_or_default());
    let mut all = vec![COLUMNS.map(str::to_owned)];
    all.extend(rows.iter().map(cells));
    for row in all {
        writer
            .write_record(row)
            .expect("memory takes all that is written");
    }
    writer
        .into_inner()
        .expect("memory takes all that is written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Arabic;
    use crate::lexicon::files;

    fn row(term: &str, hit: &str) -> NewRow {
        let cells = [
            ("id", term),
            ("term", term),
            ("frame", "armed-islamists"),
            ("label", "gangs"),
            ("hit", hit),
            ("source", "codebook"),
        ];
        cells
            .into_iter()
            .map(|(column, cell)| (column, cell.to_owned()))
            .collect()
    }

    #[test]
    fn a_row_whose_sentence_has_the_term_passes_and_one_without_does_not() {
        let rows = [
            row("قرطاسية", "باع الرجل القرطاسية في السوق"),
            row("محبرة", "كتب الرجل رسالة"),
            row("إرهابي", "فر الإرهابيون ليلا"),
        ];
        let faults = faults_of(&files::built_in(), &Arabic, &rows);
        let passes: Vec<bool> = faults.iter().map(Vec::is_empty).collect();
        assert_eq!(passes, [true, false, false], "{faults:?}");
    }

    #[test]
    fn what_was_refused_is_known_in_any_spelling() {
        let refused = refused(&files::built_in(), &Arabic);
        assert!(refused.contains(&bare(&Arabic, &Arabic.fold("والاستقرار"))));
        assert!(!refused.contains("ارهابي"));
    }
}
