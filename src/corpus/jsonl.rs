//! The rows of JSON Lines: one object a line.

use super::columns::Columns;
use super::fields::Field;
use super::row::{ArticleRow, RowFault, undecodable};
use crate::tables::chunks::Chunk;
use crate::wording::{said, word};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Hands every line of a chunk to `visit`, with its number.
pub(super) fn each_row(
    chunk: &Chunk,
    columns: &Columns,
    mut visit: impl FnMut(u64, Result<ArticleRow<'_>, RowFault>),
) {
    let keys = Keys { columns };
    let lines = chunk.bytes.split(|byte| *byte == b'\n');
    let lines = lines.filter(|line| !line.trim_ascii().is_empty());
    for (row, line) in chunk.rows.iter().zip(lines) {
        visit(*row, read(line, keys));
    }
}

fn read<'a>(line: &'a [u8], keys: Keys<'_>) -> Result<ArticleRow<'a>, RowFault> {
    let Ok(line) = std::str::from_utf8(line) else {
        return Err(RowFault::of_row(undecodable()));
    };
    let mut reader = serde_json::Deserializer::from_str(line);
    let row = keys.deserialize(&mut reader).and_then(|row| {
        reader.end()?;
        Ok(row)
    });
    row.map_err(|fault| {
        let what = fault.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        let at = fault.column();
        RowFault::of_row(said("notes.no-object", &[&what, &at]))
    })?
}

/// The keys of the first lines: what a header is to a table. Lines that are no objects give none.
pub(super) fn header<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for line in lines {
        let Ok(object) =
            serde_json::from_str::<std::collections::BTreeMap<String, IgnoredAny>>(line)
        else {
            continue;
        };
        for name in object.into_keys() {
            if known.insert(name.clone()) {
                names.push(name);
            }
        }
    }
    names
}

/// Which keys are of use.
#[derive(Clone, Copy)]
struct Keys<'c> {
    columns: &'c Columns,
}

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = Result<ArticleRow<'de>, RowFault>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = Result<ArticleRow<'de>, RowFault>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word("kind.object"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut row = ArticleRow::default();
        let mut fault = None;
        while let Some(field) = map.next_key_seed(FieldName(self))? {
            let Some(field) = field else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            match map.next_value_seed(AsText)? {
                Value::Text(text) => row.put(field, text),
                Value::Missing => {}
                Value::Wrong(kind) => {
                    fault = Some(RowFault::in_column(
                        self.columns.name(field),
                        said("notes.no-string", &[&word(kind)]),
                    ));
                }
            }
        }
        Ok(fault.map_or(Ok(row), Err))
    }
}

/// Reads a key as the field it stands for.
struct FieldName<'c>(Keys<'c>);

impl<'de> DeserializeSeed<'de> for FieldName<'_> {
    type Value = Option<Field>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_str(self)
    }
}

impl Visitor<'_> for FieldName<'_> {
    type Value = Option<Field>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word("kind.key"))
    }

    fn visit_str<E>(self, key: &str) -> Result<Self::Value, E> {
        // An object may have any number of keys, and few of them are of use.
        Ok(self.0.columns.field(key))
    }
}

/// A value where text is wanted.
enum Value<'de> {
    Text(Cow<'de, str>),
    Missing,

    /// By the key of its wording.
    Wrong(&'static str),
}

/// Reads a value as text; numbers are taken as they are written, since ids often are numbers.
struct AsText;

impl<'de> DeserializeSeed<'de> for AsText {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Self::Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AsText {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Value::Missing)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Value::Text(Cow::Owned(number.to_string())))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        // Its digits as written are lost already, so an id would come out as another one.
        Ok(Value::Wrong("value.fraction"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Value::Wrong("value.flag"))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Wrong("value.list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Wrong("value.object"))
    }
}
