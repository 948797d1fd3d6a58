//! Surnames, and rulers that are nobody named.

use super::check;

#[test]
fn a_surname_is_no_label() {
    check("رفعوا صورة محمد الضابط. ثم ذكروا الضابط مرة أخرى.", &[]);
    check(
        "ظهرت حراس التل. عاد الضابط إلى بيته.",
        &["الضابط army hill-army article"],
    );
}

#[test]
fn a_surname_without_the_article_is_told_from_what_a_man_is() {
    check("اتصلوا بمحمد ضابط، ثم سألوا عن ضابط في بيته.", &[]);
    check("وصل سعود بن ضابط، وعبد الحكيم ضابط الذي غاب.", &[]);
    check("وصل محمد ضابط الحدود.", &["ضابط army nobody none"]);
    check("وصل خالد والضابط.", &["والضابط army nobody none"]);
}

#[test]
fn a_ruler_without_article_or_pronoun_is_another_than_the_one_named() {
    check(
        "وصل سالم الزين. ثم غادر الرئيس.",
        &["الرئيس rule salim description"],
    );
    check("وصل سالم الزين ورئيسه.", &["ورئيسه rule salim sentence"]);
    for another in [
        "وصل سالم الزين. انتخب البلد المجاور رئيسا جديدا.",
        "هنأ سالم الزين أمس رئيس بلاد بعيدة.",
        "وصل سالم الزين. ثم غادر رئيس دولة أخرى.",
    ] {
        let bound = super::bindings(another);
        assert!(bound[0].ends_with("nobody none"), "{bound:?}");
    }
}
