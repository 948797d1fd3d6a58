//! quanteda's YAML: keys that hold lists of patterns, or further keys.
//!
//! Source of the format: the manual of quanteda, *dictionary*, and what its `as.yaml` writes. The
//! key `__` holds the patterns that stand beside further keys. YAML has more ways to write a list
//! of words than one would think (three kinds of quotation marks, lists in one line, texts over
//! several), so a full parser reads it.

use super::indent::{DEEPEST, too_deep};
use super::{Broken, Dictionary};
use crate::wording::{said, word};
use saphyr_parser::{Event, Parser, ScalarStyle};

/// What is open around a place.
enum Nest {
    /// Keys; the one whose value comes next.
    Keys(Option<String>),
    /// A list.
    List,
}

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let mut reader = YamlReader::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|fault| {
            let line = fault.marker().line() as u64;
            (line, said("import.no-yaml", &[&fault.info()]))
        })?;
        let line = span.start.line() as u64;
        if reader.levels.is_empty() && matches!(event, Event::Scalar(..)) {
            let what = word("import.no-keys");
            return Err((line, what.to_owned()));
        }
        reader.take(event, line);
        if reader.levels.len() > 2 * DEEPEST {
            return Err((line, too_deep()));
        }
    }
    Ok(reader.found)
}

#[derive(Default)]
struct YamlReader {
    levels: Vec<Nest>,
    found: Dictionary,
}

impl YamlReader {
    fn take(&mut self, event: Event, line: u64) {
        match event {
            Event::MappingStart(..) => self.open(Nest::Keys(None), line),
            Event::SequenceStart(..) => self.open(Nest::List, line),
            Event::MappingEnd | Event::SequenceEnd => {
                self.levels.pop();
                self.value_is_over();
            }
            Event::Scalar(text, style, ..) => self.scalar(&text, style, line),
            Event::Alias(_) => {
                self.found.lose(line, "", word("lost.alias"));
                self.value_is_over();
            }
            _ => {}
        }
    }

    fn open(&mut self, level: Nest, line: u64) {
        if let Some(Nest::Keys(key @ None)) = self.levels.last_mut() {
            self.found.lose(line, "", word("lost.keyless-list"));
            *key = Some(String::new());
        }
        self.levels.push(level);
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, line: u64) {
        if let Some(Nest::Keys(key @ None)) = self.levels.last_mut() {
            *key = Some(text.trim().to_owned());
            let keys = self.keys();
            if keys.last().is_some_and(|last| last == text.trim()) {
                self.found.category(keys, line);
            }
            return;
        }
        let is_nothing = style == ScalarStyle::Plain && ["", "~", "null"].contains(&text.trim());
        if !is_nothing {
            let keys = self.keys();
            self.found.add(&keys, text, line);
        } else if matches!(self.levels.last(), Some(Nest::List)) {
            // Beside a key nothing is said of its words, and it is told as one without any.
            self.found.lose(line, text, word("lost.wordless"));
        }
        self.value_is_over();
    }

    /// The keys above the place, those left out that are only a makeshift.
    fn keys(&self) -> Vec<String> {
        let keys = self.levels.iter().filter_map(|level| match level {
            Nest::Keys(key) => key.clone(),
            Nest::List => None,
        });
        keys.filter(|key| !["", "__"].contains(&key.as_str()))
            .collect()
    }

    fn value_is_over(&mut self) {
        if let Some(Nest::Keys(key)) = self.levels.last_mut() {
            *key = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_nest_and_values_are_lists_single_words_or_both_in_any_quotation_marks() {
        let text = "# made for a test\n\
                    ---\n\
                    mood:\n\
                    \x20 happy: [glad, \"well pleased\"]\n\
                    \x20 sad:\n\
                    \x20 - 'don''t smile'\n\
                    \x20 - gloom*\n\
                    \x20 __: so so\n\
                    weather:\n\
                    \x20 - \"مطر\\u060C\"\n\
                    \x20 - storm:\n\
                    \x20     - gale\n\
                    empty:\n";
        let found = read(text).unwrap();
        let found = found.listed();
        let expected = [
            ("mood>happy", "glad", 4),
            ("mood>happy", "well pleased", 4),
            ("mood>sad", "don't smile", 6),
            ("mood>sad", "gloom*", 7),
            ("mood", "so so", 8),
            ("weather", "مطر،", 10),
            ("weather>storm", "gale", 12),
        ];
        let expected = expected.map(|(keys, word, line)| (keys.to_owned(), word, line));
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_yaml_is_a_fault_with_its_line() {
        let (line, what) = read("a:\n  - b\n c: [d\n").unwrap_err();
        assert!(line >= 3 && what.contains("no YAML"), "{line}: {what}");
        let (line, what) = read("rain\nstorm\n").unwrap_err();
        assert!(line == 1 && what.contains("no keys"), "{line}: {what}");
        assert_eq!(read("a: &x [b]\nc: *x\n").unwrap().lost[0].line, 2);
    }
}
