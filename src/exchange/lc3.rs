//! Lexicoder's `.lc3`: a line with `+` begins a category, each line below it is one of its words.
//!
//! Source of the format: the manual of Lexicoder 3.0, as quanteda reads it.

use super::Dictionary;
use crate::wording::word;

pub(super) fn read(text: &str) -> Dictionary {
    let mut found = Dictionary::default();
    let mut keys: Vec<String> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let line: String = line
            .chars()
            .filter(|c| *c == '\t' || !c.is_control())
            .collect();
        match line.trim() {
            "" => {}
            category if category.starts_with('+') => {
                let name = category.trim_matches('+').trim();
                keys = vec![name.to_owned()];
                if name.is_empty() {
                    found.lose(number, category, word("lost.nameless-category"));
                    keys.clear();
                } else {
                    found.category(keys.clone(), number);
                }
            }
            word => found.add(&keys, word, number),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_word_of_the_category_above_it() {
        let found = read("+glad+\n smile* \nwell pleased\n\n+sad\r\nمطر\r\n");
        let items: Vec<(&str, &str, u64)> = found
            .items
            .iter()
            .map(|item| (item.keys[0].as_str(), item.pattern.as_str(), item.line))
            .collect();
        let expected = [
            ("glad", "smile*", 2),
            ("glad", "well pleased", 3),
            ("sad", "مطر", 6),
        ];
        assert_eq!(items, expected);
    }
}
