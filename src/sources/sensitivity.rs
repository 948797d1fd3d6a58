//! Whether a contrast hangs on a single term, event or article: the difference with each left out.

use super::contrasts::{Contrast, Other};
use super::strata::{Parts, SideSums, parts};
use super::{Sample, cells::StanceSum};
use crate::corpus::ArticleIx;
use crate::events::EventIx;
use crate::framing::Score;
use crate::lexicon::TermIx;
use crate::voice::Voice;
use rayon::prelude::*;
use std::cmp::Ordering;

/// How many of the strongest contrasts are looked at: as many as anybody checks one by one.
const LOOKED_AT: usize = 20;

/// What is left out of a contrast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LeftOut {
    /// All mentions of a term, on both sides.
    Term(TermIx),
    /// All that both sides say in an event.
    Event(EventIx),
    /// All mentions of an article.
    Article(ArticleIx),
}

/// One contrast with one thing left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sensitivity {
    /// The contrast, by its place in the table.
    pub contrast: usize,
    /// What is left out; all that has a mention in a shared event is, each once.
    pub left_out: LeftOut,
    /// Shared events that remain.
    pub shared_events: u32,
    /// The difference that remains, −4 … +4; `None` where no shared event does.
    pub difference: Option<f64>,
    /// Whether the contrast hangs on it: without it the difference is gone, turned around, or less
    /// than half.
    pub hangs: bool,
}

/// Stronger contrasts first: those that have a p before those with too few arrangements for one;
/// then the smaller p, then the larger difference, each weighed by the root of the events that it
/// was seen in.
pub(crate) fn by_strength(a: &Contrast, b: &Contrast) -> Ordering {
    let p = |contrast: &Contrast| contrast.p.unwrap_or(2.0);
    let size = |contrast: &Contrast| {
        contrast.difference.unwrap_or(0.0).abs() * f64::from(contrast.shared_events).sqrt()
    };
    p(a).total_cmp(&p(b)).then(size(b).total_cmp(&size(a)))
}

/// The strongest contrasts that differ at all, at most twenty, each with each of its terms,
/// then each of its events, then each of its articles left out; of each kind what changes the
/// difference most first.
pub(crate) fn sensitivity(sample: &Sample, contrasts: &[Contrast]) -> Vec<Sensitivity> {
    let differs = |&at: &usize| contrasts[at].difference.is_some_and(|d| d != 0.0);
    let mut strongest: Vec<usize> = (0..contrasts.len()).filter(differs).collect();
    strongest.sort_by(|&a, &b| by_strength(&contrasts[a], &contrasts[b]));
    strongest.truncate(LOOKED_AT);
    strongest
        .into_par_iter()
        .flat_map_iter(|at| of_contrast(sample, at, &contrasts[at]))
        .collect()
}

/// Some mentions in a shared event.
struct Removed {
    left_out: LeftOut,
    /// Its place among the shared events.
    event: usize,
    ours: bool,
    tally: StanceSum,
}

fn of_contrast(sample: &Sample, at: usize, contrast: &Contrast) -> Vec<Sensitivity> {
    let mut scores = scores_of(sample, contrast);
    let event = |score: &Score| sample.facts[score.article.at()].event;
    let ours = |score: &Score| sample.facts[score.article.at()].source == contrast.source;
    scores.sort_unstable_by_key(|score| event(score));
    let (mut events, mut removed) = (Vec::new(), Vec::new());
    for told in scores.chunk_by(|a, b| event(a) == event(b)) {
        let Some(sides) = shared(told, ours) else {
            continue;
        };
        for score in told {
            let kinds = [
                LeftOut::Term(score.term),
                LeftOut::Event(event(score)),
                LeftOut::Article(score.article),
            ];
            removed.extend(kinds.map(|left_out| Removed {
                left_out,
                event: events.len(),
                ours: ours(score),
                tally: tally(score),
            }));
        }
        events.push(sides);
    }
    removed.sort_unstable_by_key(|one| (one.left_out, one.event));
    let whole = WholeContrast {
        contrast: at,
        difference: contrast.difference.unwrap_or(0.0),
        sum: sum(&events),
        events,
    };
    let mut found: Vec<Sensitivity> = removed
        .chunk_by(|a, b| a.left_out == b.left_out)
        .map(|group| whole.without(group))
        .collect();
    most_first(&mut found, whole.difference);
    found
}

/// The mentions that a contrast is made of, and some in events that are not shared.
fn scores_of<'a>(sample: &'a Sample, contrast: &Contrast) -> Vec<&'a Score> {
    let concerned = |score: &&Score| {
        let fact = &sample.facts[score.article.at()];
        (score.frame, score.actor) == (contrast.frame, contrast.actor)
            && fact.language == contrast.language
            && score.voice == Voice::Narrator
            && score.mentions > 0
            && fact.counted
            && match contrast.other {
                Other::AllOthers => true,
                Other::Source(other) => [contrast.source, other].contains(&fact.source),
            }
    };
    sample.scores.iter().filter(concerned).collect()
}

/// Both sides of an event; `None` where one is silent.
fn shared(told: &[&Score], ours: impl Fn(&Score) -> bool) -> Option<[SideSums; 2]> {
    let mut sides = [SideSums::default(); 2];
    for score in told {
        sides[usize::from(!ours(score))].add(tally(score));
    }
    sides
        .iter()
        .all(|side| side.mentions > 0.0)
        .then_some(sides)
}

fn tally(score: &Score) -> StanceSum {
    StanceSum {
        mentions: score.mentions,
        stance: i32::from(score.stance) * score.mentions as i32,
    }
}

/// A contrast with nothing left out.
struct WholeContrast {
    contrast: usize,
    difference: f64,
    /// Both sides of each shared event.
    events: Vec<[SideSums; 2]>,
    sum: Parts,
}

impl WholeContrast {
    /// The difference without some mentions, which are sorted by event.
    fn without(&self, removed: &[Removed]) -> Sensitivity {
        let (mut rest, mut remaining) = (self.sum, self.events.len() as u32);
        for group in removed.chunk_by(|a, b| a.event == b.event) {
            let mut sides = self.events[group[0].event];
            rest = rest.minus(parts(sides[0], sides[1]));
            for one in group {
                sides[usize::from(!one.ours)].remove(one.tally);
            }
            if sides.iter().all(|side| side.mentions > 0.0) {
                rest = rest.plus(parts(sides[0], sides[1]));
            } else {
                remaining -= 1;
            }
        }
        let difference = rest.mean().filter(|_| remaining > 0);
        Sensitivity {
            contrast: self.contrast,
            left_out: removed[0].left_out,
            shared_events: remaining,
            difference,
            hangs: hangs(self.difference, difference),
        }
    }
}

fn sum(events: &[[SideSums; 2]]) -> Parts {
    events
        .iter()
        .map(|[ours, theirs]| parts(*ours, *theirs))
        .fold(Parts::default(), Parts::plus)
}

/// Rounding of sums must not make a difference that is just halved hang or not: stances part by far
/// more.
const ROUNDING: f64 = 1e-9;

fn hangs(whole: f64, without: Option<f64>) -> bool {
    without.is_none_or(|rest| rest * whole.signum() < whole.abs() / 2.0 - ROUNDING)
}

/// Sorts by kind, and of each kind what takes the difference away first, then by size of change.
fn most_first(found: &mut [Sensitivity], whole: f64) {
    let kind = |one: &Sensitivity| match one.left_out {
        LeftOut::Term(_) => 0,
        LeftOut::Event(_) => 1,
        LeftOut::Article(_) => 2,
    };
    let change = |one: &Sensitivity| one.difference.map_or(f64::MAX, |rest| (rest - whole).abs());
    found.sort_by(|a, b| {
        let by_change = change(b).total_cmp(&change(a));
        kind(a)
            .cmp(&kind(b))
            .then(by_change)
            .then(a.left_out.cmp(&b.left_out))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::SourceIx;
    use crate::lexicon::{FrameIx, LabelIx};
    use crate::sources::{Draws, Fact, contrasts};

    const DRAWS: Draws = Draws {
        draws: 100,
        permutations: 200,
        seed: 1,
        least_articles: 5,
        least_events: 3,
    };

    /// One `(source, event, [(term, stance, mentions)])` an article.
    type Articles<'a> = &'a [(u32, u32, &'a [(u32, i8, u32)])];

    fn sample(articles: Articles) -> (Vec<Fact>, Vec<Score>) {
        let facts = articles.iter().map(|&(source, event, _)| Fact {
            source: SourceIx(source),
            event: EventIx(event),
            language: 0,
            counted: true,
            narrator_words: 100,
            words: 100,
        });
        let mut scores = Vec::new();
        for (article, &(.., said)) in (0..).zip(articles) {
            scores.extend(said.iter().map(|&(term, stance, mentions)| Score {
                article: ArticleIx(article),
                frame: FrameIx(0),
                actor: None,
                voice: Voice::Narrator,
                label: LabelIx(term),
                term: TermIx(term),
                stance,
                mentions,
            }));
        }
        (facts.collect(), scores)
    }

    /// The rows of the pair of sources 0 and 1: what is left out, what remains, whether it hangs.
    fn found(articles: Articles) -> Vec<(LeftOut, Option<f64>, bool)> {
        let (facts, scores) = sample(articles);
        let sample = Sample {
            sources: 2,
            facts: &facts,
            scores: &scores,
        };
        let contrasts = contrasts(&sample, &DRAWS, &crate::sources::Reach::whole(&sample));
        let rows = sensitivity(&sample, &contrasts);
        let pair = |row: &&Sensitivity| contrasts[row.contrast].other != Other::AllOthers;
        let cells = |row: &Sensitivity| (row.left_out, row.difference, row.hangs);
        rows.iter().filter(pair).map(cells).collect()
    }

    #[test]
    fn each_term_event_and_article_is_left_out_once() {
        // Events 0 … 2, in each source 0 says −2 and source 1 says 0; source 1 has two articles in
        // event 0. An event of source 0 alone has no part in it.
        let rows = found(&[
            (0, 0, &[(5, -2, 1)]),
            (1, 0, &[(6, 0, 1)]),
            (1, 0, &[(6, 0, 2)]),
            (0, 1, &[(5, -2, 1)]),
            (1, 1, &[(6, 0, 1)]),
            (0, 2, &[(7, -2, 1)]),
            (1, 2, &[(6, 0, 1)]),
            (0, 3, &[(8, -2, 1)]),
        ]);
        let left_out: Vec<LeftOut> = rows.iter().map(|row| row.0).collect();
        let terms = [6, 5, 7].map(|term| LeftOut::Term(TermIx(term)));
        let events = [0, 1, 2].map(|event| LeftOut::Event(EventIx(event)));
        let articles = (0..7).map(|article| LeftOut::Article(ArticleIx(article)));
        let all: Vec<LeftOut> = terms.into_iter().chain(events).chain(articles).collect();
        assert_eq!(left_out, all);
        assert_eq!(
            rows[0],
            (terms[0], None, true),
            "without a word there is no contrast"
        );
        assert!(rows[1..].iter().all(|row| row.1 == Some(-2.0) && !row.2));
    }

    #[test]
    fn a_contrast_that_one_event_makes_hangs_on_it() {
        // Event 0: −2 against +2, w = 1/2; events 1, 2: 0 against 0, w = 1/2 each: −4/3 in all.
        let rows = found(&[
            (0, 0, &[(1, -2, 1)]),
            (1, 0, &[(2, 2, 1)]),
            (0, 1, &[(3, 0, 1)]),
            (1, 1, &[(3, 0, 1)]),
            (0, 2, &[(3, 0, 1)]),
            (1, 2, &[(3, 0, 1)]),
        ]);
        let of = |left_out| *rows.iter().find(|row| row.0 == left_out).unwrap();
        assert_eq!(of(LeftOut::Event(EventIx(0))).1, Some(0.0));
        assert!(of(LeftOut::Event(EventIx(0))).2 && of(LeftOut::Article(ArticleIx(1))).2);
        assert_eq!(of(LeftOut::Event(EventIx(1))).1, Some(-2.0));
        assert!(!of(LeftOut::Event(EventIx(1))).2);
        assert_eq!(of(LeftOut::Term(TermIx(3))).1, Some(-4.0));
    }

    #[test]
    fn half_of_a_difference_is_enough_not_to_hang() {
        for (rest, expected) in [
            (Some(-1.0), false),
            (Some(-0.99), true),
            (Some(1.0), true),
            (Some(-3.0), false),
            (None, true),
        ] {
            assert_eq!(hangs(-2.0, rest), expected, "{rest:?}");
        }
    }
}
