//! Why articles were linked, read from their words event by event, so that no more of them are
//! written out at a time than one event has.

use super::Findings;
use crate::corpus::{Article, ArticleIx, Part};
use crate::events::{Link, LinkWording, Reasons, SharedWords, Stems};
use crate::language;
use crate::text::{Run, Running, Vocabulary};
use std::collections::BTreeMap;

impl Findings {
    /// The links of each event that has some, in the order of the events.
    pub(crate) fn links_by_event(&self) -> Vec<&[Link]> {
        let event = |link: &Link| self.alignment.event_of[link.articles.0.at()];
        let links = &self.alignment.links;
        links.chunk_by(|a, b| event(a) == event(b)).collect()
    }

    /// Why the articles of some links of one event were linked, in the order of the links.
    pub(crate) fn reasons(&self, links: &[Link]) -> Vec<Reasons> {
        let shared = SharedWords::of(links);
        let mut wordings: BTreeMap<ArticleIx, LinkWording> = BTreeMap::new();
        for ix in links
            .iter()
            .flat_map(|link| [link.articles.0, link.articles.1])
        {
            wordings
                .entry(ix)
                .or_insert_with(|| self.wording_of(ix, &shared));
        }
        let reasons = |link: &Link| {
            let (a, b) = link.articles;
            wordings[&a].reasons(&wordings[&b], &link.shared)
        };
        links.iter().map(reasons).collect()
    }

    fn wording_of(&self, ix: ArticleIx, shared: &SharedWords) -> LinkWording {
        let article = &self.corpus.articles[ix.at()];
        let words = &self.words;
        let stems = words.stems(article);
        wording(article, words.run(ix), &words.vocabulary, stems, shared)
    }
}

/// The words of an article's title and body that are among some shared ones, as they stand there.
pub(super) fn wording(
    article: &Article,
    [title, body]: &[Run; 2],
    vocabulary: &Vocabulary,
    stems: &Stems,
    shared: &SharedWords,
) -> LinkWording {
    let language = language::of(article.language.as_deref());
    let written = |part: Part, word: &Running| match word.is_number {
        true => vocabulary.word(word.word).to_owned(),
        false => {
            let bytes = word.bytes.start as usize..word.bytes.end as usize;
            language.exact(&article.part(part)[bytes])
        }
    };
    LinkWording::of(title, body, stems, shared, written)
}
