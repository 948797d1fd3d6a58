//! `contrasts.csv`: how far two sources differ where they cover the same events.

use crate::corpus::Corpus;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::counted;
use crate::sources::{Contrast, LeftOut, Other};
use crate::study::Findings;

/// The columns: four keys, then [`figures`], then words and odds.
pub const COLUMNS: &[Explained] = &[
    ("frame", "name", "the question that wording answers"),
    (
        "actor",
        "name",
        "whom the wording is about; empty where no known actor could be found",
    ),
    ("source", "name", "a source"),
    (
        "other",
        "name",
        "the source it is compared with, or all others pooled inside each event",
    ),
    (
        "shared_events",
        "count",
        "events in which both use a label of the frame about the actor in their own voice",
    ),
    (
        "mentions",
        "count",
        "such mentions of the source, in all its articles; copies collapse to one",
    ),
    ("other_mentions", "count", "those of the other"),
    ("lean", "−2…2", "mean stance of the source's mentions"),
    ("other_lean", "−2…2", "that of the other"),
    (
        "difference",
        "−4…4",
        "mean difference of lean inside the shared events, weighted as Mantel and Haenszel; empty without a shared event",
    ),
    (
        "low",
        "−4…4",
        "lower end of the 95 % interval of the difference; empty where none holds",
    ),
    ("high", "−4…4", "upper end of that interval"),
    (
        "p",
        "0…1",
        "two-sided permutation p of the articles inside events; empty where too few arrangements are possible",
    ),
    (
        "q",
        "0…1",
        "false discovery rate at which the row would be called a difference (Benjamini–Hochberg over the table)",
    ),
    ("method", "text", "how interval and p were made"),
    (
        "remark",
        "text",
        "the difference in plain words; what it hangs on (sensitivity.csv); why figures are absent",
    ),
    (
        "labels",
        "names",
        "the two labels most used in the shared events; empty where there are no two that both could choose",
    ),
    (
        "odds_ratio",
        "ratio",
        "how many times the odds of the first of these labels over the second are the source's, by those of the other (Mantel–Haenszel over events)",
    ),
    (
        "odds_low",
        "ratio",
        "lower end of its 95 % interval (Robins–Breslow–Greenland)",
    ),
    ("odds_high", "ratio", "upper end of that interval"),
];

/// How *all others* is written.
pub const ALL_OTHERS: &str = "(all others)";

/// The table.
pub const TABLE: Table = Table {
    name: "contrasts",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for (at, contrast) in findings.contrasts.iter().enumerate() {
        rows.row(&row(findings, contrast, remark(findings, at)))?;
    }
    Ok(())
}

/// Whom a contrast compares with, as the table writes it.
pub fn other_name<'a>(corpus: &'a Corpus, contrast: &Contrast) -> &'a str {
    match contrast.other {
        Other::Source(other) => &corpus.sources[other.at()],
        Other::AllOthers => ALL_OTHERS,
    }
}

fn row<'a>(findings: &'a Findings, contrast: &'a Contrast, remark: String) -> Vec<Cell<'a>> {
    let odds = contrast.odds.as_ref();
    let mut row = vec![
        Cell::text(findings.lexicon.frame_name(contrast.frame)),
        findings.lexicon.actor_cell(contrast.actor),
        Cell::text(findings.source_name(contrast.source)),
        Cell::text(other_name(&findings.corpus, contrast)),
    ];
    row.extend(figures(contrast));
    row.extend([
        Cell::text(contrast.method.as_str()),
        Cell::text(remark),
        labels(&findings.lexicon, contrast),
        Cell::number(odds.map(|odds| odds.ratio)),
        Cell::number(odds.map(|odds| odds.interval.0)),
        Cell::number(odds.map(|odds| odds.interval.1)),
    ]);
    row
}

/// The figures of a contrast, in the order of the columns.
pub fn figures(contrast: &Contrast) -> [Cell<'static>; 10] {
    [
        Cell::count(contrast.shared_events),
        Cell::count(contrast.mentions),
        Cell::count(contrast.other_mentions),
        Cell::number(contrast.lean),
        Cell::number(contrast.other_lean),
        Cell::number(contrast.difference),
        Cell::number(contrast.interval.map(|interval| interval.0)),
        Cell::number(contrast.interval.map(|interval| interval.1)),
        Cell::number(contrast.p),
        Cell::number(contrast.q),
    ]
}

/// The two labels whose odds are compared.
pub fn labels(lexicon: &Lexicon, contrast: &Contrast) -> Cell<'static> {
    contrast.odds.as_ref().map_or(Cell::Missing, |odds| {
        let names = [odds.labels.0, odds.labels.1].map(|ix| lexicon.label_name(ix));
        Cell::text(names.join("; "))
    })
}

/// What there is to say of a contrast, in plain words.
fn remark(findings: &Findings, at: usize) -> String {
    let contrast = &findings.contrasts[at];
    let parts = [
        chosen(findings, contrast),
        hangs_on(findings, at),
        contrast.remark.clone(),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("; ")
}

/// *uses “terrorists” where the others say “militants”, in 7 of 9 shared events (the other way
/// round in 1)*.
fn chosen(findings: &Findings, contrast: &Contrast) -> String {
    let Some(choice) = contrast.choice else {
        return String::new();
    };
    let other = match contrast.other {
        Other::Source(other) => format!("{} says", findings.source_name(other)),
        Other::AllOthers => "the others say".to_owned(),
    };
    let reversed = match choice.reversed {
        0 => String::new(),
        events => format!(" (the other way round in {events})"),
    };
    format!(
        "uses “{}” where {other} “{}”, in {} of {}{reversed}",
        findings.lexicon.label_name(choice.ours),
        findings.lexicon.label_name(choice.theirs),
        choice.events,
        counted(contrast.shared_events as usize, "shared event"),
    )
}

/// *hangs on the term …, the event …, the article …*: of each kind the one without which least of
/// the difference is left.
fn hangs_on(findings: &Findings, at: usize) -> String {
    let hanging = |kind: fn(&LeftOut) -> bool| {
        let rows = findings.sensitivity.iter();
        let mut rows = rows.filter(|row| row.contrast == at && row.hangs && kind(&row.left_out));
        rows.next().map(|row| row.left_out)
    };
    let named: Vec<String> = [
        hanging(|left_out| matches!(left_out, LeftOut::Term(_))),
        hanging(|left_out| matches!(left_out, LeftOut::Event(_))),
        hanging(|left_out| matches!(left_out, LeftOut::Article(_))),
    ]
    .into_iter()
    .flatten()
    .map(|left_out| named(findings, left_out))
    .collect();
    if named.is_empty() {
        return String::new();
    }
    format!("hangs on {} (sensitivity.csv)", named.join(", "))
}

fn named(findings: &Findings, left_out: LeftOut) -> String {
    match left_out {
        LeftOut::Term(ix) => format!("the term “{}”", findings.lexicon.terms[ix.0 as usize].term),
        LeftOut::Event(ix) => format!("the event {}", findings.event_name(ix)),
        LeftOut::Article(ix) => format!("the article {}", findings.article_id(ix)),
    }
}
