//! What goes wrong becomes an exception of Python, with the row.

use mizan::{Error, Fault};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyType};

/// The exception of a name in `mizan._errors`.
fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    let module = py.import("mizan._errors")?;
    Ok(module.getattr(name)?.cast_into::<PyType>()?)
}

fn raised(py: Python<'_>, name: &str, what: &str, row: Option<u64>, column: Option<&str>) -> PyErr {
    match class(py, name) {
        Ok(class) => PyErr::from_type(class, (what.to_owned(), row, column.map(str::to_owned))),
        Err(fault) => fault,
    }
}

/// Articles that cannot be read.
pub(crate) fn input(py: Python<'_>, what: &str, row: Option<u64>, column: Option<&str>) -> PyErr {
    raised(py, "InputError", what, row, column)
}

/// An argument with no such value.
pub(crate) fn setting(py: Python<'_>, what: &str) -> PyErr {
    raised(py, "SettingError", what, None, None)
}

/// A mistake of mizan's own.
pub(crate) fn mistake(py: Python<'_>, words: &str) -> PyErr {
    let what = format!("this is a mistake in mizan, not in your data; please report it: {words}");
    raised(py, "Error", &what, None, None)
}

/// Whatever the library refuses.
pub(crate) fn of(py: Python<'_>, error: &Error) -> PyErr {
    let what = error.to_string();
    let name = match error {
        Error::Lexicon(faults) => {
            return lexicon(py, &what, faults).unwrap_or_else(|fault| fault);
        }
        Error::Input(_) | Error::Table(_) | Error::Coding(_) => "InputError",
        Error::Setting(_) => "SettingError",
        Error::Lists(_) | Error::Dictionary(_) => "LexiconError",
        Error::Output(_) | Error::File { .. } => "OutputError",
        _ => "Error",
    };
    raised(py, name, &what, None, None)
}

/// No table of that name.
pub(crate) fn no_table(py: Python<'_>, error: &Error) -> PyErr {
    raised(py, "TableError", &error.to_string(), None, None)
}

fn lexicon(py: Python<'_>, what: &str, faults: &[Fault]) -> PyResult<PyErr> {
    let told = |fault: &Fault| -> PyResult<Py<PyDict>> {
        let told = PyDict::new(py);
        told.set_item("file", &fault.file)?;
        told.set_item("row", fault.row)?;
        told.set_item("column", fault.column.as_deref())?;
        told.set_item("what", &fault.what)?;
        told.set_item("remedy", &fault.remedy)?;
        Ok(told.unbind())
    };
    let row = faults.first().and_then(|fault| fault.row);
    let column = faults.first().and_then(|fault| fault.column.as_deref());
    let told = faults.iter().map(told).collect::<PyResult<Vec<_>>>()?;
    let args = (what.to_owned(), row, column.map(str::to_owned), told);
    Ok(PyErr::from_type(class(py, "LexiconError")?, args))
}
