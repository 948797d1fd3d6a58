//! Figures in sentences of our own: what is read, and what is no figure.

mod gold;
mod sentences;

use super::*;
use crate::corpus::Part;
use crate::language;
use crate::lexicon::{files, load_files};
use crate::text::clean::Furniture;
use crate::text::prepare;

fn body(given: &str) -> Text<'_> {
    prepare(
        given,
        Part::Body,
        None,
        "",
        language::of(None).grammar(),
        &Furniture::default(),
    )
}
use crate::figures::Bound::{About, AtLeast, AtMost, Exact};
use std::sync::LazyLock;

fn figures(text: &Text) -> Vec<Figure> {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        let mut files = files::built_in();
        files.retain(|file| file.stem() == "ar/figures");
        load_files(&files).0
    });
    read(text, &LEXICON)
}

fn name(what: Option<What>) -> &'static str {
    what.map_or("", What::name)
}

/// `(sentence, value, hedge, what, who)` of the first figure.
#[test]
fn a_number_is_read_with_its_noun_its_role_and_its_hedge() {
    for (sentence, value, bound, what, who) in [
        ("أسفر الهجوم عن مقتل 12 جنديا", 12, Exact, "killed", "جنديا"),
        ("وأصيب ٢٥ شخصا في السوق", 25, Exact, "wounded", "شخصا"),
        ("سقط 30 قتيلا في المعارك", 30, Exact, "killed", ""),
        ("مقتل ما لا يقل عن 23 جنديا", 23, AtLeast, "killed", "جنديا"),
        (
            "اعتقال أكثر من مئة متظاهر",
            100,
            AtLeast,
            "detained",
            "متظاهر",
        ),
        ("إصابة نحو مئتي شخص", 200, About, "wounded", "شخص"),
        (
            "فقدان ما يصل إلى عشرين بحارا",
            20,
            AtMost,
            "missing",
            "بحارا",
        ),
        ("مقتل ثلاثة وعشرين مدنيا", 23, Exact, "killed", "مدنيا"),
        ("أصيب أحد عشر جنديا بجروح", 11, Exact, "wounded", "جنديا"),
        ("مقتل خمسة عشر متدربا", 15, Exact, "killed", "متدربا"),
        ("تظاهر ثلاثة آلاف مواطن", 3_000, Exact, "took part", "مواطن"),
        ("نزوح 1,500 شخص", 1_500, Exact, "displaced", "شخص"),
        ("قُتل عشرات المدنيين", 10, AtLeast, "killed", "المدنيين"),
        ("مقتل جنديين في كمين", 2, Exact, "killed", "جنديين"),
        ("لقي خمسة أشخاص مصرعهم", 5, Exact, "killed", "أشخاص"),
        ("ارتفع عدد القتلى إلى 40", 40, Exact, "killed", ""),
        ("مقتل 84 روسيا في المعركة", 84, Exact, "killed", "روسيا"),
        ("إصابة 7 في انفجار", 7, Exact, "wounded", ""),
        ("سقوط 70 بين قتيل وجريح", 70, Exact, "killed or wounded", ""),
        ("تدمير تسع آليات", 9, Exact, "destroyed", "آليات"),
        ("مقتل 6 من الجنود", 6, Exact, "killed", "الجنود"),
        ("مقتل 18 مدنيا على الأقل", 18, AtLeast, "killed", "مدنيا"),
    ] {
        let text = body(sentence);
        let found = figures(&text);
        let first = found
            .first()
            .unwrap_or_else(|| panic!("nothing in {sentence}"));
        let seen = (
            first.value,
            first.bound,
            name(first.what),
            first.who.as_str(),
        );
        assert_eq!(seen, (value, bound, what, who), "{sentence}");
    }
}

#[test]
fn what_happened_goes_on_to_the_numbers_joined_to_it() {
    let text = body("مقتل 12 جنديا و3 مدنيين بينهم طفلان وإصابة تسعة أشخاص، وتدمير 4 سيارات");
    let seen: Vec<_> = figures(&text)
        .into_iter()
        .map(|figure| (figure.value, name(figure.what)))
        .collect();
    let expected = [
        (12, "killed"),
        (3, "killed"),
        (2, "killed"),
        (9, "wounded"),
        (4, "destroyed"),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn ages_dates_sums_and_percentages_are_no_figures() {
    for sentence in [
        "قتل الشاب عن 25 عاما",
        "عقدت الجلسة يوم 12 مارس 2013",
        "بلغت القيمة 300 دولار",
        "ارتفعت النسبة 40% هذا العام",
        "شارك في المباراة رقم 7",
        "الساعة 10 صباحا",
        "منذ تحرير المدينة في خريف 2023 والجيش يلاحق الفلول",
    ] {
        assert_eq!(figures(&body(sentence)), [], "{sentence}");
    }
}

#[test]
fn those_who_attack_are_not_those_who_were_killed() {
    let text = body("مقتل 5 جنود في هجوم نفذه 3 مسلحين");
    let found = figures(&text);
    assert_eq!((found[0].value, name(found[0].what)), (5, "killed"));
    assert_eq!((found[1].value, name(found[1].what)), (3, "attacking"));
}

#[test]
fn the_bytes_are_the_number_and_its_noun_and_the_sentence_is_its_own() {
    let text = body("ساد الهدوء. وأعلن الجيش مقتل ثلاثة وعشرين جنديا أمس.");
    let figure = &figures(&text)[0];
    assert_eq!(text.slice(&figure.bytes), "ثلاثة وعشرين جنديا");
    assert_eq!(
        text.slice(&figure.sentence),
        "وأعلن الجيش مقتل ثلاثة وعشرين جنديا أمس."
    );
}
