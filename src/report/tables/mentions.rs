//! `mentions.csv`: every form found, with all that was decided of it; what `score` streams.

use crate::corpus::{Article, ArticleIx, Part};
use crate::error::Result;
use crate::framing::Mention;
use crate::language::{self, Irrealis};
use crate::lexicon::Lexicon;
use crate::report::cell::Cell;
use crate::report::context::{words_after, words_before};
use crate::report::names::{Characters, date_cell};
use crate::report::table::{Rows, Table};
use crate::settings::Settings;
use crate::study::{Findings, PartReading, Reading};

/// The table.
pub(crate) const TABLE: Table = Table {
    name: "mentions",
    fill,
};

fn fill(findings: &Findings, rows: &mut dyn Rows) -> Result<()> {
    let articles = findings.corpus.articles.iter().zip(&findings.readings);
    for (ix, (article, reading)) in (0..).map(ArticleIx).zip(articles) {
        let witness = findings.alignment.witness[ix.at()];
        let row = MentionRow {
            lexicon: &findings.lexicon,
            settings: &findings.settings,
            article,
            event: findings.event_name(findings.facts[ix.at()].event),
            copy_of: match witness == ix {
                true => "",
                false => findings.article_id(witness),
            },
        };
        mention_rows(&row, reading, rows)?;
    }
    Ok(())
}

/// What the mentions of one article are told with.
pub(crate) struct MentionRow<'a> {
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// The thresholds.
    pub settings: &'a Settings,
    /// The article.
    pub article: &'a Article,
    /// The event that it tells; empty where nobody asked.
    pub event: &'a str,
    /// The article that stands for it in the statistics; empty where it is no copy.
    pub copy_of: &'a str,
}

impl<'a> MentionRow<'a> {
    /// Of an article alone.
    pub(crate) fn alone(
        lexicon: &'a Lexicon,
        settings: &'a Settings,
        article: &'a Article,
    ) -> Self {
        MentionRow {
            lexicon,
            settings,
            article,
            event: "",
            copy_of: "",
        }
    }
}

/// Gives the mentions of one article, in the order of their places.
pub(crate) fn mention_rows(of: &MentionRow, reading: &Reading, rows: &mut dyn Rows) -> Result<()> {
    for part in Part::ALL {
        let read = reading.part(part);
        let mut characters = Characters::of(of.article.part(part));
        for mention in &read.mentions {
            rows.row(&of.cells(part, read, mention, &mut characters))?;
        }
    }
    Ok(())
}

impl<'a> MentionRow<'a> {
    fn cells(
        &self,
        part: Part,
        read: &'a PartReading,
        mention: &Mention,
        characters: &mut Characters,
    ) -> Vec<Cell<'a>> {
        let text = self.article.part(part);
        let (start, end) = (mention.bytes.start as usize, mention.bytes.end as usize);
        let places = characters.range(&mention.bytes);
        let term = &self.lexicon.terms[mention.term.0 as usize];
        let label = self.lexicon.label_of(mention.term);
        let stretch = mention
            .stretch
            .map(|ix| &read.voices.stretches[ix as usize]);
        let speaker = stretch.and_then(|stretch| stretch.speaker.as_deref());
        let language = language::of(self.article.language.as_deref());
        vec![
            Cell::text(self.article.id.as_str()),
            Cell::text(self.article.source.as_str()),
            date_cell(self.article.date),
            Cell::text(self.event),
            Cell::text(self.copy_of),
            Cell::text(part.name()),
            Cell::count(start),
            Cell::count(end),
            Cell::count(places.start),
            Cell::count(places.end),
            Cell::text(&text[start..end]),
            Cell::text(term.id.as_str()),
            Cell::text(term.term.as_str()),
            Cell::text(self.lexicon.frame_name(label.frame)),
            Cell::text(label.name.as_str()),
            Cell::count(label.stance),
            Cell::text(mention.voice.name()),
            Cell::text(speaker.unwrap_or_default()),
            self.lexicon.actor_cell(mention.actor),
            self.lexicon.actor_cell(mention.guess),
            Cell::text(mention.binding.name()),
            Cell::text(language.rule_names(&mention.rules)),
            Cell::text(words_before(&text[..start], self.settings.context_words)),
            Cell::text(words_after(&text[end..], self.settings.context_words)),
            Cell::text(mention.irrealis.map_or("", Irrealis::name)),
            Cell::Flag(mention.irrealis.is_none() || self.settings.count_irrealis),
        ]
    }
}
