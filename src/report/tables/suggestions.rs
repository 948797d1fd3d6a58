//! Candidates for the lists: what `mizan lexicon suggest` writes.

use crate::error::{Result, isolated};
use crate::lexicon::Lexicon;
use crate::report::cell::{Cell, Explained, Rows};
use crate::report::names::listed;
use crate::suggest::TERM_COLUMNS;
use crate::suggest::{Proposal, Row};

/// The columns: what there is to know of a candidate; from `id` to `note` its row for a list of
/// terms; from `actor` to `language` its row for `actors.csv`.
pub const SUGGESTIONS: &[Explained] = &[
    ("rank", "number", "place in the order, from 1"),
    (
        "candidate",
        "text",
        "the word or phrase, in the form that is proposed",
    ),
    (
        "evidence",
        "slot, keyness, spelling, name",
        "the lists of candidates that have it, the one where it stands highest first",
    ),
    (
        "score",
        "number",
        "sum of 1 ÷ (60 + rank) over these lists: what the table is sorted by",
    ),
    (
        "occurrences",
        "count",
        "places where it stands, in all its forms",
    ),
    ("articles", "count", "articles that have it"),
    ("sources", "count", "sources of these articles"),
    ("like_frame", "name", "the frame it resembles"),
    ("like_label", "name", "the label it resembles"),
    (
        "sure",
        "0…1",
        "share of that label among the ten entries with the most similar neighbours, each weighed by its similarity; empty where only the spelling speaks",
    ),
    ("why", "text", "why it is proposed"),
    (
        "forms",
        "words with counts",
        "how it is written in a sample of its places",
    ),
    ("article_1", "id", "article of the first example"),
    ("example_1", "text", "a sentence that has it"),
    ("article_2", "id", "article of the second example"),
    (
        "example_2",
        "text",
        "a sentence of another article, of another source if there is one",
    ),
    ("article_3", "id", "article of the third example"),
    ("example_3", "text", "a sentence of a third article"),
    ("list", "file", "the list that the row is for"),
    ("id", "id", "a new id: give it a better one"),
    ("term", "text", "the term, as a list has it"),
    ("frame", "name", "the frame"),
    ("label", "name", "the label"),
    (
        "pos",
        "text",
        "phrase, or empty: the general rules make the forms",
    ),
    ("stems", "text", "empty"),
    ("flags", "text", "empty"),
    ("exclude", "text", "empty"),
    ("near", "text", "empty"),
    ("not_near", "text", "empty"),
    (
        "hit",
        "text",
        "a piece of a sentence of the corpus that has the term",
    ),
    (
        "miss",
        "text",
        "one that has a longer word with its letters; only for terms of up to three letters, which need one",
    ),
    ("source", "text", "that it was proposed from the corpus"),
    ("note", "text", "what it is like"),
    ("actor", "name", "whose name it may be"),
    ("kind", "name", "what kind of actor that is"),
    ("name", "text", "the name as met"),
    ("language", "code", "its language"),
];

/// One row a candidate, the best first.
pub fn suggestion_rows(
    lexicon: &Lexicon,
    proposals: &[Proposal],
    rows: &mut dyn Rows,
) -> Result<()> {
    for (rank, proposal) in (1..).zip(proposals) {
        rows.row(&cells(lexicon, rank, proposal))?;
    }
    rows.finish()
}

fn cells<'a>(lexicon: &'a Lexicon, rank: usize, one: &'a Proposal) -> Vec<Cell<'a>> {
    let label = &lexicon.labels[one.label.0 as usize];
    let evidence: Vec<&str> = one
        .evidence
        .iter()
        .map(|evidence| evidence.name())
        .collect();
    let mut cells = vec![
        Cell::count(rank),
        Cell::text(one.term.as_str()),
        Cell::text(evidence.join(" ")),
        Cell::number(one.score),
        Cell::count(one.count),
        Cell::count(one.articles),
        Cell::count(one.sources),
        Cell::text(lexicon.frame_name(label.frame)),
        Cell::text(lexicon.label_name(one.label)),
        Cell::number(one.sure),
        Cell::text(one.why.as_str()),
        Cell::text(listed(one.forms.clone())),
    ];
    for at in 0..3 {
        let example = one.examples.get(at);
        cells.push(Cell::text(
            example.map_or("", |example| example.article.as_str()),
        ));
        cells.push(Cell::text(
            example.map_or("", |example| example.sentence.as_str()),
        ));
    }
    cells.push(Cell::text(one.list.as_str()));
    let (term, name) = match &one.row {
        Row::Term(row) => (Some(row), None),
        Row::Name(name) => (None, Some(name)),
    };
    let of_term = |column: &&str| {
        term.and_then(|row| row.get(*column))
            .map_or("", String::as_str)
    };
    cells.extend(
        TERM_COLUMNS
            .iter()
            .map(|column| Cell::text(of_term(column))),
    );
    let of_name = |at: usize| name.map_or("", |name| name[at].as_str());
    cells.extend((0..4).map(|at| Cell::text(of_name(at))));
    cells
}

/// A candidate in lines to be read on a terminal.
pub fn suggestion_told(lexicon: &Lexicon, rank: usize, one: &Proposal) -> String {
    let label = &lexicon.labels[one.label.0 as usize];
    let sure = one
        .sure
        .map_or(String::new(), |sure| format!(", sure {sure:.2}"));
    let mut told = format!(
        "{rank:>4}  {}  {} / {}{sure}\n      {}; {} places, {} articles, {} sources\n",
        isolated(&one.term),
        lexicon.frame_name(label.frame),
        lexicon.label_name(one.label),
        one.why,
        one.count,
        one.articles,
        one.sources,
    );
    for example in &one.examples {
        told.push_str(&format!(
            "      {}: {}\n",
            example.article,
            isolated(&example.sentence)
        ));
    }
    told
}
