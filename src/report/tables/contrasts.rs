//! `contrasts.csv`: how far two sources differ where they cover the same events.

use crate::corpus::Corpus;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::cell::Cell;
use crate::report::table::{Rows, Table};
use crate::sources::{Contrast, Lack, LeftOut, Method, Other, Sensitivity};
use crate::study::Findings;
use crate::wording::{counted, said, word};
use std::collections::BTreeMap;
use std::fmt::Display;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "contrasts",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let looked_at = findings
        .sensitivity
        .chunk_by(|a, b| a.contrast == b.contrast);
    let looked_at: BTreeMap<usize, &[Sensitivity]> =
        looked_at.map(|rows| (rows[0].contrast, rows)).collect();
    for (at, contrast) in findings.contrasts.iter().enumerate() {
        let without = looked_at.get(&at).copied().unwrap_or_default();
        rows.row(&row(
            findings,
            contrast,
            remark(findings, contrast, without),
        ))?;
    }
    Ok(())
}

/// Whom a contrast compares with, as the table writes it.
pub(crate) fn other_name<'a>(corpus: &'a Corpus, contrast: &Contrast) -> &'a str {
    match contrast.other {
        Other::Source(other) => &corpus.sources[other.at()],
        Other::AllOthers => word("contrasts.all-others"),
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
        Cell::text(methods(contrast)),
        Cell::text(remark),
        labels(&findings.lexicon, contrast),
        Cell::number(odds.map(|odds| odds.ratio)),
        Cell::number(odds.map(|odds| odds.interval.0)),
        Cell::number(odds.map(|odds| odds.interval.1)),
    ]);
    row
}

/// The figures of a contrast, in the order of the columns.
pub(crate) fn figures(contrast: &Contrast) -> [Cell<'static>; 10] {
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
pub(crate) fn labels(lexicon: &Lexicon, contrast: &Contrast) -> Cell<'static> {
    contrast.odds.as_ref().map_or(Cell::Missing, |odds| {
        let names = [odds.labels.0, odds.labels.1].map(|ix| lexicon.label_name(ix));
        Cell::text(names.join("; "))
    })
}

/// What there is to say of a contrast, in plain words.
fn remark(findings: &Findings, contrast: &Contrast, without: &[Sensitivity]) -> String {
    let parts = [
        chosen(findings, contrast),
        hangs_on(findings, without),
        lacks(contrast),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join("; ")
}

/// How interval and p were made.
fn methods(contrast: &Contrast) -> String {
    let told = contrast.methods.iter().map(|method| match method {
        Method::Bootstrap(draws) => said("contrasts.bootstrap", &[draws]),
        Method::Student => said("contrasts.student", &[]),
        Method::Exact(arrangements) => said("contrasts.exact", &[arrangements]),
        Method::Drawn(draws) => said("contrasts.drawn", &[draws]),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// Why figures are absent.
fn lacks(contrast: &Contrast) -> String {
    let told = contrast.lacks.iter().map(|lack| match lack {
        Lack::SharedEvent => said("contrasts.no-shared-event", &[]),
        Lack::Reach => said("contrasts.beyond", &[]),
        Lack::Events => said("contrasts.few-events", &[]),
        Lack::Spread => said("contrasts.alike", &[]),
        Lack::Balance => said("contrasts.outweighed", &[]),
        Lack::Variety => said("contrasts.nearly-alike", &[]),
        Lack::Arrangements { found, needed } => said("contrasts.no-p", &[found, needed]),
    });
    told.collect::<Vec<_>>().join("; ")
}

/// *uses “terrorists” where the others say “militants”, in 7 of 9 shared events (the other way
/// round in 1)*.
fn chosen(findings: &Findings, contrast: &Contrast) -> String {
    let Some(choice) = contrast.choice else {
        return String::new();
    };
    let [ours, theirs] = [choice.ours, choice.theirs].map(|ix| findings.lexicon.label_name(ix));
    let shared = counted(contrast.shared_events as usize, "shared event");
    let told = match contrast.other {
        Other::Source(other) => {
            let other = findings.source_name(other);
            let with: [&dyn Display; 5] = [&ours, &other, &theirs, &choice.events, &shared];
            said("contrasts.chosen", &with)
        }
        Other::AllOthers => {
            let with: [&dyn Display; 4] = [&ours, &theirs, &choice.events, &shared];
            said("contrasts.chosen-by-all", &with)
        }
    };
    match choice.reversed {
        0 => told,
        events => format!("{told} {}", said("contrasts.reversed", &[&events])),
    }
}

/// *hangs on the term …, the event …, the article …*: of each kind the one without which least of
/// the difference is left.
fn hangs_on(findings: &Findings, without: &[Sensitivity]) -> String {
    let hanging = |kind: fn(&LeftOut) -> bool| {
        let mut rows = without.iter();
        let row = rows.find(|row| row.hangs && kind(&row.left_out));
        row.map(|row| row.left_out)
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
    said("contrasts.hangs", &[&named.join(", ")])
}

fn named(findings: &Findings, left_out: LeftOut) -> String {
    match left_out {
        LeftOut::Term(ix) => {
            let term = &findings.lexicon.terms[ix.0 as usize].term;
            said("contrasts.term", &[term])
        }
        LeftOut::Event(ix) => said("contrasts.event", &[&findings.event_name(ix)]),
        LeftOut::Article(ix) => said("contrasts.article", &[&findings.article_id(ix)]),
    }
}
