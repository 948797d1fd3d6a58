//! A workbook of whatever kind, sheet by sheet and cell by cell.

use super::archive::Archive;
use super::compound;
use super::grid::{KeptCell, Refusal, Visit};
use super::ods;
use calamine::{Data, Reader, Xls, Xlsb, Xlsx, XlsxFormulaMetadata, open_workbook_from_rs};
use std::io::Cursor;

type Bytes<'a> = Cursor<&'a [u8]>;

/// A workbook that was opened.
pub(super) enum Workbook<'a> {
    New(Box<Xlsx<Bytes<'a>>>),
    Binary(Box<Xlsb<Bytes<'a>>>),
    Old(Box<Xls<Bytes<'a>>>),
    Free(Archive<'a>, Vec<ods::OdsSheet>),
}

impl<'a> Workbook<'a> {
    /// Opens a workbook, of which not more than so many bytes are to be unpacked.
    pub(crate) fn of(content: &'a [u8], most_bytes: u64) -> Result<Self, Refusal> {
        let bytes = Cursor::new(content);
        let Some(archive) = Archive::of(content) else {
            compound::check(content, most_bytes)?;
            return Ok(Workbook::Old(Box::new(open_workbook_from_rs(bytes)?)));
        };
        if archive.is_longer_than(most_bytes) {
            return Err(Refusal::TooLong);
        }
        if archive.has("content.xml") {
            let sheets = ods::sheets(&archive, most_bytes)?;
            return Ok(Workbook::Free(archive, sheets));
        }
        Ok(match archive.has("xl/workbook.bin") {
            true => Workbook::Binary(Box::new(open_workbook_from_rs(bytes)?)),
            false => Workbook::New(Box::new(open_workbook_from_rs(bytes)?)),
        })
    }

    /// The names of its sheets.
    pub(crate) fn sheets(&self) -> Vec<String> {
        match self {
            Workbook::New(book) => book.sheet_names(),
            Workbook::Binary(book) => book.sheet_names(),
            Workbook::Old(book) => book.sheet_names(),
            Workbook::Free(_, sheets) => sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        }
    }

    /// The names of those that hold something, or are damaged.
    pub(crate) fn filled(&mut self, most: u64) -> Vec<String> {
        if let Workbook::Free(_, sheets) = self {
            let filled = sheets.iter().filter(|sheet| sheet.is_filled);
            return filled.map(|sheet| sheet.name.clone()).collect();
        }
        let mut names = self.sheets();
        names.retain(|name| {
            let mut is_filled = false;
            let looked = self.each(name, most, &mut |_, found| {
                is_filled = !found.typed().is_empty();
                Ok(!is_filled)
            });
            is_filled || looked.is_err()
        });
        names
    }

    /// Hands every cell of a sheet to `visit` until it has enough. A cell may hold `most` bytes.
    pub(crate) fn each(
        &mut self,
        sheet: &str,
        most: u64,
        visit: &mut Visit,
    ) -> Result<(), Refusal> {
        match self {
            Workbook::New(book) => new(book, sheet, visit),
            Workbook::Binary(book) => binary(book, sheet, visit),
            Workbook::Old(book) => old(book, sheet, visit),
            Workbook::Free(archive, _) => ods::each(archive, sheet, most, visit),
        }
    }
}

fn new(book: &mut Xlsx<Bytes>, sheet: &str, visit: &mut Visit) -> Result<(), Refusal> {
    let mut cells = match book.worksheet_cells_reader(sheet) {
        // A sheet that is one picture.
        Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(()),
        cells => cells?,
    };
    while let Some(cell) = cells.next_cell_with_formula_metadata()? {
        let formula = cell.formula.map(|formula| match formula {
            XlsxFormulaMetadata::Normal { formula }
            | XlsxFormulaMetadata::Shared { formula, .. } => formula,
            _ => "…".to_owned(),
        });
        let found = KeptCell {
            value: cell.value.into(),
            formula: formula.filter(|formula| !formula.is_empty()),
        };
        if !visit(cell.pos, &found)? {
            break;
        }
    }
    Ok(())
}

fn binary(book: &mut Xlsb<Bytes>, sheet: &str, visit: &mut Visit) -> Result<(), Refusal> {
    {
        let mut cells = book.worksheet_cells_reader(sheet)?;
        while let Some(cell) = cells.next_cell()? {
            let found = KeptCell {
                value: cell.get_value().clone().into(),
                formula: None,
            };
            if !visit(cell.get_position(), &found)? {
                return Ok(());
            }
        }
    }
    let mut formulas = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = formulas.next_formula()? {
        if !visit(cell.get_position(), &of_formula(cell.get_value()))? {
            break;
        }
    }
    Ok(())
}

/// Of a cell whose value was handed on before, if it has one.
fn of_formula(formula: &str) -> KeptCell {
    KeptCell {
        value: Data::Empty,
        formula: Some(formula.to_owned()).filter(|formula| !formula.is_empty()),
    }
}

fn old(book: &mut Xls<Bytes>, sheet: &str, visit: &mut Visit) -> Result<(), Refusal> {
    let at = |first: (u32, u32), row: usize, column: usize| {
        (first.0 + row as u32, first.1 + column as u32)
    };
    let values = book.worksheet_range(sheet)?;
    let first = values.start().unwrap_or_default();
    for (row, column, value) in values.used_cells() {
        let found = KeptCell {
            value: value.clone(),
            formula: None,
        };
        if !visit(at(first, row, column), &found)? {
            return Ok(());
        }
    }
    let formulas = book.worksheet_formula(sheet)?;
    let first = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        if !visit(at(first, row, column), &of_formula(formula))? {
            break;
        }
    }
    Ok(())
}
