//! WordStat's `.cat`: categories indented with tabs or spaces, words below them with a weight in
//! brackets.
//!
//! Source of the format: the manual of WordStat, *Categorization dictionary*, as quanteda reads it.
//! An underscore parts the words of a phrase; `@` begins a rule.

use super::indent::OpenKeys;
use super::{Broken, Dictionary};
use crate::wording::{self, word};

pub(super) fn read(text: &str) -> Result<Dictionary, Broken> {
    let mut found = Dictionary::default();
    let mut outline = OpenKeys::default();
    for (number, full) in (1..).zip(text.lines()) {
        let line = full.trim();
        if line.is_empty() {
            continue;
        }
        if line.starts_with('@') {
            outline.above(full).map_err(|what| (number, what))?;
            found.lose(number, line, wording::word("lost.rule"));
        } else if let Some((word, weight)) = weighted(line) {
            if weight != 1.0 {
                found.lose_weight(number, word, &weight.to_string());
            }
            let keys = outline.above(full).map_err(|what| (number, what))?;
            found.add(&keys, &word.replace('_', " "), number);
        } else {
            let keys = outline.open(full, line).map_err(|what| (number, what))?;
            found.category(keys, number);
        }
    }
    let is_other = found.items.is_empty() && found.lost.is_empty() && !text.trim().is_empty();
    if is_other {
        let what = word("import.no-cat");
        return Err((1, what.to_owned()));
    }
    Ok(found)
}

/// A word and the weight behind it.
fn weighted(line: &str) -> Option<(&str, f64)> {
    let (word, weight) = line.strip_suffix(')')?.rsplit_once('(')?;
    let weight = weight.trim().replace(',', ".").parse().ok()?;
    Some((word.trim(), weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_say_which_category_a_word_is_of() {
        let text = "MOOD\n\tGLAD\n\t\tSMILE* (1)\n\t\tWELL_PLEASED (1)\n\tSAD\n\t\tGLOOM (0.5)\n\
                    \tSO_SO (1)\nWEATHER (SKY)\n\tمطر (1)\n\t@WIND [ STORM NEAR SEA ] (1)\n";
        let found = read(text).unwrap();
        let items = found.listed();
        let expected = [
            ("MOOD>GLAD", "SMILE*", 3),
            ("MOOD>GLAD", "WELL PLEASED", 4),
            ("MOOD>SAD", "GLOOM", 6),
            ("MOOD", "SO SO", 7),
            ("WEATHER (SKY)", "مطر", 9),
        ];
        let expected = expected.map(|(keys, word, line)| (keys.to_owned(), word, line));
        assert_eq!(items, expected);
        let lost: Vec<u64> = found.lost.iter().map(|lost| lost.line).collect();
        assert_eq!(lost, [6, 10], "a weight and a rule");
    }

    #[test]
    fn spaces_and_tabs_indent_alike_where_any_width_of_a_tab_says_the_same() {
        for indents in [
            ["  ", "    "],
            ["   \t", "   \t\t"],
            ["\t", "\t  "],
            ["  \t", "\t\t"],
        ] {
            let [first, second] = indents;
            let text = format!("SKY\n{first}WET\n{second}مطر (1)\n{first}DRY\n{second}شمس (1)\n");
            let found = read(&text).unwrap();
            let items = found.listed();
            let items: Vec<String> = items.iter().map(|(keys, ..)| keys.clone()).collect();
            assert_eq!(items, ["SKY>WET", "SKY>DRY"], "{text:?}");
            assert!(found.lost.is_empty(), "{:?}", found.lost);
        }
        let (line, what) = read("SKY\n\tWET\n     مطر (1)\n").unwrap_err();
        assert!(line == 3 && what.contains("tabs only"), "{line}: {what}");
    }

    #[test]
    fn lines_that_are_neither_word_nor_a_category_of_words_are_told() {
        let text = b"SKY\n\tRAIN\n\tSTORM (1)\n";
        let lost = crate::exchange::read("d.cat", text, crate::exchange::Dialect::WordStat);
        let lost = lost.unwrap().lost;
        assert_eq!((lost[0].line, lost[0].entry.as_str()), (2, "RAIN"));
        assert!(read("rain\nstorm\n").unwrap_err().1.contains("STORM (1)"));
    }
}
