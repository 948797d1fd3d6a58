//! What the columns of a table can hold, and the names in use for it (`columns.csv`).

use crate::language;
use std::sync::LazyLock;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Id,
    Source,
    Date,
    Title,
    Text,
    Url,
    Language,
    Event,
    File,
}

impl Field {
    pub(crate) const ALL: [Field; 9] = [
        Field::Id,
        Field::Source,
        Field::Date,
        Field::Title,
        Field::Text,
        Field::Url,
        Field::Language,
        Field::Event,
        Field::File,
    ];

    /// Our name for it, which a table may always use.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Source => "source",
            Field::Date => "date",
            Field::Title => "title",
            Field::Text => "text",
            Field::Url => "url",
            Field::Language => "language",
            Field::Event => "event",
            Field::File => "file",
        }
    }

    /// Names in use elsewhere, the likeliest first; written as [`plain`] leaves them.
    pub(crate) fn other_names(self) -> impl Iterator<Item = &'static str> {
        let own = OTHER_NAMES.iter().filter(move |(field, _)| *field == self);
        own.map(|(_, name)| name.as_str())
    }

    /// The field that has this name of ours.
    pub(crate) fn called(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The field a column's name stands for, by our name (0) or one in use elsewhere (its rank).
    pub(crate) fn of_name(name: &str) -> Option<(Field, usize)> {
        let name = plain(name);
        if let Some(field) = Field::called(&name) {
            return Some((field, 0));
        }
        let rank = OTHER_NAMES.iter().position(|(_, other)| *other == name)?;
        Some((OTHER_NAMES[rank].0, rank + 1))
    }
}

/// Names that tables made elsewhere use for our columns, the likeliest first.
static OTHER_NAMES: LazyLock<Vec<(Field, String)>> = LazyLock::new(|| {
    let rows = include_str!("columns.csv").lines().skip(1);
    let rows = rows.filter_map(|row| row.split_once(','));
    let named = |(column, name)| Some((Field::called(column)?, plain(name)));
    rows.filter_map(named).collect()
});

/// A header without what spellings of it differ in: case, spaces, `_` and `-`, and what a language
/// leaves open.
pub(super) fn plain(name: &str) -> String {
    let letters = language::of(None).loose(name);
    letters.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_for_two_fields() {
        let own = Field::ALL.iter().map(|field| field.name());
        let mut names: Vec<&str> = own.chain(OTHER_NAMES.iter().map(|(_, n)| &**n)).collect();
        let rows = include_str!("columns.csv").lines().count() - 1;
        assert_eq!(OTHER_NAMES.len(), rows, "every row names a column of ours");
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
