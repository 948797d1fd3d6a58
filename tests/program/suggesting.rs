//! `mizan lexicon suggest`: candidates for the word lists, in texts of our own.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

type Row = BTreeMap<String, String>;

/// Sentences in which the invented attackers stand where the lists' own stand.
const SLOTS: [&str; 6] = [
    "هاجم {} قرية صغيرة قرب النهر فجر أمس",
    "قتل {} ثلاثة رعاة عند البئر القديمة",
    "فر {} نحو الجبال بعد وصول الجنود",
    "اعتقلت القوات عشرة من {} في الوادي",
    "نصب {} كمينا لقافلة على الطريق الساحلي",
    "أفرج {} عن رهينتين مقابل فدية كبيرة",
];

/// What has nothing to do with any frame.
const ELSEWHERE: [&str; 3] = [
    "زار التلاميذ متحف البلدة وشاهدوا لوحات الرسامة",
    "افتتح الوزير معرض الكتاب بحضور الناشرين",
    "تراجعت أسعار الطماطم في سوق الخضار",
];

/// Articles of two sources; `words` stand in every slot, in as many articles as slots and rounds.
fn articles(folder: &Path, words: &[&str]) -> PathBuf {
    let mut table = String::from("id,source,date,title,text\n");
    let mut number = 0;
    for round in 0..4 {
        for (slot, word) in SLOTS
            .iter()
            .flat_map(|slot| words.iter().map(move |word| (slot, word)))
        {
            number += 1;
            let source = ["النهر", "الجبل"][round % 2];
            let text = slot.replace("{}", word);
            let other = ELSEWHERE[number % 3];
            table.push_str(&format!(
                "a{number},{source},2020-01-01,,{text}. {other}.\n"
            ));
        }
    }
    let file = folder.join("articles.csv");
    fs::write(&file, table).unwrap();
    file
}

fn suggested(args: &[&str]) -> Vec<Row> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    let command = command
        .args(["lexicon", "suggest", "--format", "csv"])
        .args(args);
    let out = command.assert().success().get_output().stdout.clone();
    let mut reader = csv::Reader::from_reader(&out[3..]);
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn candidate<'a>(rows: &'a [Row], term: &str) -> Option<&'a Row> {
    rows.iter().find(|row| row["candidate"] == term)
}

const WORDS: [&str; 4] = ["المسلحون", "الإرهابيون", "المتطرفون", "القرطاسيون"];

#[test]
fn a_word_that_stands_where_labels_stand_is_proposed_with_its_sentences() {
    let folder = tempfile::tempdir().unwrap();
    let input = articles(folder.path(), &WORDS);
    let rows = suggested(&[input.to_str().unwrap()]);
    let row = candidate(&rows, "قرطاسيون").unwrap();
    assert!(row["evidence"].contains("slot"), "{row:?}");
    assert_eq!(
        (&*row["occurrences"], &*row["articles"], &*row["sources"]),
        ("24", "24", "2")
    );
    assert_eq!(row["like_frame"], row["frame"]);
    assert!(row["example_1"].contains("القرطاسيون"), "{row:?}");
    assert!(!row["article_2"].is_empty() && row["article_1"] != row["article_2"]);
    assert!(candidate(&rows, "متطرفون").is_none(), "the lists find it");
    assert_eq!(row["rank"], "1", "what stands like labels comes first");
    let pieces = rows.iter().filter(|row| row["candidate"].contains("طماطم"));
    let mut labels: Vec<&str> = pieces.map(|row| &*row["like_label"]).collect();
    labels.sort_unstable();
    let all = labels.len();
    labels.dedup();
    assert_eq!(
        labels.len(),
        all,
        "a phrase and its words are told once for a label"
    );
}

#[test]
fn a_proposed_row_pasted_into_its_list_passes_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let input = articles(folder.path(), &WORDS);
    let mizan = || Command::new(env!("CARGO_BIN_EXE_mizan"));
    let rows = suggested(&[input.to_str().unwrap(), "--limit", "6"]);
    assert!(!rows.is_empty());
    for row in rows.iter().filter(|row| row["list"] != "actors.csv") {
        let lists = folder.path().join(&row["id"]);
        mizan()
            .args(["lexicon", "export"])
            .arg(&lists)
            .assert()
            .success();
        let file = lists.join(&row["list"]);
        let mut reader = csv::Reader::from_path(&file).unwrap();
        let header = reader.headers().unwrap().clone();
        let columns = header
            .iter()
            .map(|column| column.trim_start_matches('\u{feff}'));
        let cells = columns.map(|column| row[column].clone());
        let old = fs::read(&file).unwrap();
        let mut writer = csv::Writer::from_writer(old);
        writer.write_record(cells).unwrap();
        fs::write(&file, writer.into_inner().unwrap()).unwrap();
        mizan()
            .args(["lexicon", "check"])
            .arg(&lists)
            .assert()
            .success();
    }
}

#[test]
fn what_was_refused_is_not_proposed_again() {
    let folder = tempfile::tempdir().unwrap();
    let input = articles(folder.path(), &WORDS);
    let lists = folder.path().join("lists");
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    command
        .args(["lexicon", "export"])
        .arg(&lists)
        .assert()
        .success();
    let refused = lists.join("ar/refused.csv");
    let mut list = fs::read_to_string(&refused).unwrap();
    list.push_str("القرطاسيون,sells paper\n");
    fs::write(&refused, list).unwrap();
    let rows = suggested(&[
        input.to_str().unwrap(),
        "--lexicons",
        lists.to_str().unwrap(),
    ]);
    assert!(candidate(&rows, "قرطاسيون").is_none());
}

#[test]
fn proposals_are_the_same_at_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let input = articles(folder.path(), &WORDS);
    let input = input.to_str().unwrap();
    assert_eq!(
        suggested(&[input, "--threads", "1"]),
        suggested(&[input, "--threads", "3"])
    );
}

#[test]
fn a_frame_that_is_none_is_answered_with_the_one_that_may_be_meant() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    let asked = [
        "lexicon",
        "suggest",
        "articles.csv",
        "--frame",
        "armed-islamist",
    ];
    let out = command
        .args(asked)
        .assert()
        .code(2)
        .get_output()
        .stderr
        .clone();
    let told = String::from_utf8_lossy(&out).into_owned();
    assert!(told.contains("did you mean armed-islamists?"), "{told}");
}

#[test]
fn a_slip_in_a_name_of_several_words_is_proposed_for_its_actor() {
    let folder = tempfile::tempdir().unwrap();
    let mut table = String::from("id,source,date,title,text\n");
    for number in 0..90 {
        let name = match number % 30 {
            7 => "الأمم المتحده",
            _ => "الأمم المتحدة",
        };
        let source = ["النهر", "الجبل"][number % 2];
        table.push_str(&format!(
            "a{number},{source},2020-01-01,,دعت {name} إلى وقف القتال قرب القرية {number}.\n"
        ));
    }
    let input = folder.path().join("articles.csv");
    fs::write(&input, table).unwrap();
    let rows = suggested(&[input.to_str().unwrap()]);
    let row = rows.iter().find(|row| row["evidence"] == "name").unwrap();
    assert_eq!(
        (
            &*row["name"],
            &*row["actor"],
            &*row["occurrences"],
            &*row["list"]
        ),
        ("الأمم المتحده", "united-nations", "3", "actors.csv"),
        "{row:?}"
    );
}
