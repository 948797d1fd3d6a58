//! From a dictionary to rows of our lists: which key becomes a frame, which a label, and what is
//! left behind.

use super::carried::{Carried, Imported};
use super::goals::{Goal, Wish, goals, settled};
use super::{Dictionary, KeyedPattern, Lost};
use super::{pattern, trial};
use crate::error::{Result, isolated};
use crate::language::{Citation, Flags, Language, Pos};
use crate::lexicon::rows::needs_miss;
use crate::wording::{said, word};
use std::collections::{BTreeMap, BTreeSet};

/// How a dictionary is to be carried over.
pub(crate) struct Import<'a> {
    /// The frames that are wished for; none for what the dictionary itself suggests.
    pub wishes: &'a [Wish],
    /// The file's name without folder and ending: the frame of keys that stand under no other.
    pub stem: &'a str,
    /// The file's name, for the column `source`.
    pub file: &'a str,
    /// The language of the words.
    pub language: &'static dyn Language,
    /// Whether our rules are to make the forms of each word; otherwise it stands as written, as it
    /// does where it comes from.
    pub inflect: bool,
}

/// Carries a dictionary over.
///
/// Errors: a wish for a key that the dictionary does not have.
pub(crate) fn carry_over(dictionary: &Dictionary, import: &Import) -> Result<Carried> {
    let wishes = settled(dictionary, import.wishes)?;
    let mut carrier = Carrier {
        import,
        wishes,
        carried: Carried::default(),
        standing: BTreeMap::new(),
        cut: BTreeSet::new(),
    };
    carrier.carried.lost.clone_from(&dictionary.lost);
    for item in &dictionary.items {
        carrier.item(item);
    }
    let mut carried = carrier.carried;
    trial::settle(&mut carried, import.language);
    carried.lost.sort();
    Ok(carried)
}

/// A term that stands in a frame already.
struct KnownTerm {
    spelling: String,
    label: String,
    line: u64,
}

struct Carrier<'a> {
    import: &'a Import<'a>,
    wishes: Vec<Wish>,
    carried: Carried,
    /// By frame and folded term.
    standing: BTreeMap<(String, String), Vec<KnownTerm>>,
    /// Key paths whose deeper keys were told as lost.
    cut: BTreeSet<Vec<String>>,
}

impl Carrier<'_> {
    fn item(&mut self, item: &KeyedPattern) {
        let term = match pattern::term(&item.pattern) {
            Ok(term) => term,
            Err(why) => return self.lose(item, why.to_owned()),
        };
        let goals = goals(&self.wishes, self.import.stem, item);
        if goals.is_empty() {
            self.carried.unwished += 1;
        }
        for goal in goals {
            if goal.deeper > 0 && self.cut.insert(item.keys.clone()) {
                let what = said(
                    "lost.deeper",
                    &[&isolated(&item.keys.join(" > ")), &goal.deeper],
                );
                self.lose(item, what);
            }
            self.row(item, &term, goal);
        }
    }

    fn lose(&mut self, item: &KeyedPattern, what: String) {
        self.carried.lost.push(Lost {
            line: item.line,
            entry: item.pattern.clone(),
            what,
        });
    }

    fn row(&mut self, item: &KeyedPattern, term: &str, goal: Goal) {
        let language = self.import.language;
        let as_written = !self.import.inflect && language.heads().len() > 1;
        let citation = Citation {
            term: term.to_owned(),
            pos: as_written.then_some(Pos::Fixed),
            flags: Flags {
                noprefix: as_written,
                ..Flags::default()
            },
            ..Citation::default()
        };
        if language.bodies(&citation).is_empty() {
            return self.lose(item, word("lost.wordless").to_owned());
        }
        if let Some(why) = self.stands(item, term, &goal) {
            return self.lose(item, why);
        }
        let number = self.carried.terms.len() + 1;
        let label = (goal.frame.clone(), goal.label.clone());
        self.carried.labels.insert(label);
        self.carried.terms.push(Imported {
            id: format!("{}-{}-{number}", goal.frame, goal.label),
            hit: sentence(term),
            miss: if needs_miss(&citation, false) {
                "…"
            } else {
                ""
            },
            term: term.to_owned(),
            frame: goal.frame,
            label: goal.label,
            pos: if as_written { "fixed" } else { "" },
            flags: if as_written { "noprefix" } else { "" },
            source: format!("{}, line {}", self.import.file, item.line),
            note: item.keys.join(" > "),
            line: item.line,
        });
    }

    /// Why a term cannot stand in a frame again, if it does already; notes it otherwise.
    fn stands(&mut self, item: &KeyedPattern, term: &str, goal: &Goal) -> Option<String> {
        let language = self.import.language;
        let folded: Vec<String> = term.split('*').map(|part| language.fold(part)).collect();
        // Signs are no part of what is folded, and a term may be nothing else.
        let signs: String = term.chars().filter(|c| !c.is_alphanumeric()).collect();
        let key = (goal.frame.clone(), format!("{} {signs}", folded.join("*")));
        let standing = self.standing.entry(key).or_default();
        let exact = language.exact(term);
        let same = standing
            .iter()
            .find(|known| language.agrees(&known.spelling, &exact));
        if let Some(KnownTerm {
            spelling: known,
            label,
            line,
        }) = same
        {
            let spelling = match *known == exact {
                true => "",
                false => word("lost.spelling"),
            };
            return Some(match *label == goal.label {
                true => said("lost.same-label", &[line, &spelling]),
                false => said("lost.other-label", &[line, &isolated(label), &spelling]),
            });
        }
        standing.push(KnownTerm {
            spelling: exact,
            label: goal.label.clone(),
            line: item.line,
        });
        None
    }
}

/// The shortest text that has a term: itself, with a word for each `*` that stands for one.
fn sentence(term: &str) -> String {
    let words = term
        .split(' ')
        .map(|word| match word.trim_end_matches('*') {
            "" => "x",
            bare => bare,
        });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Dialect, read};
    use crate::language;

    const YAML: &str = "mood:\n  glad: [smile*, bright, 'un*able']\n  sad: [gloom, bright]\n\
                        weather:\n  sky:\n    high: [مطر, أمطار, امطار]\n";

    type Wished<'a> = &'a [(&'a str, &'a [&'a str])];

    fn carried(yaml: &str, wishes: Wished) -> Result<Carried> {
        let dictionary = read("d.yml", yaml.as_bytes(), Dialect::Quanteda)?;
        let wishes: Vec<Wish> = wishes
            .iter()
            .map(|(name, keys)| Wish {
                name: (*name).to_owned(),
                keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            })
            .collect();
        let import = Import {
            wishes: &wishes,
            stem: "d",
            file: "d.yml",
            language: language::of(Some("ar")),
            inflect: false,
        };
        carry_over(&dictionary, &import)
    }

    fn placed(carried: &Carried) -> Vec<String> {
        let terms = carried.terms.iter();
        terms
            .map(|row| format!("{}/{}:{}", row.frame, row.label, row.term))
            .collect()
    }

    #[test]
    fn the_first_key_is_the_frame_and_the_second_the_label() {
        let carried = carried(YAML, &[]).unwrap();
        let expected = [
            "mood/glad:smile*",
            "mood/glad:bright",
            "mood/sad:gloom",
            "weather/sky:مطر",
            "weather/sky:أمطار",
        ];
        assert_eq!(placed(&carried), expected);
        let lost: Vec<(u64, &str)> = carried
            .lost
            .iter()
            .map(|lost| (lost.line, lost.entry.as_str()))
            .collect();
        assert_eq!(
            lost,
            [(2, "un*able"), (3, "bright"), (6, "امطار"), (6, "مطر")]
        );
        let told: Vec<&str> = carried.lost.iter().map(|lost| lost.what.as_str()).collect();
        assert!(told[1].contains("line 2 under the label"), "{told:?}");
        assert!(told[2].contains("but for its spelling"), "{told:?}");
        assert!(told[3].contains("the last 1 of them"), "{told:?}");
    }

    #[test]
    fn frames_are_made_of_the_keys_that_are_wished_for() {
        let cases: [(Wished, &[&str]); 4] = [
            (
                &[("weather", &[])],
                &["weather/sky:مطر", "weather/sky:أمطار"],
            ),
            (
                &[("tone", &["glad", "sky"])],
                &[
                    "tone/glad:smile*",
                    "tone/glad:bright",
                    "tone/sky:مطر",
                    "tone/sky:أمطار",
                ],
            ),
            (
                &[("up", &["Glad"]), ("down", &["sad"])],
                &[
                    "up/glad:smile*",
                    "up/glad:bright",
                    "down/sad:gloom",
                    "down/sad:bright",
                ],
            ),
            (
                &[("all", &[])],
                &[
                    "all/mood:smile*",
                    "all/mood:bright",
                    "all/mood:gloom",
                    "all/weather:مطر",
                    "all/weather:أمطار",
                ],
            ),
        ];
        for (wishes, expected) in cases {
            assert_eq!(
                placed(&carried(YAML, wishes).unwrap()),
                expected,
                "{wishes:?}"
            );
        }
        assert_eq!(carried(YAML, &[("weather", &[])]).unwrap().unwished, 4);
        let fault = carried(YAML, &[("x", &["glat"])]).unwrap_err().to_string();
        assert!(
            fault.contains("did you mean \u{2068}glad\u{2069}?"),
            "{fault}"
        );
    }
}
