//! Furniture, on pages of our own.

use super::*;
use crate::language;

fn furniture() -> Furniture {
    let rule = |text: &str, reach| FurnitureRule {
        outlet: None,
        text: text.into(),
        reach,
    };
    let mut rules = vec![
        rule("عاجل", Reach::Line),
        rule("اقرأ أيضا", Reach::NextLine),
        rule("جميع الحقوق محفوظة*", Reach::FromHere),
        rule("الرئيسية", Reach::ToHere),
        rule("*المصدر:*", Reach::Tail),
        rule("جميع الحقوق متروكة", Reach::Tail),
        rule("كتب -*", Reach::Line),
        rule("*الناشر: (*", Reach::Line),
        rule("شارك عبر تويتر", Reach::Head),
    ];
    rules.push(FurnitureRule {
        outlet: Some("النهر".into()),
        ..rule("نشرة المساء", Reach::Line)
    });
    Furniture::new(rules, language::of(None))
}

/// What is left of a page, lines joined by `|`.
fn left(given: &str, title: Option<&str>, source: &str) -> String {
    let language = language::of(None);
    let page = GivenText {
        given,
        part: Part::Body,
        title,
        source,
        grammar: language.grammar(),
    };
    let mut tokens = Tokens::default();
    language.cut(given, 0, &mut tokens);
    let cuts = cuts(&page, &tokens, &furniture());
    for pair in cuts.windows(2) {
        assert!(pair[0].bytes.end <= pair[1].bytes.start, "{cuts:?}");
    }
    drop_tokens(&page, &mut tokens, &cuts);
    let outside = |t: &Token| !cuts.iter().any(|cut| cut.bytes.contains(&t.start));
    assert!(tokens.list.iter().filter(|t| is_word(t)).all(outside));
    let kept = crate::text::kept(given, &cuts);
    let whole = kept
        .iter()
        .map(|range| &given[range.start as usize..range.end as usize]);
    let again: Vec<String> = whole
        .flat_map(|text| folded_words(text, language))
        .collect();
    let words = (0..tokens.list.len()).filter(|at| is_word(&tokens.list[*at]));
    assert!(words.map(|at| tokens.folded(at)).eq(again), "{given}");
    let text: String = kept
        .iter()
        .map(|range| &given[range.start as usize..range.end as usize])
        .collect();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("|")
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (given, expected) in cases {
        assert_eq!(left(given, None, "الجبل"), *expected, "{given}");
    }
}

const STORY: &str = "وصل الوفد إلى المدينة صباح اليوم بعد رحلة طويلة.";

#[test]
fn buttons_glued_to_a_paragraph_go_and_the_paragraph_stays() {
    check(&[
        (
            "شارك عبر تويتر وصل الوفد إلى المدينة.",
            "وصل الوفد إلى المدينة.",
        ),
        ("شارك عبر تويتر\nوصل الوفد.", "وصل الوفد."),
        (
            "قال إنه شارك عبر تويتر في النقاش.",
            "قال إنه شارك عبر تويتر في النقاش.",
        ),
    ]);
}

#[test]
fn each_rule_cuts_as_far_as_it_reaches() {
    let page = |lines: &[&str]| lines.join("\n");
    let cases = [
        (
            page(&[STORY, "عاجل", "غادر الوفد."]),
            format!("{STORY}|غادر الوفد."),
        ),
        (
            page(&[
                STORY,
                "اقرأ أيضًا",
                "وزير يزور الجنوب",
                "غادر الوفد المدينة.",
            ]),
            { format!("{STORY}|غادر الوفد المدينة.") },
        ),
        (
            page(&[STORY, "جميع الحقوق محفوظة 2024", "خريطة الموقع"]),
            STORY.into(),
        ),
        (page(&["قسم الأخبار", "الرئيسية", STORY]), STORY.into()),
    ];
    for (given, expected) in &cases {
        check(&[(given, expected)]);
    }
}

#[test]
fn related_headlines_right_below_each_other_go_together() {
    let page = format!("اقرأ أيضا\n\nوزير يزور الجنوب\nسوق جديد في الشمال\n{STORY}");
    check(&[(&page, STORY)]);
}

#[test]
fn a_rule_of_one_outlet_holds_for_no_other() {
    let page = format!("{STORY}\nنشرة المساء");
    assert_eq!(left(&page, None, "النهر"), STORY);
    assert_eq!(left(&page, None, "الجبل"), format!("{STORY}|نشرة المساء"));
}

#[test]
fn a_credit_takes_its_caption_with_it_and_is_split_from_a_word_it_is_glued_to() {
    let credit = format!("{STORY}\nجنود في الطريق المصدر: وكالة");
    let glued = format!("{STORY}\nجنود الجيش الماليالمصدر: وكالة");
    let long = "وصل الوفد إلى المدينة صباح اليوم بعد رحلة طويلة شاقة عبر الجبال والوديان \
                ثم استقبله الوزيرالمصدر: وكالة";
    check(&[
        (&credit, STORY),
        (&glued, STORY),
        (long, long.split("المصدر").next().unwrap_or_default().trim()),
    ]);
}

#[test]
fn a_word_of_a_credit_in_a_sentence_cuts_nothing() {
    let page = "وأوضح المصدر أن الطريق مفتوح أمام الشاحنات منذ الصباح الباكر.";
    check(&[(page, page)]);
}

#[test]
fn a_word_that_ends_like_the_first_of_a_credit_cuts_nothing() {
    let page = "وكان السؤال الذي يدور على ألسنة الجميع: متى يفتح الطريق أمام الشاحنات؟";
    check(&[(page, page)]);
}

#[test]
fn a_rule_with_marks_cuts_only_where_they_stand() {
    let byline = format!("كتب – سالم علي\n{STORY}");
    let credit = format!("{STORY}\nجنود عند الجسر. الناشر: (وكالة)");
    let wrote = "كتب الوزير على صفحته أن الطريق مفتوح أمام الشاحنات منذ الصباح الباكر.";
    let said = "وقال الناشر: لن نبيع الكتاب قبل الأسبوع المقبل في أي مدينة من المدن.";
    check(&[
        (&byline, STORY),
        (&credit, STORY),
        (wrote, wrote),
        (said, said),
    ]);
}

#[test]
fn the_headline_copied_into_the_body_is_cut() {
    let page = format!("وصول الوفد إلى المدينة\n{STORY}");
    assert_eq!(left(&page, Some("وصول الوفد إلى المدينة"), "الجبل"), STORY);
    assert_eq!(left(STORY, Some(STORY), "الجبل"), "");
}

#[test]
fn datelines_bylines_and_lines_of_dates_are_cut() {
    let cases = [
        format!("باريس (ا ف ب) - {STORY}"),
        format!("الكثبان، بلاد الرمال الغربية (KTN) -- {STORY}"),
        format!("سالم علي - النهر - جازان: {STORY}"),
        format!("كتب- سالم علي:\n{STORY}"),
        format!("18 أغسطس 2024، 3:41 م\n{STORY}"),
        format!("عدن 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م\n{STORY}"),
    ];
    for given in &cases {
        check(&[(given, STORY)]);
    }
}

#[test]
fn a_short_first_line_that_is_a_sentence_stays() {
    let page = format!("وصل الوفد.\n{STORY}");
    check(&[(&page, &format!("وصل الوفد.|{STORY}"))]);
}

#[test]
fn furniture_again_and_again_takes_time_with_its_length() {
    use crate::error::growth::grows_evenly;
    for (line, title) in [
        ("اقرأ أيضا\n", None),
        ("فتح الجسر القديم\n", Some("فتح الجسر القديم")),
        ("12 مايو 2013\n", None),
        ("قال المصدر: ", None),
        ("خلاصةالمصدر: ", None),
        ("::::", None),
    ] {
        grows_evenly(line, 5_000, |units| {
            let given = line.repeat(units);
            let language = language::of(None);
            let mut tokens = Tokens::default();
            language.cut(&given, 0, &mut tokens);
            let page = GivenText {
                given: &given,
                part: Part::Body,
                title,
                source: "النهر",
                grammar: language.grammar(),
            };
            cuts(&page, &tokens, &furniture());
        });
    }
}

#[test]
fn a_credit_at_the_end_of_a_long_word_takes_time_with_its_length() {
    use crate::error::growth::grows_evenly;
    grows_evenly("a credit", 50_000, |units| {
        left(
            &format!("جسر. قال وكتب {}المصدر: وكالة", "ل".repeat(units)),
            None,
            "",
        );
    });
}
