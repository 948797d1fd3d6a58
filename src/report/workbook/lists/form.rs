//! One sheet to fill.

use super::choices::Choices;
use super::explained::explained;
use crate::report::workbook::fitting::fitting;
use crate::report::workbook::styles::Styles;
use crate::tables::Sheet;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, Note, Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows below the last one that is filled offer their choices, too.
const ROOM: u32 = 2_000;

/// Cells with errors, and with doubts.
const ERROR: Color = Color::RGB(0xFFC7CE);
const DOUBT: Color = Color::RGB(0xFFEB9C);

/// Columns whose cells are whole numbers.
const NUMBERS: [&str; 2] = ["stance", "for_state"];

/// Cells under their header.
#[derive(Default)]
pub(super) struct Table {
    /// The row of the header, from 0.
    pub at: u32,
    pub header: Vec<String>,
    /// Rows with their numbers, from 0.
    pub rows: Vec<(u32, Vec<String>)>,
}

impl Table {
    /// Those of a sheet, in the rows in which they stand there.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let row = |row: &crate::tables::Row| {
            let cells = (0..row.width()).map(|at| row.cell(at).to_owned());
            (row.number.saturating_sub(1) as u32, cells.collect())
        };
        let header = sheet.columns().map(str::to_owned).collect();
        let at = sheet.all_rows().next().map_or(0, |first| row(first).0);
        let rows = sheet.rows.iter().map(row).collect();
        Table { at, header, rows }
    }
}

/// What is wrong with a cell, with a row, or with all.
pub(super) struct Mark {
    pub row: Option<u64>,
    pub column: Option<String>,
    pub note: String,
    pub is_error: bool,
}

/// A sheet to fill.
pub(super) struct Form<'a> {
    pub name: String,
    /// What it is a list of.
    pub kind: String,
    pub table: Table,
    pub marks: Vec<Mark>,
    /// Choices of columns of its own.
    pub own: Vec<(String, Vec<Cow<'a, str>>)>,
}

impl Form<'_> {
    pub(super) fn new(name: &str, kind: &str, table: Table) -> Self {
        Form {
            name: name.to_owned(),
            kind: kind.to_owned(),
            table,
            marks: Vec::new(),
            own: Vec::new(),
        }
    }

    /// Writes it.
    pub(super) fn write(
        &self,
        sheet: &mut Worksheet,
        styles: &Styles,
        choices: &Choices,
    ) -> Result<(), XlsxError> {
        // A name that is no sheet's (longer than 31 letters) leaves the one it has.
        let _ = sheet.set_name(&self.name);
        let top = self.table.at;
        sheet.set_right_to_left(styles.from_right);
        sheet.set_freeze_panes(top + 1, 0)?;
        let typed = styles.words.clone().set_num_format("@");
        for (at, name) in (0..).zip(&self.table.header) {
            sheet.set_column_width(at, width(name))?;
            // What is typed stays as it is: no date of a name, no number of a key.
            if !NUMBERS.contains(&name.as_str()) {
                sheet.set_column_format(at, &typed)?;
            }
            sheet.write_string_with_format(top, at, &*fitting(name), &styles.header)?;
        }
        for (row, cells) in &self.table.rows {
            for (at, cell) in (0..).zip(cells) {
                self.put(sheet, (*row, at), cell, &typed)?;
            }
        }
        self.offer(sheet, choices)?;
        let mut notes = self.colour(sheet, &typed)?;
        for (at, name) in (0..).zip(&self.table.header) {
            if let Some(row) = explained(&self.kind, name) {
                let told = format!("{}\n{}", &row[4], &row[3]);
                notes.entry((top, at)).or_default().push(told);
            }
        }
        for ((row, at), told) in notes {
            sheet.insert_note(row, at, &note(&told.join("\n\n")))?;
        }
        let last = self.table.header.len().saturating_sub(1) as u16;
        sheet.autofilter(top, 0, self.last(), last)?;
        Ok(())
    }

    fn put(
        &self,
        sheet: &mut Worksheet,
        (row, at): (u32, u16),
        cell: &str,
        style: &Format,
    ) -> Result<(), XlsxError> {
        let name = self.table.header.get(usize::from(at));
        let is_number = name.is_some_and(|name| NUMBERS.contains(&name.as_str()));
        match cell.parse::<i32>() {
            Ok(number) if is_number => {
                let style = style.clone().set_num_format("0");
                sheet.write_number_with_format(row, at, number, &style)
            }
            _ if cell.is_empty() => sheet.write_blank(row, at, style),
            _ => sheet.write_string_with_format(row, at, &*fitting(cell), style),
        }
        .map(|_| ())
    }

    /// The last row that is filled.
    fn last(&self) -> u32 {
        let rows = self.table.rows.iter().map(|(row, _)| *row);
        rows.max().unwrap_or(self.table.at)
    }

    /// Lets cells choose.
    fn offer(&self, sheet: &mut Worksheet, choices: &Choices) -> Result<(), XlsxError> {
        let (first, last) = (self.table.at + 1, self.last() + ROOM);
        for (at, name) in (0..).zip(&self.table.header) {
            let rule = DataValidation::new()
                // Whoever knows better may write something else: it is a new key, or a list of keys.
                .set_error_style(DataValidationErrorStyle::Information);
            let asked = explained(&self.kind, name).map_or("", |row| &row[2]);
            let own = self.own.iter().find(|(column, _)| column == name);
            let rule = match (own, asked) {
                (Some((_, values)), _) => rule.allow_list_strings(values)?,
                (None, "") => continue,
                (None, "labels") => match self.frame(first).and_then(|at| choices.labels(&at)) {
                    Some(labels) => rule.allow_list_formula(labels),
                    None => continue,
                },
                (None, key) if key.contains(';') => {
                    let values: Vec<&str> = key.split(';').collect();
                    rule.allow_list_strings(&values)?
                }
                (None, key) => {
                    let known = format!("{} {name}", self.kind);
                    let key = if key == "known" { &known } else { key };
                    match choices.formula(key) {
                        Some(values) => rule.allow_list_formula(values),
                        None => continue,
                    }
                }
            };
            sheet.add_data_validation(first, at, last, at, &rule)?;
        }
        Ok(())
    }

    /// The cell of a row that holds its frame.
    fn frame(&self, row: u32) -> Option<String> {
        let at = self.table.header.iter().position(|name| name == "frame")?;
        Some(format!("${}{}", column_number_to_name(at as u16), row + 1))
    }

    /// Colours what is marked, and gives the notes of its cells.
    fn colour(
        &self,
        sheet: &mut Worksheet,
        style: &Format,
    ) -> Result<BTreeMap<(u32, u16), Vec<String>>, XlsxError> {
        let mut notes: BTreeMap<(u32, u16), Vec<String>> = BTreeMap::new();
        let mut errors = BTreeSet::new();
        let mut coloured = BTreeSet::new();
        for mark in &self.marks {
            let row = mark
                .row
                .map_or(self.table.at, |row| row.saturating_sub(1) as u32);
            let header = &self.table.header;
            let named = |name: &String| header.iter().position(|known| known == name);
            let column = mark.column.as_ref().and_then(named);
            let place = (row, column.unwrap_or_default() as u16);
            notes.entry(place).or_default().push(mark.note.clone());
            let all = match column {
                Some(at) => at..at + 1,
                None => 0..header.len().max(1),
            };
            for at in all {
                coloured.insert((row, at as u16));
                if mark.is_error {
                    errors.insert((row, at as u16));
                }
            }
        }
        let rows: BTreeMap<u32, &Vec<String>> = self
            .table
            .rows
            .iter()
            .map(|(row, cells)| (*row, cells))
            .collect();
        for place in coloured {
            let fill = if errors.contains(&place) {
                ERROR
            } else {
                DOUBT
            };
            let style = style.clone().set_background_color(fill);
            let cells = match place.0 == self.table.at {
                true => Some(&self.table.header),
                false => rows.get(&place.0).copied(),
            };
            let cell = cells.and_then(|cells| cells.get(usize::from(place.1)));
            self.put(sheet, place, cell.map_or("", String::as_str), &style)?;
        }
        Ok(notes)
    }
}

fn note(text: &str) -> Note {
    let lines: usize = text.lines().map(|line| 1 + line.chars().count() / 38).sum();
    // Excel takes no longer ones, with room for the name of who wrote it.
    let text: String = text.chars().take(16_000).collect();
    Note::new(text)
        .add_author_prefix(false)
        .set_author("mizan")
        .set_width(280)
        .set_height((lines as u32 * 18 + 12).clamp(60, 400))
}

fn width(column: &str) -> f64 {
    match column {
        "text" => 80.0,
        "hit" | "miss" | "note" | "question" | "question_ar" | "title" | "name" | "reason"
        | "sentence" | "before" | "after" | "called" | "places" => 40.0,
        "stance" | "language" | "row" | "pos" => 10.0,
        _ => 18.0,
    }
}
