//! The forms of an entry, as a researcher looks at them: which spellings it stands for, by the rule
//! that makes them, and which of them a corpus has.

use super::files::{self, ListFile};
use super::rows;
use crate::error::{Error, Result, did_you_mean, isolated};
use crate::language::{self, Body, Citation, HeadSet, Language, Rule};
use crate::text::Text;
use crate::text::matcher::{Match, Matcher, MatcherBuilder};
use crate::wording::said;
use std::collections::BTreeMap;
use std::path::Path;

/// An entry whose forms are asked for.
#[derive(Clone)]
pub(crate) struct Entry {
    /// Its id; empty for a word that stands in no list.
    pub id: String,
    /// Its language.
    pub language: &'static dyn Language,
    /// What it is.
    pub citation: Citation,
}

/// Forms that one rule makes, of one of the words of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// What the rule does to the word: `plural ين`.
    pub rule: String,
    /// Whether its forms are often another word.
    pub is_weak: bool,
    /// The forms, without what may stand glued before them.
    pub forms: Vec<String>,
    /// What may stand before them; the first is often nothing.
    pub heads: Vec<&'static str>,
}

/// The entries of a set of lists that are called so: by id, else by their term, folded.
///
/// A word that is in no list is an entry of its own, in `code`'s language and with the general
/// rules: so a term can be tried before it is written down.
///
/// Errors: what is called like an id (`groups-…`) but is none.
pub(crate) fn entries(folder: Option<&Path>, name: &str, code: Option<&str>) -> Result<Vec<Entry>> {
    let files: Vec<ListFile> = match folder {
        Some(folder) => files::of_folder(folder)?,
        None => files::built_in(),
    };
    let terms = rows::read(&files, &mut Vec::new()).terms;
    let called = named(&terms, name)?;
    if called.is_empty() {
        return Ok(vec![free(name, code)]);
    }
    let entry = |at: usize| Entry {
        id: terms[at].id.clone(),
        language: language::of(Some(&terms[at].language)),
        citation: terms[at].citation.clone(),
    };
    Ok(called.into_iter().map(entry).collect())
}

/// The places of the rows that are called so: by id, else by their term, folded; empty for a word
/// that is in no list.
///
/// Errors: what is called like an id but is none.
pub(super) fn named(terms: &[rows::TermRow], name: &str) -> Result<Vec<usize>> {
    let places = |wanted: &dyn Fn(&rows::TermRow) -> bool| -> Vec<usize> {
        let all = terms.iter().enumerate();
        all.filter(|(_, row)| wanted(row))
            .map(|(at, _)| at)
            .collect()
    };
    let by_id = places(&|row| row.id == name);
    if !by_id.is_empty() {
        return Ok(by_id);
    }
    let by_term = places(&|row| {
        let language = language::of(Some(&row.language));
        is_same_term(language, &row.citation.term, name)
    });
    if by_term.is_empty() && name.contains('-') && name.is_ascii() {
        let ids = terms.iter().map(|row| row.id.as_str());
        let hint =
            did_you_mean(name, ids).map_or(String::new(), |id| said("fail.likely-id", &[&id]));
        return Err(Error::Lists(said(
            "fail.no-id-of",
            &[&isolated(name), &hint],
        )));
    }
    Ok(by_term)
}

/// Whether two terms are the same but for their spelling; a `*` is no matter of spelling.
pub(super) fn is_same_term(language: &dyn Language, one: &str, other: &str) -> bool {
    let folded = |term: &str| -> Vec<String> {
        let pieces = term.split('*');
        pieces.map(|piece| language.fold(piece)).collect()
    };
    folded(one) == folded(other)
}

/// An entry that stands in no list.
pub(super) fn free(name: &str, code: Option<&str>) -> Entry {
    Entry {
        id: String::new(),
        language: language::of(code),
        citation: Citation {
            term: name.to_owned(),
            ..Citation::default()
        },
    }
}

/// The forms of each word of an entry, grouped by rule in the order in which the rules make them;
/// one list a word, and one set of words for the term and each phrase among its stems.
pub(crate) fn groups(entry: &Entry) -> Vec<Vec<Vec<Group>>> {
    let language = entry.language;
    let ways = language.bodies(&entry.citation).into_iter();
    ways.map(|way| {
        way.words
            .iter()
            .map(|bodies| of_word(language, bodies))
            .collect()
    })
    .collect()
}

fn of_word(language: &dyn Language, bodies: &[Body]) -> Vec<Group> {
    let mut groups: Vec<(HeadSet, Group)> = Vec::new();
    for body in bodies {
        let rule = Rule {
            head: 0,
            tail: body.tail,
        };
        let kind = language.rule_kind(rule);
        let known = groups
            .iter_mut()
            .find(|(heads, group)| *heads == body.heads && group.rule == kind);
        match known {
            Some((_, group)) if group.forms.contains(&body.exact) => {}
            Some((_, group)) => group.forms.push(body.exact.clone()),
            None => {
                let heads = language.heads().iter().enumerate();
                let taken = heads.filter(|(at, _)| body.heads >> at & 1 == 1);
                let group = Group {
                    rule: kind,
                    is_weak: language.is_weak_rule(rule),
                    forms: vec![body.exact.clone()],
                    heads: taken.map(|(_, head)| *head).collect(),
                };
                groups.push((body.heads, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// How often texts have each form of an entry.
pub(crate) struct Counter {
    entry: Entry,
    matcher: Matcher,
    /// By form as written, with its rule.
    met: BTreeMap<(String, String), u64>,
    found: Vec<Match>,
}

impl Counter {
    /// Counts nothing yet.
    pub(crate) fn new(entry: Entry) -> Self {
        let mut builder = MatcherBuilder::default();
        builder.add(entry.language, &entry.citation);
        Counter {
            matcher: builder.build(),
            entry,
            met: BTreeMap::new(),
            found: Vec::new(),
        }
    }

    /// Counts the forms in a text.
    pub(crate) fn count(&mut self, text: &Text) {
        self.found.clear();
        self.matcher.scan(text, &mut self.found);
        for one in &self.found {
            let form = text.slice(&text.bytes(&one.tokens));
            let rule = self.entry.language.rule_names(&one.rules);
            let exact = self.entry.language.exact(form);
            *self.met.entry((exact, rule)).or_default() += 1;
        }
    }

    /// Forms met, with their rules, the most frequent first.
    pub(crate) fn met(self) -> Vec<(String, String, u64)> {
        let met = self.met.into_iter();
        let mut met: Vec<_> = met
            .map(|((form, rule), count)| (form, rule, count))
            .collect();
        met.sort_by(|a, b| (b.2, &a.0, &a.1).cmp(&(a.2, &b.0, &b.1)));
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::text::{clean::Furniture, prepare};

    #[test]
    fn an_entry_is_found_by_id_and_by_term_in_any_spelling_and_a_new_word_is_tried() {
        for (name, id) in [
            ("groups-irhabi", "groups-irhabi"),
            ("إرهابي", "groups-irhabi"),
            ("ارهابي", "groups-irhabi"),
            ("قرطاسية", ""),
        ] {
            let found = entries(None, name, Some("ar")).unwrap();
            assert!(found.iter().any(|entry| entry.id == id), "{name}");
        }
        let fault = entries(None, "groups-irhabbi", Some("ar")).err();
        let fault = fault.map(|fault| fault.to_string()).unwrap_or_default();
        assert!(fault.contains("did you mean groups-irhabi"), "{fault}");
    }

    #[test]
    fn an_ending_that_is_dual_or_plural_is_told_as_both() {
        let rule_of = |id: &str, form: &str| {
            let entry = entries(None, id, None).unwrap().remove(0);
            let ways = groups(&entry);
            let made = ways[0][0]
                .iter()
                .find(|group| group.forms.contains(&form.to_owned()));
            made.map(|group| group.rule.clone())
        };
        for (form, rule) in [
            ("إرهابيين", "dual or plural ين"),
            ("إرهابيتين", "dual ين"),
            ("إرهابيان", "dual ان"),
        ] {
            assert_eq!(
                rule_of("groups-irhabi", form).as_deref(),
                Some(rule),
                "{form}"
            );
        }
    }

    #[test]
    fn forms_stand_under_the_rule_that_makes_them_and_are_counted_as_met() {
        let entry = entries(None, "groups-irhabi", None).unwrap().remove(0);
        let ways = groups(&entry);
        let plural = ways[0][0].iter().find(|group| group.rule == "plural ون");
        let plural = plural.expect("an adjective has the sound plural");
        assert_eq!(plural.forms, ["إرهابيون"]);
        assert!(plural.heads.contains(&"وال") && !plural.heads.contains(&"ب"));
        let mut counter = Counter::new(entry);
        let given = "فر الإرهابيون ثم عاد الارهابيون وقتل إرهابي";
        let language = language::of(Some("ar"));
        let furniture = Furniture::default();
        counter.count(&prepare(
            given,
            Part::Body,
            None,
            "",
            language.grammar(),
            &furniture,
        ));
        let met: Vec<_> = counter
            .met()
            .into_iter()
            .map(|(form, _, count)| (form, count))
            .collect();
        let expected = [("إرهابي", 1), ("الإرهابيون", 1), ("الارهابيون", 1)];
        assert_eq!(met, expected.map(|(form, count)| (form.to_owned(), count)));
    }
}
