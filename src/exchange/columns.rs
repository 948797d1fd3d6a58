//! A plain table with a word and its category in each row, with or without a first row of names.

use super::{Broken, Dictionary};

/// What the column of the words may be called.
const WORDS: [&str; 12] = [
    "word",
    "words",
    "term",
    "terms",
    "entry",
    "pattern",
    "token",
    "feature",
    "كلمة",
    "الكلمة",
    "مصطلح",
    "المصطلح",
];
/// What the column of the categories may be called.
const CATEGORIES: [&str; 12] = [
    "category",
    "label",
    "key",
    "code",
    "class",
    "sentiment",
    "dictionary",
    "frame",
    "فئة",
    "الفئة",
    "تصنيف",
    "التصنيف",
];

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let text = text.trim_start_matches('\u{feff}');
    let mut found = Dictionary::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|fault| {
            let line = fault.position().map_or(1, csv::Position::line);
            (line, format!("the row cannot be read ({fault}); mend it"))
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        rows.push((line, record));
    }
    let (word, category) = match rows.first().and_then(|(_, first)| named(first)) {
        Some(places) => {
            rows.remove(0);
            places
        }
        None => (0, 1),
    };
    let is_number = |cell: &str| cell.trim().parse::<f64>().is_ok();
    let cell = |record: &csv::StringRecord, at: usize| {
        record.get(at).unwrap_or_default().trim().to_owned()
    };
    let mut categories = rows.iter().map(|(_, record)| cell(record, category));
    let are_weights = categories.clone().any(|cell| is_number(&cell))
        && categories.all(|cell| cell.is_empty() || is_number(&cell));
    for (line, record) in &rows {
        let (pattern, key) = (cell(record, word), cell(record, category));
        if pattern.is_empty() {
            found.lose(*line, &key, "there is no word in the row");
            continue;
        }
        if are_weights {
            found.lose(
                *line,
                &pattern,
                format!("its weight {key}; each mention counts once"),
            );
        }
        let further = record.iter().enumerate();
        let further = further.filter(|(at, _)| *at != word && *at != category);
        for (_, value) in further.filter(|(_, value)| !value.trim().is_empty()) {
            found.lose(*line, &pattern, format!("a further cell: {}", value.trim()));
        }
        let keys = Some(key).filter(|key| !key.is_empty() && !are_weights);
        found.add(&Vec::from_iter(keys), &pattern, *line);
    }
    Ok(found)
}

/// The places of word and category, if the first row names them.
fn named(first: &csv::StringRecord) -> Option<(usize, usize)> {
    let place = |names: &[&str]| {
        let mut cells = first.iter().map(|cell| cell.trim().to_lowercase());
        cells.position(|cell| names.contains(&cell.as_str()))
    };
    match (place(&WORDS), place(&CATEGORIES)) {
        (Some(word), Some(category)) => Some((word, category)),
        (Some(word), None) => Some((word, usize::from(word == 0))),
        (None, Some(category)) => Some((usize::from(category == 0), category)),
        (None, None) => None,
    }
}

/// The separator that stands most often in the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(count)
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_and_category_are_found_with_and_without_names_in_either_order() {
        for text in [
            "smile*,glad\nمطر,sky\n",
            "\u{feff}word;category\r\nsmile*;glad\r\nمطر;sky\r\n",
            "Label\tTerm\nglad\tsmile*\nsky\tمطر\n",
            "الفئة,الكلمة\nglad,smile*\nsky,مطر\n",
        ] {
            let found = read(text).unwrap();
            let items: Vec<(&str, &str)> = found
                .items
                .iter()
                .map(|item| (item.keys[0].as_str(), item.pattern.as_str()))
                .collect();
            assert_eq!(items, [("glad", "smile*"), ("sky", "مطر")], "{text}");
            assert_eq!(found.items[1].line, found.items[0].line + 1);
        }
    }

    #[test]
    fn weights_and_further_cells_are_told() {
        let found = read("glad,2\nsad,-1.5\n").unwrap();
        assert!(found.items.iter().all(|item| item.keys.is_empty()));
        assert_eq!(found.lost.len(), 2);
        let found = read("word,category,note\nglad,mood,x\n,mood,\n").unwrap();
        assert_eq!((found.items.len(), found.lost.len()), (1, 2));
    }
}
