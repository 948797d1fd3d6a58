//! Reads the reasons of a link in its two texts: the words, names and numbers that both have.

use super::outline::Stems;
use super::{Link, Stem};
use crate::corpus::Part;
use crate::text::{Run, Running};
use rustc_hash::{FxHashMap, FxHashSet};

/// Most words, names and numbers that are told of a link: what a reader takes in at a glance.
const MOST_TOLD: usize = 12;

/// Least words of a name. One word alone may be anything: the Arabic script has no capitals.
const NAME_WORDS: usize = 2;

/// What two articles share, in the words of the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons {
    /// Rare words that both have, the rarest first, at most twelve.
    pub words: Vec<String>,
    /// Two and more rare words that stand in the same order next to each other in both: names of
    /// persons, places and offices, and what else is told in fixed words; at most twelve, in
    /// reading order.
    pub names: Vec<String>,
    /// Rare numbers that both have, in digits; at most twelve, the rarest first.
    pub numbers: Vec<String>,
}

/// The rare words that the articles of any of some links share.
pub(crate) struct SharedWords(FxHashSet<Stem>);

impl SharedWords {
    /// Those of some links.
    pub(crate) fn of(links: &[Link]) -> Self {
        let words = links.iter().flat_map(|link| link.shared.iter());
        SharedWords(words.copied().collect())
    }
}

impl From<&[Stem]> for SharedWords {
    fn from(shared: &[Stem]) -> Self {
        SharedWords(shared.iter().copied().collect())
    }
}

/// The words of an article, to be read for the reasons of its links.
pub(crate) struct LinkWording {
    /// Its words and numbers in reading order, with a gap (`None`) where something stands between.
    run: Vec<Option<Spoken>>,
}

struct Spoken {
    stem: Stem,
    number: bool,
    written: String,
}

impl LinkWording {
    /// Those words of an article's two parts that are among the shared words of the links that are
    /// to be read.
    ///
    /// `written` says how a word of a part stands in a report.
    pub(crate) fn of(
        title: &Run,
        body: &Run,
        stems: &Stems,
        shared: &SharedWords,
        written: impl Fn(Part, &Running) -> String,
    ) -> Self {
        let mut run = Vec::new();
        for (part, words) in [(Part::Title, title), (Part::Body, body)] {
            for word in words.words() {
                if !word.follows {
                    run.push(None);
                }
                let stem = stems.content(&word).map(Stem);
                let stem = stem.filter(|stem| shared.0.contains(stem));
                run.push(stem.map(|stem| Spoken {
                    stem,
                    number: word.is_number,
                    written: written(part, &word),
                }));
            }
        }
        LinkWording { run }
    }

    /// Why two articles were linked; `shared` are the rare words of the link.
    pub(crate) fn reasons(&self, other: &LinkWording, shared: &[Stem]) -> Reasons {
        let ranks: FxHashMap<Stem, usize> = shared.iter().copied().zip(0..).collect();
        let mut told: Vec<Option<&Spoken>> = vec![None; shared.len()];
        for word in self.run.iter().chain(&other.run).flatten() {
            if let Some(rank) = ranks.get(&word.stem) {
                let best = &mut told[*rank];
                // The form with the least grammar around it.
                if best
                    .is_none_or(|best| word.written.chars().count() < best.written.chars().count())
                {
                    *best = Some(word);
                }
            }
        }
        let of_kind = |number: bool| {
            let words = told.iter().flatten().filter(|word| word.number == number);
            words
                .map(|word| word.written.clone())
                .take(MOST_TOLD)
                .collect()
        };
        Reasons {
            words: of_kind(false),
            names: self.names(other, &ranks),
            numbers: of_kind(true),
        }
    }

    /// The longest runs of shared rare words that stand in both.
    fn names(&self, other: &LinkWording, ranks: &FxHashMap<Stem, usize>) -> Vec<String> {
        let next_to: FxHashSet<(Stem, Stem)> = rare_pairs(&other.run, ranks).collect();
        let mut names: Vec<String> = Vec::new();
        let mut run: Vec<&Spoken> = Vec::new();
        let mut end = |run: &mut Vec<&Spoken>| {
            if run.len() >= NAME_WORDS {
                let name = run.iter().map(|word| word.written.as_str());
                names.push(name.collect::<Vec<_>>().join(" "));
            }
            run.clear();
        };
        for word in &self.run {
            let rare = word
                .as_ref()
                .filter(|w| !w.number && ranks.contains_key(&w.stem));
            let Some(word) = rare else {
                end(&mut run);
                continue;
            };
            if run
                .last()
                .is_some_and(|last| !next_to.contains(&(last.stem, word.stem)))
            {
                end(&mut run);
            }
            run.push(word);
        }
        end(&mut run);
        let mut seen = FxHashSet::default();
        names.retain(|name| seen.insert(name.clone()));
        names.truncate(MOST_TOLD);
        names
    }
}

fn rare_pairs<'a>(
    run: &'a [Option<Spoken>],
    ranks: &'a FxHashMap<Stem, usize>,
) -> impl Iterator<Item = (Stem, Stem)> + 'a {
    let rare = |word: &Option<Spoken>| {
        let word = word.as_ref()?;
        ranks.contains_key(&word.stem).then_some(word.stem)
    };
    run.windows(2)
        .filter_map(move |two| Some((rare(&two[0])?, rare(&two[1])?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::testing::body;
    use crate::language::{Arabic, Language};
    use crate::text::Vocabulary;

    #[test]
    fn a_link_is_told_by_the_words_names_and_numbers_that_both_have() {
        let texts = [
            "قال حمادي سيسيه إن الحريق أتى على 40 متجرا في سوق الأقمشة.",
            "التهم حريق ٤٠ متجرا من سوق الأقمشة، بحسب حمادي سيسيه.",
        ]
        .map(body);
        let mut vocabulary = Vocabulary::default();
        let runs = [&texts[0], &texts[1]].map(|text| Run::of(text, &mut vocabulary));
        let stems = Stems::of(&vocabulary, Language::grammar(&Arabic));
        let content = runs[1].words().filter_map(|word| stems.content(&word));
        let shared: Vec<Stem> = content.map(Stem).collect();
        let read = SharedWords(shared.iter().copied().collect());
        let title = Run::default();
        let [a, b] = [0, 1].map(|at| {
            let written = |_, word: &Running| match word.is_number {
                true => vocabulary.word(word.word).to_owned(),
                false => texts[at].slice(&word.bytes).to_owned(),
            };
            LinkWording::of(&title, &runs[at], &stems, &read, written)
        });
        let reasons = a.reasons(&b, &shared);
        assert_eq!(reasons.names, ["حمادي سيسيه", "سوق الأقمشة"]);
        assert_eq!(reasons.numbers, ["40"]);
        assert!(reasons.words.contains(&"حريق".to_owned()), "{reasons:?}");
        assert_eq!(a.reasons(&b, &[]), Reasons::default());
    }
}
