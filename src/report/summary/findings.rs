//! Up to five findings, the surest first: one sentence each, with words, numbers, certainty and the
//! place of its evidence.

use super::Teller;
use crate::error::{isolated, shown_name};
use crate::lexicon::{ActorIx, FrameIx, LabelIx};
use crate::report::names::{Placed, Spoken, most_used};
use crate::report::tables::contrasts::{other_name, size, subject};
use crate::report::tables::has_table;
use crate::report::tables::naming::{Naming, namings};
use crate::sources::{Contrast, CopyChange, Other, by_strength};
use crate::voice::Voice;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

/// The false discovery rate above which a difference is told as one that may be chance.
pub(in crate::report) const LEVEL: f64 = 0.05;

/// How many findings are told.
const MOST: usize = 5;

/// How many of them may be chance.
const MOST_UNCERTAIN: usize = 2;

/// How many words of a source a finding is told with.
const WORDS_SHOWN: usize = 4;

/// Less disagreement over the whole corpus, in steps of stance, is none to tell.
const LEAST_DISAGREEMENT: f64 = 0.25;

/// Fewer mentions of both sides together are an accident of words, and no finding.
const LEAST_MENTIONS: usize = 4;

/// So many of the strongest contrasts are looked at for one that has enough mentions.
const LOOKED_AT: usize = 40;

/// A finding, and the row of a table that it stands on.
pub(in crate::report) struct Evidence {
    /// The finding in a sentence or two.
    pub told: String,
    /// The table.
    pub table: &'static str,
    /// Columns by which its row is known, with what stands there.
    pub cells: Vec<(&'static str, String)>,
}

impl Evidence {
    fn new(told: String, table: &'static str, cells: &[(&'static str, &str)]) -> Self {
        let cells = cells.iter().map(|(name, cell)| (*name, (*cell).to_owned()));
        Evidence {
            told,
            table,
            cells: cells.collect(),
        }
    }
}

/// Words of a frame about an actor: told once.
type Topic = (FrameIx, Option<ActorIx>);

impl Teller<'_> {
    /// The findings, and where to read on.
    pub(super) fn found(&self, lines: &[Evidence]) -> String {
        let numbered = (1..)
            .zip(lines)
            .map(|(at, line)| format!("\n{at}. {}", line.told));
        let heading = match lines.is_empty() {
            true => "finding.none",
            false => "finding.heading",
        };
        let read_on = match (self.shared_events(), has_table("happenings")) {
            (0, true) => self.say("finding.read-on-corpus", &[]),
            (_, true) => self.say("finding.read-on-happenings", &[]),
            (_, false) => self.say("finding.read-on", &[]),
        };
        format!(
            "{}{}\n{read_on}",
            self.word(heading),
            numbered.collect::<String>()
        )
    }

    /// The findings, each with the row that it stands on.
    pub(super) fn lines(&self) -> Vec<Evidence> {
        let mut told: BTreeMap<Topic, usize> = BTreeMap::new();
        let mut lines = Vec::new();
        for contrast in self.sure() {
            let times = told.entry((contrast.frame, contrast.actor)).or_default();
            *times += 1;
            if *times <= 2 && lines.len() < MOST {
                lines.push(self.contrast(contrast));
            }
        }
        for contrast in self.unsure(&told) {
            told.insert((contrast.frame, contrast.actor), 1);
            lines.push(self.contrast(contrast));
        }
        lines.extend(self.reworded());
        let namings = namings(self.findings, self.all);
        let worth = by_worth(&namings).filter(|naming| {
            let topic = (naming.frame, naming.actor);
            !told.contains_key(&topic)
        });
        lines.extend(worth.filter_map(|naming| self.naming(naming)));
        lines.truncate(MOST);
        lines
    }

    /// The contrasts that are hardly chance, the surest first.
    pub(in crate::report) fn sure(&self) -> Vec<&Contrast> {
        let sure = self.findings.contrasts.iter();
        let mut sure: Vec<&Contrast> = sure
            .filter(|contrast| contrast.q.is_some_and(|q| q <= LEVEL))
            .filter(|contrast| contrast.difference.is_some_and(|found| found != 0.0))
            .collect();
        sure.sort_by(|a, b| by_strength(a, b));
        sure
    }

    /// The strongest of those that may be chance, on topics that are not told.
    pub(in crate::report) fn unsure(&self, told: &BTreeMap<Topic, usize>) -> Vec<&Contrast> {
        let contrasts = &self.findings.contrasts;
        let mut topics = BTreeSet::new();
        let unsure = strongest(contrasts).into_iter().map(|at| &contrasts[at]);
        unsure
            .filter(|contrast| contrast.q.is_none_or(|q| q > LEVEL))
            .filter(|contrast| !told.contains_key(&(contrast.frame, contrast.actor)))
            .take(LOOKED_AT)
            .filter(|contrast| {
                let (ours, theirs) = self.in_shared_events(contrast);
                ours.len() + theirs.len() >= LEAST_MENTIONS
            })
            .filter(|contrast| topics.insert((contrast.frame, contrast.actor)))
            .take(MOST_UNCERTAIN)
            .collect()
    }

    /// The first contrast told that may be chance.
    pub(super) fn uncertain(&self) -> Option<&Contrast> {
        let sure = self.sure();
        let told = sure
            .iter()
            .map(|contrast| ((contrast.frame, contrast.actor), 1));
        let first = self.unsure(&told.collect()).into_iter().next()?;
        (sure.len() < MOST).then_some(first)
    }

    fn contrast(&self, contrast: &Contrast) -> Evidence {
        let lexicon = &self.findings.lexicon;
        let cells = [
            ("frame", lexicon.frame_name(contrast.frame)),
            ("actor", subject(lexicon, contrast)),
            ("source", self.findings.source_name(contrast.source)),
            ("other", other_name(&self.findings.corpus, contrast)),
        ];
        Evidence::new(self.contrast_told(contrast), "contrasts", &cells)
    }

    fn contrast_told(&self, contrast: &Contrast) -> String {
        let (ours, theirs) = self.in_shared_events(contrast);
        let words =
            |mentions: &[&Placed]| isolated(&most_used(self.findings, mentions, WORDS_SHOWN));
        let other = match contrast.other {
            Other::Source(_) => isolated(other_name(&self.findings.corpus, contrast)),
            Other::AllOthers => self.word("finding.the-others").to_owned(),
        };
        let difference = contrast.difference.unwrap_or_default();
        let actor = subject(&self.findings.lexicon, contrast);
        let place = [self.findings.lexicon.frame_name(contrast.frame), actor].map(shown_name);
        self.say(
            "finding.contrast",
            &[
                &self.about(contrast.frame, contrast.actor),
                &self.count(contrast.shared_events as usize, "shared event"),
                &self.source(contrast.source),
                &words(&ours),
                &other,
                &words(&theirs),
                &size(difference, self.tongue),
                &format!("{difference:+.2}"),
                &self.interval(contrast),
                &self.certainty(contrast),
                &self.anchor(contrast, (&ours, &theirs)),
                &self.say("finding.place", &[&place[0], &place[1]]),
            ],
        )
    }

    /// What a finding is about: the question and the actor.
    fn about(&self, frame: FrameIx, actor: Option<ActorIx>) -> String {
        let spoken = Spoken::of(self.findings);
        let frame = shown_name(spoken.question(frame));
        match actor {
            Some(_) => self.say("finding.about", &[&frame, &shown_name(spoken.actor(actor))]),
            None => frame,
        }
    }

    /// The mentions that a difference is made of: the source's, and the other's.
    pub(in crate::report) fn in_shared_events(
        &self,
        contrast: &Contrast,
    ) -> (Vec<&Placed<'_>>, Vec<&Placed<'_>>) {
        let concerned = |m: &&Placed| {
            m.voice == Voice::Narrator
                && (m.frame, m.actor) == (contrast.frame, contrast.actor)
                && self.findings.facts[m.article.at()].counted
                && self.findings.facts[m.article.at()].language == contrast.language
                && match contrast.other {
                    Other::Source(other) => [contrast.source, other].contains(&m.source),
                    Other::AllOthers => true,
                }
        };
        let concerned = self.all.iter().filter(concerned);
        let (mut ours, mut theirs): (Vec<&Placed>, Vec<&Placed>) =
            concerned.partition(|m| m.source == contrast.source);
        let events = |side: &[&Placed]| side.iter().map(|m| m.event).collect::<BTreeSet<_>>();
        let (told, told_by_others) = (events(&ours), events(&theirs));
        ours.retain(|m| told_by_others.contains(&m.event));
        theirs.retain(|m| told.contains(&m.event));
        (ours, theirs)
    }

    fn interval(&self, contrast: &Contrast) -> String {
        let told = contrast.interval.map(|(low, high)| {
            let [low, high] = [low, high].map(|end| format!("{end:+.2}"));
            self.say("finding.interval", &[&low, &high])
        });
        told.unwrap_or_default()
    }

    fn certainty(&self, contrast: &Contrast) -> String {
        match contrast.q {
            Some(q) if q <= LEVEL => self.say("finding.certain", &[&format!("{q:.3}")]),
            Some(q) => self.say("finding.chance", &[&format!("{q:.3}")]),
            None => self.say("finding.untested", &[]),
        }
    }

    /// The labels that one source changed most often in texts that it took from another.
    fn reworded(&self) -> Option<Evidence> {
        let replaced = self.findings.rewordings.iter();
        let replaced = replaced.filter(|one| one.change == CopyChange::Replaced);
        let mut pairs: BTreeMap<_, Vec<(LabelIx, LabelIx)>> = BTreeMap::new();
        for one in replaced {
            let source = |ix: crate::corpus::ArticleIx| self.findings.facts[ix.at()].source;
            let (Some(was), Some(is)) = (one.was, one.is) else {
                continue;
            };
            let labels = (was.0, is.0);
            pairs
                .entry((source(one.article), source(one.of)))
                .or_default()
                .push(labels);
        }
        let differing = pairs.into_iter().filter(|((copy, of), _)| copy != of);
        let ((copy, of), labels) =
            differing.min_by_key(|(pair, labels)| (Reverse(labels.len()), *pair))?;
        let name = |ix: LabelIx| shown_name(Spoken::of(self.findings).label(ix));
        let mut counts: BTreeMap<(LabelIx, LabelIx), usize> = BTreeMap::new();
        for pair in &labels {
            *counts.entry(*pair).or_default() += 1;
        }
        let (first, _) = counts
            .into_iter()
            .min_by_key(|(pair, count)| (Reverse(*count), *pair))?;
        let times = self.count(labels.len(), "place");
        let with: [&dyn std::fmt::Display; 5] = [
            &self.source(copy),
            &self.source(of),
            &times,
            &name(first.0),
            &name(first.1),
        ];
        let cells = [
            ("source", self.findings.source_name(copy)),
            ("copied_source", self.findings.source_name(of)),
            ("change", CopyChange::Replaced.name()),
        ];
        let told = self.say("finding.reworded", &with);
        Some(Evidence::new(told, "copies", &cells))
    }

    /// What sources call whom over the whole corpus: the one that leans highest and the lowest.
    /// Of the sources that have such words in articles enough.
    fn naming(&self, naming: &Naming) -> Option<Evidence> {
        let mut sides: Vec<_> = naming
            .often()
            .map(|(source, mentions)| {
                let stances = mentions
                    .iter()
                    .map(|m| i64::from(self.findings.lexicon.labels[m.label.0 as usize].stance));
                let lean = stances.sum::<i64>() as f64 / mentions.len() as f64;
                (lean, *source, mentions)
            })
            .collect();
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        let side = |(lean, source, mentions): &(f64, _, &Vec<&Placed>)| {
            let words = isolated(&most_used(self.findings, mentions, WORDS_SHOWN));
            self.say(
                "finding.side",
                &[&self.source(*source), &words, &format!("{lean:+.2}")],
            )
        };
        let (low, high) = sides.first().zip(sides.last())?;
        let apart = format!("{:.2}", high.0 - low.0);
        let drawn = format!("{:.2}", naming.disagreement.unwrap_or_default());
        let about = self.about(naming.frame, naming.actor);
        let with: [&dyn Display; 5] = [&about, &side(high), &side(low), &apart, &drawn];
        let lexicon = &self.findings.lexicon;
        let cells = [
            ("frame", lexicon.frame_name(naming.frame)),
            ("actor", lexicon.actor_name(naming.actor)),
        ];
        let told = self.say("finding.naming", &with);
        Some(Evidence::new(told, "naming", &cells))
    }
}

/// What sources call whom over the whole corpus, where it is about somebody known, they are far enough
/// apart to tell, and it does not hang on single articles.
pub(in crate::report) fn by_worth<'n, 'a>(
    namings: &'n [Naming<'a>],
) -> impl Iterator<Item = &'n Naming<'a>> {
    let is_apart = |naming: &&Naming| {
        let steps = naming.disagreement;
        let is_apart = steps.is_some_and(|steps| steps >= LEAST_DISAGREEMENT);
        naming.actor.is_some() && is_apart && !naming.is_thin
    };
    namings.iter().filter(is_apart)
}

/// The places of the contrasts of two sources that differ at all, the strongest first, as
/// [`by_strength`] has it.
pub(crate) fn strongest(contrasts: &[Contrast]) -> Vec<usize> {
    let differs = |contrast: &Contrast| {
        matches!(contrast.other, Other::Source(_))
            && contrast.difference.is_some_and(|found| found != 0.0)
    };
    let places = 0..contrasts.len();
    let mut measured: Vec<usize> = places.filter(|at| differs(&contrasts[*at])).collect();
    // First what is about somebody known.
    measured.sort_by(|a, b| {
        let (a, b) = (&contrasts[*a], &contrasts[*b]);
        let named = a.actor.is_none().cmp(&b.actor.is_none());
        named.then_with(|| by_strength(a, b))
    });
    measured
}
