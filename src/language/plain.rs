//! The fallback for every language without a file of its own: case folded, words matched exactly
//! or by `*`, so that word lists in English or French can be written today.

use super::cutter::Cutter;
use super::*;

/// A language without a file of its own, known by its code alone.
pub(crate) struct PlainLanguage {
    code: &'static str,
}

/// The languages that can have lists of their own (ISO 639-1); all others share one of no code.
static KNOWN: [PlainLanguage; 24] = [
    PlainLanguage { code: "am" },
    PlainLanguage { code: "bm" },
    PlainLanguage { code: "de" },
    PlainLanguage { code: "en" },
    PlainLanguage { code: "es" },
    PlainLanguage { code: "fa" },
    PlainLanguage { code: "ff" },
    PlainLanguage { code: "fr" },
    PlainLanguage { code: "ha" },
    PlainLanguage { code: "he" },
    PlainLanguage { code: "it" },
    PlainLanguage { code: "ku" },
    PlainLanguage { code: "nl" },
    PlainLanguage { code: "ps" },
    PlainLanguage { code: "pt" },
    PlainLanguage { code: "ru" },
    PlainLanguage { code: "so" },
    PlainLanguage { code: "sw" },
    PlainLanguage { code: "ta" },
    PlainLanguage { code: "ti" },
    PlainLanguage { code: "tr" },
    PlainLanguage { code: "uk" },
    PlainLanguage { code: "ur" },
    PlainLanguage { code: "zh" },
];

/// The tail of a word with `*`; all others have none.
const ANY_ENDING: u16 = 1;

static OTHER: PlainLanguage = PlainLanguage { code: "" };

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static PlainLanguage> {
    KNOWN.iter().chain([&OTHER])
}

/// The plain language of a code.
pub(super) fn of(code: &str) -> &'static PlainLanguage {
    let known = KNOWN.iter().find(|plain| plain.code == code);
    known.unwrap_or(&OTHER)
}

impl Language for PlainLanguage {
    fn code(&self) -> &'static str {
        self.code
    }
    fn cut(&self, text: &str, offset: u32, into: &mut Tokens) {
        let mut cutter = Cutter::new(text, offset, into);
        while let Some(next) = cutter.peek() {
            if next.is_alphabetic() {
                cutter.word_of(char::is_alphabetic);
            } else {
                cutter.other(next);
            }
        }
        cutter.finish();
    }
    fn exact(&self, surface: &str) -> String {
        surface.to_lowercase()
    }
    fn bodies(&self, entry: &Citation) -> Vec<BodySequence> {
        let mut ways = citation::as_written(self, entry);
        let bodies = ways.iter_mut().flat_map(|way| &mut way.words).flatten();
        bodies
            .filter(|body| body.open)
            .for_each(|body| body.tail = ANY_ENDING);
        ways
    }
    fn agrees(&self, _exact: &str, _surface: &str) -> bool {
        true
    }
    fn is_explicit(&self, _surface: &str) -> bool {
        false
    }
    fn grammar_rows(&self) -> &'static str {
        match self.code {
            "en" => include_str!("../../lexicons/en/grammar.csv"),
            "fr" => include_str!("../../lexicons/fr/grammar.csv"),
            _ => "",
        }
    }
    fn rule_name(&self, rule: Rule) -> String {
        let name = match rule.tail {
            ANY_ENDING => "any ending",
            _ => "as written",
        };
        name.to_owned()
    }
    fn stem<'a>(&self, folded: &'a str) -> &'a str {
        folded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mention_of_a_plain_language_says_whether_a_star_made_it() {
        for (term, expected) in [("terrorist*", "any ending"), ("BBC", "as written")] {
            let entry = Citation {
                term: term.into(),
                ..Citation::default()
            };
            let body = of("en").bodies(&entry)[0].words[0][0].clone();
            let rule = Rule {
                head: 0,
                tail: body.tail,
            };
            assert_eq!(of("en").rule_name(rule), expected, "{term}");
            let names = Arabic.bodies(&entry)[0].words[0]
                .iter()
                .map(|body| {
                    Arabic.rule_name(Rule {
                        head: 0,
                        tail: body.tail,
                    })
                })
                .collect::<Vec<_>>();
            assert_eq!(names, [expected], "{term} inside Arabic");
        }
    }
}
