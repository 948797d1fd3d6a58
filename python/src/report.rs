//! A study and its report.

use crate::rows::{Collected, Rows};
use crate::{errors, given, work};
use mizan::{
    Beside, Corpus, Findings, Keys, Mark, PageOptions, PageTexts, ReadOptions, WorkbookOptions,
    WorkbookRows,
};
use pyo3::prelude::*;
use pyo3_arrow::PyTable;
use std::path::PathBuf;
use std::sync::Arc;

/// Everything that a study found.
#[pyclass(module = "mizan._mizan", frozen)]
pub(crate) struct Study {
    findings: Arc<Findings>,
    threads: Option<usize>,
}

/// What is studied.
enum Articles {
    Rows(Collected),
    Files(Vec<PathBuf>),
    Demo,
}

impl Articles {
    fn corpus(&self, options: &ReadOptions) -> mizan::Result<Corpus> {
        match self {
            Articles::Rows(rows) => Corpus::of(rows.cells(), options),
            Articles::Files(files) => Corpus::read(files, options),
            Articles::Demo => mizan::demo(),
        }
    }

    /// The table of sources that stands beside files is taken by itself, as the program takes it.
    fn sources(&self) -> Option<PathBuf> {
        match self {
            Articles::Files(files) => mizan::sources_beside(files),
            _ => None,
        }
    }
}

/// Studies articles: `rows`, or those of `files`, or the demo where neither is given.
#[pyfunction]
#[pyo3(signature = (rows, files, columns, lexicons, settings, events, sources, threads))]
#[expect(
    clippy::too_many_arguments,
    reason = "they are named where people call it"
)]
pub(crate) fn weigh(
    py: Python<'_>,
    rows: Option<PyRefMut<'_, Rows>>,
    files: Option<Vec<PathBuf>>,
    columns: Vec<(String, String)>,
    lexicons: Option<PathBuf>,
    settings: Option<&Bound<'_, PyAny>>,
    events: Option<PathBuf>,
    sources: Option<PathBuf>,
    threads: Option<usize>,
) -> PyResult<Study> {
    let settings = given::settings(settings)?;
    let options = given::options(columns, &settings);
    let articles = match (rows, files) {
        (Some(mut rows), _) => Articles::Rows(rows.taken()),
        (None, Some(files)) => Articles::Files(files),
        (None, None) => Articles::Demo,
    };
    let findings = work::done(py, threads, move |until| {
        let lexicon = given::lexicon(lexicons)?;
        let mut corpus = articles.corpus(&options)?;
        if let Some(sources) = sources.or_else(|| articles.sources()) {
            corpus.know_sources(&sources, &options.limits)?;
        }
        if let Some(events) = events {
            corpus.group(&events, &options.limits)?;
        }
        drop(articles);
        mizan::weigh(corpus, lexicon, settings, until)
    })?;
    Ok(Study {
        findings: Arc::new(findings),
        threads,
    })
}

#[pymethods]
impl Study {
    /// The names of its tables.
    #[getter]
    fn tables(&self) -> Vec<&'static str> {
        let by_month = self.findings.settings.by_month;
        let names = Findings::table_names().into_iter();
        names
            .filter(|name| by_month || !name.ends_with("_by_month"))
            .collect()
    }

    /// What was found, in a few plain sentences.
    #[getter]
    fn summary(&self) -> String {
        self.findings.summary()
    }

    /// One of its tables.
    fn table<'py>(&self, py: Python<'py>, name: String) -> PyResult<Bound<'py, PyAny>> {
        let findings = Arc::clone(&self.findings);
        if !self.tables().contains(&&*name)
            && let Err(error) = findings.table(&name)
        {
            return Err(errors::no_table(py, &error));
        }
        let table = work::done(py, self.threads, move |_| {
            findings.arrow(&name, Keys::Dictionary)
        })?;
        PyTable::try_new(table.batches, table.schema)?.into_pyarrow(py)
    }

    /// Writes its report.
    fn write(
        &self,
        py: Python<'_>,
        folder: PathBuf,
        how: (Option<String>, Option<bool>, bool, bool),
    ) -> PyResult<()> {
        let (page, workbook, parquet, bom) = how;
        let beside = Beside {
            mark: if bom { Mark::Bom } else { Mark::None },
            page: page
                .map(|texts| page_options(py, &texts, None))
                .transpose()?,
            workbook: workbook.map(|all| WorkbookOptions {
                rows: rows(all),
                ..WorkbookOptions::default()
            }),
            parquet,
        };
        let findings = Arc::clone(&self.findings);
        work::done(py, self.threads, move |_| {
            findings.write_with(&folder, beside)
        })
    }

    /// Its page.
    fn page(&self, py: Python<'_>, texts: &str, articles: Option<usize>) -> PyResult<String> {
        let options = page_options(py, texts, articles)?;
        let findings = Arc::clone(&self.findings);
        work::done(py, self.threads, move |_| Ok(findings.page(options)))
    }

    /// Writes its workbook.
    fn workbook(&self, py: Python<'_>, path: PathBuf, all: bool) -> PyResult<()> {
        let findings = Arc::clone(&self.findings);
        work::done(py, self.threads, move |_| {
            findings.write_workbook(&path, rows(all))
        })
    }
}

fn rows(all: bool) -> WorkbookRows {
    match all {
        true => WorkbookRows::All,
        false => WorkbookRows::First,
    }
}

fn page_options(py: Python<'_>, texts: &str, articles: Option<usize>) -> PyResult<PageOptions> {
    let known = [PageTexts::Full, PageTexts::Excerpts, PageTexts::Nothing];
    let Some(texts) = known.into_iter().find(|known| known.name() == texts) else {
        let what = format!("texts: `{texts}` is not known; give full, excerpts or none");
        return Err(errors::setting(py, &what));
    };
    let articles = articles.unwrap_or_else(|| PageOptions::default().articles);
    Ok(PageOptions { texts, articles })
}
