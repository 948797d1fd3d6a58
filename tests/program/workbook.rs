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
pub(super) fn parts(book: &Path) -> BTreeMap<String, String> {
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

/// The links of a sheet by its part: the row and the column of each, and the sheet and row it leads to.
fn links(part: &str) -> Vec<((usize, usize), (String, usize))> {
    let attribute = |link: &str, name: &str| {
        let from = link.split_once(&format!("{name}=\"")).unwrap().1;
        from.split_once('"').unwrap().0.to_owned()
    };
    let place = |name: &str| {
        let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let column = letters
            .bytes()
            .fold(0, |sum, c| sum * 26 + usize::from(c - b'A') + 1);
        (name[letters.len()..].parse::<usize>().unwrap(), column - 1)
    };
    let links = part.split("<hyperlink ").skip(1).map(|link| {
        let to = attribute(link, "location").replace('\'', "");
        let (sheet, cell) = to.split_once('!').unwrap();
        let to = (sheet.to_owned(), place(cell).0);
        (place(&attribute(link, "ref")), to)
    });
    links.collect()
}

#[test]
fn words_lead_to_a_sentence_of_theirs_and_findings_to_their_rows() {
    let home = tempfile::tempdir().unwrap();
    let folder = report(home.path(), &[]);
    let parts = parts(&folder.join("report.xlsx"));
    let tables = tables(&folder);
    let mentions = cells(&folder, "mentions");
    let of = |table: &str| {
        let at = tables.iter().position(|known| *known == table).unwrap();
        let links = links(&parts[&format!("xl/worksheets/sheet{}.xml", at + 2)]);
        (cells(&folder, table), links)
    };
    let value = |rows: &[Vec<String>], row: usize, column: &str| {
        let at = rows[0].iter().position(|name| name == column).unwrap();
        rows[row - 1][at].clone()
    };
    for (table, by) in [
        (
            "labels",
            &["event", "source", "frame", "actor", "label", "voice"][..],
        ),
        ("scores", &["article", "frame", "actor", "voice"]),
        ("comparison", &["event", "frame", "actor"]),
        ("naming", &["frame", "actor"]),
    ] {
        let (rows, links) = of(table);
        assert!(links.len() + 1 >= rows.len(), "{table}: {}", links.len());
        for ((row, column), (sheet, to)) in links {
            assert_eq!(sheet, "mentions");
            for name in by {
                let ours = value(&rows, row, name);
                if *name == "event" && ours.is_empty() {
                    continue;
                }
                assert_eq!(ours, value(&mentions, to, name), "{table}, {row}: {name}");
            }
            if by.len() < 4 {
                assert_eq!(rows[0][column], value(&mentions, to, "source"));
                assert_eq!(value(&mentions, to, "voice"), "narrator");
            }
        }
    }
    let first = &parts["xl/worksheets/sheet1.xml"];
    let findings = links(first).into_iter().filter(|(_, (_, row))| *row > 1);
    let findings: Vec<_> = findings.collect();
    assert_eq!(findings.len(), 5);
    let summary = std::fs::read_to_string(folder.join("summary.txt")).unwrap();
    let line = summary
        .lines()
        .find(|line| line.starts_with("1. "))
        .unwrap();
    let (_, (table, row)) = &findings[0];
    let rows = cells(&folder, table);
    let frame = value(&rows, *row, "frame");
    assert!(
        line.contains(&format!("frame = {frame}")),
        "{line}: {frame}"
    );
    assert!(line.contains(&value(&rows, *row, "source")), "{line}");
}

#[test]
fn no_row_of_a_sheet_stands_twice() {
    let home = tempfile::tempdir().unwrap();
    let folder = report(home.path(), &[]);
    for (name, part) in parts(&folder.join("report.xlsx")) {
        let rows = part.split("<row r=\"").skip(1);
        let rows = rows.map(|row| row.split_once('"').unwrap().0.parse().unwrap());
        let rows: Vec<u32> = rows.collect();
        let later = rows.windows(2).find(|two| two[0] >= two[1]);
        assert_eq!(later, None, "{name}");
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

/// Writes the workbook of a report again, and gives exit status and message.
fn again(report: &Path, asked: &[&str]) -> (Option<i32>, String) {
    let out = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["workbook", "--quiet", report.to_str().unwrap()])
        .args(asked)
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&out.stderr).into_owned();
    (out.status.code(), told)
}

/// The files of a report, without its mark.
fn files(report: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(report).unwrap().map(Result::unwrap);
    let files = entries.map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, std::fs::read(entry.path()).unwrap())
    });
    files
        .filter(|(name, _)| !name.starts_with(".mizan"))
        .collect()
}

#[test]
fn a_workbook_is_written_again_from_the_other_side_and_the_rest_stays() {
    let home = tempfile::tempdir().unwrap();
    let asked = ["--by", "month", "--set", "near_words=4", "--language", "en"];
    let report = report(home.path(), &asked);
    let mut before = files(&report);
    let asked = ["--workbook-direction", "rtl", "--workbook", "all"];
    assert_eq!(again(&report, &asked), (Some(0), String::new()));
    for (name, part) in parts(&report.join("report.xlsx")) {
        let is_sheet = name.starts_with("xl/worksheets/sheet");
        assert!(!is_sheet || part.contains("rightToLeft=\"1\""), "{name}");
    }
    let mut after = files(&report);
    assert!(after.remove("report.xlsx") != before.remove("report.xlsx"));
    assert!(after == before);
    // And back: the same bytes as at first.
    let again_first = files(&self::report(
        &home.path().join("other"),
        &["--language", "en"],
    ));
    let report = home.path().join("other/report");
    assert_eq!(again(&report, &[]), (Some(0), String::new()));
    assert!(files(&report) == again_first);
}

#[test]
fn a_workbook_is_refused_where_the_articles_are_no_longer_the_same() {
    let home = tempfile::tempdir().unwrap();
    let articles = home.path().join("articles.csv");
    let row = "النهر,2024-05-05,هجوم,انسحب الإرهابيون من جسر تومرين أمس\n";
    std::fs::write(&articles, format!("source,date,title,text\n{row}")).unwrap();
    let report = home.path().join("report");
    let run = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(["compare", "--quiet", "--no-page", "--out"])
        .args([&report, &articles])
        .output()
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    let before = files(&report);
    let changed = std::fs::read_to_string(&articles).unwrap();
    std::fs::write(&articles, changed.replace("أمس", "اليوم")).unwrap();
    let (status, told) = again(&report, &["--workbook", "all"]);
    assert_eq!(status, Some(2));
    for expected in ["articles.csv", "run.csv"] {
        assert!(told.contains(expected), "{told}");
    }
    assert!(files(&report) == before);
    // Nor is a folder that is no report.
    assert_eq!(again(home.path(), &[]).0, Some(2));
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
