//! The plain words at the end of a run.

use super::beyond::beyond;
use super::corrections::corrected;
use super::names::{Placed, most_used, placed};
use super::tables::clusters::verdict;
use super::tables::contrasts::other_name;
use crate::corpus::{Doubt, Doubts};
use crate::error::{isolated, shown_name};
use crate::framing::Mention;
use crate::sources::{Contrast, Other, by_strength};
use crate::study::Findings;
use crate::voice::Voice;
use crate::wording::{counted, said, word};
use std::collections::BTreeSet;

/// The false discovery rate above which a difference is told as one that may be chance.
const LEVEL: f64 = 0.05;

/// How many words of a source a contrast is told with.
const WORDS_SHOWN: usize = 4;

/// What a study found, in plain words: how much was read and skipped, the three strongest
/// contrasts with the words behind them, the clusters. Says *too few* where it is too few.
pub(crate) fn summary(findings: &Findings) -> String {
    let all = placed(findings);
    let paragraphs = [
        read(findings),
        aligned(findings),
        beyond(findings).join(" "),
        mentioned(findings, &all),
        contrasted(findings, &all),
        said("summary.clusters", &[&verdict(findings.clusters.verdict)]),
        worded(findings),
    ];
    let told = paragraphs.iter().filter(|told| !told.is_empty());
    told.map(|told| format!("{told}\n")).collect()
}

fn read(findings: &Findings) -> String {
    let corpus = &findings.corpus;
    let undated = corpus.articles.iter();
    let undated = undated.filter(|article| article.date.is_none()).count();
    let cut = findings.readings.iter();
    let cut = cut.filter(|reading| reading.parts.iter().any(|part| !part.cuts.is_empty()));
    let articles = counted(corpus.articles.len(), "article");
    let sources = counted(corpus.sources.len(), "source");
    let mut told = vec![said("summary.read", &[&articles, &sources])];
    for (key, count, what) in [
        ("summary.skipped", corpus.rows_skipped as usize, "row"),
        ("summary.undated", undated, "article"),
        ("summary.furniture", cut.count(), "article"),
    ] {
        if count > 0 {
            told.push(said(key, &[&counted(count, what)]));
        }
    }
    let rows = corpus.articles.len() as u64 + corpus.rows_skipped;
    told.extend(doubted(&corpus.doubts, rows + corpus.doubts[Doubt::NoText]));
    told.join(" ")
}

/// What is doubtful about more than one row in ten.
fn doubted(doubts: &Doubts, rows: u64) -> Option<String> {
    let what = |doubt| match doubt {
        Doubt::NoText => "file",
        _ => "article",
    };
    let told: Vec<String> = Doubt::ALL
        .into_iter()
        .filter(|doubt| doubts[*doubt] * 10 > rows)
        .map(|doubt| {
            let key = format!("doubt.{}", doubt.key());
            said(&key, &[&counted(doubts[doubt] as usize, what(doubt))])
        })
        .collect();
    (!told.is_empty()).then(|| said("summary.doubts", &[&told.join("; ")]))
}

fn aligned(findings: &Findings) -> String {
    let sources = |event: &crate::events::Event| {
        let articles = event.articles.iter();
        let sources: BTreeSet<_> = articles.map(|ix| findings.facts[ix.at()].source).collect();
        sources.len()
    };
    let events = &findings.alignment.events;
    let shared = events.iter().filter(|event| sources(event) > 1).count();
    let copies = findings.facts.iter().filter(|fact| !fact.counted).count();
    let mut told = vec![said(
        "summary.events",
        &[&counted(events.len(), "event"), &shared],
    )];
    if copies > 0 {
        told.push(counted(copies, "summary.copies"));
    }
    if let Some(corrected) = corrected(&findings.corpus, &findings.alignment) {
        told.push(said("summary.corrected", &[&corrected]));
    }
    told.join(" ")
}

fn mentioned(findings: &Findings, all: &[Placed]) -> String {
    let in_voice = |voice| all.iter().filter(|mention| mention.voice == voice).count();
    let parts = findings.readings.iter().flat_map(|reading| &reading.parts);
    let mentions = parts.flat_map(|part| &part.mentions);
    let counts =
        |mention: &&Mention| mention.irrealis.is_none() || findings.settings.count_irrealis;
    let (mut found, mut named, mut guessed, mut unsure) = (0, 0, 0, 0);
    for mention in mentions {
        found += 1;
        let counted = counts(&mention);
        named += usize::from(counted && mention.actor.is_some());
        guessed += usize::from(counted && mention.guess.is_some());
        unsure += usize::from(counted && mention.actor.is_some() && !mention.binding.is_sure());
    }
    let labels = said(
        "summary.labels",
        &[
            &found,
            &in_voice(Voice::Narrator),
            &in_voice(Voice::Reported),
            &in_voice(Voice::Quoted),
            &in_voice(Voice::Distanced),
            &(found - all.len()),
        ],
    );
    let bound = match (guessed, unsure) {
        (0, 0) => None,
        (0, _) => Some(said("summary.guessed", &[&named, &unsure])),
        _ => Some(said("summary.bound", &[&named, &guessed])),
    };
    [Some(labels), bound]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

fn contrasted(findings: &Findings, all: &[Placed]) -> String {
    let measured = strongest(&findings.contrasts);
    if measured.is_empty() {
        return word("summary.no-contrasts").to_owned();
    }
    let mut text = word("summary.contrasts").to_owned();
    for (number, place) in (1..=3).zip(measured) {
        let told = told(findings, all, &findings.contrasts[place]);
        text += &format!("\n{number}. {told}");
    }
    text
}

/// Why there is no keyness, where there is none.
fn worded(findings: &Findings) -> String {
    match findings.keys.is_empty() {
        true => {
            let least = &findings.settings.keyness_least_count;
            said("summary.no-keyness", &[least])
        }
        false => String::new(),
    }
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
    // First what is about somebody known: of an act by nobody known only the event is the subject.
    measured.sort_by(|a, b| {
        let (a, b) = (&contrasts[*a], &contrasts[*b]);
        let named = a.actor.is_none().cmp(&b.actor.is_none());
        named.then_with(|| by_strength(a, b))
    });
    measured
}

fn told(findings: &Findings, all: &[Placed], contrast: &Contrast) -> String {
    let lexicon = &findings.lexicon;
    let frame = &lexicon.frames[contrast.frame.0 as usize];
    let about = match contrast.actor {
        Some(ix) => said(
            "summary.about",
            &[
                &shown_name(&frame.name),
                &shown_name(lexicon.actor_name(Some(ix))),
            ],
        ),
        None => shown_name(&frame.name),
    };
    let source = isolated(findings.source_name(contrast.source));
    let other = isolated(other_name(&findings.corpus, contrast));
    let (ours, theirs) = in_shared_events(findings, all, contrast);
    let signed = |number: Option<f64>| format!("{:+.2}", number.unwrap_or_default());
    let told = said(
        "summary.contrast",
        &[
            &about,
            &shown_name(&frame.question),
            &source,
            &signed(contrast.lean),
            &other,
            &signed(contrast.other_lean),
            &counted(contrast.shared_events as usize, "shared event"),
            &signed(contrast.difference),
            &certainty(contrast),
        ],
    );
    let there = |source: &str, mentions: Vec<&Placed>| {
        let words = isolated(&most_used(findings, &mentions, WORDS_SHOWN));
        said("summary.there", &[&source, &words])
    };
    let (ours, theirs) = (there(&source, ours), there(&other, theirs));
    format!("{told}\n   {ours}\n   {theirs}")
}

/// The mentions that a difference is made of: the source's, and the other's.
fn in_shared_events<'a>(
    findings: &Findings,
    all: &'a [Placed],
    contrast: &Contrast,
) -> (Vec<&'a Placed<'a>>, Vec<&'a Placed<'a>>) {
    let concerned = |m: &&Placed| {
        m.voice == Voice::Narrator
            && (m.frame, m.actor) == (contrast.frame, contrast.actor)
            && findings.facts[m.article.at()].counted
            && match contrast.other {
                Other::Source(other) => [contrast.source, other].contains(&m.source),
                Other::AllOthers => true,
            }
    };
    let concerned = all.iter().filter(concerned);
    let (mut ours, mut theirs): (Vec<&Placed>, Vec<&Placed>) =
        concerned.partition(|m| m.source == contrast.source);
    let events = |side: &[&Placed]| side.iter().map(|m| m.event).collect::<BTreeSet<_>>();
    let (told, told_by_others) = (events(&ours), events(&theirs));
    ours.retain(|m| told_by_others.contains(&m.event));
    theirs.retain(|m| told.contains(&m.event));
    (ours, theirs)
}

fn certainty(contrast: &Contrast) -> String {
    let mut text = String::new();
    if let Some((low, high)) = contrast.interval {
        let [low, high] = [low, high].map(|end| format!("{end:+.2}"));
        text = format!(" {}", said("summary.interval", &[&low, &high]));
    }
    text += &match (contrast.p, contrast.q) {
        (Some(p), Some(q)) => {
            let key = match q > LEVEL {
                true => "summary.chance",
                false => "summary.certain",
            };
            said(key, &[&format!("{p:.3}"), &format!("{q:.3}")])
        }
        _ => word("summary.uncertain").to_owned(),
    };
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_doubtful_about_more_than_one_row_in_ten_is_in_the_summary() {
        let mut doubts = Doubts::default();
        doubts.count(Doubt::Misread, 2);
        doubts.count(Doubt::Cut, 1);
        doubts.count(Doubt::NoText, 3);
        let told = doubted(&doubts, 19).unwrap();
        for expected in ["wrongly decoded: 2 articles", "not read: 3 files"] {
            assert!(told.contains(expected), "{told}");
        }
        assert!(!told.contains("spreadsheet"), "{told}");
        assert_eq!(doubted(&doubts, 30), None);
    }
}
