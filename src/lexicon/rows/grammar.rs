//! `grammar.csv`: the words of a language that build sentences, by what they do there.

use super::ListRows;
use crate::error::{Fault, isolated};
use crate::language::{Class, Grammar};
use crate::lexicon::files::ListFile;
use crate::tables::Sheet;
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Columns of `grammar.csv`; the first two are needed.
pub(crate) const COLUMNS: &[&str] = &["word", "class", "value", "hit", "miss", "note"];

/// One row of `grammar.csv`.
pub(crate) struct GrammarRow {
    /// The file, as messages name it.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Code of the language folder.
    pub language: String,
    /// The words as written, a final `*` for any ending.
    pub words: Vec<String>,
    /// What they do.
    pub class: Class,
    /// What the class says of them, for the few that say something.
    pub value: String,
    /// A sentence in which one of them must be found.
    pub hit: String,
    /// One in which none may.
    pub miss: String,
}

impl GrammarRow {
    /// Enters its words.
    pub(crate) fn add_to(&self, grammar: &mut Grammar) {
        for word in &self.words {
            grammar.add(word, self.class, &self.value);
        }
    }
}

/// Reads the file; a word that stands twice in one class is a fault.
pub(crate) fn read(file: &ListFile, language: &str, rows: &mut ListRows, faults: &mut Vec<Fault>) {
    let sheet = Sheet::of_columns(&file.shown, &file.content, COLUMNS, 2, faults);
    let mut firsts: BTreeMap<(String, Class), u64> = BTreeMap::new();
    for row in &sheet.rows {
        let key = sheet.cell(row, "class");
        let Some(class) = sheet.choice((row, "class"), key, Class::ALL, faults) else {
            continue;
        };
        let words = sheet.values(row, "word");
        if words.iter().all(|word| word.trim_matches('*').is_empty()) {
            faults.extend(sheet.empty(row, "word"));
            continue;
        }
        for given in &words {
            if let Some(first) = firsts.insert((given.clone(), class), row.number) {
                let what = said("fault.word-twice", &[&isolated(given), &first]);
                let fault = sheet.fault(row, "word", what, word("hint.keep-one"));
                faults.push(fault.as_warning());
            }
        }
        rows.grammar.push(GrammarRow {
            file: file.shown.clone(),
            row: row.number,
            language: language.to_owned(),
            words,
            class,
            value: sheet.cell(row, "value").to_owned(),
            hit: sheet.cell(row, "hit").to_owned(),
            miss: sheet.cell(row, "miss").to_owned(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;
    use crate::lexicon::files::built_in;
    use crate::lexicon::load_files;

    fn built_in_rows() -> ListRows {
        let (mut rows, mut faults) = (ListRows::default(), Vec::new());
        let files = built_in();
        let file = files.iter().find(|file| file.stem() == "ar/grammar");
        read(file.unwrap(), "ar", &mut rows, &mut faults);
        assert!(faults.is_empty(), "{faults:?}");
        rows
    }

    #[test]
    fn the_program_knows_the_built_in_words_without_reading_the_list() {
        let language = language::of(None);
        let (lexicon, _) = load_files(&built_in());
        let read = lexicon.grammar(language);
        assert_eq!(read.words(), language.grammar().words());
    }

    #[test]
    fn each_word_has_a_sentence_of_its_own() {
        let mut sentences: BTreeMap<String, u64> = BTreeMap::new();
        for row in built_in_rows().grammar {
            assert!(!row.hit.is_empty(), "row {} has no hit", row.row);
            let other = sentences.insert(row.hit, row.row);
            assert_eq!(other, None, "the hit of row {} too", row.row);
        }
    }

    #[test]
    fn each_class_has_a_word_and_is_explained() {
        let rows = built_in_rows().grammar;
        let readme = include_str!("../../../lexicons/README.md");
        for (key, class) in Class::ALL {
            let has_file_of_its_own = *class == Class::Agency;
            assert!(
                has_file_of_its_own || rows.iter().any(|row| row.class == *class),
                "{key}"
            );
            assert!(readme.contains(&format!("| `{key}` |")), "{key}");
        }
    }
}
