//! Invented articles and the happenings that they tell in passing.

use super::*;
use crate::corpus::Part;
use crate::language;
use crate::text::clean::Furniture;
use crate::text::{Vocabulary, prepare};
use jiff::civil::date;

/// The body of an article of its own event and source, in June 2021 unless it says otherwise.
struct Body<'a> {
    text: &'a str,
    source: u32,
    event: u32,
    month: i8,
}

fn bodies<'a>(texts: &[&'a str]) -> Vec<Body<'a>> {
    let body = |(at, text): (u32, &&'a str)| Body {
        text,
        source: at,
        event: at,
        month: 6,
    };
    (0..).zip(texts).map(body).collect()
}

/// Each happening: the places of its articles, with the day that each passage says.
fn found(bodies: &[Body]) -> Vec<Vec<(u32, String)>> {
    let none: Vec<[Known; 0]> = bodies.iter().map(|_| []).collect();
    with_known(bodies, &none)
}

/// The same with names that are known.
fn with_known<const NAMES: usize>(
    bodies: &[Body],
    known: &[[Known; NAMES]],
) -> Vec<Vec<(u32, String)>> {
    let grammar = language::of(None).grammar();
    let vocabularies: Vec<(Vocabulary, [Run; 2])> = bodies.iter().map(run).collect();
    let (vocabularies, mut runs): (Vec<Vocabulary>, Vec<[Run; 2]>) =
        vocabularies.into_iter().unzip();
    let (vocabulary, numbers) = Vocabulary::united(&vocabularies);
    for (runs, numbers) in runs.iter_mut().zip(&numbers) {
        runs.iter_mut().for_each(|run| run.renumber(numbers));
    }
    let mut acts = ActClasses::default();
    let roles = Roles::of(&vocabulary, grammar, &mut acts);
    let told = |at: usize| Told {
        source: SourceIx(bodies[at].source),
        date: Some(Stamp {
            at: date(2021, bodies[at].month, 20).at(8, 0, 0, 0),
            timed: true,
        }),
        event: EventIx(bodies[at].event),
        counted: true,
        text: bodies[at].text,
        runs: &runs[at],
        roles: &roles,
        known: &known[at],
    };
    let told: Vec<Told> = (0..bodies.len()).map(told).collect();
    let options = HappeningOptions { window_days: 365 };
    let happenings = happenings(&told, &vocabulary, &acts, options);
    let shown = |passage: &Passage| {
        let said = passage.said.map(|said| said.to_string());
        (passage.article.0, said.unwrap_or_default())
    };
    let passages = |happening: &Happening| happening.passages.iter().map(shown).collect();
    happenings.iter().map(passages).collect()
}

fn run(body: &Body) -> (Vocabulary, [Run; 2]) {
    let grammar = language::of(None).grammar();
    let mut vocabulary = Vocabulary::default();
    let text = |given, part| prepare(given, part, None, "", grammar, &Furniture::default());
    let runs = [("", Part::Title), (body.text, Part::Body)];
    let runs = runs.map(|(given, part)| Run::of(&text(given, part), &mut vocabulary));
    (vocabulary, runs)
}

/// An article's own event, of which nothing else tells.
const OWN: &str = "افتتحت النقابة معرض الخزف السنوي في قاعتها الجديدة صباحا.\n";

/// The articles of the only happening, where each text stands behind an event of its own.
fn together(texts: &[&str]) -> Vec<Vec<u32>> {
    let texts: Vec<String> = texts.iter().map(|text| format!("{OWN}{text}")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let articles =
        |happening: Vec<(u32, String)>| happening.into_iter().map(|(at, _)| at).collect();
    found(&bodies(&texts)).into_iter().map(articles).collect()
}

#[test]
fn texts_that_word_the_taking_of_a_town_otherwise_tell_one_happening() {
    let texts = [
        "وتحسن الحال بعد السيطرة على بردونة، كما يقول التجار.",
        "وأدى الهجوم إلى الاستيلاء على بردونة، معقل الرعاة.",
        "وظهر ذلك أثناء استعادة بردونة، حيث شارك المدربون.",
        "وبدأ الحصاد بعد السيطرة على شنقورة، كما يقول التجار.",
    ];
    assert_eq!(together(&texts), [[0, 1, 2]]);
}

#[test]
fn another_act_or_another_place_is_another_happening() {
    let texts = [
        "وقتل عشرة جنود في كمين قرب بلدة بردونة، وفق شهود.",
        "وقتل ثلاثون جنديا في كمين قرب بلدة شنقورة، وفق شهود.",
        "وافتتح مصنع للسكر في بلدة بردونة، وفق شهود.",
        "وافتتح مصنع للزيت في بلدة شنقورة، وفق شهود.",
    ];
    assert_eq!(together(&texts), [] as [[u32; 0]; 0]);
}

#[test]
fn what_is_aimed_at_has_not_happened() {
    let texts = [
        "وفشلت محاولة السيطرة على بردونة، كما يقول التجار.",
        "ويستعد الجيش لاستعادة بردونة، معقل الرعاة.",
    ];
    assert_eq!(together(&texts), [] as [[u32; 0]; 0]);
}

#[test]
fn a_battle_at_a_border_is_one_by_the_state_beyond_it() {
    let texts = [
        "وقتل أربعون جنديا في كمين نصبه الرعاة قرب الحدود مع الجزائر.",
        "ودارت مواجهات مسلحة قرب الحدود الجزائرية، بين الجيش والرعاة.",
        "ودارت مواجهات مسلحة قرب الحدود الموريتانية، بين الجيش والرعاة.",
    ];
    assert_eq!(together(&texts), [[0, 1]]);
}

#[test]
fn a_meeting_is_known_by_both_who_met() {
    let texts = [
        "وجاء ذلك بعد محادثة هاتفية بين السيد زنبوروف ونظيره المالي عمر قندورة، في مايو الماضي.",
        "وقال وزير الخارجية عمر قندورة إنه ونظيره وزير الخارجية الروسي إيغور زنبوروف شددا على التعاون.",
        "وأجرى مساعد الوزير محادثات مع وزير الخارجية عمر قندورة، تناولت الزراعة.",
    ];
    assert_eq!(together(&texts), [[0, 1]]);
}

#[test]
fn namesakes_are_two() {
    let texts = [
        "ونفى مصدر إقالة محمد زنبوروف من عمله، بعد الواقعة.",
        "وأعلن المجلس إقالة خالد زنبوروف من منصبه، قبل عام.",
    ];
    assert_eq!(together(&texts), [] as [[u32; 0]; 0]);
}

#[test]
fn dates_part_happenings_and_a_passage_without_one_goes_with_the_first() {
    let texts = [
        "ووقع انفجار في بلدة بردونة، في 3 مارس 2019.",
        "وأصيب عمال في انفجار في بلدة بردونة في مارس 2019، كما ذكر.",
        "ووقع انفجار في بلدة بردونة في 9 مايو 2020، قرب السوق.",
    ];
    assert_eq!(together(&texts), [[0, 1]]);
}

#[test]
fn who_tells_it_as_its_own_event_tells_it_not_in_passing() {
    let own = "سيطر الرعاة على بردونة فجر اليوم بعد معركة طويلة. وقال شهود إن السيطرة على بردونة تمت بهدوء.";
    let passing = format!("{OWN}وتحسن الحال بعد السيطرة على بردونة، كما يقول التجار.");
    assert!(found(&bodies(&[own, &passing])).is_empty());
}

#[test]
fn one_source_or_one_event_alone_compares_nothing() {
    let texts = [
        format!("{OWN}وتحسن الحال بعد السيطرة على بردونة، كما يقول التجار."),
        format!("{OWN}وأدى الهجوم إلى الاستيلاء على بردونة، معقل الرعاة."),
    ];
    let texts = texts.each_ref().map(String::as_str);
    let mut one_source = bodies(&texts);
    one_source[1].source = 0;
    assert!(found(&one_source).is_empty());
    let mut one_event = bodies(&texts);
    one_event[1].event = 0;
    assert!(found(&one_event).is_empty());
}

#[test]
fn a_coup_is_known_by_its_state_and_year() {
    let known = |text: &str, name: &str| {
        let start = text.find(name).unwrap() as u32;
        [Known {
            bytes: start..start + name.len() as u32,
            being: Being::State,
            id: Some(7),
        }]
    };
    // States are handed over: nothing in the words tells them from others.
    let texts = [
        "وبعد الانقلاب الذي شهدته بلاد قندوريا في آب/ أغسطس 2012، تغير الكثير.",
        "وجعل المجلس الذي يتولى السلطة في قندوريا منذ 2012، من الزراعة أولوية.",
        "وبعد الانقلاب في قندوريا في عام 1999، تغير الكثير.",
    ];
    let texts = texts.map(|text| format!("{OWN}{text}"));
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let known: Vec<[Known; 1]> = texts.iter().map(|text| known(text, "قندوريا")).collect();
    let happenings = with_known(&bodies(&texts), &known);
    let said = |at: u32, said: &str| (at, said.to_owned());
    assert_eq!(happenings, [[said(0, "2012-08"), said(1, "2012")]]);
}
