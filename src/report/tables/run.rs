//! `notes.csv`, `words.csv`, `columns.csv` and `run.csv`: what was skipped or cut, what is said so
//! in Arabic, what each column means, and what makes the run repeatable.

use crate::corpus::markup::one_line;
use crate::corpus::{Corpus, Note, Part, SourceIx};
use crate::error::Result;
use crate::report::beyond;
use crate::report::cell::Cell;
use crate::report::columns::Column;
use crate::report::corrections::moved;
use crate::report::table::{Rows, Table};
use crate::settings::Settings;
use crate::sources::KeyUnit;
use crate::study::Findings;
use crate::text::Why;
use crate::voice::Unpaired;
use crate::wording::{self, counted, said, word};
use std::fmt::Display;

/// Remarks.
pub(crate) const NOTES: Table = Table {
    name: "notes",
    fill: fill_notes,
};

/// What tables say in words, in both languages.
pub(crate) const WORDS: Table = Table {
    name: "words",
    fill: fill_words,
};

/// The facts of the run.
pub(crate) const RUN: Table = Table {
    name: "run",
    fill: fill_run,
};

/// Which words keyness leaves out, since they are what a source calls itself.
fn self_named(findings: &Findings) -> Vec<Note> {
    let note = |(source, name): &(SourceIx, Vec<KeyUnit>)| {
        let words = name
            .iter()
            .filter_map(|word| findings.keywords.spellings.get(word));
        let words = words.cloned().collect::<Vec<_>>().join(" ");
        let with: [&dyn Display; 2] = [&findings.source_name(*source), &words];
        Note {
            file: String::new(),
            row: None,
            column: None,
            what: said("notes.self-named", &with),
        }
    };
    findings.keywords.self_named.iter().map(note).collect()
}

fn fill_notes(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let made = [
        moved(&findings.corpus, &findings.alignment),
        clocks(findings),
        beyond::notes(findings),
        self_named(findings),
    ];
    for note in findings.corpus.notes.iter().chain(made.iter().flatten()) {
        rows.row(&[
            Cell::text(note.file.as_str()),
            note.row.map_or(Cell::Missing, Cell::count),
            Cell::text(note.column.as_deref().unwrap_or_default()),
            Cell::text(note.what.as_str()),
        ])?;
    }
    for (article, reading) in findings.corpus.articles.iter().zip(&findings.readings) {
        for part in Part::ALL {
            let read = reading.part(part);
            let cuts = read.cuts.iter().map(|cut| {
                let bytes = cut.bytes.start as usize..cut.bytes.end as usize;
                let text = one_line(&article.part(part)[bytes]);
                said("notes.furniture", &[&article.id, &why(&cut.why), &text])
            });
            let remarks = read.voices.remarks.iter().map(|(byte, unpaired)| {
                let character = article.part(part)[..*byte as usize].chars().count();
                let what = match unpaired {
                    Unpaired::Opened => word("notes.never-closed"),
                    Unpaired::Closed => word("notes.never-opened"),
                };
                said("notes.remark", &[&article.id, &character, &what])
            });
            for what in cuts.chain(remarks) {
                rows.row(&[
                    Cell::text(article.file.as_str()),
                    Cell::count(article.row),
                    Cell::text(part.name()),
                    Cell::text(what),
                ])?;
            }
        }
    }
    Ok(())
}

/// Why something was cut: the rule of the list, or its shape.
fn why(why: &Why) -> &str {
    match why {
        Why::Rule(text) => text,
        Why::TitleRepeated => word("cut.title"),
        Why::DateLine => word("cut.date"),
        Why::Byline => word("cut.byline"),
        Why::Dateline => word("cut.dateline"),
    }
}

/// Outlets whose clocks alignment set right by so much that it matters, and those whose stamps come
/// in batches.
fn clocks(findings: &Findings) -> Vec<Note> {
    let late = (0..).map(SourceIx).zip(&findings.alignment.late_hours);
    let batched = &findings.alignment.batched;
    let told = late.filter(|(source, hours)| batched[source.at()] || hours.abs() >= LATE_HOURS);
    let note = |(source, hours): (SourceIx, &f64)| {
        let with: [&dyn Display; 2] = [
            &findings.source_name(source),
            &format!("{:.1}", hours.abs()),
        ];
        Note {
            file: String::new(),
            row: None,
            column: Some("date".to_owned()),
            what: match *hours > 0.0 {
                _ if batched[source.at()] => said("notes.batches", &with[..1]),
                true => said("notes.late", &with),
                false => said("notes.early", &with),
            },
        }
    };
    told.map(note).collect()
}

/// Less is what editors take, and what the others' clocks are wrong by.
const LATE_HOURS: f64 = 3.0;

/// The rooms of wordings that stand in cells of a report.
const TOLD: [&str; 14] = [
    "cell",
    "clusters",
    "contrasts",
    "copies",
    "corrected",
    "cut",
    "file",
    "notes",
    "run",
    "setting",
    "sign",
    "size",
    "unit",
    "value",
];

fn fill_words(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    wording::of_rooms(&TOLD).try_for_each(|row| words(rows, row))?;
    let acts: Vec<String> = findings
        .happenings
        .acts
        .names()
        .map(|name| format!("act.{name}"))
        .collect();
    let acts = wording::of_rooms(&["act"]).filter(|[key, ..]| acts.iter().any(|act| act == key));
    acts.into_iter().try_for_each(|row| words(rows, row))?;
    findings.lexicon.kinds.iter().try_for_each(|kind| {
        let key = format!("kind.{}", kind.name);
        words(rows, [&key, &kind.shown, &kind.shown_ar])
    })
}

/// A row for each column of each table.
pub(crate) fn explain(columns: Vec<(&'static str, Column)>, rows: &mut dyn Rows) -> Result<()> {
    columns.into_iter().try_for_each(|(table, column)| {
        let kind = column.kind.name();
        let (meaning, meaning_ar) = (&*column.meaning, &*column.meaning_ar);
        words(
            rows,
            [table, &column.name, kind, column.unit, meaning, meaning_ar],
        )
    })
}

/// A row of words.
pub(crate) fn words<const CELLS: usize>(rows: &mut dyn Rows, words: [&str; CELLS]) -> Result<()> {
    rows.row(&words.map(Cell::text))
}

fn fill_run(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    facts(&findings.settings, &findings.corpus, rows)?;
    for (file, digest) in &findings.lexicon.files {
        words(rows, ["lexicon", file, digest, word("run.list")])?;
    }
    Ok(())
}

/// What program, thresholds and inputs a run had.
pub(crate) fn facts(settings: &Settings, corpus: &Corpus, rows: &mut dyn Rows) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    words(rows, ["version", "mizan", version, word("run.version")])?;
    for (name, value, unit) in settings.rows() {
        let meaning = word(&format!("setting.{name}"));
        let unit = word(&format!("unit.{unit}"));
        let meaning = said("run.setting", &[&meaning, &unit]);
        words(rows, ["setting", name, &value, &meaning])?;
    }
    for (name, value, meaning) in corpus.restricted() {
        words(rows, ["restriction", name, value, &meaning])?;
    }
    for input in &corpus.inputs {
        let meaning = counted(input.articles as usize, "article");
        words(rows, ["input", &input.name, &input.sha256, &meaning])?;
    }
    Ok(())
}
