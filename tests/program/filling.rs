//! Workbooks to fill: written by the program, filled by others, and read back.

use calamine::{Data, Reader, Xlsx, open_workbook};
use std::path::Path;
use std::process::{Command, Output};

fn mizan(home: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mizan"));
    command.current_dir(home).args(arguments).output().unwrap()
}

fn told(run: &Output) -> String {
    let [out, err] = [&run.stdout, &run.stderr].map(|told| String::from_utf8_lossy(told));
    format!("{out}{err}")
}

/// The parts of a workbook that make up its sheets, as one text.
fn part(book: &Path, name: &str) -> String {
    super::workbook::parts(book)
        .remove(name)
        .unwrap_or_default()
}

/// The part of a sheet of a workbook that mizan wrote, by the place of its tab from 1.
fn sheet(book: &Path, name: &str) -> String {
    let read: Xlsx<_> = open_workbook(book).unwrap();
    let at = read.sheet_names().iter().position(|known| known == name);
    part(book, &format!("xl/worksheets/sheet{}.xml", at.unwrap() + 1))
}

/// The cells of a column of a sheet.
fn column(book: &Path, sheet: &str, name: &str) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(book).unwrap();
    let sheet = book.worksheet_range(sheet).unwrap();
    let mut rows = sheet.rows();
    let is_named = |cell: &Data| matches!(cell, Data::String(text) if text == name);
    let at = rows.next().unwrap().iter().position(is_named).unwrap();
    rows.map(|row| row[at].to_string()).collect()
}

#[test]
fn a_workbook_to_fill_offers_choices_and_explains_its_columns_in_notes() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        mizan(home.path(), &["init", "study", "--quiet"])
            .status
            .success()
    );
    let book = home.path().join("study/study.xlsx");
    let read: Xlsx<_> = open_workbook(&book).unwrap();
    assert_eq!(read.sheet_names()[..3], ["articles", "ar.mine", "actors"]);
    let own = sheet(&book, "ar.mine");
    for rule in [
        "choices!$B$2:$B$",
        "OFFSET(choices!$D$1,MATCH($C2,choices!$C:$C,0)",
        "noun,adj,verb,",
    ] {
        assert!(own.contains(rule), "{rule}: {own}");
    }
    assert!(sheet(&book, "actors").contains("<dataValidation "));
    let parts = super::workbook::parts(&book);
    let notes = parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/comments"));
    let notes: String = notes.map(|(_, part)| part.as_str()).collect();
    for note in [
        "the question that the word answers",
        "السؤال الذي تجيب عنه الكلمة",
    ] {
        assert!(notes.contains(note), "{note}");
    }
    // No row explains: the first sheet has its header and the example.
    assert_eq!(column(&book, "articles", "source").len(), 1);
}

#[test]
fn faults_of_a_workbook_are_coloured_cells_with_notes_in_a_copy() {
    let home = tempfile::tempdir().unwrap();
    let lists = home.path().join("lists/ar");
    std::fs::create_dir_all(&lists).unwrap();
    std::fs::write(
        lists.join("mine.csv"),
        "id,term,frame,label,pos,hit,miss,source\n\
         m-1,جراد,people,locusts,noun,رأى الفلاح جرادا كثيرا.,,codebook\n",
    )
    .unwrap();
    std::fs::write(
        home.path().join("lists/frames.csv"),
        "frame,label,stance,target,question,source\npeople,farmers,0,any,Who?,codebook\n",
    )
    .unwrap();
    let run = mizan(
        home.path(),
        &["lexicon", "check", "lists", "--mark", "marked.xlsx"],
    );
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    let marked = home.path().join("marked.xlsx");
    let parts = super::workbook::parts(&marked);
    let notes = parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/comments"));
    let notes: String = notes.map(|(_, part)| part.as_str()).collect();
    assert!(
        notes.contains("ref=\"D2\"") && notes.contains("What to do:"),
        "{notes}"
    );
    assert!(parts["xl/styles.xml"].contains("FFFFC7CE"));
    assert_eq!(column(&marked, "ar.mine", "label"), ["locusts"]);
    // The copy says the same of itself, sheet for sheet.
    let again = mizan(home.path(), &["lexicon", "check", "marked.xlsx"]);
    let of = |run: &Output, file: &str| {
        let told = told(run);
        let lines = told
            .lines()
            .filter(|line| line.contains(", row 2, column `label`"));
        lines.map(|line| line.replace(file, "")).collect::<Vec<_>>()
    };
    assert_eq!(
        of(&again, "marked.xlsx (ar.mine)"),
        of(&run, "lists/ar/mine.csv")
    );
    assert!(!of(&again, "").is_empty(), "{}", told(&again));
    // No file that is read is written over, and no other kind of file is written.
    for file in ["marked.xlsx", "faults.csv"] {
        let run = mizan(
            home.path(),
            &["lexicon", "check", "marked.xlsx", "--mark", file],
        );
        assert_eq!(run.status.code(), Some(2), "{}", told(&run));
    }
}

#[test]
fn a_study_runs_on_the_workbook_that_was_filled() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        mizan(home.path(), &["init", "study", "--quiet"])
            .status
            .success()
    );
    let home = home.path().join("study");
    let run = [
        "compare",
        "study.xlsx",
        "--lexicons",
        "study.xlsx",
        "--no-page",
    ];
    let run = mizan(&home, &run);
    assert!(run.status.success(), "{}", told(&run));
    let run = mizan(
        &home,
        &["compare", "articles.csv", "--no-page", "--out", "other"],
    );
    assert!(run.status.success(), "{}", told(&run));
    let mentions = |report: &str| std::fs::read_to_string(home.join(report).join("labels.csv"));
    assert_eq!(mentions("report").unwrap(), mentions("other").unwrap());
}

// A folder named like the code of a language makes no language of the workbook in it.
#[test]
fn forms_are_excluded_into_a_workbook_and_nothing_else_of_it_changes() {
    let home = tempfile::tempdir().unwrap();
    assert!(
        mizan(home.path(), &["init", "my", "--quiet"])
            .status
            .success()
    );
    let home = home.path().join("my");
    let book = home.join("study.xlsx");
    let before = super::workbook::parts(&book);
    let at = column(&book, "ar.groups", "id")
        .into_iter()
        .position(|id| id == "groups-irhabi");
    let at = at.unwrap();
    let cells = column(&book, "ar.groups", "exclude");
    let run = mizan(
        &home,
        &[
            "find",
            "groups-irhabi",
            "--form",
            "إرهابيون",
            "--exclude-into",
            "study.xlsx",
        ],
    );
    assert!(run.status.success(), "{}", told(&run));
    let after = super::workbook::parts(&book);
    let changed = after
        .iter()
        .filter(|(name, part)| before.get(*name) != Some(part));
    assert_eq!(changed.count(), 1);
    assert_eq!(after.len(), before.len());
    let mut expected = cells.clone();
    expected[at] = match cells[at].as_str() {
        "" => "إرهابيون".to_owned(),
        known => format!("{known};إرهابيون"),
    };
    assert_eq!(column(&book, "ar.groups", "exclude"), expected);
    let run = mizan(
        &home,
        &[
            "compare",
            "study.xlsx",
            "--lexicons",
            "study.xlsx",
            "--no-page",
        ],
    );
    assert!(run.status.success(), "{}", told(&run));
}

#[test]
fn a_sheet_to_be_judged_offers_the_judgements_and_is_read_back_as_a_workbook() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    assert!(
        mizan(home, &["compare", "--demo", "--no-page", "--quiet"])
            .status
            .success()
    );
    let run = mizan(
        home,
        &["sample", "report", "--rows", "5", "--out", "sheet.xlsx"],
    );
    assert!(run.status.success(), "{}", told(&run));
    let book = home.join("sheet.xlsx");
    assert!(sheet(&book, "sample").contains("right,wrong,unsure,صحيح,خطأ"));
    assert_eq!(column(&book, "sample", "judgement"), ["", "", "", "", ""]);
    let run = mizan(home, &["agree", "sheet.xlsx", "report"]);
    assert!(run.status.success(), "{}", told(&run));
    assert!(told(&run).contains("judged 0 of 5 rows"), "{}", told(&run));
}
