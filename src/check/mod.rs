//! Whether the lists do what they say: every row read, every cell looked at, every sentence tried.

mod cells;
mod changes;
mod excludes;
mod grammar;
mod invisible;
mod kinds;
mod load;
mod places;
mod sentences;
mod shadows;
mod shared;
mod twice;
mod variants;

pub(crate) use changes::{Changes, Edited, load_both};
pub(crate) use load::load;
pub(crate) use places::Finding;

use crate::error::Fault;
use crate::lexicon::Lexicon;
use crate::lexicon::files::ListFile;
use crate::lexicon::load::assemble;
use crate::lexicon::rows::{self, ListRows};
use crate::tables::Sheet;
use rayon::prelude::*;
use sentences::TriedSentences;
use shadows::Bases;

/// Every fault of every file, and all that is worth a look: what loading finds, and forms that two
/// entries share, forms that no entry makes or that are never found, names that may be one. Sorted
/// by file, row and column, each with its place in the file.
pub(crate) fn check(files: &[ListFile]) -> Vec<Finding> {
    let mut faults = Vec::new();
    let rows = sound(files, &mut faults);
    faults.extend(variants::proposals(&rows));
    faults.extend(shared::shared_forms(&rows));
    faults.extend(excludes::dead(&rows));
    let (sentences, bases) = (TriedSentences::of(&rows), Bases::of(&rows));
    let lexicon = assemble(rows, files);
    faults.extend(sentences.try_all(&lexicon));
    faults.extend(bases.try_all(&lexicon));
    places::of(files, settled(files, faults))
}

/// The lists as far as they can be read, and the faults that may keep a study from starting.
pub(crate) fn load_checked(files: &[ListFile]) -> (Lexicon, Vec<Fault>) {
    let mut faults = Vec::new();
    let rows = sound(files, &mut faults);
    let sentences = TriedSentences::of(&rows);
    let lexicon = assemble(rows, files);
    faults.extend(sentences.try_all(&lexicon));
    (lexicon, settled(files, faults))
}

/// The rows of all files, and what is wrong with them one by one and with each other.
fn sound(files: &[ListFile], faults: &mut Vec<Fault>) -> ListRows {
    let rows = rows::read(files, faults);
    let cells: Vec<Vec<Fault>> = files.par_iter().map(cells::damage).collect();
    faults.extend(cells.into_iter().flatten());
    faults.extend(kinds::unknown(&rows));
    faults.extend(twice::doubles(&rows));
    rows
}

/// In file order. Where `;` inside cells became separators, hardly a cell stands under its header:
/// that alone is told, not what follows from it.
fn settled(files: &[ListFile], mut faults: Vec<Fault>) -> Vec<Fault> {
    let sheet = |file: &ListFile| Sheet::read(&file.shown, &file.content, &mut Vec::new());
    let apart = files.iter().filter_map(|file| sheet(file).taken_apart());
    let apart: Vec<Fault> = apart.collect();
    if !apart.is_empty() {
        return apart;
    }
    let place = |fault: &Fault| fault.chars().map(|chars| chars.start);
    faults.sort_by(|a, b| {
        (&a.file, a.row, &a.column, place(a)).cmp(&(&b.file, b.row, &b.column, place(b)))
    });
    faults
}

#[cfg(test)]
mod tests {
    mod damage;
    mod grammar;
    mod named;
    mod rows;
    mod set;
}
