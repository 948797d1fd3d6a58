//! `articles.csv`: the articles, whose words they hold, and what was cut of them.

use crate::corpus::ArticleIx;
use crate::corpus::Part;
use crate::error::Result;
use crate::report::cell::Cell;
use crate::report::names::{date_cell, time_cell, title_shown};
use crate::report::table::{Rows, Table};
use crate::study::Findings;
use crate::voice::Voice;

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "articles",
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
            time_cell(article.date),
            Cell::text(findings.event_name(findings.facts[ix.at()].event)),
            Cell::text(title_shown(&article.title)),
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
