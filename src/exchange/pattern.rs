//! From the patterns of other tools to our terms: plain words, `*` behind a word for any ending, a
//! lone `*` for any word.

use crate::wording::word;

/// Words of a phrase. The time to find one grows with the square of its words, and nobody writes a
/// sentence of more a second time in the same words.
const LONGEST: usize = 32;

/// The term that a pattern is; its words parted by one space.
///
/// Errors: why it has none.
pub(super) fn term(pattern: &str) -> Result<String, &'static str> {
    if is_regex(pattern) {
        return Err(word("lost.regex"));
    }
    let words: Vec<&str> = pattern.split_whitespace().collect();
    if words.len() > LONGEST {
        return Err(word("lost.long-phrase"));
    }
    if words.iter().any(|word| has_single(word)) {
        return Err(word("lost.single"));
    }
    let inner = |word: &str| word.trim_end_matches('*').contains('*');
    if words.iter().any(|word| inner(word)) {
        return Err(word("lost.star"));
    }
    let words: Vec<String> = words.into_iter().map(starred_once).collect();
    let term = words.join(" ");
    if !term.chars().any(|c| c != '*' && !c.is_whitespace()) {
        return Err(word("lost.wordless"));
    }
    if term.starts_with(['=', '+', '-', '@']) {
        return Err(word("lost.formula"));
    }
    Ok(term)
}

/// Whether a pattern has what only regular expressions have.
fn is_regex(pattern: &str) -> bool {
    let has = |sign: &str| pattern.contains(sign);
    let is_bracketed = has("[") && has("]") || has("{") && has("}") || has("(") && has(")");
    let has_letters = pattern.chars().any(char::is_alphanumeric);
    let begins = pattern.starts_with('^') || pattern.ends_with('$');
    has_letters && (is_bracketed || begins || has("\\") || has("|") || has(".*") || has(".+"))
}

/// Whether `?` stands for a letter: beside one, and not as a mark of its own.
fn has_single(word: &str) -> bool {
    word.contains('?') && word.chars().any(char::is_alphanumeric)
}

/// `**` says no more than `*`.
fn starred_once(word: &str) -> String {
    let bare = word.trim_end_matches('*');
    match word.len() > bare.len() {
        true => format!("{bare}*"),
        false => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_endings_are_terms() {
        let cases = [
            ("مطر", "مطر"),
            ("smile*", "smile*"),
            ("  well \t pleased* ", "well pleased*"),
            ("as * as", "as * as"),
            ("storm**", "storm*"),
            ("U.S.", "U.S."),
            (":)", ":)"),
            ("?!", "?!"),
        ];
        for (pattern, expected) in cases {
            assert_eq!(term(pattern), Ok(expected.to_owned()), "{pattern}");
        }
    }

    #[test]
    fn what_is_no_term_says_why() {
        let cases = [
            ("^smil(e|ing)$", "regular expression"),
            ("gr[ae]y", "regular expression"),
            ("smile.*", "regular expression"),
            ("colo?r", "single letter"),
            ("*ness", "end of one"),
            ("un*able", "end of one"),
            ("* *", "no word"),
            ("", "no word"),
            ("=)", "formula"),
        ];
        for (pattern, expected) in cases {
            let why = term(pattern).unwrap_err();
            assert!(why.contains(expected), "{pattern}: {why}");
        }
    }

    #[test]
    fn a_phrase_of_thousands_of_words_is_told_and_not_tried() {
        assert!(term(&"rain ".repeat(LONGEST)).is_ok());
        assert!(
            term(&"rain ".repeat(10_000))
                .unwrap_err()
                .contains("32 words")
        );
    }
}
