//! `happenings.csv`: happenings that articles tell in passing, and the labels that each source puts
//! there.

use crate::corpus::Part;
use crate::corpus::markup::one_line;
use crate::error::Result;
use crate::events::{Happening, Passage};
use crate::framing::Mention;
use crate::language;
use crate::report::brief::around;
use crate::report::cell::Cell;
use crate::report::names::tally;
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use std::ops::Range;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "happenings",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for (number, happening) in (1..).zip(&findings.happenings.list) {
        let shared = Shared {
            name: format!("h{number:04}"),
            names: names(findings, happening),
            acts: acts(findings, happening),
        };
        for passage in &happening.passages {
            rows.row(&shared.row(findings, passage))?;
        }
    }
    Ok(())
}

/// What all rows of a happening have.
struct Shared {
    name: String,
    names: String,
    acts: String,
}

impl Shared {
    fn row<'a>(&'a self, findings: &'a Findings, passage: &Passage) -> Vec<Cell<'a>> {
        let ix = passage.article;
        let fact = &findings.facts[ix.at()];
        let voices = &findings.readings[ix.at()].part(Part::Body).voices;
        let (voice, _) = voices.at(passage.act.start);
        vec![
            Cell::text(&self.name),
            Cell::text(&self.names),
            Cell::text(&self.acts),
            Cell::text(findings.source_name(fact.source)),
            Cell::text(findings.article_id(ix)),
            Cell::text(findings.event_name(fact.event)),
            passage
                .said
                .map_or(Cell::Missing, |said| Cell::text(said.to_string())),
            Cell::text(voice.name()),
            Cell::text(labels(findings, passage)),
            Cell::text(Shared::sentence(findings, passage)),
        ]
    }

    fn sentence(findings: &Findings, passage: &Passage) -> String {
        let text = findings.corpus.articles[passage.article.at()].part(Part::Body);
        let shown = (WORDS, &findings.settings);
        around(text, &passage.sentence, &passage.bytes, shown)
    }
}

/// Words shown on either side of a passage.
const WORDS: usize = 6;

fn written<'a>(findings: &'a Findings, passage: &Passage, bytes: &Range<u32>) -> &'a str {
    let text = findings.corpus.articles[passage.article.at()].part(Part::Body);
    &text[bytes.start as usize..bytes.end as usize]
}

/// The names that all passages share, each as most of them write it.
pub(crate) fn names(findings: &Findings, happening: &Happening) -> String {
    let exact = |passage: &Passage, bytes: &Range<u32>| {
        let article = &findings.corpus.articles[passage.article.at()];
        let language = language::of(article.language.as_deref());
        language.exact(&one_line(written(findings, passage, bytes)))
    };
    let all = happening.passages.iter().flat_map(|passage| {
        let names = passage.names.iter();
        names.map(|bytes| exact(passage, bytes)).collect::<Vec<_>>()
    });
    let mut names: Vec<(String, u32)> = tally(all).into_iter().collect();
    names.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let names = names.into_iter().map(|(name, _)| name);
    names.collect::<Vec<_>>().join(" · ")
}

pub(crate) fn acts(findings: &Findings, happening: &Happening) -> String {
    let acts = happening.acts.iter();
    let mut acts: Vec<&str> = acts
        .map(|act| findings.happenings.acts.name(*act))
        .collect();
    acts.sort_unstable();
    acts.dedup();
    acts.join(" · ")
}

/// The labels that stand in a passage, each with its form: `control (السيطرة)`.
fn labels(findings: &Findings, passage: &Passage) -> String {
    let mentions = &findings.readings[passage.article.at()]
        .part(Part::Body)
        .mentions;
    let inside = |mention: &&Mention| {
        passage.bytes.start <= mention.bytes.start && mention.bytes.end <= passage.bytes.end
    };
    let shown = |mention: &Mention| {
        let label = &findings.lexicon.label_of(mention.term).name;
        format!(
            "{label} ({})",
            one_line(written(findings, passage, &mention.bytes))
        )
    };
    let counting = mentions
        .iter()
        .filter(inside)
        .filter(|mention| findings.counts(mention));
    counting.map(shown).collect::<Vec<_>>().join(" · ")
}
