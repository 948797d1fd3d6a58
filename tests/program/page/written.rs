//! What a page holds of the texts, as it was asked for.

use super::compared;
use std::fs;

/// Two outlets on one attack: a label, a sentence without any, and a title.
fn told(asked: &[&str]) -> [bool; 3] {
    let home = tempfile::tempdir().unwrap();
    let articles = home.path().join("articles.csv");
    let rows = ["النهر", "الجبل"].map(|source| {
        format!(
            "{source},2024-05-05,هجوم على جسر تومرين,\"انسحب الإرهابيون من جسر تومرين أمس. وكانت \
             الريح باردة في الوادي.\"\n"
        )
    });
    let table = format!("source,date,title,text\n{}", rows.concat());
    fs::write(&articles, table).unwrap();
    let asked = [&[articles.to_str().unwrap()], asked].concat();
    let page = fs::read_to_string(compared(&asked, &home.path().join("report"))).unwrap();
    [
        "انسحب الإرهابيون من جسر",
        "الريح باردة",
        "هجوم على جسر تومرين",
    ]
    .map(|words| page.contains(words))
}

#[test]
fn a_page_holds_as_much_of_the_texts_as_was_asked_for() {
    let cases: [(&[&str], [bool; 3]); 4] = [
        (&["--page-texts", "full"], [true, true, true]),
        (&[], [true, false, true]),
        (&["--page-texts", "none"], [false, false, true]),
        (&["--page-articles", "1"], [false, false, false]),
    ];
    for (asked, expected) in cases {
        assert_eq!(told(asked), expected, "{asked:?}");
    }
}

#[test]
fn a_report_without_a_page_has_none() {
    let home = tempfile::tempdir().unwrap();
    let page = compared(&["--demo", "--no-page"], &home.path().join("report"));
    assert!(!page.exists());
    assert!(page.with_file_name("comparison.csv").exists());
}
