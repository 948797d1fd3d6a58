//! How well entries are found in Arabic text: measured on the tuning set where it is at hand, and
//! always on sentences of our own.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

mod score;

use crate::corpus::Part;
use crate::language::{Arabic, Citation, Flags, Language, Pos, Tokens};
use crate::text::Text;
use crate::text::matcher::{Match, Matcher, MatcherBuilder};
use score::{Counts, Gold, Query, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Plurals, imperfects and other stems that no rule tells: `word<TAB>stems`.
const STEMS: &str = include_str!("stems.tsv");

/// The folder of the tuning set: `MIZAN_DATA`, else beside the project.
fn data() -> PathBuf {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    std::env::var_os("MIZAN_DATA")
        .map_or(beside, PathBuf::from)
        .join("arabic")
}

fn text(given: &str) -> Text<'_> {
    let mut tokens = Tokens::default();
    Arabic.cut(given, 0, &mut tokens);
    Text {
        part: Part::Body,
        given,
        language: &Arabic,
        grammar: Language::grammar(&Arabic),
        cuts: Vec::new(),
        tokens,
        sentences: Vec::new(),
    }
}

fn found(matcher: &Matcher, text: &Text) -> Vec<Match> {
    let mut found = Vec::new();
    matcher.scan(text, &mut found);
    found
}

fn pos(name: &str) -> Option<Pos> {
    Some(match name {
        "NOUN" => Pos::Noun,
        "ADJ" => Pos::Adjective,
        "VERB" => Pos::Verb,
        "PROPN" => Pos::Name,
        "PHRASE" => Pos::Phrase,
        _ => return None,
    })
}

fn stems() -> BTreeMap<&'static str, Vec<String>> {
    let rows = STEMS.lines().filter_map(|line| line.split_once('\t'));
    rows.map(|(word, stems)| (word, stems.split(';').map(str::to_owned).collect()))
        .collect()
}

fn bare(query: &Query) -> Citation {
    Citation {
        term: query.term.clone(),
        ..Citation::default()
    }
}

fn annotated(query: &Query) -> Citation {
    Citation {
        pos: pos(&query.pos),
        stems: stems().remove(query.term.as_str()).unwrap_or_default(),
        ..bare(query)
    }
}

fn predictions(gold: &Gold, entry: fn(&Query) -> Citation) -> BTreeSet<(String, String, Span)> {
    let mut builder = MatcherBuilder::default();
    for query in &gold.queries {
        builder.add(&Arabic, &entry(query));
    }
    let matcher = builder.build();
    let mut predictions = BTreeSet::new();
    for (sentence, given) in &gold.sentences {
        let text = text(given);
        for one in found(&matcher, &text) {
            let bytes = text.bytes(&one.tokens);
            let chars = |byte: u32| given[..byte as usize].chars().count();
            let span = (chars(bytes.start), chars(bytes.end));
            let query = &gold.queries[one.pattern.0 as usize];
            predictions.insert((query.id.clone(), sentence.clone(), span));
        }
    }
    predictions
}

/// F1 of words and of phrases, with the faults printed (`cargo test -- --nocapture`).
fn measure(gold: &Gold, entry: fn(&Query) -> Citation) -> (f64, f64) {
    let predictions = predictions(gold, entry);
    if let Some(file) = std::env::var_os("MIZAN_PREDICTIONS") {
        let rows = predictions.iter().map(|(query, sentence, (start, end))| {
            format!("{sentence}\t{start}\t{end}\t{query}\n")
        });
        std::fs::write(file, rows.collect::<String>()).expect("the file can be written");
    }
    let show = |name: &str, wanted: &dyn Fn(&Query) -> bool| -> Counts {
        let mut faults = Vec::new();
        let counts = gold.score(&predictions, wanted, &mut faults);
        println!("{name}: F1 {:.1} {counts:?}", counts.f1());
        for fault in faults {
            let kind = if fault.is_miss { "miss" } else { "false" };
            println!("  {kind} {} {}", fault.query, fault.form);
        }
        counts
    };
    for pos in ["NOUN", "ADJ", "VERB", "PROPN"] {
        show(pos, &|query| query.pos == pos);
    }
    let words = show("words", &|query| query.pos != "PHRASE");
    let phrases = show("phrases", &|query| query.pos == "PHRASE");
    (words.f1(), phrases.f1())
}

#[test]
fn annotated_entries_reach_97_on_the_tuning_set() {
    let Some(gold) = Gold::read(&data()) else {
        println!("skipped: no tuning set at {}", data().display());
        return;
    };
    let (words, phrases) = measure(&gold, annotated);
    assert!(words >= 97.0, "words: {words:.1}");
    assert!(phrases >= 97.0, "phrases: {phrases:.1}");
}

#[test]
fn bare_entries_reach_90_on_the_tuning_set() {
    let Some(gold) = Gold::read(&data()) else {
        println!("skipped: no tuning set at {}", data().display());
        return;
    };
    let (words, phrases) = measure(&gold, bare);
    assert!(words >= 90.0, "words: {words:.1}");
    assert!(phrases >= 90.0, "phrases: {phrases:.1}");
}

/// An entry of the unit cases: flags before `plural=` or `imperf=`, stems after it.
fn unit_entry(term: &str, pos_name: &str, remarks: &str) -> Citation {
    let mut flags = Flags::default();
    let mut stems = Vec::new();
    for part in remarks.split([';', ',']).filter(|part| *part != "-") {
        match part {
            "human" => flags.human = true,
            "fem" => flags.fem = true,
            "defective" => flags.defective = true,
            stem => stems.push(stem.rsplit('=').next().unwrap_or(stem).to_owned()),
        }
    }
    Citation {
        term: term.into(),
        pos: pos(pos_name),
        stems,
        flags,
        exclude: Vec::new(),
    }
}

#[test]
fn every_unit_case_of_the_tuning_set_holds() {
    let Ok(cases) = std::fs::read_to_string(data().join("unit_cases.tsv")) else {
        println!("skipped: no unit cases at {}", data().display());
        return;
    };
    let mut wrong = Vec::new();
    for case in cases
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
    {
        let mut builder = MatcherBuilder::default();
        builder.add(&Arabic, &unit_entry(case[0], case[1], case[2]));
        let is_found = !found(&builder.build(), &text(case[3])).is_empty();
        if is_found != (case[4] == "1") {
            wrong.push(case.join(" "));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The set of our own: one entry and one sentence a row, by rule.
const OWN: &str = include_str!("own.tsv");

/// A sentence without its square brackets, and the places they enclose, in bytes.
fn unmarked(sentence: &str) -> (String, Vec<(u32, u32)>) {
    let mut plain = String::new();
    let mut places = Vec::new();
    let mut start = 0;
    for c in sentence.chars() {
        match c {
            '[' => start = plain.len() as u32,
            ']' => places.push((start, plain.len() as u32)),
            other => plain.push(other),
        }
    }
    (plain, places)
}

fn own_entry(row: &[&str]) -> Citation {
    let pos = match row[2] {
        "noun" => Some(Pos::Noun),
        "adj" => Some(Pos::Adjective),
        "verb" => Some(Pos::Verb),
        "name" => Some(Pos::Name),
        "phrase" => Some(Pos::Phrase),
        "fixed" => Some(Pos::Fixed),
        _ => None,
    };
    let mut flags = Flags::default();
    for flag in row[4].split(';').filter(|flag| !flag.is_empty()) {
        match flag {
            "human" => flags.human = true,
            "fem" => flags.fem = true,
            "defective" => flags.defective = true,
            "noart" => flags.noart = true,
            "noprefix" => flags.noprefix = true,
            "nopro" => flags.nopro = true,
            "invariant" => flags.invariant = true,
            "ta_fold" => flags.ta_fold = true,
            "anyhamza" => flags.anyhamza = true,
            other => panic!("unknown flag {other}"),
        }
    }
    Citation {
        term: row[1].into(),
        pos,
        stems: row[3]
            .split(';')
            .filter(|stem| !stem.is_empty())
            .map(str::to_owned)
            .collect(),
        flags,
        exclude: Vec::new(),
    }
}

#[test]
fn each_rule_finds_its_forms_in_sentences_of_our_own_and_nothing_else() {
    let mut wrong = Vec::new();
    for row in OWN.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let (sentence, expected) = unmarked(cells[5]);
        let mut builder = MatcherBuilder::default();
        builder.add(&Arabic, &own_entry(&cells));
        let text = text(&sentence);
        let places = found(&builder.build(), &text)
            .into_iter()
            .map(|one| text.bytes(&one.tokens));
        let places: Vec<(u32, u32)> = places.map(|place| (place.start, place.end)).collect();
        if places != expected {
            let shown = |places: &[(u32, u32)]| {
                let words = places
                    .iter()
                    .map(|(from, to)| &sentence[*from as usize..*to as usize]);
                words.collect::<Vec<_>>().join(" | ")
            };
            wrong.push(format!(
                "{}, {}: {} instead of {}",
                cells[0],
                cells[1],
                shown(&places),
                shown(&expected)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
