//! A page of a large study stays small and is drawn at once.

use super::{browser, compared};
use std::fmt::Write;
use std::fs;

/// Articles of a generated study.
const ARTICLES: usize = 25_000;

/// Sources of it.
const SOURCES: usize = 40;

/// Invented reports of some thousand attacks, each told by about eight outlets.
fn table() -> String {
    let words = ["الإرهابيون", "المسلحون", "المجاهدون", "المتمردون", "الثوار"];
    let places = [
        "قاشيل",
        "تومرين",
        "هينار",
        "ميروند",
        "تالغوس",
        "دارنوفا",
        "أورتيغ",
    ];
    let mut table = String::from("id,source,date,title,text\n");
    for at in 0..ARTICLES {
        let event = at / 8;
        let source = (at * 7 + event * 3) % SOURCES;
        let (day, month) = (event % 28 + 1, event / 28 % 12 + 1);
        let year = 2010 + event / 336;
        let place = places[event % places.len()];
        let word = words[(source + event / 5) % words.len()];
        let count = event % 90 + 3;
        writeln!(
            table,
            "a{at},منبر رقم {source},{year}-{month:02}-{day:02}T{:02}:00,هجوم على جسر {place} رقم {event},\
             \"هاجم {word} جسر {place} رقم {event} فجر اليوم فقتل {count} جنديا. وقال متحدث إن {word} \
             انسحبوا من البلدة. وأكد الجيش أنه سيطر على الجسر بعد معركة مع {word}.\"",
            source % 24
        )
        .unwrap();
    }
    table
}

/// Slow where code is not made fast: run it in a release build.
#[test]
#[ignore = "a study of 25,000 articles takes minutes in a debug build"]
fn a_page_of_25_000_articles_is_below_5_megabytes_and_3_seconds_of_script() {
    let home = tempfile::tempdir().unwrap();
    let articles = home.path().join("articles.csv");
    fs::write(&articles, table()).unwrap();
    let page = compared(&[articles.to_str().unwrap()], &home.path().join("report"));
    let size = fs::metadata(&page).unwrap().len();
    println!("{size} bytes");
    assert!(size < 5_000_000, "{size}");
    let Some(browser) = browser() else {
        return;
    };
    browser.tool("Performance.enable", serde_json::json!({}));
    browser.open(&page, "");
    let told = browser.tool("Performance.getMetrics", serde_json::json!({}));
    let metrics = told["metrics"].as_array().unwrap().iter();
    let mut script = metrics.filter(|metric| metric["name"] == "ScriptDuration");
    let seconds = script.next().unwrap()["value"].as_f64().unwrap();
    println!("{seconds:.2} s of script");
    assert!(seconds < 3.0, "{seconds}");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}
