//! The workbook of a report: the cells of its tables, read by others than those who wrote them.

use calamine::{Data, Reader, Xlsx, open_workbook};
use flate2::read::DeflateDecoder;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tables of a report, in their order.
fn tables(folder: &Path) -> Vec<&'static str> {
    let all = mizan::Findings::table_names().into_iter();
    all.filter(|table| folder.join(format!("{table}.csv")).exists())
        .collect()
}

/// Writes the report of the demo study, and gives its folder.
fn report(home: &Path, arguments: &[&str]) -> PathBuf {
    let folder = home.join("report");
    let run = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args([
            "compare",
            "--demo",
            "--quiet",
            "--no-page",
            "--no-bom",
            "--out",
        ])
        .arg(&folder)
        .args(arguments)
        .output()
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    folder
}

/// The cells of a table as its file has them, without what guards them against running.
fn cells(folder: &Path, table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(folder.join(format!("{table}.csv")))
        .unwrap();
    let unguarded = |cell: &str| match cell.strip_prefix('\'') {
        Some(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => text.to_owned(),
        _ => cell.to_owned(),
    };
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(unguarded).collect())
        .collect()
}

/// Whether a cell of a sheet says what that of the file does.
fn assert_same(ours: &str, theirs: &str, at: (&str, usize, usize)) {
    let is_number = |(a, b): (f64, f64)| (a - b).abs() < 1e-9;
    let numbers = ours.parse().ok().zip(theirs.parse().ok());
    assert!(
        ours.replace("\r\n", "\n") == theirs.replace("\r\n", "\n")
            || numbers.is_some_and(is_number),
        "{at:?}: {ours:?}, {theirs:?}"
    );
}

/// The parts of a workbook; each is packed with its length written before it.
fn parts(book: &Path) -> BTreeMap<String, String> {
    let bytes = std::fs::read(book).unwrap();
    let number = |at: usize, long: usize| {
        let digits = bytes[at..at + long].iter().rev();
        digits.fold(0, |sum, byte| sum * 256 + usize::from(*byte))
    };
    let mut parts = BTreeMap::new();
    // The entries of its list, from the place that the last 22 bytes name.
    let mut at = number(bytes.len() - 6, 4);
    while bytes[at..].starts_with(b"PK\x01\x02") {
        let name = &bytes[at + 46..at + 46 + number(at + 28, 2)];
        let from = number(at + 42, 4);
        let packed = &bytes[from + 30 + number(from + 26, 2) + number(from + 28, 2)..];
        let mut text = String::new();
        let mut reader = DeflateDecoder::new(&packed[..number(at + 20, 4)]);
        reader.read_to_string(&mut text).unwrap();
        parts.insert(String::from_utf8(name.to_vec()).unwrap(), text);
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    parts
}

#[test]
fn every_sheet_has_the_cells_of_its_table() {
    let home = tempfile::tempdir().unwrap();
    let folder = report(home.path(), &["--by", "month"]);
    let mut book: Xlsx<_> = open_workbook(folder.join("report.xlsx")).unwrap();
    let names = book.sheet_names();
    assert_eq!(names[0], "اقرأ أولا");
    let tables = tables(&folder);
    assert!(tables.contains(&"naming_by_month"));
    assert_eq!(names[1..], tables);
    for table in tables {
        let sheet = book.worksheet_range(table).unwrap();
        let rows = cells(&folder, table);
        assert_eq!(sheet.height(), rows.len(), "{table}");
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let found = match sheet.get((row, column)) {
                    Some(Data::Float(number)) => number.to_string(),
                    found => found.map(ToString::to_string).unwrap_or_default(),
                };
                assert_same(&found, cell, (table, row, column));
            }
        }
    }
}

#[test]
fn sheets_run_as_their_readers_read_with_a_header_that_stays() {
    let home = tempfile::tempdir().unwrap();
    let [arabic, english] = ["ar", "en"].map(|language| {
        let home = home.path().join(language);
        let folder = report(&home, &["--language", language]);
        parts(&folder.join("report.xlsx"))
    });
    for (name, part) in arabic
        .iter()
        .filter(|(name, _)| name.starts_with("xl/worksheets/sheet"))
    {
        let other = &english[name];
        assert!(part.contains("rightToLeft=\"1\""), "{name}");
        assert!(!other.contains("rightToLeft"), "{name}");
        if !name.ends_with("sheet1.xml") {
            assert!(part.contains("ySplit=\"1\""), "{name}");
            assert!(part.contains("<autoFilter ref=\"A1:"), "{name}");
        }
    }
    assert!(arabic["xl/workbook.xml"].contains("اقرأ أولا"));
    assert!(english["xl/workbook.xml"].contains("Read me"));
    for table in tables(&home.path().join("ar/report")) {
        let link = format!("location=\"'{table}'!A1\"");
        let plain = format!("location=\"{table}!A1\"");
        let first = &arabic["xl/worksheets/sheet1.xml"];
        assert!(first.contains(&link) || first.contains(&plain), "{table}");
    }
}

#[test]
fn a_report_may_be_without_a_workbook() {
    let home = tempfile::tempdir().unwrap();
    let folder = report(home.path(), &["--no-workbook"]);
    assert!(folder.join("naming.csv").exists());
    assert!(!folder.join("report.xlsx").exists());
}

/// Turns the sheets of a workbook into tables by LibreOffice; `None` where it is not installed.
fn converted(book: &Path, home: &Path) -> Option<()> {
    // Numbers whole, not as they are shown; each sheet a file.
    let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    let run = Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            home.join("profile").display()
        ))
        .args(["--headless", "--convert-to", filter, "--outdir"])
        .args([home, book])
        .output();
    match run {
        Ok(run) => assert!(run.status.success(), "{run:?}"),
        Err(_) => {
            let needed = std::env::var_os("MIZAN_OFFICE").is_some();
            assert!(!needed, "LibreOffice is asked for and does not start");
            return None;
        }
    }
    Some(())
}

#[test]
fn libreoffice_reads_what_the_tables_say() {
    let home = tempfile::tempdir().unwrap();
    let folder = report(home.path(), &[]);
    if converted(&folder.join("report.xlsx"), home.path()).is_none() {
        return;
    }
    for table in ["naming", "comparison", "contrasts", "mentions"] {
        let ours = cells(&folder, table);
        std::fs::rename(
            home.path().join(format!("report-{table}.csv")),
            home.path().join(format!("{table}.csv")),
        )
        .unwrap();
        let theirs = cells(home.path(), table);
        assert_eq!(ours.len(), theirs.len(), "{table}");
        for (row, (ours, theirs)) in ours.iter().zip(&theirs).enumerate() {
            assert_eq!(ours.len(), theirs.len(), "{table}, {row}");
            for (column, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
                assert_same(ours, theirs, (table, row, column));
            }
        }
    }
}
