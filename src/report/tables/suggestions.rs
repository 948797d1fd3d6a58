//! Candidates for the lists: what `mizan lexicon suggest` writes.

use crate::error::{Result, isolated, shown_name};
use crate::lexicon::Lexicon;
use crate::report::cell::Cell;
use crate::report::names::listed;
use crate::report::table::Rows;
use crate::suggest::TERM_COLUMNS;
use crate::suggest::{ListRow, Proposal};
use crate::wording::{counted, said};

/// One row a candidate, the best first.
pub(crate) fn suggestion_rows(
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
        ListRow::Term(row) => (Some(row), None),
        ListRow::Name(name) => (None, Some(name)),
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

/// What a candidate would be of: a name of an actor and its kind, an entry of a frame and a label.
fn place(lexicon: &Lexicon, one: &Proposal) -> String {
    if let ListRow::Name([actor, kind, ..]) = &one.row {
        let shown = lexicon.kind(kind).map_or(kind, |kind| &kind.shown);
        return said("suggest.name", &[&shown_name(actor), &shown_name(shown)]);
    }
    let frame = lexicon.labels[one.label.0 as usize].frame;
    let names = [lexicon.frame_name(frame), lexicon.label_name(one.label)];
    let [frame, label] = names.map(shown_name);
    format!("{frame} / {label}")
}

/// A candidate in lines to be read on a terminal.
pub(crate) fn suggestion_told(lexicon: &Lexicon, rank: usize, one: &Proposal) -> String {
    let sure = one.sure.map(|sure| format!("{sure:.2}"));
    let sure = sure.map_or(String::new(), |sure| said("suggest.sure", &[&sure]));
    let counts = [
        (one.count, "place"),
        (one.articles, "article"),
        (one.sources, "source"),
    ];
    let [places, articles, sources] = counts.map(|(count, what)| counted(count as usize, what));
    let mut told = format!(
        "{rank:>4}  {}  {}{sure}\n      {}\n",
        isolated(&one.term),
        place(lexicon, one),
        said("suggest.why", &[&one.why, &places, &articles, &sources]),
    );
    for example in &one.examples {
        told.push_str(&format!(
            "      {}: {}\n",
            shown_name(&example.article),
            isolated(&example.sentence)
        ));
    }
    told
}
