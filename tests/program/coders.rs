//! `mizan agree` as it is typed: codings by hand held against a report and against each other.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Two reports of invented articles stand for what `mizan compare` wrote.
const MENTIONS: &str = "\
article,part,start_char,end_char,form,frame,label,stance,voice,actor,counted
a1,title,0,9,الإرهابيين,armed,terrorists,-2,narrator,jnim,1
a1,body,5,14,المسلحون,armed,militants,0,reported,,1
a1,body,40,48,الجنود,army,soldiers,0,narrator,army,1
a2,body,3,12,إرهابيون,armed,terrorists,-2,quoted,jnim,0
a2,body,30,39,المسلحون,armed,militants,0,narrator,jnim,1
";

const ARTICLES: &str = "article,source\na1,x\na2,y\na3,y\n";

/// A folder with a report in it, and the codings given beside it.
fn home(codings: &[(&str, &str)]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let report = home.path().join("report");
    fs::create_dir(&report).unwrap();
    fs::write(report.join("mentions.csv"), format!("\u{feff}{MENTIONS}")).unwrap();
    fs::write(report.join("articles.csv"), ARTICLES).unwrap();
    for (name, text) in codings {
        fs::write(home.path().join(name), text).unwrap();
    }
    home
}

fn agree(home: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .arg("agree")
        .args(args)
        .current_dir(home)
        .assert()
}

type Row = BTreeMap<String, String>;

fn rows(text: &[u8]) -> Vec<Row> {
    let text = String::from_utf8(text.to_vec()).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// `what frame value → first second both precision recall`, of the rows that the command gives.
fn told(coding: &str, further: &[&str]) -> BTreeMap<String, String> {
    let home = home(&[("gold.csv", coding)]);
    let args = [&["gold.csv", "report", "--format", "csv"], further].concat();
    let done = agree(home.path(), &args).success();
    let cells = |row: &Row, columns: &[&str], missing: &str| {
        let cells = columns.iter().map(|name| match row[*name].as_str() {
            "" => missing.to_owned(),
            cell => cell.to_owned(),
        });
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        cells.join(" ")
    };
    rows(&done.get_output().stdout)
        .iter()
        .filter(|row| row["scale"] != "ordinal")
        .map(|row| {
            let figures = ["first", "second", "both", "precision", "recall"];
            let key = cells(row, &["what", "frame", "value"], "");
            (key, cells(row, &figures, "–"))
        })
        .collect()
}

#[test]
fn an_uncorrected_coding_agrees_with_its_report_in_everything() {
    let found = told(MENTIONS, &[]);
    assert_eq!(found["label"], "4 4 4 1.0000 1.0000");
    assert_eq!(found["voice reported"], "1 1 1 1.0000 1.0000");
    assert_eq!(found["actor (nobody)"], "1 1 1 1.0000 1.0000");
    assert!(
        !found.contains_key("voice quoted"),
        "what does not count is not compared"
    );
}

#[test]
fn who_abstains_with_a_guess_does_not_disagree_about_actors() {
    let anna = "article,form,label,actor,guess\n\
                a1,الإرهابيين,terrorists,jnim,\n\
                a2,المسلحون,militants,jnim,\n\
                a3,الجنود,soldiers,army,\n";
    let omar = "article,form,label,actor,guess\n\
                a1,الإرهابيين,terrorists,jnim,\n\
                a2,المسلحون,militants,,jnim\n\
                a3,الجنود,soldiers,,\n";
    let home = home(&[("anna.csv", anna), ("omar.csv", omar)]);
    let done = agree(home.path(), &["anna.csv", "omar.csv"]).success();
    let told = String::from_utf8_lossy(&done.get_output().stdout).into_owned();
    assert!(
        told.contains("1 agree, 1 differ, at 1 one abstains"),
        "{told}"
    );
}

#[test]
fn corrections_deletions_and_additions_are_told_by_label() {
    // In a1 a label is changed, one deleted, one added; a2 is as it was.
    let gold = "\
article;part;start_char;end_char;form;frame;label;stance;voice
a1;title;0;9;الإرهابيين;armed;militants;0;narrator
a1;body;7;14;المسلحون;armed;militants;0;quoted
a1;body;60;66;قتلى;victims;dead;0;narrator
a2;body;30;39;المسلحون;armed;militants;0;narrator
";
    let found = told(gold, &[]);
    let expected = [
        ("label", "4 4 2 0.5000 0.5000"),
        ("label armed militants", "3 2 2 1.0000 0.6667"),
        ("label armed terrorists", "0 1 0 0.0000 –"),
        ("label army soldiers", "0 1 0 0.0000 –"),
        ("label victims dead", "1 0 0 – 0.0000"),
        ("voice", "3 3 2 0.6667 0.6667"),
        ("voice quoted", "1 0 0 – 0.0000"),
        ("stance", "3 3 2 0.6667 0.6667"),
    ];
    for (what, figures) in expected {
        assert_eq!(found[what], figures, "{what}");
    }
}

#[test]
fn words_are_enough_to_say_where_a_label_stands_and_an_article_may_have_none() {
    // a1 by words alone, as typed without hamza; a2 read and found without a label.
    let gold = "article,form,label\na1,الارهابيين,terrorists\na1,المسلحون,militants\na2,,\n";
    let found = told(gold, &[]);
    assert_eq!(found["label"], "2 4 2 0.5000 1.0000");
    assert_eq!(found["label terrorists"], "1 1 1 1.0000 1.0000");
    assert_eq!(found["label militants"], "1 2 1 0.5000 1.0000");
    assert!(
        !found.contains_key("voice"),
        "what was not coded is not compared"
    );
}

#[test]
fn of_a_sample_of_rows_only_the_listed_places_count_and_recall_is_not_told() {
    let gold = "\
article,part,start_char,end_char,label
a1,title,0,9,terrorists
a1,body,5,14,
a2,body,30,39,none
";
    let found = told(gold, &["--rows"]);
    assert_eq!(found["label"], "1 3 1 0.3333 –");
    assert_eq!(found["label terrorists"], "1 1 1 1.0000 –");
    assert_eq!(found["label militants"], "0 2 0 0.0000 –");
    assert!(!found.contains_key("label soldiers"));
}

#[test]
fn two_coders_are_compared_on_the_articles_that_both_read() {
    let anna = "article,form,label\na1,قتلى,dead\na1,جنود,soldiers\na7,قتلى,dead\n";
    let omar = "article,form,label\na1,قتلى,dead\na1,جنود,troops\na8,قتلى,dead\n";
    let home = home(&[("anna.csv", anna), ("omar.csv", omar)]);
    let done = agree(home.path(), &["anna.csv", "omar.csv"]).success();
    let text = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    assert!(
        text.contains("Compared: 1 article; left out: 2 articles"),
        "{text}"
    );
    assert!(text.contains("the same at 50 %"), "{text}");
    assert!(text.contains("too few articles"), "{text}");
}

#[test]
fn kappa_and_alpha_of_a_small_table_are_those_counted_by_hand() {
    // Places: same, same, different. Of answers x x / x x / x y: κ: pₒ 2/3, pₑ (3·2)/9 = 2/3 → 0.
    // α = 1 − 5·1 / (5·1) = 0.
    let anna = "article,form,label\na,ب,x\na,ت,x\nb,ث,x\n";
    let omar = "article,form,label\na,ب,x\na,ت,x\nb,ث,y\n";
    let home = home(&[("anna.csv", anna), ("omar.csv", omar)]);
    agree(home.path(), &["anna.csv", "omar.csv", "--out", "found.csv"]).success();
    let rows = rows(&fs::read(home.path().join("found.csv")).unwrap());
    let cells = ["places", "agreement", "kappa", "alpha"].map(|name| rows[0][name].as_str());
    assert_eq!(cells, ["3", "0.6667", "0.0000", "0.0000"]);
}

#[test]
fn what_cannot_be_used_is_told_with_its_row_and_what_to_do() {
    let cases = [
        (
            "articel,label\n",
            "row 1: the column `article` is missing; rename",
        ),
        (
            "article,form\na1,x\n",
            "row 1: the column `label` is missing",
        ),
        (
            "article,label\na1,dead\n",
            "row 2, column `form`: the row does not say where",
        ),
        (
            "article,label,form\n,dead,x\n",
            "row 2, column `article`: the cell is empty",
        ),
        (
            "article,label,form,voice\na1,d,x,quotd\n",
            "did you mean `quoted`?",
        ),
        (
            "article,label,form,stance\na1,d,x,-3\n",
            "write a whole number from -2 to 2",
        ),
        (
            "article,label,form,part\na1,d,x,head\n",
            "write title or body",
        ),
        (
            "article,label,start_char,end_char\na1,d,9,9\n",
            "one past the last character",
        ),
        (
            "article,label,start_char,end_char\na1,d,9,\n",
            "is no place",
        ),
        ("article,label,form\nb7,d,x\n", "report has no article"),
    ];
    for (text, expected) in cases {
        let home = home(&[("gold.csv", text)]);
        let failed = agree(home.path(), &["gold.csv", "report"]).code(2);
        let message = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
        assert!(message.contains(expected), "{text}: {message}");
        assert!(message.contains("gold.csv"), "{message}");
    }
}

#[test]
fn what_is_no_coding_or_would_be_overwritten_is_refused() {
    let home = home(&[
        ("gold.csv", "article,label,form\na1,d,x\n"),
        ("b.csv", "article,label\nb,\n"),
    ]);
    for (args, expected) in [
        (&["gold.csv", "."][..], "the folder is no report"),
        (&["gold.csv", "b.csv"], "no article of it stands in b.csv"),
        (&["no.csv", "report"], "no.csv"),
        (
            &["gold.csv", "report", "--out", "gold.csv"],
            "gold.csv is read",
        ),
    ] {
        let failed = agree(home.path(), args).code(2);
        let message = String::from_utf8(failed.get_output().stderr.clone()).unwrap();
        assert!(message.contains(expected), "{args:?}: {message}");
    }
}

#[test]
fn an_answer_that_looks_like_a_slip_of_the_hand_is_asked_about() {
    let gold = "\
article,part,start_char,end_char,form,frame,label,actor
a1,title,0,9,الإرهابيين,armed,terorists,jnim
a1,body,5,14,المسلحون,armed,militants,
a2,body,30,39,المسلحون,armed,crows,jnmi
";
    let home = home(&[("gold.csv", gold)]);
    let done = agree(home.path(), &["gold.csv", "report"]).success();
    let text = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    let asked: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("did you mean"))
        .collect();
    assert_eq!(asked.len(), 2, "{text}");
    for (line, words) in asked
        .iter()
        .zip([["terorists", "terrorists"], ["jnmi", "jnim"]])
    {
        assert!(words.iter().all(|word| line.contains(word)), "{line}");
    }
}
