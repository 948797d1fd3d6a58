//! What a table says stands where: the rows of a `mentions.csv`, or of one filled in by hand.

use crate::corpus::Part;
use crate::error::{Error, Fault, Result, did_you_mean, isolated};
use crate::language;
use crate::tables::{self, Limits, Sheet, refused};
use crate::voice::Voice;
use crate::wording::{said, word};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// The places of a whole report are read at once.
const OF_REPORT: Limits = Limits {
    list_megabytes: 4096,
    ..Limits::DEFAULT
};

/// A table that somebody filled in has a few of these. One of a report may have more, and is given
/// with its folder.
pub(super) const MOST_MEGABYTES: u32 = 128;

/// One coding: of each article what was found in it.
pub(crate) struct Codings {
    /// What it is called.
    pub name: String,
    /// Whether it is a report, which has all its articles whether anything was found or not.
    pub is_report: bool,
    /// Whether every row with a label names its frame.
    pub has_frames: bool,
    articles: BTreeMap<String, Vec<Coding>>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Coding {
    /// Title or body; `None` where it is not said.
    pub part: Option<Part>,
    /// First character and one past the last; `None` where it is not said.
    pub place: Option<Range<u32>>,
    /// The words there, folded.
    pub form: String,
    /// The question; empty where it is not said.
    pub frame: String,
    /// The answer; `None` where the row says that there is none at the place.
    pub label: Option<String>,
    /// `None` where it was not coded.
    pub stance: Option<i8>,
    /// `None` where it was not coded.
    pub voice: Option<Voice>,
    /// Whom it is about, empty for nobody known; `None` where it was not coded.
    pub actor: Option<String>,
    /// Whether it abstains from naming an actor: it has a guess.
    pub abstains: bool,
}

/// What to do about a column that is missing, by its row of wording.
const COLUMNS: &str = "coding.columns";

/// A row of the table that is read.
#[derive(Clone, Copy)]
struct CodedRow<'a> {
    sheet: &'a Sheet,
    row: &'a tables::Row,
}

impl<'a> CodedRow<'a> {
    fn cell(&self, column: &str) -> &'a str {
        self.sheet.as_meant(self.row, column)
    }

    fn fault(&self, column: &str, what: &str, remedy: &str) -> Fault {
        self.sheet.fault(self.row, column, what, remedy)
    }
}

fn rows(sheet: &Sheet) -> impl Iterator<Item = CodedRow<'_>> {
    sheet.rows.iter().map(|row| CodedRow { sheet, row })
}

/// How *nothing stands here* may be written in the column `label`.
const NOTHING: [&str; 3] = ["", "none", "-"];

impl Codings {
    /// Reads a table, or the `mentions.csv` and `articles.csv` of a report folder. Rows that do not
    /// count (`counted` 0) are left out.
    ///
    /// Errors: no such file or folder, a missing column, and the faults of all rows in one message.
    pub(crate) fn read(path: &Path) -> Result<Codings> {
        let name = path.display().to_string();
        if !path.is_dir() {
            return Codings::of(&of_file(path, &name)?, name);
        }
        let [mentions, articles] = ["mentions.csv", "articles.csv"].map(|file| path.join(file));
        if !mentions.exists() || !articles.exists() {
            return Err(Error::Coding(said("coding.no-report", &[&name])));
        }
        let mut codings = Codings::of(&Sheet::load(&mentions, &OF_REPORT)?.0, name)?;
        let (articles, _) = Sheet::load(&articles, &OF_REPORT)?;
        articles.needs("article", word(COLUMNS))?;
        for row in rows(&articles) {
            let article = row.cell("article").to_owned();
            codings.articles.entry(article).or_default();
        }
        codings.is_report = true;
        Ok(codings)
    }

    fn of(sheet: &Sheet, name: String) -> Result<Codings> {
        for column in ["article", "label"] {
            sheet.needs(column, word(COLUMNS))?;
        }
        let mut articles: BTreeMap<String, Vec<Coding>> = BTreeMap::new();
        let mut faults = Vec::new();
        for row in rows(sheet) {
            let article = row.cell("article");
            if article.is_empty() {
                let remedy = word("coding.id");
                faults.push(row.fault("article", word("hint.empty-cell"), remedy));
                continue;
            }
            let codings = articles.entry(article.to_owned()).or_default();
            if row.cell("counted") == "0" {
                continue;
            }
            match coding(row) {
                Ok(coding) => codings.extend(coding),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(refused(&faults));
        }
        let mut labelled = articles
            .values()
            .flatten()
            .filter(|one| one.label.is_some());
        Ok(Codings {
            name,
            is_report: false,
            has_frames: labelled.all(|coding| !coding.frame.is_empty()),
            articles,
        })
    }

    /// The ids of its articles, sorted.
    pub(crate) fn articles(&self) -> impl Iterator<Item = &str> {
        self.articles.keys().map(String::as_str)
    }

    /// What it says of an article, in the order of the table.
    pub(crate) fn of_article(&self, article: &str) -> &[Coding] {
        self.articles.get(article).map_or(&[], Vec::as_slice)
    }
}

/// What a row says; `None` where it only says that the article was read.
/// A table that is given by itself.
fn of_file(path: &Path, name: &str) -> Result<Sheet> {
    let limits = Limits {
        list_megabytes: MOST_MEGABYTES,
        ..Limits::DEFAULT
    };
    let found = std::fs::metadata(path).ok();
    if found.is_some_and(|found| found.len() > u64::from(MOST_MEGABYTES) << 20) {
        return Err(Error::Coding(said(
            "coding.long",
            &[&name, &MOST_MEGABYTES],
        )));
    }
    Ok(Sheet::load(path, &limits)?.0)
}

fn coding(row: CodedRow) -> std::result::Result<Option<Coding>, Fault> {
    let label = row.cell("label");
    let label = (!NOTHING.contains(&label.to_lowercase().as_str())).then(|| label.to_owned());
    let place = place(row)?;
    let form = language::of(None).fold(row.cell("form"));
    if place.is_none() && form.is_empty() {
        return match label {
            None => Ok(None),
            Some(_) => Err(row.fault("form", word("coding.no-place"), word("coding.give-place"))),
        };
    }
    Ok(Some(Coding {
        part: part(row)?,
        place,
        form,
        frame: row.cell("frame").to_owned(),
        label,
        stance: stance(row)?,
        voice: voice(row)?,
        actor: (row.sheet.has("actor")).then(|| row.cell("actor").to_owned()),
        abstains: row.cell("actor").is_empty() && !row.cell("guess").is_empty(),
    }))
}

fn part(row: CodedRow) -> std::result::Result<Option<Part>, Fault> {
    match row.cell("part").to_lowercase().as_str() {
        "" => Ok(None),
        "title" => Ok(Some(Part::Title)),
        "body" => Ok(Some(Part::Body)),
        other => Err(row.fault(
            "part",
            &said("coding.part", &[&isolated(other)]),
            word("coding.parts"),
        )),
    }
}

fn place(row: CodedRow) -> std::result::Result<Option<Range<u32>>, Fault> {
    let [start, end] = ["start_char", "end_char"].map(|column| (column, row.cell(column)));
    if start.1.is_empty() && end.1.is_empty() {
        return Ok(None);
    }
    let number = |(column, cell): (&str, &str)| {
        cell.parse::<u32>().map_err(|_| {
            let remedy = word("coding.whole");
            row.fault(
                column,
                &said("coding.not-place", &[&isolated(cell)]),
                remedy,
            )
        })
    };
    let place = number(start)?..number(end)?;
    if place.is_empty() {
        let remedy = word("coding.past");
        return Err(row.fault("end_char", word("coding.empty-place"), remedy));
    }
    Ok(Some(place))
}

fn stance(row: CodedRow) -> std::result::Result<Option<i8>, Fault> {
    let cell = row.cell("stance");
    if cell.is_empty() {
        return Ok(None);
    }
    // What spreadsheets and typographers make of a stance: `-1.0`, `+1`, `−1`.
    let plain = cell.replace('−', "-").replace(',', ".");
    match plain.parse::<f64>() {
        Ok(stance) if stance.abs() <= 2.0 && stance.fract() == 0.0 => Ok(Some(stance as i8)),
        _ => Err(row.fault(
            "stance",
            &said("fault.stance", &[&isolated(cell)]),
            word("coding.stances"),
        )),
    }
}

fn voice(row: CodedRow) -> std::result::Result<Option<Voice>, Fault> {
    let cell = row.cell("voice").to_lowercase();
    let names = Voice::ALL.map(Voice::name);
    let found = names.iter().position(|name| *name == cell);
    if cell.is_empty() || found.is_some() {
        return Ok(found.map(|at| Voice::ALL[at]));
    }
    let advice = match did_you_mean(&cell, names) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => said("coding.voices", &[&names.join(", ")]),
    };
    Err(row.fault("voice", &said("coding.voice", &[&isolated(&cell)]), &advice))
}
