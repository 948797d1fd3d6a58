//! The schema of a table: of each column its type, its unit and its meaning; of the table what made
//! it.

use crate::lexicon::Lexicon;
use crate::report::columns::{Column, ColumnKind};
use crate::settings::Settings;
use arrow_schema::{DataType, Field, Schema};

/// How names and ids are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Each name once, and where it stands: a category in pandas and polars, a factor in R.
    Dictionary,
    /// As texts: Spark takes no dictionaries.
    Text,
}

/// What made a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    facts: Vec<(String, String)>,
}

impl About {
    /// A table of this name, made with these lists and settings.
    pub(crate) fn new(table: &str, lexicon: &Lexicon, settings: &Settings) -> Self {
        let settings = settings.rows().into_iter();
        let settings = settings.map(|(name, value, _)| (name.to_owned(), value.into()));
        let settings: serde_json::Map<_, _> = settings.collect();
        let fact = |name: &str, value: String| (format!("mizan.{name}"), value);
        About {
            facts: vec![
                fact("table", table.to_owned()),
                fact("version", env!("CARGO_PKG_VERSION").to_owned()),
                fact("lists", lexicon.digest()),
                fact("settings", serde_json::Value::from(settings).to_string()),
            ],
        }
    }

    /// The facts: name and value.
    pub(crate) fn facts(&self) -> impl Iterator<Item = (String, String)> {
        self.facts.iter().cloned()
    }
}

/// The schema of some columns. Any cell of any of them may be missing.
pub(crate) fn schema(columns: &[Column], keys: Keys, about: &About) -> Schema {
    let fields: Vec<Field> = columns.iter().map(|column| field(column, keys)).collect();
    Schema::new_with_metadata(fields, about.facts().collect())
}

fn field(column: &Column, keys: Keys) -> Field {
    let told = [
        ("kind", column.kind.name()),
        ("unit", column.unit),
        ("meaning", &column.meaning),
        ("meaning_ar", &column.meaning_ar),
    ];
    let told = told.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let field = Field::new(&*column.name, type_of(column.kind, keys), true);
    field.with_metadata(told.into_iter().collect())
}

fn type_of(kind: ColumnKind, keys: Keys) -> DataType {
    match (kind, keys) {
        (ColumnKind::Key, Keys::Dictionary) => {
            DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
        }
        (ColumnKind::Key, Keys::Text) | (ColumnKind::Text, _) => DataType::Utf8,
        (ColumnKind::Count, _) => DataType::Int64,
        (ColumnKind::Number, _) => DataType::Float64,
        (ColumnKind::Date, _) => DataType::Date32,
        (ColumnKind::Flag, _) => DataType::Boolean,
    }
}
