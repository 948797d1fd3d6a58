//! One person under all names, on invented articles.

#![allow(clippy::unwrap_used, reason = "a test")]

use crate::check;
use crate::corpus::{ArticleIx, Corpus, Part, ReadOptions};
use crate::lexicon::Lexicon;
use crate::progress::Silent;
use crate::settings::Settings;
use crate::study::align::align;
use crate::study::{Reading, Speakers, gather};
use std::sync::OnceLock;

fn built_in() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| check::load(None).unwrap())
}

/// Some articles that were read.
struct Read {
    corpus: Corpus,
    readings: Vec<Reading>,
    speakers: Speakers,
}

/// Reads some articles, each of a source and an event.
fn read(articles: &[(&'static str, &'static str, &str)]) -> Read {
    let row = |(source, event, text): &(&'static str, &'static str, &str)| {
        let text = (*text).to_owned();
        [
            ("source", (*source).to_owned()),
            ("event", (*event).to_owned()),
            ("text", text),
        ]
    };
    let corpus = Corpus::of(articles.iter().map(row), &ReadOptions::default()).unwrap();
    let (lexicon, settings) = (built_in(), Settings::default());
    let (readings, words) = gather::readings(&corpus, lexicon, &settings, &Silent);
    let outlines = words.outlines(&corpus);
    let alignment = align(&corpus, &outlines, &lexicon.agencies, &settings, &Silent);
    let speakers = Speakers::of(&corpus, lexicon, &readings, &alignment);
    Read {
        corpus,
        readings,
        speakers,
    }
}

/// The names of the speakers of an article's body, stretch by stretch; `–` for nobody.
fn speakers(read: &Read, article: u32) -> Vec<String> {
    let reading = &read.readings[article as usize];
    let stretches = 0..reading.part(Part::Body).voices.stretches.len();
    let name = |at| {
        let speaker = read.speakers.at(ArticleIx(article), Part::Body, at);
        let name = |ix| read.speakers.speaker(ix).name.clone();
        speaker.map_or("–".to_owned(), name)
    };
    stretches.map(name).collect()
}

#[test]
fn a_surname_or_title_and_surname_is_the_one_person_of_the_article_who_has_it() {
    let text = "قال الدكتور خالد الصيرفي رئيس جمعية النحالين إن الموسم جيد. \
                وأضاف الصيرفي أن العسل وفير. وأكد الدكتور الصيرفي أن الأسعار ستهبط.";
    let findings = read(&[("النهر", "a", text)]);
    assert_eq!(speakers(&findings, 0), ["خالد الصيرفي"; 3]);
}

#[test]
fn a_surname_that_two_persons_of_the_article_share_stays_as_it_is_written() {
    let text = "قال خالد الصيرفي إن الموسم جيد. وقال محمود الصيرفي إن المطر قليل. \
                وأضاف الصيرفي أن العسل وفير.";
    let findings = read(&[("النهر", "a", text)]);
    assert_eq!(
        speakers(&findings, 0),
        ["خالد الصيرفي", "محمود الصيرفي", "الصيرفي"]
    );
}

#[test]
fn a_surname_is_told_by_a_full_name_that_the_article_only_speaks_of() {
    let text = "استقبل المجلس خالد الصيرفي صباح أمس. وقال الصيرفي إن الموسم جيد.";
    let findings = read(&[("النهر", "a", text)]);
    assert_eq!(speakers(&findings, 0), ["خالد الصيرفي"]);
}

#[test]
fn a_surname_without_a_full_name_is_told_by_other_articles_of_its_event_only() {
    let full = "قال خالد الصيرفي إن الموسم جيد.";
    let short = "وقال الصيرفي إن الموسم جيد.";
    let findings = read(&[
        ("النهر", "a", full),
        ("البحر", "a", short),
        ("الجبل", "b", short),
    ]);
    let all: Vec<Vec<String>> = (0..3).map(|at| speakers(&findings, at)).collect();
    let of = |source: &str| {
        let mut articles = findings.corpus.articles.iter();
        let at = articles.position(|article| article.source == source);
        all[at.unwrap()].clone()
    };
    assert_eq!(of("البحر"), ["خالد الصيرفي"]);
    assert_eq!(of("الجبل"), ["الصيرفي"]);
}

#[test]
fn a_lawyer_of_somebody_is_not_he() {
    let text = "قال محامي خالد الصيرفي إن الجلسة أجلت. وقالت شقيقة الدكتور خالد الصيرفي إنه مريض.";
    let findings = read(&[("النهر", "a", text)]);
    assert!(
        speakers(&findings, 0)
            .iter()
            .all(|name| name != "خالد الصيرفي"),
        "{:?}",
        speakers(&findings, 0)
    );
}

#[test]
fn what_somebody_is_stands_behind_the_name_and_is_no_part_of_it() {
    for (written, name) in [
        ("محمود غزال المتحدث باسم النادي", "محمود غزال"),
        ("خالد الصيرفي، رئيس الجمعية", "خالد الصيرفي"),
        ("رئيس الجمعية خالد الصيرفي", "خالد الصيرفي"),
        ("الشيخ سالم الرافعي عضو اللجنة", "سالم الرافعي"),
        ("مدير المتحف عبد الرحمن النجار", "عبد الرحمن النجار"),
        ("د. محمد عبدالله الطحان", "محمد عبدالله الطحان"),
        ("المستشار عبدالرحمن الصيرفي", "عبدالرحمن الصيرفي"),
        ("الشيخ سالم طرفة المصلين", "سالم طرفة"),
    ] {
        let text = format!("وقال {written} إن الموسم جيد.");
        let findings = read(&[("النهر", "a", &text)]);
        assert_eq!(speakers(&findings, 0), [name], "{written}");
    }
}

#[test]
fn a_definite_word_is_the_one_speaker_who_was_called_so_before() {
    let text = "قال مصدر طبي إن الجرحى كثيرون. وأضاف المصدر أن الأسرة امتلأت.";
    let findings = read(&[("النهر", "a", text)]);
    assert_eq!(speakers(&findings, 0), ["مصدر طبي"; 2]);
    let text = "قال مصدر طبي إن الجرحى كثيرون. وقال مصدر أمني إن الطريق مغلق. \
                وأضاف المصدر أن الأسرة امتلأت.";
    let findings = read(&[("النهر", "a", text)]);
    assert_eq!(speakers(&findings, 0), ["مصدر طبي", "مصدر أمني", "المصدر"]);
}

#[test]
fn who_speaks_in_the_name_of_an_actor_is_of_its_side_but_is_not_it() {
    let text = "قال محمود غزال المتحدث باسم الجيش المصري إن الطريق مفتوح.";
    let findings = read(&[("النهر", "a", text)]);
    let speaker = findings.speakers.list.first().unwrap();
    assert_eq!(speaker.name, "محمود غزال");
    assert!(speaker.side.is_some());
    let text = "قال محامي الجيش المصري إن الطريق مفتوح.";
    let findings = read(&[("النهر", "a", text)]);
    assert!(findings.speakers.list[0].side.is_none());
}

#[test]
fn whom_a_speaker_accuses_behind_a_comma_is_not_his_side() {
    for text in [
        "اتهم رئيس الجمعية، خالد الصيرفي، الجيش المصري بإغلاق الطريق.",
        "اتهم خالد الصيرفي، رئيس الجمعية، الرئيس محمد مرسي بإغلاق الطريق.",
    ] {
        let read = read(&[("النهر", "a", text)]);
        let sides = read.speakers.list.iter().map(|speaker| speaker.side);
        assert!(sides.flatten().next().is_none(), "{text}");
    }
}

#[test]
fn somebody_behind_the_speaker_and_a_title_is_not_the_speaker() {
    let text = "وقال الصيرفي الدكتور محمد النجار إن الموسم جيد.";
    let read = read(&[("النهر", "a", text)]);
    assert!(!speakers(&read, 0).contains(&"محمد النجار".to_owned()));
}

#[test]
fn a_scrap_of_the_sentence_and_what_cannot_speak_are_nobody() {
    for (written, expected) in [
        ("مصدر في المرفأ", "مصدر في المرفأ"),
        ("المجلس", "المجلس"),
        ("صحيفة النهر", "صحيفة النهر"),
        ("العاملون في المصنع", "العاملون في المصنع"),
        ("والد الطفلة", "والد الطفلة"),
        ("الصيرفي", "الصيرفي"),
        ("غيورغيف", "غيورغيف"),
        ("موعد الحصاد", "–"),
        ("القرار", "–"),
        ("نصف 12 ألف", "–"),
        ("وزنها", "–"),
        ("مدير المصنع حصته", "–"),
        ("ساخرًا", "–"),
        ("مدير المصنع رسمياً", "مدير المصنع"),
        ("العقيد", "–"),
        ("الرئيس", "الرئيس"),
    ] {
        let text = format!("وقال {written} إن الموسم جيد.");
        let read = read(&[("النهر", "a", &text)]);
        assert_eq!(speakers(&read, 0), [expected], "{written}");
    }
}

#[test]
fn who_stands_behind_the_comma_of_an_office_is_who_holds_it() {
    let text = "قال المحلل السياسي، نفات تونكارا، إن الطريق مفتوح. وأضاف تونكارا أن الجسر آمن.\n\
                وقال مدير المدرسة، صباح اليوم، إن الفصول جاهزة.";
    let read = read(&[("نهر", "e1", text)]);
    let heard = speakers(&read, 0);
    assert_eq!(heard[..2], ["نفات تونكارا", "نفات تونكارا"], "{heard:?}");
    assert_ne!(heard[2], "صباح اليوم");
}

#[test]
fn a_known_person_is_known_behind_whatever_tells_his_office() {
    let text =
        "قال رئيس الوزراء المالي شوغيل كوكالا مايغا إن الطريق مفتوح. وقال شوغيل مايغا إن الجسر آمن.";
    let heard = speakers(&read(&[("نهر", "e1", text)]), 0);
    assert_eq!(heard[0], heard[1], "{heard:?}");
}

#[test]
fn a_title_that_waits_for_its_name_and_a_verbal_noun_are_no_part_of_one() {
    let heard = |text| speakers(&read(&[("نهر", "e1", text)]), 0);
    assert_eq!(heard("قال وزير الزراعة المهندس إن الطريق مفتوح."), ["–"]);
    assert_eq!(heard("قال نائب الوزير إن الطريق مفتوح."), ["نائب الوزير"]);
    assert_eq!(
        heard("وجه محمد لطيف سالم الدعوة إلى الأهالي، وقال محمد لطيف سالم الدعوة إن الباب مفتوح.")
            .last(),
        Some(&"محمد لطيف سالم".to_owned())
    );
}

#[test]
fn a_rank_alone_is_who_was_called_so_before_or_nobody() {
    let text = "قال العقيد نزار غزال إن الطريق مفتوح. وأضاف العقيد أن الجسر آمن.";
    let heard = speakers(&read(&[("نهر", "e1", text)]), 0);
    assert_eq!(heard, ["نزار غزال"; 2]);
}

#[test]
fn an_actor_whose_name_ends_in_a_month_is_called_by_its_name() {
    let text = "قالت حركة 6 أبريل إن الطريق مفتوح.";
    let heard = speakers(&read(&[("نهر", "e1", text)]), 0);
    assert_eq!(heard, ["حركة 6 أبريل"]);
}
