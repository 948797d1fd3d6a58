//! The half of the Python package `mizan` that is written in Rust; its other half, which people call,
//! is `mizan/__init__.py`.

mod errors;
mod given;
mod report;
mod rows;
mod scorer;
mod work;

use pyo3::prelude::*;
use std::ffi::OsString;

/// The program, with these arguments; gives its exit status.
#[pyfunction]
fn program(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| mizan::cli::status(args))
}

/// The articles of the demo study, each with its cells.
#[pyfunction]
fn demo(py: Python<'_>) -> PyResult<Vec<Vec<(&'static str, String)>>> {
    let corpus = mizan::demo().map_err(|error| errors::of(py, &error))?;
    let row = |article: &mizan::Article| {
        let date = article.date.map(|date| match date.timed {
            true => date.at.to_string(),
            false => date.at.date().to_string(),
        });
        vec![
            ("id", article.id.clone()),
            ("source", article.source.clone()),
            ("date", date.unwrap_or_default()),
            ("title", article.title.clone()),
            ("text", article.text.clone()),
            ("url", article.url.clone().unwrap_or_default()),
            ("language", article.language.clone().unwrap_or_default()),
            ("event", article.event.clone().unwrap_or_default()),
        ]
    };
    Ok(corpus.articles.iter().map(row).collect())
}

/// The module.
#[pymodule]
fn _mizan(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<rows::Rows>()?;
    module.add_class::<report::Study>()?;
    module.add_class::<scorer::Scorer>()?;
    module.add_function(wrap_pyfunction!(program, module)?)?;
    module.add_function(wrap_pyfunction!(demo, module)?)?;
    module.add_function(wrap_pyfunction!(report::weigh, module)?)
}
