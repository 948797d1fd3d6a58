//! Tables of a report as Arrow, as a program takes them.

use super::rows::Batch;
use super::schema::{About, Keys, schema};
use crate::corpus::Article;
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::report::beyond::shown;
use crate::report::cell::Cell;
use crate::report::columns::{self, Column};
use crate::report::table::Rows;
use crate::report::tables::mentions::{MentionRow, mention_rows};
use crate::report::taken::found;
use crate::settings::Settings;
use crate::study::{self, Findings};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use rayon::prelude::*;
use std::sync::Arc;

/// A table with all its rows, as Arrow.
#[derive(Clone, Debug)]
pub struct ArrowTable {
    /// Its columns, each with kind, unit and meaning; what made it.
    pub schema: SchemaRef,
    /// Its rows, sorted as in the report; none where it has no rows.
    pub batches: Vec<RecordBatch>,
}

impl ArrowTable {
    /// Makes one of what `fill` gives.
    fn filled(
        schema: SchemaRef,
        fill: impl FnOnce(&mut dyn Rows) -> Result<()>,
    ) -> Result<ArrowTable> {
        let mut rows = TableRows {
            batch: Batch::new(Arc::clone(&schema)),
            batches: Vec::new(),
        };
        fill(&mut rows)?;
        rows.finish()?;
        let batches = rows.batches;
        Ok(ArrowTable { schema, batches })
    }
}

struct TableRows {
    batch: Batch,
    batches: Vec<RecordBatch>,
}

impl Rows for TableRows {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.batches.extend(self.batch.row(cells));
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        self.batches.extend(self.batch.rest());
        Ok(())
    }
}

impl Findings {
    /// One table of the report, as Arrow.
    ///
    /// Errors: no table of that name.
    pub fn arrow(&self, name: &str, keys: Keys) -> Result<ArrowTable> {
        let table = found(name)?;
        let about = About::new(name, &self.lexicon, &self.settings);
        let schema = Arc::new(schema(&table.columns(&shown(self)), keys, &about));
        ArrowTable::filled(schema, |rows| (table.fill)(self, rows))
    }
}

/// The schema of what [`score_arrow`] gives.
pub fn mentions_schema(lexicon: &Lexicon, settings: &Settings, keys: Keys) -> SchemaRef {
    let about = About::new("mentions", lexicon, settings);
    Arc::new(schema(&mention_columns(), keys, &about))
}

fn mention_columns() -> Vec<Column> {
    columns::of("mentions", &[])
}

/// The mentions of some articles, article by article, as [`score`](crate::score) has them for one;
/// the articles are read on all processors.
///
/// Errors: none that a user could cause.
pub fn score_arrow(
    articles: &[Article],
    lexicon: &Lexicon,
    settings: &Settings,
    keys: Keys,
) -> Result<ArrowTable> {
    /// Enough that a batch is worth its columns, few enough that no processor waits long.
    const TOGETHER: usize = 256;
    let schema = mentions_schema(lexicon, settings, keys);
    let score = |articles: &[Article]| {
        ArrowTable::filled(Arc::clone(&schema), |rows| {
            articles.iter().try_for_each(|article| {
                let row = MentionRow::alone(lexicon, settings, article);
                mention_rows(&row, &study::read(article, lexicon, settings), rows)
            })
        })
    };
    let parts = articles.par_chunks(TOGETHER).map(score);
    let parts = parts.collect::<Result<Vec<_>>>()?;
    let batches = parts.into_iter().flat_map(|part| part.batches);
    Ok(ArrowTable {
        batches: batches.collect(),
        schema,
    })
}
