//! Whatever the text: nothing panics, spans lie on letters and in order, and evidence is in it.

#![allow(clippy::unwrap_used, reason = "a test")]

use crate::check;
use crate::corpus::{Article, Part};
use crate::language;
use crate::lexicon::Lexicon;
use crate::settings::Settings;
use crate::study;
use crate::text::Vocabulary;
use proptest::prelude::*;
use std::sync::OnceLock;

fn built_in() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| check::load(None).unwrap())
}

fn article(title: String, text: String) -> Article {
    Article {
        id: "1".into(),
        source: "مصدر".into(),
        date: None,
        title,
        text,
        url: None,
        language: None,
        event: None,
        file: String::new(),
        row: 2,
    }
}

/// Words, marks, digits and oddities of real pages, in any order.
fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "الإرهابيين", "المجاهدون", "وقال", "إن", "أن", "الوزير", "قُتل", "١٥", "جنديا", "«", "»",
            "\"", "“", "”", "+", ":", "،", ".", "؟", "\n", "وفق", "ما يسمى", "ليسوا", "الجيش المالي",
            "الإرهـــابي", "المالي\u{200f}المصدر: (أ ف ب)", "BBC", "ﷲ", "ﻻ", "\u{a0}", "أخبار ذات صلة",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let glue = prop::sample::select(vec![" ", "", "\n"]);
    prop::collection::vec((piece, glue), 0..60).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(piece, glue)| piece + glue)
            .collect()
    })
}

/// Letters, marks and forms of Arabic and of Latin script, in any order.
fn letters() -> impl Strategy<Value = String> {
    let arabic = prop::char::range('\u{620}', '\u{6d3}');
    let forms = prop::char::range('\u{fe80}', '\u{fefc}');
    let latin = prop::char::range('A', 'z');
    let letter = prop_oneof![4 => arabic, 1 => forms, 1 => latin, 1 => Just(' ')];
    prop::collection::vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_page_is_read_without_a_panic_and_its_spans_cut_it(title in page(), text in page()) {
        let article = article(title, text);
        let (mut words, settings) = (Vocabulary::default(), Settings::default());
        let (reading, runs) = study::examine(&article, built_in(), &settings, &mut words);
        for (part, run) in Part::ALL.into_iter().zip(&runs) {
            let given = article.part(part);
            let read = reading.part(part);
            for word in run.words() {
                let written = given.get(word.bytes.start as usize..word.bytes.end as usize);
                let folded = written.map(|written| language::of(None).fold(written));
                let of_run = words.word(word.word);
                prop_assert!(folded.is_some_and(|folded| folded.contains(of_run)), "{of_run}");
            }
            let stretches = read.voices.stretches.iter().map(|stretch| &stretch.bytes);
            let spans = read.mentions.iter().map(|mention| &mention.bytes).chain(stretches);
            for bytes in spans.chain(read.cuts.iter().map(|cut| &cut.bytes)) {
                let cut = given.get(bytes.start as usize..bytes.end as usize);
                prop_assert!(cut.is_some(), "{bytes:?} of {given:?}");
            }
            for mention in &read.mentions {
                let inside = |cut: &crate::text::Cut| {
                    cut.bytes.start < mention.bytes.end && mention.bytes.start < cut.bytes.end
                };
                prop_assert!(!read.cuts.iter().any(inside), "a mention in furniture");
            }
        }
    }

    #[test]
    fn folding_what_is_folded_changes_nothing(text in letters()) {
        for code in ["ar", "en"] {
            let language = language::of(Some(code));
            let once = language.fold(&text);
            prop_assert_eq!(language.fold(&once), once);
        }
    }
}
