//! A program that was built without Parquet says so, before it begins.

use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::report::table::Rows;
use crate::settings::Settings;
use crate::study::Findings;
use crate::wording::word;
use std::path::Path;

/// Says that there is none.
pub(crate) fn able() -> Result<()> {
    Err(Error::Argument(word("place.no-parquet").to_owned()))
}

/// Refuses.
pub(crate) fn write(_: &Findings, _: &Path) -> Result<()> {
    able()
}

/// Refuses.
pub(crate) fn bytes(
    _: &str,
    _: (&Lexicon, &Settings),
    _: impl FnOnce(&mut dyn Rows) -> Result<()>,
) -> Result<Vec<u8>> {
    able().map(|()| Vec::new())
}
