//! `mizan lexicon export`: the word lists as files to edit.

use super::super::{Ending, print};
use crate::error::Result;
use crate::lexicon::files;
use std::path::Path;

/// Runs the command.
///
/// Errors: a folder that holds something, or that cannot be written.
pub fn run(folder: &Path) -> Result<Ending> {
    let written = files::export(folder)?;
    let shown = folder.display();
    print(&format!(
        "{} files are in {shown}; edit them in a spreadsheet, then: mizan lexicon check {shown}\n",
        written.len()
    ))?;
    Ok(Ending::Done)
}
