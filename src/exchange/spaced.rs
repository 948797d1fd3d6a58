//! Lists of words with a score behind each, parted by spaces, and whatever stands above them.

use super::Dictionary;
use crate::wording;

/// Such a list, if at least half of the lines that hold anything end with a number behind a space.
pub(super) fn of(text: &str) -> Option<Dictionary> {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let scored_lines = lines().filter(|line| scored(line).is_some()).count();
    if scored_lines == 0 || scored_lines * 2 < lines().count() {
        return None;
    }
    let mut found = Dictionary::default();
    for (number, line) in (1..).zip(text.lines()) {
        match scored(line) {
            Some((word, score)) => {
                found.lose_weight(number, word, score);
                found.add(&[], word, number);
            }
            None if line.trim().is_empty() => {}
            None => found.lose(number, line, wording::word("lost.no-score")),
        }
    }
    Some(found)
}

fn scored(line: &str) -> Option<(&str, &str)> {
    let (word, score) = line.trim().rsplit_once(' ')?;
    let is_table = word.contains([',', ';', '\t', '|']);
    score
        .parse::<f64>()
        .is_ok_and(f64::is_finite)
        .then_some(())?;
    (!is_table).then_some((word.trim(), score))
}

#[cfg(test)]
mod tests {
    use crate::exchange::{self, Dialect};

    #[test]
    fn a_word_is_read_without_the_score_behind_spaces_and_titles_are_no_words() {
        let text = "Words of weather\n\nمطر   1\nريح شديدة -2.5\n";
        let found = exchange::read("d.txt", text.as_bytes(), Dialect::Columns).unwrap();
        let words: Vec<&str> = found.items.iter().map(|item| &*item.pattern).collect();
        assert_eq!(words, ["مطر", "ريح شديدة"]);
        let lines: Vec<u64> = found.lost.iter().map(|lost| lost.line).collect();
        assert_eq!(lines, [1, 3, 4], "{:?}", found.lost);
    }
}
