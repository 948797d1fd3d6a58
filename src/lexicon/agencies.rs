//! News agencies: which sources are one, and which one an article credits.

use crate::language::{self, Kind, Tokens};
use std::collections::BTreeMap;

/// An agency is credited among so many words at the head of an article, where the place and the
/// agency stand before the text.
const HEAD_WORDS: usize = 8;

/// And among so many at its foot.
const FOOT_WORDS: usize = 5;

/// So many characters hold these words in any article.
const HEAD_CHARACTERS: usize = 200;
const FOOT_CHARACTERS: usize = 120;

/// The agencies, by the folded words of their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Agencies {
    keys: BTreeMap<String, String>,
    /// Words of the longest name.
    longest: usize,
}

impl Agencies {
    /// The agencies with these keys and names.
    pub(crate) fn new(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut agencies = Agencies::default();
        for (agency, name) in names {
            let words = words(&name);
            agencies.longest = agencies.longest.max(words.len());
            agencies.keys.entry(words.join(" ")).or_insert(agency);
        }
        agencies
    }

    /// The key of the agency that publishes under a name; `None` where the source is none.
    pub(crate) fn of_source(&self, source: &str) -> Option<&str> {
        self.keys.get(&words(source).join(" ")).map(String::as_str)
    }

    /// The key of the first agency that a text names at its head, or else at its foot; `None`
    /// where it names none there.
    ///
    /// `text` is the article as given: credits are furniture and cut elsewhere.
    pub(crate) fn credited(&self, text: &str) -> Option<&str> {
        let characters = || text.char_indices().map(|(at, _)| at);
        let head_end = characters().nth(HEAD_CHARACTERS).unwrap_or(text.len());
        let foot_start = characters().rev().nth(FOOT_CHARACTERS).unwrap_or(0);
        let (head, foot) = (words(&text[..head_end]), words(&text[foot_start..]));
        let last = foot.len().saturating_sub(FOOT_WORDS);
        let named = self.named(&head[..head.len().min(HEAD_WORDS)]);
        named.or_else(|| self.named(&foot[last..]))
    }

    fn named(&self, words: &[String]) -> Option<&str> {
        let starts = 0..words.len();
        let mut named = starts.flat_map(|start| {
            let most = self.longest.min(words.len() - start);
            let lengths = (1..=most).rev();
            lengths.filter_map(move |length| {
                let name = words[start..start + length].join(" ");
                self.keys.get(&name).map(String::as_str)
            })
        });
        named.next()
    }
}

/// The folded words of a text, whatever marks stand between them.
fn words(text: &str) -> Vec<String> {
    let mut tokens = Tokens::default();
    language::of(None).cut(text, 0, &mut tokens);
    let places = 0..tokens.list.len();
    let words = places.filter(|at| tokens.list[*at].kind == Kind::Word);
    words.map(|at| tokens.folded(at).to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agencies() -> Agencies {
        let names = [
            ("afp", "أ ف ب"),
            ("afp", "فرانس برس"),
            ("reuters", "رويترز"),
            ("reuters", "Reuters"),
        ];
        Agencies::new(names.map(|(key, name)| (key.to_owned(), name.to_owned())))
    }

    #[test]
    fn a_source_is_an_agency_by_any_of_its_names() {
        for (source, expected) in [
            ("رويترز", Some("reuters")),
            ("REUTERS", Some("reuters")),
            ("أ.ف.ب", Some("afp")),
            ("صحيفة الكثبان", None),
            ("", None),
        ] {
            assert_eq!(agencies().of_source(source), expected, "{source}");
        }
    }

    #[test]
    fn an_agency_is_credited_at_the_head_or_the_foot_and_not_amid_a_text() {
        let long = "مشى الناس إلى السوق صباحا وعادوا مساء ".repeat(12);
        for (text, expected) in [
            (format!("سيفاري (رويترز) – {long}"), Some("reuters")),
            (format!("{long}\nالمصدر: فرانس برس"), Some("afp")),
            (format!("سيفاري - أ ف ب: {long}"), Some("afp")),
            (format!("{long} قالت رويترز ذلك. {long}"), None),
            ("رويترز".to_owned(), Some("reuters")),
            (String::new(), None),
        ] {
            assert_eq!(agencies().credited(&text), expected, "{text}");
        }
    }
}
