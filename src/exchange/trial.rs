//! Tries rows that were carried over, so that what comes out of an import can be used at once: each
//! must be found in its own `hit`, which another row of its frame may take from it.

use super::Lost;
use super::carried::{Carried, Imported};
use crate::corpus::Part;
use crate::error::isolated;
use crate::language::Language;
use crate::lexicon::files::ListFile;
use crate::lexicon::{self, Lexicon};
use crate::text::{self, clean::Furniture};
use crate::wording::said;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What came of a trial of one row.
enum Tried {
    Found,
    /// Found where the word has an ending.
    FoundWith(String),
    /// Another term is found there, of this id.
    Taken(String),
}

/// Leaves out rows whose places other rows take, and gives a word with `*` an ending in its `hit`
/// where the bare word is a row of its own.
pub(super) fn settle(carried: &mut Carried, language: &'static dyn Language) {
    let (lexicon, _) = lexicon::load_files(&files(carried, language));
    let terms = lexicon.terms.iter();
    let terms: BTreeMap<&str, &str> = terms.map(|term| (&*term.id, &*term.term)).collect();
    let rows = carried.terms.par_iter();
    let tried: Vec<Tried> = rows.map(|row| tried(&lexicon, language, row)).collect();
    let mut kept = Vec::with_capacity(carried.terms.len());
    for (mut row, tried) in std::mem::take(&mut carried.terms).into_iter().zip(tried) {
        match tried {
            Tried::Found => kept.push(row),
            Tried::FoundWith(hit) => {
                row.hit = hit;
                kept.push(row);
            }
            Tried::Taken(by) => carried.lost.push(Lost {
                line: row.line,
                what: said(
                    "lost.taken",
                    &[&isolated(terms.get(&*by).copied().unwrap_or_default())],
                ),
                entry: row.term,
            }),
        }
    }
    carried.terms = kept;
    let labels = carried.terms.iter();
    let labels: BTreeSet<_> = labels
        .map(|row| (row.frame.clone(), row.label.clone()))
        .collect();
    carried.labels = labels;
}

fn tried(lexicon: &Lexicon, language: &'static dyn Language, row: &Imported) -> Tried {
    let found = found_in(lexicon, language, row, &row.hit);
    if found.contains(&row.id) {
        return Tried::Found;
    }
    if row.term.ends_with('*') {
        let longer: String = row.hit.chars().chain(row.hit.chars().last()).collect();
        if found_in(lexicon, language, row, &longer).contains(&row.id) {
            return Tried::FoundWith(longer);
        }
    }
    Tried::Taken(found.into_iter().next().unwrap_or_default())
}

/// The ids of the rows of a row's frame that are found in a text.
fn found_in(
    lexicon: &Lexicon,
    language: &'static dyn Language,
    row: &Imported,
    given: &str,
) -> Vec<String> {
    let furniture = Furniture::default();
    let text = text::prepare(
        given,
        Part::Body,
        None,
        "",
        lexicon.grammar(language),
        &furniture,
    );
    let found = crate::framing::find(lexicon, &text, 0);
    let of_frame = found.mentions.iter().filter(|mention| {
        let frame = lexicon.frame_of(mention.term);
        lexicon.frames[frame.0 as usize].name == row.frame
    });
    of_frame
        .map(|mention| lexicon.terms[mention.term.0 as usize].id.clone())
        .collect()
}

/// The rows as the files that will be written.
fn files(carried: &Carried, language: &dyn Language) -> [ListFile; 2] {
    let frames = carried
        .labels
        .iter()
        .map(|(frame, label)| [frame, label, "0"]);
    let terms = carried.terms.iter().map(|row| {
        [
            &*row.id, &row.term, &row.frame, &row.label, row.pos, row.flags, &row.hit, row.miss,
        ]
    });
    let terms_header = [
        "id", "term", "frame", "label", "pos", "flags", "hit", "miss",
    ];
    let file = |path: String, content: Vec<u8>| ListFile {
        shown: path.clone(),
        path,
        content,
    };
    [
        file(
            "frames.csv".to_owned(),
            table(["frame", "label", "stance"], frames),
        ),
        file(
            format!("{}/import.csv", language.code()),
            table(terms_header, terms),
        ),
    ]
}

fn table<'a, const N: usize>(
    header: [&'a str; N],
    rows: impl Iterator<Item = [&'a str; N]>,
) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(rows) {
        writer
            .write_record(row)
            .expect("rows of one width fit in memory");
    }
    writer
        .into_inner()
        .expect("memory takes all that is written")
}

#[cfg(test)]
mod tests {
    use super::super::carry::{Import, carry_over};
    use super::super::{Dialect, read};
    use crate::language;

    #[test]
    fn a_row_that_another_one_takes_all_places_from_is_told_and_left_out() {
        let cases = [
            ("smile*,a\nsmile,b\n", "smile*:smilee smile:smile"),
            ("smi*,a\nsmile*,b\n", "smi*:smi"),
            (
                "smile,a\nsmile face,b\n",
                "smile:smile smile face:smile face",
            ),
            ("مطر*,a\nمطر,a\n", "مطر*:مطرر مطر:مطر"),
        ];
        for (text, expected) in cases {
            let code = if text.is_ascii() { "en" } else { "ar" };
            let import = Import {
                wishes: &[],
                stem: "d",
                file: "d.csv",
                language: language::of(Some(code)),
                inflect: false,
            };
            let dictionary = read("d.csv", text.as_bytes(), Dialect::Columns).unwrap();
            let carried = carry_over(&dictionary, &import).unwrap();
            let rows = carried.terms.iter();
            let rows: Vec<String> = rows
                .map(|row| format!("{}:{}", row.term, row.hit))
                .collect();
            assert_eq!(rows.join(" "), expected);
            assert_eq!(carried.lost.len(), 2 - rows.len(), "{text}");
            let labels = carried.terms.iter().map(|row| &row.label);
            assert!(
                labels
                    .into_iter()
                    .all(|label| { carried.labels.contains(&("d".to_owned(), label.clone())) })
            );
        }
    }
}
