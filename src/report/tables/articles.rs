//! `articles.csv`: the articles, whose words they hold, and what was cut of them.

use crate::corpus::ArticleIx;
use crate::corpus::Part;
use crate::error::Result;
use crate::report::cell::{Cell, Explained, Rows, Table, columns};
use crate::report::names::date_cell;
use crate::study::Findings;
use crate::voice::Voice;

const COLUMNS: &[Explained] = &[
    ("article", "id", "the article"),
    ("source", "name", "who published it"),
    ("date", "date", "when; empty where it is not known"),
    ("event", "name", "the event that it tells"),
    ("title", "text", "its headline"),
    (
        "words",
        "count",
        "words of title and body, furniture left out",
    ),
    (
        "narrator_share",
        "0…1",
        "share of the words that are the outlet's own",
    ),
    ("quoted_share", "0…1", "share of the words in quotations"),
    (
        "reported_share",
        "0…1",
        "share of the words in reported speech",
    ),
    ("mentions", "count", "mentions found, in mentions.csv"),
    (
        "cut_characters",
        "characters",
        "page furniture that was cut; listed in notes.csv",
    ),
    (
        "copy_of",
        "id",
        "the article that stands for it in the statistics, where it is a copy",
    ),
];

/// The table.
pub const TABLE: Table = Table {
    name: "articles",
    columns: |_| columns(COLUMNS),
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    for (ix, article) in (0..).map(ArticleIx).zip(&findings.corpus.articles) {
        let reading = &findings.readings[ix.at()];
        let words = reading.all_words();
        let share = |voice| Cell::share(reading.words(voice), words);
        let mentions: usize = reading.parts.iter().map(|part| part.mentions.len()).sum();
        let witness = findings.alignment.witness[ix.at()];
        rows.row(&[
            Cell::text(article.id.as_str()),
            Cell::text(article.source.as_str()),
            date_cell(article.date),
            Cell::text(findings.event_name(findings.facts[ix.at()].event)),
            Cell::text(article.title.as_str()),
            Cell::count(words),
            share(Voice::Narrator),
            share(Voice::Quoted),
            share(Voice::Reported),
            Cell::count(mentions),
            Cell::count(cut_characters(findings, ix)),
            if witness == ix {
                Cell::Missing
            } else {
                Cell::text(findings.article_id(witness))
            },
        ])?;
    }
    Ok(())
}

fn cut_characters(findings: &Findings, ix: ArticleIx) -> usize {
    let article = &findings.corpus.articles[ix.at()];
    let reading = &findings.readings[ix.at()];
    let of_part = |part: Part| {
        let text = article.part(part);
        let cuts = reading.part(part).cuts.iter();
        cuts.map(|cut| {
            text[cut.bytes.start as usize..cut.bytes.end as usize]
                .chars()
                .count()
        })
        .sum::<usize>()
    };
    Part::ALL.map(of_part).iter().sum()
}
