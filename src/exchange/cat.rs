//! WordStat's `.cat`: categories indented with tabs, words below them with a weight in brackets.
//!
//! Source of the format: the manual of WordStat, *Categorization dictionary*, as quanteda reads it.
//! An underscore parts the words of a phrase; `@` begins a rule.

use super::Dictionary;

pub(super) fn read(text: &str) -> Dictionary {
    let mut found = Dictionary::default();
    let mut above: Vec<String> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let depth = line.chars().take_while(|c| *c == '\t').count();
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let keys = &above[..depth.min(above.len())];
        if line.starts_with('@') {
            found.lose(
                number,
                line,
                "a rule; near and not_near can say some of this",
            );
        } else if let Some((word, weight)) = weighted(line) {
            if weight != 1.0 {
                found.lose(number, line, "its weight; each mention counts once");
            }
            let word = word.replace('_', " ");
            found.add(keys, &word, number);
        } else {
            above.truncate(depth);
            above.push(line.to_owned());
        }
    }
    found
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
        let found = read(text);
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
}
