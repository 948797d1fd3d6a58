//! The plain words at the end of a run.

use super::corrections::corrected;
use super::names::{Placed, counted, listed, placed};
use super::tables::contrasts::other_name;
use crate::sources::{Contrast, Other, by_strength};
use crate::study::Findings;
use crate::voice::Voice;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The false discovery rate above which a difference is told as one that may be chance.
const LEVEL: f64 = 0.05;

/// How many words of a source a contrast is told with.
const WORDS_SHOWN: usize = 4;

/// What a study found, in plain words: how much was read and skipped, the three strongest
/// contrasts with the words behind them, the clusters. Says *too few* where it is too few.
pub fn summary(findings: &Findings) -> String {
    let mut text = String::new();
    let all = placed(findings);
    for paragraph in [
        read(findings),
        aligned(findings),
        mentioned(findings, &all),
        contrasted(findings, &all),
        format!("Clusters: {}.", findings.clusters.verdict),
        worded(findings),
    ] {
        if !paragraph.is_empty() {
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "{paragraph}");
        }
    }
    text
}

fn read(findings: &Findings) -> String {
    let corpus = &findings.corpus;
    let undated = corpus
        .articles
        .iter()
        .filter(|article| article.date.is_none())
        .count();
    let cut = findings.readings.iter();
    let cut = cut
        .filter(|reading| reading.parts.iter().any(|part| !part.cuts.is_empty()))
        .count();
    let mut text = format!(
        "Read: {} of {}.",
        counted(corpus.articles.len(), "article"),
        counted(corpus.sources.len(), "source")
    );
    if corpus.rows_skipped > 0 {
        text += &format!(
            " Skipped: {}; notes.csv says which and why.",
            counted(corpus.rows_skipped as usize, "row")
        );
    }
    if undated > 0 {
        text += &format!(" Without a date: {}.", counted(undated, "article"));
    }
    if cut > 0 {
        text += &format!(
            " Page furniture was cut from {} (notes.csv).",
            counted(cut, "article")
        );
    }
    text
}

fn aligned(findings: &Findings) -> String {
    let sources = |event: &crate::events::Event| {
        let sources: BTreeSet<_> = event
            .articles
            .iter()
            .map(|ix| findings.facts[ix.at()].source)
            .collect();
        sources.len()
    };
    let events = &findings.alignment.events;
    let shared = events.iter().filter(|event| sources(event) > 1).count();
    let copies = findings.facts.iter().filter(|fact| !fact.counted).count();
    let mut text = format!(
        "Events: {}, of which {shared} told by more than one source.",
        counted(events.len(), "event")
    );
    if copies > 0 {
        text += &format!(
            " {} taken over from another one; each text counts once in the statistics (copies.csv).",
            match copies {
                1 => "1 article is".to_owned(),
                many => format!("{many} articles are"),
            }
        );
    }
    if let Some(told) = corrected(&findings.corpus, &findings.alignment) {
        text += &format!(" {told} notes.csv says which.");
    }
    text
}

fn mentioned(findings: &Findings, all: &[Placed]) -> String {
    let in_voice = |voice| all.iter().filter(|mention| mention.voice == voice).count();
    let found: usize = findings
        .readings
        .iter()
        .flat_map(|r| &r.parts)
        .map(|p| p.mentions.len())
        .sum();
    format!(
        "Labels: {} found (mentions.csv); {} in the outlet's own voice, {} reported, {} quoted, {} \
         distanced; {} negated or only possible and not counted.",
        found,
        in_voice(Voice::Narrator),
        in_voice(Voice::Reported),
        in_voice(Voice::Quoted),
        in_voice(Voice::Distanced),
        found - all.len()
    )
}

fn contrasted(findings: &Findings, all: &[Placed]) -> String {
    let measured = strongest(&findings.contrasts);
    if measured.is_empty() {
        return "Contrasts: too few. No two sources use different labels for the same actor, in \
                their own voice, in an event that both cover; read comparison.csv instead of \
                figures."
            .to_owned();
    }
    let mut text = "The strongest contrasts (contrasts.csv; the sentences are in labels.csv and \
                    mentions.csv):"
        .to_owned();
    for (number, place) in (1..=3).zip(measured) {
        text += &format!(
            "\n{number}. {}",
            told(findings, all, &findings.contrasts[place])
        );
    }
    text
}

/// Why there is no keyness, where there is none.
fn worded(findings: &Findings) -> String {
    match findings.keys.is_empty() {
        true => format!(
            "Keyness: too few. No two sources have words of their own voice that come {} times and \
             more in all.",
            findings.settings.keyness_least_count
        ),
        false => String::new(),
    }
}

/// The places of the contrasts of two sources that differ at all, the strongest first, as
/// [`by_strength`] has it.
pub fn strongest(contrasts: &[Contrast]) -> Vec<usize> {
    let differs = |contrast: &Contrast| {
        matches!(contrast.other, Other::Source(_))
            && contrast.difference.is_some_and(|found| found != 0.0)
    };
    let places = 0..contrasts.len();
    let mut measured: Vec<usize> = places.filter(|at| differs(&contrasts[*at])).collect();
    measured.sort_by(|a, b| by_strength(&contrasts[*a], &contrasts[*b]));
    measured
}

fn told(findings: &Findings, all: &[Placed], contrast: &Contrast) -> String {
    let lexicon = &findings.lexicon;
    let frame = &lexicon.frames[contrast.frame.0 as usize];
    let about = contrast.actor.map_or(String::new(), |ix| {
        format!(" of {}", lexicon.actors[ix.0 as usize].name)
    });
    let (source, other) = (
        findings.source_name(contrast.source),
        other_name(&findings.corpus, contrast),
    );
    let (ours, theirs) = in_shared_events(findings, all, contrast);
    format!(
        "{}{about} ({}): {source} leans {:+.2}, {other} {:+.2}; inside {} the difference is \
         {:+.2}{}.\n   there {source}: {}\n   there {other}: {}",
        frame.name,
        frame.question,
        contrast.lean.unwrap_or_default(),
        contrast.other_lean.unwrap_or_default(),
        counted(contrast.shared_events as usize, "shared event"),
        contrast.difference.unwrap_or_default(),
        certainty(contrast),
        most_used(findings, ours),
        most_used(findings, theirs)
    )
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
    let mut text = match contrast.interval {
        Some((low, high)) => format!(" (95 % interval {low:+.2} to {high:+.2})"),
        None => String::new(),
    };
    text += &match (contrast.p, contrast.q) {
        (Some(p), Some(q)) if q > LEVEL => {
            format!(", p {p:.3}, q {q:.3}: among so many comparisons this may well be chance")
        }
        (Some(p), Some(q)) => format!(", p {p:.3}, q {q:.3}"),
        _ => ": too few articles to say more than that it is so here".to_owned(),
    };
    text
}

/// The words used most in some mentions, and how many others there are.
fn most_used(findings: &Findings, mentions: Vec<&Placed>) -> String {
    let mut words = findings.wording(&mentions);
    let others: u32 = words.iter().skip(WORDS_SHOWN).map(|(_, count)| count).sum();
    words.truncate(WORDS_SHOWN);
    match others {
        0 => listed(words),
        _ => format!("{} · … {others}", listed(words)),
    }
}
