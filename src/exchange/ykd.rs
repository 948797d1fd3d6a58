//! Yoshikoder's `.ykd`: XML, `cnode` a category, `pnode` a pattern, each with its `name`.
//!
//! Source of the format: files that Yoshikoder 0.6 writes, as quanteda reads them.

use super::indent::{DEEPEST, too_deep};
use super::{Broken, Dictionary};
use crate::wording::{said, word};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let mut found = Dictionary::default();
    let mut keys: Vec<String> = Vec::new();
    let mut reader = Reader::from_str(text);
    let mut lines = LineCounter::of(text);
    let mut seen = false;
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|fault| {
            let what = said("import.no-xml", &[&fault]);
            (LineCounter::of(text).at(reader.error_position()), what)
        })?;
        let line = lines.at(at);
        match event {
            Event::Start(element) => {
                seen |= element.name().as_ref() == "dictionary";
                take(&element, line, &mut keys, &mut found);
                if keys.len() > DEEPEST {
                    return Err((line, too_deep()));
                }
            }
            Event::Empty(element) => {
                take(&element, line, &mut keys, &mut found);
                if element.name().as_ref() == "cnode" {
                    keys.pop();
                }
            }
            Event::Text(text) => {
                let mut begin = at;
                for stray in text.split_inclusive('\n') {
                    if !stray.trim().is_empty() {
                        found.lose(lines.at(begin), stray, word("lost.stray"));
                    }
                    begin += stray.len() as u64;
                }
            }
            Event::End(element) if element.name().as_ref() == "cnode" => {
                keys.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    match seen {
        true => Ok(found),
        false => Err((1, word("import.no-ykd").to_owned())),
    }
}

fn take(element: &BytesStart, line: u64, keys: &mut Vec<String>, found: &mut Dictionary) {
    match element.name().as_ref() {
        "cnode" => {
            let name = attribute(element, "name").unwrap_or_default();
            let is_named = !name.is_empty();
            keys.push(name);
            match is_named {
                true => found.category(named(keys), line),
                false => found.lose(line, "", word("lost.nameless-category")),
            }
        }
        "pnode" => {
            let under = named(keys);
            match attribute(element, "name") {
                Some(pattern) => found.add(&under, &pattern, line),
                None => found.lose(line, "", word("lost.nameless-pattern")),
            }
            if let Some(score) = attribute(element, "score").filter(|score| !score.is_empty()) {
                let pattern = attribute(element, "name").unwrap_or_default();
                found.lose_weight(line, &pattern, &score);
            }
        }
        "dictionary" => {}
        other => found.lose(line, other, word("lost.stray")),
    }
}

/// The keys that have a name.
fn named(keys: &[String]) -> Vec<String> {
    keys.iter().filter(|key| !key.is_empty()).cloned().collect()
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.trim().to_owned())
}

/// Counts lines up to byte after byte, in rising order.
struct LineCounter<'a> {
    text: &'a str,
    byte: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    fn of(text: &'a str) -> Self {
        LineCounter {
            text,
            byte: 0,
            line: 1,
        }
    }

    fn at(&mut self, byte: u64) -> u64 {
        let byte = (byte as usize).min(self.text.len());
        let passed = &self.text.as_bytes()[self.byte.min(byte)..byte];
        self.line += passed.iter().filter(|b| **b == b'\n').count() as u64;
        self.byte = byte;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_under_the_categories_around_them() {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
                    <dictionary style=\"050805\" patternengine=\"substring\">\n\
                    <cnode name=\"Mood\">\n\
                    <cnode name=\"Glad\"><pnode name=\"smile*\"></pnode>\n\
                    <pnode name=\"R&amp;B &#x645;&#x637;&#x631;\"/></cnode>\n\
                    <cnode name=\"None\"/>\n\
                    <pnode name=\"so so\" score=\"2\"/>\n\
                    </cnode></dictionary>\n";
        let found = read(text).unwrap();
        let items = found.listed();
        let expected = [
            ("Mood>Glad", "smile*", 4),
            ("Mood>Glad", "R&B مطر", 5),
            ("Mood", "so so", 7),
        ];
        let expected = expected.map(|(keys, word, line)| (keys.to_owned(), word, line));
        assert_eq!(items, expected);
        assert_eq!(found.lost.len(), 1, "the score");
    }

    #[test]
    fn what_is_no_file_of_yoshikoder_is_refused() {
        assert!(read("<html/>").unwrap_err().1.contains("no element"));
        let (line, what) = read("<dictionary>\n<cnode name=\"a\">\n</dictionary>").unwrap_err();
        assert!(line >= 2 && what.contains("no XML"), "{line}: {what}");
    }

    #[test]
    fn nodes_that_nest_without_end_are_refused_with_their_line() {
        let text = format!("<dictionary>{}", "<cnode name=\"a\">\n".repeat(100_000));
        let (line, what) = read(&text).unwrap_err();
        assert!(
            line == 65 && what.contains("more than 64"),
            "{line}: {what}"
        );
    }
}
