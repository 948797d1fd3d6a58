//! What the writer of workbooks refuses, as an error of this program.

use crate::error::Error;
use crate::report::csv::failed;
use crate::wording::said;
use rust_xlsxwriter::XlsxError;

/// The error of a workbook that cannot be written.
pub(super) fn unwritten(fault: XlsxError) -> Error {
    match fault {
        XlsxError::IoError(fault) => failed(fault),
        fault => Error::Output(said("place.unwritten", &[&fault])),
    }
}
