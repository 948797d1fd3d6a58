//! `--by month`: naming and contrasts of each month by itself.

use std::collections::BTreeMap;
use std::process::Command;
use tempfile::TempDir;

type Row = BTreeMap<String, String>;

/// Two outlets that speak alike in June and apart in July; an event of the last night of June goes
/// on in July, and one article has no date.
const ARTICLES: [(&str, &str, &str, &str); 8] = [
    ("نهر", "2024-06-03", "e1", "دخل المسلحون سوق القرية مساء"),
    ("بحر", "2024-06-03", "e1", "طاف المسلحون بأزقة البلدة ليلا"),
    (
        "نهر",
        "2024-06-30 22:00",
        "e2",
        "عبر المسلحون جسر الوادي الكبير",
    ),
    (
        "بحر",
        "2024-07-01 01:00",
        "e2",
        "قطع الإرهابيون طريق السد القديم",
    ),
    ("نهر", "2024-07-09", "e3", "غادر المسلحون ضفة البحيرة فجرا"),
    ("بحر", "2024-07-09", "e3", "ترك الإرهابيون قوارب الصيادين"),
    ("نهر", "", "e4", "نزل المسلحون من التلال الشرقية"),
    (
        "بحر",
        "2024-07-20",
        "e5",
        "أغلق الإرهابيون بئر المرعى الجنوبي",
    ),
];

fn study(further: &[&str]) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut table = "id,source,date,event,title,text\n".to_owned();
    for (at, (source, date, event, told)) in ARTICLES.iter().enumerate() {
        let (act, rest) = told.split_once("ون ").unwrap();
        let text = format!("{act}ون من نصرة الإسلام والمسلمين {rest}.");
        table += &format!("a{at},{source},{date},{event},,{text}\n");
    }
    std::fs::write(home.path().join("articles.csv"), table).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["compare", "articles.csv", "-q", "--out", "report"])
        .args(further)
        .current_dir(home.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    home
}

fn rows(home: &TempDir, table: &str) -> Vec<Row> {
    let path = home.path().join("report").join(table);
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows = reader.deserialize().map(|row| row.unwrap());
    let is_about = |row: &Row| row.get("actor").is_none_or(|actor| actor == "jnim");
    let is_named = |row: &Row| {
        row.get("frame")
            .is_none_or(|frame| frame == "armed-islamists")
    };
    rows.filter(|row| is_about(row) && is_named(row)).collect()
}

#[test]
fn each_month_has_the_naming_of_its_articles_and_the_contrasts_of_its_events() {
    let home = study(&["--by", "month"]);
    let named: Vec<[String; 4]> = rows(&home, "naming_by_month.csv")
        .into_iter()
        .map(|row| ["month", "sources", "بحر n", "نهر n"].map(|name| row[name].clone()))
        .collect();
    assert_eq!(
        named,
        [["2024-06", "2", "1", "2"], ["2024-07", "2", "3", "1"]],
        "by the dates of articles; who has no date is of no month"
    );
    let compared: Vec<[String; 4]> = rows(&home, "contrasts_by_month.csv")
        .into_iter()
        .filter(|row| row["other"] == "نهر")
        .map(|row| {
            let told = ["month", "shared_events", "mentions", "difference"];
            told.map(|name| row[name].clone())
        })
        .collect();
    assert_eq!(
        compared,
        [
            ["2024-06", "2", "2", "-1.0000"],
            ["2024-07", "1", "2", "-2.0000"]
        ],
        "an event is wholly of the month in which it begins"
    );
    let whole = rows(&home, "contrasts.csv");
    assert!(whole.iter().all(|row| !row.contains_key("month")));
}

#[test]
fn a_report_has_no_tables_of_months_that_nobody_asked_for() {
    let home = study(&[]);
    let files = std::fs::read_dir(home.path().join("report")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.contains("month")));
    assert!(
        rows(&home, "columns.csv")
            .iter()
            .all(|row| !row["table"].contains("month"))
    );
}
