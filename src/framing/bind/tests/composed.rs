//! Modifiers and their heads.

use super::*;

const MODIFIERS: &str =
    "id,term,frame,label,pos,stems,flags,exclude,near,not_near,heads,hit,miss,source,note
m-wadi,وضيع,judged,blame,adj,,,,,,act;person,وضيع,,codebook,
m-fashil,فاشل,judged,blame,adj,,,,,,act;group,فاشل,,codebook,
m-ghadr,غدر,judged,blame,noun,,,,,,act,غدر,غ,codebook,
m-abshaa,أبشع,judged,blame,fixed,,,,,,act,أبشع,,codebook,
m-fashila,فشل,judged,blame,verb,يفشل,,,,,group,فشل,ف,codebook,
m-alim,أشراف,judged,blame,noun,,,,,,,أشراف,,codebook,
m-jair,جائر,judged,blame,adj,,,,,,,جائر,,codebook,
m-zulm,ظلم,judged,blame,noun,,,,,,,ظلم,ظ,codebook,
";

const HEADS: &str = "term,class,pos,stems,flags,hit
عملية,act,noun,,,عملية
سياسة,act,noun,,,سياسة
قائد,person,noun,قادة,human,قائد
حكومة,group,noun,,,حكومة
ثوب,thing,noun,,,ثوب
";

fn composed() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let actors = format!("{ACTORS}river,state,نهري,ar,also of rivers\n");
        listed(&[
            ("frames.csv", FRAMES),
            ("actors.csv", &actors),
            ("states.csv", STATES),
            ("ar/heads.csv", HEADS),
            ("ar/modifiers.csv", MODIFIERS),
            ("ar/terms.csv", TERMS),
        ])
    })
}

/// The words of praise and blame in a body, each with whom it is about.
#[track_caller]
fn judges(body: &str, expected: &[&str]) {
    let found = bindings_by(composed(), body);
    let judged = found.iter().filter(|one| one.contains(" judged "));
    let judged: Vec<&str> = judged.map(String::as_str).collect();
    assert_eq!(judged, expected, "{body}");
}

#[test]
fn an_adjective_is_read_with_a_head_that_it_agrees_with_and_not_alone() {
    for (body, form) in [
        ("ندد المجلس بالعملية الوضيعة.", "الوضيعة"),
        ("ندد المجلس بعملية عسكرية وضيعة.", "وضيعة"),
        ("ندد المجلس بالعملية العسكرية «الوضيعة».", "الوضيعة"),
        ("ندد المجلس بسياسة القرية الفاشلة.", "الفاشلة"),
        ("ندد المجلس بالقادة الوضيعين.", "الوضيعين"),
        ("كانت السياسة فاشلة.", "فاشلة"),
        ("قال إن السياسة فاشلة.", "فاشلة"),
    ] {
        judges(body, &[&format!("{form} judged nobody none")]);
    }
    for body in [
        "ندد المجلس بالعملية، الوضيعة كما قال.",
        "بقيت السياسة فاشلة.",
        "ندد المجلس بالسياسة الفاشل.",
        "اشترى الرجل خبزا وضيعا.",
        "ندد المجلس بالوضيع.",
    ] {
        judges(body, &[]);
    }
}

#[test]
fn a_modifier_is_read_with_heads_of_its_classes_only_and_one_without_classes_anywhere() {
    judges("لبس القائد ثوبا وضيعا.", &[]);
    judges("دفع التجار ثمنا جائرا.", &["جائرا judged nobody none"]);
}

#[test]
fn an_adjective_that_and_joins_describes_the_head_of_the_one_before() {
    judges(
        "ندد المجلس بالعملية الوضيعة والفاشلة.",
        &["الوضيعة judged nobody none", "والفاشلة judged nobody none"],
    );
}

#[test]
fn a_noun_and_a_verb_are_read_beside_their_head() {
    judges("كشف التحقيق عملية غدر.", &["غدر judged nobody none"]);
    judges("وصفها بأنها أبشع عملية.", &["أبشع judged nobody none"]);
    judges("فشلت الحكومة في الصلح.", &["فشلت judged nobody none"]);
    judges("رأى الحارس غدر القائد.", &[]);
    judges("فشل الطالب في الامتحان.", &[]);
}

#[test]
fn a_modifier_is_about_whoever_does_or_is_its_head() {
    for (body, expected) in [
        (
            "نفذت نصرة الصحراء العملية الوضيعة.",
            "الوضيعة judged nusra clause",
        ),
        ("شنت القاعدة هجوما وضيعا.", "وضيعا judged qaeda subject"),
        (
            "ندد المجلس بحكومة دولة النهر الفاشلة.",
            "الفاشلة judged river phrase",
        ),
        (
            "فشلت شرطة دولة النهر في الصلح.",
            "فشلت judged river-police phrase",
        ),
    ] {
        judges(body, &[expected]);
    }
}

#[test]
fn a_judgement_that_another_frame_has_counts_once() {
    judges("ندد المجلس بهجوم جبان.", &[]);
}

#[test]
fn a_judgement_is_not_about_a_name_that_a_preposition_leads_to_nor_of_people_about_their_state() {
    judges(
        "ندد المجلس بالقرار الجائر للقاعدة.",
        &["الجائر judged nobody none"],
    );
    judges(
        "حيا المجلس أبناء دولة النهر الأشراف.",
        &["الأشراف judged nobody none"],
    );
    judges(
        "ندد المجلس بنصرة الصحراء الجائرة.",
        &["الجائرة judged nusra phrase"],
    );
}

#[test]
fn a_name_that_is_an_adjective_too_is_nobody_behind_a_noun_without_article() {
    judges("ندد المجلس بظلم نهري.", &["بظلم judged nobody none"]);
    judges("ندد المجلس بظلم دولة النهر.", &["بظلم judged river phrase"]);
}
