//! Mentions of articles that come batch by batch.

use crate::rows::Rows;
use crate::{errors, given, work};
use arrow_select::concat::concat_batches;
use mizan::{
    Article, Keys, Lexicon, ReadOptions, Settings, articles_of, mentions_schema, score_arrow,
};
use pyo3::prelude::*;
use pyo3_arrow::{PyRecordBatch, PySchema};
use std::path::PathBuf;
use std::sync::Arc;

/// Word lists, loaded once, and what is to be looked for with them.
struct Lists {
    lexicon: Lexicon,
    settings: Settings,
    options: ReadOptions,
    keys: Keys,
}

/// Scores articles batch by batch.
#[pyclass(module = "mizan._mizan", frozen)]
pub(crate) struct Scorer {
    lists: Arc<Lists>,
    threads: Option<usize>,
}

#[pymethods]
impl Scorer {
    /// Loads the lists.
    #[new]
    #[pyo3(signature = (columns, lexicons, settings, threads, dictionaries))]
    fn new(
        py: Python<'_>,
        columns: Vec<(String, String)>,
        lexicons: Option<PathBuf>,
        settings: Option<&Bound<'_, PyAny>>,
        threads: Option<usize>,
        dictionaries: bool,
    ) -> PyResult<Self> {
        let settings = given::settings(settings)?;
        let options = given::options(columns, &settings);
        let keys = match dictionaries {
            true => Keys::Dictionary,
            false => Keys::Text,
        };
        let lists = work::done(py, threads, move |_| {
            Ok(Lists {
                lexicon: given::lexicon(lexicons)?,
                settings,
                options,
                keys,
            })
        })?;
        Ok(Scorer {
            lists: Arc::new(lists),
            threads,
        })
    }

    /// The mentions of some rows, the first of which has a number, and remarks on the rows.
    fn score<'py>(
        &self,
        py: Python<'py>,
        mut rows: PyRefMut<'_, Rows>,
        first: u64,
    ) -> PyResult<(Bound<'py, PyAny>, Vec<String>)> {
        let (lists, rows) = (Arc::clone(&self.lists), rows.taken());
        let (scored, notes) = work::done(py, self.threads, move |_| {
            let items = articles_of(rows.cells(), first, &lists.options)?;
            drop(rows);
            let mut articles: Vec<Article> = Vec::new();
            let mut notes = Vec::new();
            for item in items {
                match item {
                    Ok(article) => articles.push(article),
                    Err(note) => notes.push(note.to_string()),
                }
            }
            let with = (&lists.lexicon, &lists.settings);
            Ok((score_arrow(&articles, with.0, with.1, lists.keys)?, notes))
        })?;
        let batch = concat_batches(&scored.schema, &scored.batches);
        let batch = batch.map_err(|fault| errors::mistake(py, &fault.to_string()))?;
        Ok((PyRecordBatch::new(batch).into_pyarrow(py)?, notes))
    }

    /// The schema of what it gives.
    #[getter]
    fn schema<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let Lists {
            lexicon,
            settings,
            keys,
            ..
        } = &*self.lists;
        PySchema::new(mentions_schema(lexicon, settings, *keys)).into_pyarrow(py)
    }

    /// The digest of its lists.
    #[getter]
    fn digest(&self) -> String {
        self.lists.lexicon.digest()
    }
}
