//! Articles kept as workbooks.

use super::{Folder, contents, notes};
use crate::corpus::{Corpus, ReadOptions, read};
use crate::error::Result;
use crate::tables::Limits;
use crate::tables::tests::books::{Kept, ods, ods_of, ods_with, xlsx, xlsx_at};

fn text(cells: [&'static str; 4]) -> Vec<Kept> {
    cells.map(Kept::Text).to_vec()
}

fn rows() -> Vec<Vec<Kept>> {
    vec![
        text(["id", "source", "date", "text"]),
        vec![
            Kept::Number("17"),
            Kept::Text("النهر"),
            Kept::Date(42064, "2015-03-01"),
            Kept::Text("فتح الجسر صباحا"),
        ],
        text(["b", "الساحل", "2015-03-02", "أغلق \"الجسر\"; ليلا, ثم فتح"]),
        text(["c", "الساحل", "2015-03-02", ""]),
    ]
}

const AS_CSV: &str = "id,source,date,text\n17,النهر,2015-03-01,فتح الجسر صباحا\n\
b,الساحل,2015-03-02,\"أغلق \"\"الجسر\"\"; ليلا, ثم فتح\"\nc,الساحل,2015-03-02,\n";

fn of_sheet(folder: &Folder, name: &str, sheet: &str) -> Result<Corpus> {
    let options = ReadOptions {
        sheet: Some(sheet.to_owned()),
        ..ReadOptions::default()
    };
    read(&[folder.path(name)], &options, &|_| {})
}

#[test]
fn a_workbook_holds_the_articles_of_the_table_that_it_shows() {
    let folder = Folder::new()
        .with("a.csv", AS_CSV)
        .with("a.xlsx", xlsx(&rows()))
        .with("a.ods", ods(&rows()))
        .with("in/articles.xlsx", xlsx(&rows()))
        .with("named_wrongly.csv", ods(&rows()));
    let wanted = folder.read("a.csv");
    for name in ["a.xlsx", "a.ods", "in", "named_wrongly.csv"] {
        let read = folder.read(name);
        assert_eq!(contents(&read), contents(&wanted), "{name}");
        assert_eq!(notes(&read), notes(&wanted), "{name}");
        assert_eq!(read.inputs[0].articles, 2);
    }
}

#[test]
fn a_sheet_is_chosen_by_its_name_and_the_others_are_told() {
    let other = [text(["my", "own", "remarks", ""])];
    let folder = Folder::new()
        .with("a.csv", AS_CSV)
        .with("first.ods", ods_of(&[("نصوص", &rows()), ("x", &other)]))
        .with("second.ods", ods_of(&[("x", &other), ("نصوص", &rows())]));
    let wanted = contents(&folder.read("a.csv"));
    let first = folder.read("first.ods");
    assert_eq!(contents(&first), wanted);
    assert!(
        notes(&first)
            .iter()
            .any(|note| note.contains("only the first sheet is read, not \u{2068}x")),
        "{:?}",
        notes(&first)
    );
    assert!(
        folder
            .refused("second.ods")
            .contains("no column holds the source")
    );
    let second = of_sheet(&folder, "second.ods", "نصوص").unwrap();
    assert_eq!(contents(&second), wanted);
    let unknown = of_sheet(&folder, "second.ods", "نصوصي")
        .unwrap_err()
        .to_string();
    assert!(
        unknown.contains("there is no sheet") && unknown.contains("did you mean"),
        "{unknown}"
    );
    let table = of_sheet(&folder, "a.csv", "نصوص").unwrap();
    assert!(
        notes(&table)[0].contains("`--sheet` is not used"),
        "{:?}",
        notes(&table)
    );
}

#[test]
fn what_a_workbook_does_not_tell_is_told_with_its_row() {
    let mut rows = rows();
    rows[1][0] = Kept::Number("1.23456789012346E+17");
    rows[2][3] = Kept::Valueless("A1&\"x\"");
    let folder = Folder::new().with("a.xlsx", xlsx(&rows));
    let told = notes(&folder.read("a.xlsx")).join("\n");
    for expected in [
        "2 - the spreadsheet made a number of cell A and forgot its last digits",
        "3 - cell D holds a formula without a value",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

fn cell(repeats: u64, text: &str) -> String {
    format!(
        "<table:table-cell table:number-columns-repeated=\"{repeats}\" \
         office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn row(repeats: u64, cells: &str) -> String {
    format!("<table:table-row table:number-rows-repeated=\"{repeats}\">{cells}</table:table-row>")
}

/// A sheet of LibreOffice whose rows are written so.
fn with_rows(rows: &str) -> Vec<u8> {
    let cells = [text(["id", "source", "date", "text"])];
    ods_with(&cells, rows)
}

#[test]
fn a_workbook_that_asks_for_all_memory_is_refused_or_read_as_what_it_holds() {
    let article = row(1, &[cell(1, "1"), cell(2, "a"), cell(1, "نص")].concat());
    let empty = "<table:table-cell table:number-columns-repeated=\"16380\"/>";
    let folder = Folder::new()
        .with("rows.ods", with_rows(&row(1_000_000_000, &cell(1, "x"))))
        .with("cells.ods", with_rows(&row(1_000_000, &cell(16_384, "x"))))
        .with(
            "spaces.ods",
            with_rows(&row(1, &cell(1, "<text:s text:c=\"4000000000\"/>"))),
        )
        .with(
            "broken.ods",
            with_rows("<table:table-row><table:table-cell>"),
        )
        .with(
            "far.ods",
            with_rows(
                &(article.clone()
                    + &row(1_048_573, empty)
                    + &row(1, &(empty.to_owned() + &cell(1, "y")))),
            ),
        )
        .with(
            "far.xlsx",
            xlsx_at(&[
                ("A1", "source"),
                ("B1", "text"),
                ("A2", "a"),
                ("B2", "نص"),
                ("XFD1048576", "y"),
            ]),
        )
        .with(
            "outside.xlsx",
            xlsx_at(&[("A1", "source"), ("ZZZZZ4000000000", "y")]),
        );
    for (name, expected) in [
        ("rows.ods", "stands there 1000000000 times"),
        ("cells.ods", "stands there 1000000 times"),
        ("spaces.ods", "megabytes"),
        ("broken.ods", "breaks off"),
        ("outside.xlsx", "cannot be read"),
    ] {
        let told = folder.refused(name);
        let is_told = told.contains(expected) || told.contains("below row 1048576");
        assert!(is_told, "{name}: {told}");
    }
    for name in ["far.ods", "far.xlsx"] {
        assert_eq!(folder.read(name).articles.len(), 1, "{name}");
    }
}

#[test]
fn the_layout_of_a_file_is_no_part_of_its_cells() {
    let cell = |text: &str| {
        format!(
            "\n  <table:table-cell office:value-type=\"string\">\n    \
             <text:p>{text}</text:p>\n    <text:p>ثم <text:span>ذهب</text:span></text:p>\n  \
             </table:table-cell>\n"
        )
    };
    let cells: String = ["1", "النهر", "", "وصل الوفد"].map(cell).concat();
    let folder = Folder::new().with("a.ods", with_rows(&row(1, &cells)));
    let read = folder.read("a.ods");
    assert_eq!(read.articles[0].text, "وصل الوفد\nثم ذهب");
}

#[test]
fn of_a_thousand_sheets_those_that_hold_something_are_told() {
    let names: Vec<String> = (0..1000).map(|at| format!("s{at}")).collect();
    let (rows, other) = (rows(), [text(["my", "own", "remarks", ""])]);
    let sheets = names.iter().enumerate().map(|(at, name)| {
        let rows: &[Vec<Kept>] = match at {
            0 => &rows,
            700 => &other,
            _ => &[],
        };
        (name.as_str(), rows)
    });
    let sheets: Vec<_> = sheets.collect();
    let folder = Folder::new().with("a.ods", ods_of(&sheets));
    let told = notes(&folder.read("a.ods")).join("\n");
    assert!(told.contains("s700") && !told.contains("s701"), "{told}");
}

#[test]
fn a_workbook_is_measured_by_its_bytes_and_not_by_its_word() {
    let long = Kept::Text("نص طويل".repeat(200_000).leak());
    let rows = [
        text(["id", "source", "date", "text"]),
        vec![Kept::Text("1"), Kept::Text("a"), Kept::Text(""), long],
    ];
    let folder = Folder::new()
        .with("a.xlsx", xlsx(&rows))
        .with("a.ods", ods(&rows));
    let options = ReadOptions {
        limits: Limits {
            workbook_megabytes: 1,
            ..Limits::default()
        },
        ..ReadOptions::default()
    };
    for name in ["a.xlsx", "a.ods"] {
        assert_eq!(folder.read(name).articles.len(), 1);
        let told = read(&[folder.path(name)], &options, &|_| {})
            .unwrap_err()
            .to_string();
        assert!(told.contains("`workbook_megabytes`"), "{told}");
    }
}

#[test]
fn a_file_that_is_no_workbook_after_all_says_what_to_do() {
    let folder = Folder::new()
        .with("a.xlsx", b"PK\x03\x04\x14\0\x06\0....xl/workbook.xml")
        .with("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on")
        .with("empty.ods", ods(&[]));
    let cases = [
        ("a.xlsx", "the workbook cannot be read"),
        ("a.doc", "a file of old Microsoft Office"),
        ("empty.ods", "the file is empty"),
    ];
    for (name, expected) in cases {
        let message = folder.refused(name);
        assert!(message.contains(expected), "{name}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}
