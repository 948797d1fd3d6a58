//! Voices, on sentences of our own and a short list of cues.

mod quotations;
mod speakers;
mod statements;

use super::*;
use crate::corpus::Part;
use crate::language::{self, Citation, Pos};
use crate::text::clean::Furniture;
use crate::text::matcher::{Matcher, MatcherBuilder};
use crate::text::prepare;
use std::sync::OnceLock;

/// Term, part of speech, imperfect or other forms, role, what it governs.
type Entry = (&'static str, Pos, &'static [&'static str], Role, Governs);

fn entries() -> Vec<Entry> {
    let usual = |role| Governs::of(role, Governs::NONE);
    let of = Governs::of;
    let (verb, fixed, noun) = (Pos::Verb, Pos::Fixed, Pos::Noun);
    let declares = of(Role::Says, Governs::NOUN | Governs::ABOUT | Governs::ON);
    vec![
        ("قال", verb, &["يقول"], Role::Says, usual(Role::Says)),
        ("أكد", verb, &["يؤكد"], Role::Says, declares),
        ("أعلن", verb, &["يعلن"], Role::Says, declares),
        ("أضاف", verb, &["يضيف"], Role::Says, usual(Role::Says)),
        ("أوضح", verb, &["يوضح"], Role::Says, usual(Role::Says)),
        (
            "أفاد",
            verb,
            &["يفيد"],
            Role::Says,
            of(Role::Says, Governs::BI),
        ),
        (
            "أشار",
            verb,
            &["يشير"],
            Role::Says,
            of(Role::Says, Governs::TO),
        ),
        ("ذكر", verb, &["يذكر"], Role::Says, usual(Role::Says)),
        ("نقل", verb, &["ينقل"], Role::Says, usual(Role::Says)),
        ("صرح", verb, &["يصرح"], Role::Says, usual(Role::Says)),
        ("ردد", verb, &["يردد"], Role::Says, usual(Role::Says)),
        (
            "وصف",
            verb,
            &["يصف"],
            Role::Says,
            of(Role::Says, Governs::BI),
        ),
        ("اتهم", verb, &["يتهم"], Role::Accuses, usual(Role::Accuses)),
        ("نفى", verb, &["ينفي"], Role::Denies, usual(Role::Denies)),
        (
            "أدان",
            verb,
            &["يدين"],
            Role::Condemns,
            usual(Role::Condemns),
        ),
        (
            "طالب",
            verb,
            &["يطالب"],
            Role::Demands,
            usual(Role::Demands),
        ),
        ("دعا", verb, &["يدعو"], Role::Demands, usual(Role::Demands)),
        (
            "مضيفا",
            fixed,
            &["مضيفة"],
            Role::Participle,
            usual(Role::Participle),
        ),
        (
            "مؤكدا",
            fixed,
            &["مؤكدة"],
            Role::Participle,
            usual(Role::Participle),
        ),
        ("وفقا", fixed, &[], Role::AccordingTo, Governs::NONE),
        ("وفق", fixed, &[], Role::AccordingTo, Governs::NONE),
        ("بحسب", fixed, &[], Role::AccordingTo, Governs::NONE),
        ("على حد قوله", fixed, &[], Role::AccordingTo, Governs::NONE),
        (
            "قول",
            noun,
            &["أقوال"],
            Role::SaysNoun,
            usual(Role::SaysNoun),
        ),
        (
            "تهمة",
            noun,
            &[],
            Role::SaysNoun,
            of(Role::SaysNoun, Governs::NOUN),
        ),
        ("هتاف", noun, &[], Role::SaysNoun, usual(Role::SaysNoun)),
        ("ما يسمى", fixed, &[], Role::SoCalled, Governs::NONE),
        ("صحيفة", noun, &[], Role::NameHead, Governs::NONE),
        ("حركة", noun, &[], Role::NameHead, Governs::NONE),
    ]
}

fn matcher() -> &'static (Matcher, Vec<Entry>) {
    static MATCHER: OnceLock<(Matcher, Vec<Entry>)> = OnceLock::new();
    MATCHER.get_or_init(|| {
        let mut builder = MatcherBuilder::default();
        let entries = entries();
        for (term, pos, stems, _, _) in &entries {
            let citation = Citation {
                term: (*term).into(),
                pos: Some(*pos),
                stems: stems.iter().map(|stem| (*stem).into()).collect(),
                ..Citation::default()
            };
            builder.add(language::of(None), &citation);
        }
        (builder.build(), entries)
    })
}

/// What is read in a text: `kind speaker: words`, in order; `-` for nobody.
fn told(part: Part, given: &str) -> Vec<String> {
    let (matcher, entries) = matcher();
    let furniture = Furniture::default();
    let text = prepare(given, part, None, "", language::of(None), &furniture);
    let mut found = Vec::new();
    matcher.scan(&text, &mut found);
    let cues: Vec<Cue> = found
        .into_iter()
        .map(|found| {
            let (_, _, _, role, governs) = entries[found.pattern.0 as usize];
            Cue {
                role,
                governs,
                tokens: found.tokens,
            }
        })
        .collect();
    let voices = read(&text, &cues, &[]);
    let tell = |s: &Stretch| {
        let speaker = s.speaker.as_deref().unwrap_or("-");
        format!("{} {speaker}: {}", s.kind.name(), text.slice(&s.bytes))
    };
    voices.stretches.iter().map(tell).collect()
}

#[track_caller]
fn check(cases: &[(&str, &[&str])]) {
    for (given, expected) in cases {
        assert_eq!(told(Part::Body, given), *expected, "{given}");
    }
}

#[track_caller]
fn check_titles(cases: &[(&str, &[&str])]) {
    for (given, expected) in cases {
        assert_eq!(told(Part::Title, given), *expected, "{given}");
    }
}
