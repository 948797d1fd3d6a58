//! `mentions.csv` of a diff: what is found now and was not, what was and is no more, and what is
//! found otherwise.

use crate::corpus::markup::one_line;
use crate::corpus::{ArticleIx, Part};
use crate::error::Result;
use crate::framing::Mention;
use crate::report::cell::Cell;
use crate::report::names::Characters;
use crate::report::table::{Rows, Table};
use crate::study::{Diff, Side};
use std::ops::Range;

/// The table.
pub(crate) const TABLE: Table<Diff> = Table {
    name: "diff mentions",
    fill,
};

/// A mention that one side lacks or reads otherwise.
pub(crate) struct MovedMention<'a> {
    article: ArticleIx,
    part: Part,
    old: Option<&'a Mention>,
    new: Option<&'a Mention>,
}

/// How often which change was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// Found only with the old lists.
    Lost,
    /// Found only with the new ones.
    Gained,
    /// Found with both, but otherwise.
    Changed,
}

impl Change {
    fn name(self) -> &'static str {
        match self {
            Change::Lost => "lost",
            Change::Gained => "gained",
            Change::Changed => "changed",
        }
    }
}

/// All of them: lost ones, gained ones, changed ones; each by their ids, then by place.
pub(crate) fn pairs(diff: &Diff) -> Vec<MovedMention<'_>> {
    let mut pairs = Vec::new();
    for article in &diff.touched {
        for part in Part::ALL {
            of_part(diff, (*article, part), &mut pairs);
        }
    }
    pairs.sort_by_cached_key(|pair| (pair.change(), pair.id(diff).to_owned()));
    pairs
}

/// Mentions at the same place that the same entry finds are one; of those left, the ones at the
/// same place in the same frame.
fn of_part<'a>(
    diff: &'a Diff,
    (article, part): (ArticleIx, Part),
    pairs: &mut Vec<MovedMention<'a>>,
) {
    let [mut old, mut new] = [&diff.old, &diff.new].map(|side| {
        let mentions = &side.readings[article.at()].part(part).mentions;
        mentions.iter().collect::<Vec<_>>()
    });
    let start = pairs.len();
    let by_entry = |side: &'a Side, mention: &Mention| entry(side, mention).0;
    let by_frame = |side: &'a Side, mention: &Mention| entry(side, mention).1;
    for name in [&by_entry as NamedOn, &by_frame] {
        old.retain(|was| {
            let own = (name(&diff.old, was), &was.bytes);
            let same = |is: &&Mention| (name(&diff.new, is), &is.bytes) == own;
            let Some(at) = new.iter().position(same) else {
                return true;
            };
            let is = new.remove(at);
            pairs.push(MovedMention {
                article,
                part,
                old: Some(was),
                new: Some(is),
            });
            false
        });
    }
    let kept = pairs.split_off(start);
    pairs.extend(kept.into_iter().filter(|pair| !pair.what(diff).is_empty()));
    pairs.extend(old.into_iter().map(|was| MovedMention {
        article,
        part,
        old: Some(was),
        new: None,
    }));
    pairs.extend(new.into_iter().map(|is| MovedMention {
        article,
        part,
        old: None,
        new: Some(is),
    }));
    pairs[start..].sort_by_key(|pair| pair.bytes().start);
}

/// What a mention is known by on a side.
type NamedOn<'f, 'a> = &'f dyn Fn(&'a Side, &Mention) -> &'a str;

/// The id and the frame of a mention.
fn entry<'a>(side: &'a Side, mention: &Mention) -> (&'a str, &'a str) {
    let lexicon = &side.lexicon;
    let id = &lexicon.terms[mention.term.0 as usize].id;
    (id, lexicon.frame_name(lexicon.frame_of(mention.term)))
}

impl<'a> MovedMention<'a> {
    /// What happened to it.
    pub(crate) fn change(&self) -> Change {
        match (self.old, self.new) {
            (Some(_), None) => Change::Lost,
            (None, _) => Change::Gained,
            _ => Change::Changed,
        }
    }

    /// The id of its entry: the new one, where it has two.
    pub(crate) fn id(&self, diff: &'a Diff) -> &'a str {
        let new = self.new.map(|is| entry(&diff.new, is).0);
        let old = self.old.map(|was| entry(&diff.old, was).0);
        new.or(old).unwrap_or_default()
    }

    /// The columns that read otherwise, of one that both sides find.
    pub(crate) fn what(&self, diff: &'a Diff) -> Vec<&'static str> {
        let (Some(was), Some(is)) = (self.old, self.new) else {
            return Vec::new();
        };
        let sides = said(diff, &diff.old, was).into_iter();
        let sides = sides.zip(said(diff, &diff.new, is));
        let differ = sides.filter(|(was, is)| was != is);
        differ.map(|((column, _), _)| column).collect()
    }

    fn mention(&self) -> Option<&'a Mention> {
        self.new.or(self.old)
    }

    fn bytes(&self) -> Range<u32> {
        self.mention().map_or(0..0, |mention| mention.bytes.clone())
    }

    fn cells(&self, diff: &'a Diff) -> Vec<Cell<'a>> {
        let article = &diff.corpus.articles[self.article.at()];
        let text = article.part(self.part);
        let bytes = self.bytes();
        let places = Characters::of(text).range(&bytes);
        let mut cells = vec![
            Cell::text(self.change().name()),
            Cell::text(self.what(diff).join("; ")),
            Cell::text(article.id.as_str()),
            Cell::text(article.source.as_str()),
            Cell::text(self.part.name()),
            Cell::count(places.start),
            Cell::count(places.end),
            Cell::text(&text[bytes.start as usize..bytes.end as usize]),
        ];
        let side = |side: &'a Side, mention: Option<&Mention>| {
            let cells = mention.map(|mention| said(diff, side, mention).map(|(_, cell)| cell));
            cells.unwrap_or_default()
        };
        let old = side(&diff.old, self.old).into_iter();
        let both = old.zip(side(&diff.new, self.new));
        cells.extend(both.flat_map(|(was, is)| [was, is]));
        let sentence = self
            .mention()
            .map_or(0..0, |mention| mention.sentence.clone());
        let sentence = &text[sentence.start as usize..sentence.end as usize];
        cells.push(Cell::text(one_line(sentence)));
        cells
    }
}

/// What a side says of a mention: column and cell, in the order of the columns.
fn said<'a>(diff: &Diff, side: &'a Side, mention: &Mention) -> [(&'static str, Cell<'a>); 10] {
    let lexicon = &side.lexicon;
    let term = &lexicon.terms[mention.term.0 as usize];
    let label = lexicon.label_of(mention.term);
    let counted = mention.irrealis.is_none() || diff.settings.count_irrealis;
    [
        ("id", Cell::text(term.id.as_str())),
        ("term", Cell::text(term.term.as_str())),
        ("frame", Cell::text(lexicon.frame_name(label.frame))),
        ("label", Cell::text(label.name.as_str())),
        ("stance", Cell::count(label.stance)),
        ("voice", Cell::text(mention.voice.name())),
        ("actor", lexicon.actor_cell(mention.actor)),
        ("guess", lexicon.actor_cell(mention.guess)),
        ("binding", Cell::text(mention.binding.name())),
        ("counted", Cell::Flag(counted)),
    ]
}

fn fill(diff: &Diff, rows: &mut dyn Rows) -> Result<()> {
    for pair in pairs(diff) {
        rows.row(&pair.cells(diff))?;
    }
    Ok(())
}
