//! Lists as spreadsheets keep them: what is read is what was typed.

#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, one that is skipped says so"
)]

use crate::lexicon::files::{ListFile, built_in};
use crate::lexicon::{self, CellRow};
use crate::tables::tests::books::{Kept, ods, ods_of, xlsx};
use std::path::{Path, PathBuf};
use std::process::Command;

fn list(name: &str, content: &[u8]) -> ListFile {
    ListFile {
        path: name.to_owned(),
        shown: name.to_owned(),
        content: content.to_vec(),
    }
}

/// The rows of a list, and what is wrong with it, one fault a line.
fn read(name: &str, content: &[u8]) -> (Vec<CellRow>, String) {
    let (rows, faults) = lexicon::cells(&list(name, content));
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    (rows, lines.join("\n"))
}

/// A list with all that may part, end or bend a cell.
const LIST: &str = "id,term,hit,note\n\
     w-a,إرهابي,\"قال: \"\"نعم, لا\"\"؛ ثم; مضى\",two\tparts\n\
     \n\
     w-b,\"قوة; بطش\",\"سطر\nآخر\",\n";

fn rows_of_list() -> Vec<CellRow> {
    let row = |number: u64, cells: [&str; 4]| {
        let columns = ["id", "term", "hit", "note"];
        let cells = columns.iter().zip(cells);
        let owned = cells.map(|(column, cell)| (String::from(*column), cell.to_owned()));
        (number, owned.collect())
    };
    vec![
        row(
            2,
            ["w-a", "إرهابي", "قال: \"نعم, لا\"؛ ثم; مضى", "two\tparts"],
        ),
        row(4, ["w-b", "قوة; بطش", "سطر\nآخر", ""]),
    ]
}

#[test]
fn comma_semicolon_and_tab_with_and_without_mark_and_with_any_line_end_read_the_same() {
    let mut table = csv::ReaderBuilder::new();
    let records: Vec<csv::StringRecord> = table
        .has_headers(false)
        .from_reader(LIST.as_bytes())
        .records()
        .map(Result::unwrap)
        .collect();
    for separator in [b',', b';', b'\t'] {
        for (mark, end) in [("", "\n"), ("\u{feff}", "\r\n"), ("", "\r")] {
            let terminator = match end {
                "\r\n" => csv::Terminator::CRLF,
                end => csv::Terminator::Any(end.as_bytes()[0]),
            };
            let mut writer = csv::WriterBuilder::new()
                .delimiter(separator)
                .terminator(terminator)
                .from_writer(mark.as_bytes().to_vec());
            for (at, record) in records.iter().enumerate() {
                if at == 2 {
                    // The empty row, as spreadsheets write it.
                    writer.write_record(["", "", "", ""]).unwrap();
                }
                writer.write_record(record).unwrap();
            }
            let content = writer.into_inner().unwrap();
            let (rows, faults) = read("w.csv", &content);
            assert_eq!(faults, "", "{separator} {end:?}");
            assert_eq!(rows, rows_of_list(), "{separator} {end:?}");
        }
    }
    assert_eq!(read("w.csv", LIST.as_bytes()).0, rows_of_list());
}

#[test]
fn workbooks_read_as_the_table_they_show() {
    let text = |cells: [&'static str; 4]| cells.map(Kept::Text).to_vec();
    let rows = [
        text(["id", "term", "hit", "note"]),
        text(["w-a", "إرهابي", "قال: \"نعم, لا\"؛ ثم; مضى", "two & <parts>"]),
        text(["", "", "", ""]),
        text(["w-b", "قوة; بطش", "سطر", ""]),
    ];
    let mut wanted = rows_of_list();
    wanted[0].1[3].1 = "two & <parts>".to_owned();
    wanted[1].1[2].1 = "سطر".to_owned();
    for (name, book) in [
        ("w.xlsx", xlsx(&rows)),
        ("W.XLSX", xlsx(&rows)),
        ("w.ods", ods(&rows)),
    ] {
        let (read, faults) = read(name, &book);
        assert_eq!(faults, "", "{name}");
        assert_eq!(read, wanted, "{name}");
    }
}

#[test]
fn numbers_dates_and_truths_are_read_as_they_were_typed_where_that_can_be_known() {
    let cases = [
        (Kept::Number("-2"), "-2"),
        (Kept::Number("2"), "2"),
        (Kept::Number("1.5"), "1.5"),
        (Kept::Number("100000"), "100000"),
        (Kept::Date(42064, "2015-03-01"), "2015-03-01"),
        (Kept::Truth(true), "TRUE"),
    ];
    for (kept, wanted) in cases {
        let rows = [
            vec![Kept::Text("id"), Kept::Text("note")],
            vec![kept.clone(), Kept::Text("x")],
        ];
        for (name, book) in [("w.xlsx", xlsx(&rows)), ("w.ods", ods(&rows))] {
            let (read, faults) = read(name, &book);
            assert_eq!(faults, "", "{name} {kept:?}");
            assert_eq!(read[0].1[0].1, wanted, "{name} {kept:?}");
        }
    }
}

#[test]
fn a_formula_that_failed_is_read_as_its_error_or_told_at_once() {
    let rows = [
        vec![Kept::Text("id"), Kept::Text("note")],
        vec![Kept::Text("w"), Kept::Failed("#NAME?")],
    ];
    assert_eq!(read("w.xlsx", &xlsx(&rows)).0[0].1[1].1, "#NAME?");
    let (_, faults) = read("w.ods", &ods(&rows));
    assert!(
        faults.contains("row 2: cell B holds a formula without a value"),
        "{faults}"
    );
}

#[test]
fn digits_that_a_workbook_forgot_and_formulas_without_a_value_are_told() {
    let rows = |kept: Kept| {
        [
            vec![Kept::Text("id"), Kept::Text("note")],
            vec![Kept::Text("w"), kept],
        ]
    };
    let cases = [
        (
            Kept::Number("1.23456789012346E+17"),
            "row 2: the spreadsheet made a number of cell B and forgot",
        ),
        (
            Kept::Valueless("A1&\"x\""),
            "row 2: cell B holds a formula without a value",
        ),
    ];
    for (kept, wanted) in cases {
        for (name, book) in [
            ("w.xlsx", xlsx(&rows(kept.clone()))),
            ("w.ods", ods(&rows(kept.clone()))),
        ] {
            let (_, faults) = read(name, &book);
            assert!(faults.contains(wanted), "{name} {kept:?}: {faults}");
        }
    }
}

#[test]
fn a_second_sheet_that_holds_something_is_told_and_an_empty_one_is_not() {
    let rows = [vec![Kept::Text("id")], vec![Kept::Text("w")]];
    let book = |second: &[Vec<Kept>]| ods_of(&[("list", &rows), ("مسودة", second)]);
    assert_eq!(read("w.ods", &book(&[])).1, "");
    let (read, faults) = read("w.ods", &book(&rows));
    assert_eq!(read.len(), 1);
    assert!(
        faults.contains(
            "w.ods: only the first sheet is read, not \u{2068}مسودة\u{2069}; save each list"
        ),
        "{faults}"
    );
}

#[test]
fn a_workbook_that_is_none_is_a_fault_of_the_file() {
    for name in ["w.xlsx", "w.ods"] {
        let (rows, faults) = read(name, LIST.as_bytes());
        assert!(rows.is_empty());
        assert!(
            faults.starts_with(&format!("{name}: the workbook cannot be read")),
            "{faults}"
        );
    }
}

/// LibreOffice, if it is installed.
fn office() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let programs = std::env::split_paths(&path)
        .flat_map(|folder| ["libreoffice", "soffice"].map(|name| folder.join(name)));
    programs.into_iter().find(|program| program.is_file())
}

/// Opens files and saves them as something else in `into`.
fn converted(
    office: &Path,
    home: &Path,
    filters: [&str; 2],
    files: &[PathBuf],
    into: &str,
) -> PathBuf {
    let folder = home.join(into);
    let mut command = Command::new(office);
    command
        .arg(format!(
            "-env:UserInstallation=file://{}",
            home.join("profile").display()
        ))
        .args(["--headless", "--convert-to", filters[1], "--outdir"])
        .arg(&folder);
    if !filters[0].is_empty() {
        command.arg(format!("--infilter={}", filters[0]));
    }
    let output = command.args(files).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    folder
}

/// As LibreOffice reads and writes a table: separator, quotation mark, UTF-8.
const COMMA_IN: &str = "CSV:44,34,76,1";
const COMMA: &str = "csv:Text - txt - csv (StarCalc):44,34,76";
const SEMICOLON: &str = "csv:Text - txt - csv (StarCalc):59,34,76";
const TAB: &str = "csv:Text - txt - csv (StarCalc):9,34,76";

#[test]
fn what_libreoffice_writes_back_of_every_built_in_list_is_read_the_same() {
    let Some(office) = office() else {
        eprintln!("skipped: libreoffice is not installed");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let lists = built_in();
    let name = |list: &ListFile| list.path.replace('/', "-");
    let files: Vec<PathBuf> = lists
        .iter()
        .map(|list| home.path().join(name(list)))
        .collect();
    for (list, file) in lists.iter().zip(&files) {
        let marked = ["\u{feff}".as_bytes(), &list.content].concat();
        std::fs::write(file, marked).unwrap();
    }
    let books = converted(&office, home.path(), [COMMA_IN, "ods"], &files, "ods");
    let books: Vec<PathBuf> = lists
        .iter()
        .map(|list| books.join(name(list)).with_extension("ods"))
        .collect();
    let ways = [
        ("xlsx", "xlsx"),
        ("xls", "xls"),
        (COMMA, "csv"),
        (SEMICOLON, "csv"),
        (TAB, "csv"),
    ];
    for (at, (filter, ending)) in ways.into_iter().enumerate() {
        let into = format!("way{at}");
        let folder = converted(&office, home.path(), ["", filter], &books, &into);
        for (list, book) in lists.iter().zip(&books) {
            let wanted = read(&list.path, &list.content);
            let back = folder.join(name(list)).with_extension(ending);
            for file in [book, &back] {
                let (rows, faults) = read(&file.to_string_lossy(), &std::fs::read(file).unwrap());
                assert_eq!(faults, "", "{}", file.display());
                assert_eq!(rows.len(), wanted.0.len(), "{}", file.display());
                for (row, wanted) in rows.iter().zip(&wanted.0) {
                    assert_eq!(row, wanted, "{}", file.display());
                }
            }
        }
    }
}

#[test]
fn what_libreoffice_makes_of_keys_is_read_as_it_stands_there() {
    let Some(office) = office() else {
        eprintln!("skipped: libreoffice is not installed");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("words.csv");
    std::fs::write(&file, "\u{feff}id,term\n12-Mar,أ\n1E+05,ب\n007,ت\n=x(),ث\n").unwrap();
    let books = converted(&office, home.path(), [COMMA_IN, "ods"], &[file], "ods");
    let book = [books.join("words.ods")];
    let csv = converted(&office, home.path(), ["", COMMA], &book, "back").join("words.csv");
    let xlsx = converted(&office, home.path(), ["", "xlsx"], &book, "back").join("words.xlsx");
    let of_book = ["12-Mar", "100000", "7", "#NAME?"];
    let of_table = ["12-Mar", "1.00E+05", "7", "#NAME?"];
    let [ods] = book;
    for (file, wanted) in [(ods, of_book), (xlsx, of_book), (csv, of_table)] {
        let (rows, _) = read(&file.to_string_lossy(), &std::fs::read(&file).unwrap());
        let ids: Vec<&str> = rows.iter().map(|(_, cells)| cells[0].1.as_str()).collect();
        assert_eq!(ids, wanted, "{}", file.display());
    }
}
