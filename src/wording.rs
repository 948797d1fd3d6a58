//! The words that people read, as `wording.csv` has them in English and in Arabic.
//!
//! `{0}`, `{1}` … stand for what is put in. A row that depends on a number has five forms, since
//! Arabic has them: `.one`, `.two`, `.few` (3–10), `.many` (11–99) and `.other` (100, 0).

use csv::StringRecord;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::LazyLock;

static ROWS: LazyLock<BTreeMap<String, StringRecord>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("wording.csv").as_slice());
    let rows = reader.records().map(|row| {
        let row = row.expect("a test reads the rows that are compiled in");
        (row[0].to_owned(), row)
    });
    rows.collect()
});

/// A language that people are spoken to in; the number of its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// What reports and the terminal speak.
    English = 1,
    /// What the meanings of columns are given in too.
    Arabic = 2,
}

impl Tongue {
    /// The code of the language.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::Arabic => "ar",
        }
    }
}

/// A wording with nothing to put in.
pub(crate) fn word(key: &str) -> &'static str {
    in_tongue(Tongue::English, key)
}

/// The same in a language.
pub(crate) fn in_tongue(tongue: Tongue, key: &str) -> &'static str {
    let row = ROWS
        .get(key)
        .unwrap_or_else(|| panic!("wording.csv has no row `{key}`"));
    &row[tongue as usize]
}

/// Every wording of some rooms (what stands before the dot of its key): key, English, Arabic.
pub(crate) fn of_rooms(rooms: &[&str]) -> impl Iterator<Item = [&'static str; 3]> {
    let rows = ROWS.iter().filter(|(key, _)| {
        let room = key.split_once('.').map(|(room, _)| room);
        room.is_some_and(|room| rooms.contains(&room))
    });
    rows.map(|(key, row)| [key.as_str(), &row[1], &row[2]])
}

/// A wording with what is put in, in the order of its numbers.
pub(crate) fn said(key: &str, with: &[&dyn Display]) -> String {
    said_in(Tongue::English, key, with)
}

/// The same in a language.
pub(crate) fn said_in(tongue: Tongue, key: &str, with: &[&dyn Display]) -> String {
    let mut pieces = in_tongue(tongue, key).split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (place, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let put = place.parse().ok().and_then(|place: usize| with.get(place));
        text += &put.map_or_else(String::new, ToString::to_string);
        text += rest;
    }
    text
}

/// `1 article`, `2 articles`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    counted_in(Tongue::English, count, what)
}

/// The same in a language.
pub(crate) fn counted_in(tongue: Tongue, count: usize, what: &str) -> String {
    said_in(tongue, &format!("{what}.{}", form(count)), &[&count])
}

/// Which form of a row goes with a number (Unicode CLDR, plural rules of Arabic).
fn form(count: usize) -> &'static str {
    match (count, count % 100) {
        (1, _) => "one",
        (2, _) => "two",
        (_, 3..=10) => "few",
        (_, 11..) => "many",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    const FORMS: [&str; 5] = ["one", "two", "few", "many", "other"];

    /// The key of a row without its form.
    fn stem(key: &str) -> &str {
        let parted = key.rsplit_once('.');
        let form = parted.filter(|(_, form)| FORMS.contains(form));
        form.map_or(key, |(stem, _)| stem)
    }

    fn places(text: &str) -> BTreeSet<&str> {
        let pieces = text.split('{').skip(1);
        pieces.filter_map(|piece| piece.split('}').next()).collect()
    }

    /// All that is said in code, tests left out.
    fn code(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("tests") || path.ends_with("tests.rs") {
                continue;
            }
            if path.is_dir() {
                code(&path, into);
            } else if path
                .extension()
                .is_some_and(|end| end == "rs" || end == "js")
            {
                let text = fs::read_to_string(&path).unwrap();
                let lines = text.split("#[cfg(test)]\nmod ").next().unwrap().lines();
                // A key may stand on a line below its call.
                into.extend(lines.map(str::trim));
            }
        }
    }

    fn house() -> String {
        let mut text = String::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        code(&folder, &mut text);
        text
    }

    #[test]
    fn every_wording_is_used_and_every_one_that_is_used_has_a_row() {
        let code = house();
        for key in ROWS.keys().map(|key| stem(key)) {
            // Settings are said by their keys; the script of the page makes a key of its beginning.
            let is_said = || code.contains(&format!("\"{key}\""));
            let begins = |room: &str, with: &str| code.contains(&format!("\"{room}.{with}"));
            let is_made = || {
                key.split_once('.')
                    .is_some_and(|(room, _)| begins(room, "{"))
            };
            let is_begun = || {
                key.rsplit_once('.')
                    .is_some_and(|(room, _)| begins(room, "\" +"))
            };
            assert!(is_said() || is_made() || is_begun(), "nothing says `{key}`");
        }
        let stems: BTreeSet<&str> = ROWS.keys().map(|key| stem(key)).collect();
        let calls = [
            "said(\"",
            "word(\"",
            "say(\"",
            "text(\"",
            "Arabic, \"",
            "English, \"",
        ];
        let calls = calls.iter().flat_map(|call| code.split(call).skip(1));
        let keys = calls.filter_map(|rest| rest.split('"').next());
        // Other rooms have functions of these names, and their words have no dot.
        for key in keys.filter(|key| key.contains('.') && !key.ends_with('.')) {
            assert!(stems.contains(key), "wording.csv has no row `{key}`");
        }
    }

    #[test]
    fn no_wording_stands_twice() {
        let rows = include_str!("wording.csv").lines().skip(1);
        assert_eq!(rows.count(), ROWS.len());
    }

    #[test]
    fn both_languages_put_in_the_same_things() {
        for (key, row) in ROWS.iter() {
            let counts = stem(key) != key;
            let [english, arabic] = [&row[1], &row[2]].map(|text| {
                let mut places = places(text);
                // A form may say its number in words.
                places.retain(|place| !(counts && *place == "0"));
                places
            });
            assert_eq!(english, arabic, "{key}");
            assert!(!row[1].is_empty() && !row[2].is_empty(), "{key}");
        }
    }

    #[test]
    fn what_is_counted_has_all_five_forms() {
        let stems: BTreeSet<&str> = ROWS.keys().map(|key| stem(key)).collect();
        for stem in stems.into_iter().filter(|stem| !ROWS.contains_key(*stem)) {
            for form in FORMS {
                let key = format!("{stem}.{form}");
                assert!(ROWS.contains_key(&key), "{key} has no row");
            }
        }
    }

    #[test]
    fn a_number_takes_the_form_that_arabic_gives_it() {
        let cases = [
            (0, "other"),
            (1, "one"),
            (2, "two"),
            (3, "few"),
            (10, "few"),
        ];
        let more = [
            (11, "many"),
            (99, "many"),
            (100, "other"),
            (102, "other"),
            (103, "few"),
        ];
        for (count, expected) in cases.into_iter().chain(more) {
            assert_eq!(form(count), expected, "{count}");
        }
        assert_eq!(counted(1, "article"), "1 article");
        assert_eq!(counted(12, "article"), "12 articles");
    }
}
