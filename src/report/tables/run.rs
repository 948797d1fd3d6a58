//! `notes.csv`, `columns.csv` and `run.csv`: what was skipped or cut, what each column means, and
//! what makes the run repeatable.

use crate::corpus::{Note, Part, SourceIx};
use crate::error::Result;
use crate::report::cell::{Cell, Column, Explained, Rows, Table, columns};
use crate::report::corrections::moved;
use crate::report::names::{counted, one_line};
use crate::study::Findings;

const NOTE_COLUMNS: &[Explained] = &[
    ("file", "name", "the file, as given"),
    (
        "row",
        "number",
        "the row as a spreadsheet counts it: the header is row 1",
    ),
    ("column", "name", "the column"),
    (
        "what",
        "text",
        "what there is to say: a row that could not be read and why, an article that a corrected grouping moved, an outlet whose clock is wrong, furniture that was cut, a mark that was never closed",
    ),
];

/// The columns of `columns.csv`.
pub const COLUMN_COLUMNS: &[Explained] = &[
    ("table", "name", "the file, without its ending"),
    ("column", "name", "the header"),
    ("unit", "text", "the unit or the values it can take"),
    ("meaning", "text", "what it says"),
];

/// The columns of `run.csv`.
pub const RUN_COLUMNS: &[Explained] = &[
    (
        "fact",
        "version, setting, input, lexicon",
        "what kind of fact the row holds",
    ),
    ("name", "text", "its name"),
    (
        "value",
        "text",
        "its value; for a file the SHA-256 of its bytes",
    ),
    ("meaning", "text", "what it means, with its unit"),
];

/// Remarks.
pub const NOTES: Table = Table {
    name: "notes",
    columns: |_| columns(NOTE_COLUMNS),
    fill: fill_notes,
};

/// The columns of every table.
pub const COLUMNS: Table = Table {
    name: "columns",
    columns: |_| columns(COLUMN_COLUMNS),
    fill: fill_columns,
};

/// The facts of the run.
pub const RUN: Table = Table {
    name: "run",
    columns: |_| columns(RUN_COLUMNS),
    fill: fill_run,
};

fn fill_notes(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let (moved, clocks) = (
        moved(&findings.corpus, &findings.alignment),
        clocks(findings),
    );
    for note in findings.corpus.notes.iter().chain(&moved).chain(&clocks) {
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
                format!(
                    "article {}: furniture cut ({}): {text}",
                    article.id, cut.why
                )
            });
            let remarks = read.voices.remarks.iter().map(|(byte, what)| {
                let character = article.part(part)[..*byte as usize].chars().count();
                format!("article {}: at character {character}: {what}", article.id)
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

/// Outlets whose clocks alignment set right by so much that it matters.
fn clocks(findings: &Findings) -> Vec<Note> {
    let late = (0..).map(SourceIx).zip(&findings.alignment.late_hours);
    let told = late.filter(|(_, hours)| hours.abs() >= LATE_HOURS);
    let note = |(source, hours): (SourceIx, &f64)| Note {
        file: String::new(),
        row: None,
        column: Some("date".to_owned()),
        what: format!(
            "{} dates its articles {:.1} hours {} others date the same texts; taken off where \
             articles are compared",
            findings.source_name(source),
            hours.abs(),
            if *hours > 0.0 { "later than" } else { "before" }
        ),
    };
    told.map(note).collect()
}

/// Less is what editors take, and what the others' clocks are wrong by.
const LATE_HOURS: f64 = 3.0;

fn fill_columns(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    explain(crate::report::columns(findings), rows)
}

/// A row for each column of each table.
pub fn explain(columns: Vec<(&'static str, Column)>, rows: &mut dyn Rows) -> Result<()> {
    columns.into_iter().try_for_each(|(table, column)| {
        let Column {
            name,
            unit,
            meaning,
        } = column;
        words(rows, [table, &name, unit, &meaning])
    })
}

/// A row of four words.
pub fn words(rows: &mut dyn Rows, words: [&str; 4]) -> Result<()> {
    rows.row(&words.map(Cell::text))
}

fn fill_run(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let mut row = |fact: &str, name: &str, value: &str, meaning: &str| {
        words(rows, [fact, name, value, meaning])
    };
    row(
        "version",
        "mizan",
        env!("CARGO_PKG_VERSION"),
        "version of the program",
    )?;
    for (name, value, unit, meaning) in findings.settings.rows() {
        row("setting", name, &value, &format!("{meaning} ({unit})"))?;
    }
    for input in &findings.corpus.inputs {
        let meaning = counted(input.articles as usize, "article");
        row("input", &input.name, &input.sha256, &meaning)?;
    }
    for (file, digest) in &findings.lexicon.files {
        row("lexicon", file, digest, "word list")?;
    }
    Ok(())
}
