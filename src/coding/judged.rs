//! Rows of a report's table drawn to be judged, and how many of them were right.

use super::codings::MOST_MEGABYTES;
use crate::error::{Error, Result, isolated};
use crate::sources::chance::Chance;
use crate::tables::{Limits, Row, Sheet, refused};
use crate::wording::{Tongue, in_tongue, said, word};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::path::Path;

/// The columns that a sheet to be judged has before those of its table.
pub(crate) const BEFORE: [&str; 4] = ["table", "row", "judgement", "note"];

/// Columns that tell how sure the program is: whoever judges blind does not see them.
const HIDDEN: [&str; 10] = [
    "binding",
    "certain",
    "ended",
    "guess",
    "known",
    "low",
    "high",
    "p",
    "q",
    "similarity",
];

/// A column of more different values in a sample is no kind of row.
const MOST_KINDS: usize = 12;

/// Tables of a report are read whole.
const OF_REPORT: Limits = Limits {
    list_megabytes: 4096,
    ..Limits::DEFAULT
};

/// What somebody says of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judgement {
    Right,
    Wrong,
    Unsure,
}

impl Judgement {
    const ALL: [(Judgement, &'static str); 3] = [
        (Judgement::Right, "judged.right"),
        (Judgement::Wrong, "judged.wrong"),
        (Judgement::Unsure, "judged.unsure"),
    ];

    /// Of a cell, in either language.
    fn of(cell: &str) -> Option<Judgement> {
        let cell = cell.to_lowercase();
        let says = |key| {
            let tongues = [Tongue::English, Tongue::Arabic];
            tongues
                .into_iter()
                .any(|tongue| in_tongue(tongue, key) == cell)
        };
        let known = Judgement::ALL.into_iter().find(|(_, key)| says(*key));
        known.map(|(judgement, _)| judgement)
    }
}

/// How many rows of a kind were judged how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Judgements {
    /// Rows that are right.
    pub right: u32,
    /// Rows that are wrong.
    pub wrong: u32,
    /// Rows of which nobody could say.
    pub unsure: u32,
}

impl Judgements {
    fn add(&mut self, judgement: Judgement) {
        match judgement {
            Judgement::Right => self.right += 1,
            Judgement::Wrong => self.wrong += 1,
            Judgement::Unsure => self.unsure += 1,
        }
    }

    /// The share of right rows among those that are right or wrong, 0…1, with its 95 % interval;
    /// `None` where there are none.
    pub(crate) fn precision(self) -> Option<(f64, (f64, f64))> {
        share(self.right, self.right + self.wrong)
    }

    /// The share of right rows among all that were judged, 0…1; `None` where there are none.
    pub(crate) fn strict(self) -> Option<f64> {
        let all = self.right + self.wrong + self.unsure;
        share(self.right, all).map(|(share, _)| share)
    }
}

/// A share and its 95 % interval by Wilson's score, which holds for few rows and for shares near 1.
///
/// Source: Wilson (1927), *Probable Inference, the Law of Succession, and Statistical Inference*,
/// Journal of the American Statistical Association 22, 209–212, without continuity correction; for
/// why this one see Brown, Cai & DasGupta (2001), Statistical Science 16(2), 101–133.
fn share(part: u32, whole: u32) -> Option<(f64, (f64, f64))> {
    // The 97.5 % point of the standard normal.
    const Z: f64 = 1.959_963_984_540_054;
    let n = f64::from(whole);
    let p = (whole > 0).then(|| f64::from(part) / n)?;
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let end = |sign: f64| ((middle + sign * half) / (1.0 + Z * Z / n)).clamp(0.0, 1.0);
    Some((p, (end(-1.0), end(1.0))))
}

/// A table of a report, to be drawn from.
pub(crate) struct OfReport {
    sheet: Sheet,
    table: String,
}

impl OfReport {
    /// Reads a table of a report folder.
    ///
    /// Errors: no report, no such table, one without rows, and what is wrong with it.
    pub(crate) fn read(report: &Path, table: &str) -> Result<OfReport> {
        let refused = |key, with: [&dyn Display; 3]| Err(Error::Coding(said(key, &with)));
        let (tables, name, asked) = (tables(report), report.display(), isolated(table));
        if !tables.contains("columns") {
            return refused("judged.no-report", [&name, &"", &""]);
        }
        let table = table.strip_suffix(".csv").unwrap_or(table);
        if !tables.contains(table) {
            let all = tables.into_iter().collect::<Vec<String>>().join(", ");
            return refused("judged.no-table", [&name, &asked, &all]);
        }
        let sheet = Sheet::load(&report.join(format!("{table}.csv")), &OF_REPORT)?.0;
        if sheet.rows.is_empty() {
            return refused("judged.no-rows", [&name, &asked, &""]);
        }
        Ok(OfReport {
            sheet,
            table: table.to_owned(),
        })
    }

    /// How many rows it has.
    pub(crate) fn len(&self) -> usize {
        self.sheet.rows.len()
    }

    /// The columns of a sheet to be judged: those of the table that do not tell how sure the program
    /// is.
    pub(crate) fn shown(&self) -> Vec<&str> {
        let header = self.sheet.columns();
        header.filter(|name| !HIDDEN.contains(name)).collect()
    }

    /// Some rows, in random order, with what stands before them in a sheet to be judged.
    pub(crate) fn draw(&self, rows: usize, seed: u64) -> Vec<Vec<String>> {
        let mut all: Vec<&Row> = self.sheet.rows.iter().collect();
        Chance::new(seed, &[all.len() as u64]).bring_forward(&mut all, rows);
        let shown = self.shown();
        let cells = |row: &&Row| {
            let before = [self.table.clone(), row.number.to_string()];
            let before = before.into_iter().chain([String::new(), String::new()]);
            let own = shown
                .iter()
                .map(|name| self.sheet.as_meant(row, name).to_owned());
            before.chain(own).collect()
        };
        all.iter().take(rows).map(cells).collect()
    }

    /// Its row of a number as spreadsheets count.
    fn row(&self, number: &str) -> Option<&Row> {
        let number: u64 = number.parse().ok()?;
        let at = self
            .sheet
            .rows
            .binary_search_by_key(&number, |row| row.number);
        at.ok().map(|at| &self.sheet.rows[at])
    }
}

/// The tables of a report, by the names of their files without the ending.
fn tables(report: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(report).into_iter().flatten().flatten();
    let name = |file: std::fs::DirEntry| {
        let name = file.file_name().into_string().ok()?;
        name.strip_suffix(".csv").map(str::to_owned)
    };
    files.filter_map(name).collect()
}

/// A sheet that somebody judged.
pub(crate) struct Judged {
    /// How many rows it has, judged or not.
    pub drawn: usize,
    /// All rows, then those of each kind: column, value.
    pub rows: Vec<(String, String, Judgements)>,
}

/// Whether a table is a sheet that was drawn to be judged.
///
/// Errors: those of the table. One too long for a coding is none.
pub(crate) fn is_judged(path: &Path) -> Result<bool> {
    let most = u64::from(MOST_MEGABYTES) << 20;
    let is_long = |found: std::fs::Metadata| found.is_dir() || found.len() > most;
    if std::fs::metadata(path).is_ok_and(is_long) {
        return Ok(false);
    }
    let (sheet, _) = Sheet::load(path, &OF_REPORT)?;
    Ok(BEFORE.iter().all(|column| sheet.has(column)))
}

/// Reads a sheet that somebody judged, and of what kinds its rows are in the report. `kinds` gives
/// the columns of a table that may tell one.
///
/// Errors: a word that is no judgement, a row that the report has not or has otherwise.
pub(crate) fn judged(
    path: &Path,
    report: &Path,
    kinds: impl Fn(&str) -> Vec<String>,
) -> Result<Judged> {
    let (sheet, _) = Sheet::load(path, &OF_REPORT)?;
    let table = sheet
        .rows
        .first()
        .map_or("", |row| sheet.cell(row, "table"));
    let of = OfReport::read(report, table)?;
    let (mut faults, mut told) = (Vec::new(), Vec::new());
    for row in &sheet.rows {
        let cell = sheet.as_meant(row, "judgement");
        let own = of.row(sheet.cell(row, "row"));
        let own = own.filter(|own| is_same(&sheet, row, &of, own));
        match (Judgement::of(cell), own) {
            (_, None) => {
                let what = said("judged.changed", &[&report.display(), &table]);
                faults.push(sheet.fault(row, "row", what, word("judged.draw")));
            }
            (None, _) if cell.is_empty() => {}
            (None, _) => {
                let what = said("judged.no-judgement", &[&isolated(cell)]);
                faults.push(sheet.fault(row, "judgement", what, word("judged.write")));
            }
            (Some(judgement), Some(own)) => told.push((judgement, own)),
        }
    }
    if !faults.is_empty() {
        return Err(refused(&faults));
    }
    let mut rows = vec![(String::new(), String::new(), Judgements::default())];
    told.iter()
        .for_each(|(judgement, _)| rows[0].2.add(*judgement));
    for column in kinds(table) {
        let mut by_kind: BTreeMap<&str, Judgements> = BTreeMap::new();
        for (judgement, own) in &told {
            let kind = of.sheet.as_meant(own, &column);
            by_kind.entry(kind).or_default().add(*judgement);
        }
        if (2..=MOST_KINDS).contains(&by_kind.len()) {
            let of_kind = |(kind, sum): (&str, Judgements)| (column.clone(), kind.to_owned(), sum);
            rows.extend(by_kind.into_iter().map(of_kind));
        }
    }
    Ok(Judged {
        drawn: sheet.rows.len(),
        rows,
    })
}

/// Whether a row of a sheet is still what the report says, by its cells of letters: spreadsheets
/// write numbers and dates in ways of their own.
fn is_same(sheet: &Sheet, row: &Row, of: &OfReport, own: &Row) -> bool {
    let lettered = |cell: &&str| cell.chars().any(char::is_alphabetic);
    let mut shown = of.shown().into_iter().filter(|name| sheet.has(name));
    shown.all(|name| {
        let given = sheet.as_meant(row, name);
        let kept = of.sheet.as_meant(own, name);
        BEFORE.contains(&name) || !lettered(&kept) || given == kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(table: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("columns.csv"), "table,column\n").unwrap();
        std::fs::write(folder.path().join("copies.csv"), table).unwrap();
        folder
    }

    const TABLE: &str =
        "article,change,certain\na,added,yes\nb,dropped,no\nc,added,no\nd,added,no\n";

    fn sheet_of(folder: &Path, judge: impl Fn(&[String]) -> &'static str) -> std::path::PathBuf {
        let of = OfReport::read(folder, "copies").unwrap();
        let mut text = format!("{},{}\n", BEFORE.join(","), of.shown().join(","));
        for mut row in of.draw(3, 7) {
            row[2] = judge(&row).to_owned();
            text += &format!("{}\n", row.join(","));
        }
        let path = folder.join("sheet.csv");
        std::fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn a_sheet_has_random_rows_and_not_what_tells_how_sure_the_program_is() {
        let folder = folder(TABLE);
        let of = OfReport::read(folder.path(), "copies").unwrap();
        assert_eq!(of.shown(), ["article", "change"]);
        assert_eq!(of.draw(3, 7), of.draw(3, 7));
        assert_eq!(of.draw(3, 7).len(), 3);
        assert_eq!(of.draw(9, 7).len(), 4);
        let orders: std::collections::BTreeSet<_> = (0..20).map(|seed| of.draw(2, seed)).collect();
        assert!(orders.len() > 4);
    }

    #[test]
    fn what_cannot_be_drawn_from_is_told_with_what_can() {
        let told = |report: &Path, table| OfReport::read(report, table).err().unwrap().to_string();
        let folder = folder(TABLE);
        assert_eq!(
            OfReport::read(folder.path(), "copies.csv").unwrap().len(),
            4
        );
        let names = told(folder.path(), "../copies");
        assert!(names.contains("columns, copies"), "{names}");
        assert!(told(folder.path(), "columns").contains("columns"));
        let nothing = folder.path().join("nothing");
        assert!(told(&nothing, "copies").contains("mizan compare"));
    }

    #[test]
    fn judgements_in_either_language_give_the_precision_of_all_rows_and_of_each_kind() {
        let folder = folder(TABLE);
        let path = sheet_of(folder.path(), |row| match row[5].as_str() {
            "added" => "right",
            _ => "خطأ",
        });
        let kinds = |_: &str| vec!["change".to_owned(), "certain".to_owned()];
        let found = judged(&path, folder.path(), kinds).unwrap();
        let all = found.rows[0].2;
        assert_eq!((found.drawn, all.right + all.wrong), (3, 3));
        let of = |value: &str| {
            found
                .rows
                .iter()
                .find(|row| row.1 == value)
                .map(|row| row.2)
        };
        if let Some(dropped) = of("dropped") {
            assert_eq!((dropped.right, dropped.wrong), (0, 1));
        }
    }

    #[test]
    fn a_sheet_of_another_report_and_a_word_that_is_no_judgement_are_told() {
        let first = folder(TABLE);
        let path = sheet_of(first.path(), |_| "maybe");
        let kinds = |_: &str| Vec::new();
        let told = judged(&path, first.path(), kinds)
            .err()
            .unwrap()
            .to_string();
        assert!(told.contains("maybe"), "{told}");
        let path = sheet_of(first.path(), |_| "right");
        let other = folder("article,change,certain\nx,added,yes\ny,added,no\n");
        let told = judged(&path, other.path(), kinds)
            .err()
            .unwrap()
            .to_string();
        assert!(told.contains("row"), "{told}");
    }

    #[test]
    fn the_interval_is_that_of_wilson() {
        // Brown, Cai & DasGupta's formula by hand: 36 of 40.
        let (p, (low, high)) = share(36, 40).unwrap();
        assert!((p - 0.9).abs() < 1e-12);
        assert!(
            (low - 0.769_4).abs() < 1e-3 && (high - 0.960_4).abs() < 1e-3,
            "{low} {high}"
        );
        let (_, (low, high)) = share(10, 10).unwrap();
        assert!(
            (low - 0.722_5).abs() < 1e-3 && (high - 1.0).abs() < 1e-9,
            "{low} {high}"
        );
        assert_eq!(share(0, 0), None);
    }
}
