//! `mizan lexicon check`: every fault of the word lists.

use super::super::{Ending, print};
use crate::error::{Fault, Result, Severity};
use crate::lexicon::{self, files};
use std::path::Path;

/// Runs the command on a folder, or on the built-in lists.
///
/// Errors: a folder that is none. Faults in the lists are findings, no errors.
pub fn run(folder: Option<&Path>) -> Result<Ending> {
    let files = match folder {
        Some(folder) => files::of_folder(folder)?,
        None => files::built_in(),
    };
    let faults = lexicon::check(&files);
    let of = |severity: Severity| {
        faults
            .iter()
            .filter(move |fault| fault.severity == severity)
    };
    let lines = |faults: &mut dyn Iterator<Item = &Fault>| {
        faults.map(|fault| format!("{fault}\n")).collect::<String>()
    };
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    print(&lines(&mut of(Severity::Error)))?;
    if warnings > 0 {
        print(&format!(
            "\nWarnings:\n{}",
            lines(&mut of(Severity::Warning))
        ))?;
    }
    print(&format!(
        "{} files: {errors} errors, {warnings} warnings\n",
        files.len()
    ))?;
    Ok(if faults.is_empty() {
        Ending::Done
    } else {
        Ending::Findings
    })
}
