//! Spellings close to those of the lists: slips of the pen, and names one letter away.

use super::files::ListFile;
use super::rows::{self, ListRows};
use crate::language::{self, Language};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

/// Words under this many letters differ by one letter far too often (حماس, حماة).
const SHORTEST: usize = 6;

/// Skeletons under this many letters are those of several words (قاتل, قتال); of two words that
/// differ in ة alone fewer will do.
const SHORTEST_SKELETON: usize = 5;

/// What a spelling is close to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meant {
    /// A term, by its id.
    Term(String),
    /// A name of an actor: key, kind, name.
    Name(String, String, String),
}

/// A spelling of the lists that another is close to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Close {
    /// Whose it is.
    pub meant: Meant,
    /// The form, folded and without clitics.
    pub form: String,
    /// How the two differ, by the key of its wording.
    pub how: &'static str,
}

/// The spellings of all terms and names of a language.
pub(crate) struct Spellings {
    language: &'static dyn Language,
    forms: Vec<(String, Meant)>,
    known: BTreeSet<String>,
    /// The words of names of several words.
    of_names: FxHashSet<String>,
    skeletons: FxHashMap<String, Vec<u32>>,
    ends: FxHashMap<[char; 4], Vec<u32>>,
}

impl Spellings {
    /// Of a set of lists: each form of each word, phrases and names as written.
    pub(crate) fn of(files: &[ListFile], language: &'static dyn Language) -> Spellings {
        let rows = rows::read(files, &mut Vec::new());
        let mut forms = listed(&rows, language);
        forms.sort();
        forms.dedup();
        let mut spellings = Spellings {
            language,
            known: forms.iter().map(|(form, _)| form.clone()).collect(),
            of_names: words_of_names(&forms),
            forms,
            skeletons: FxHashMap::default(),
            ends: FxHashMap::default(),
        };
        for (at, (form, _)) in (0..).zip(&spellings.forms) {
            let skeleton = language.skeleton(form);
            spellings.skeletons.entry(skeleton).or_default().push(at);
            if let Some(end) = ends(form) {
                spellings.ends.entry(end).or_default().push(at);
            }
        }
        spellings
    }

    /// Whether a folded word without clitics is part of a name of several words.
    pub(crate) fn is_of_name(&self, word: &str) -> bool {
        self.of_names.contains(word)
    }

    /// The form that folded words without clitics are a misspelling of, if they are of one: by a
    /// slip that is known of the language, or (words of six letters and more) by one letter put
    /// in, left out, changed, or two exchanged. `None` for a spelling of the lists.
    pub(crate) fn close(&self, words: &str) -> Option<Close> {
        if self.known.contains(words) {
            return None;
        }
        let skeleton = self.language.skeleton(words);
        let is_long = skeleton.chars().count() >= SHORTEST_SKELETON;
        for at in self.skeletons.get(&skeleton).into_iter().flatten() {
            let (form, meant) = &self.forms[*at as usize];
            let is_loose = self.language.loose_stem(words) == self.language.loose_stem(form);
            let slip = self
                .language
                .slip(words, form)
                .filter(|_| is_long || is_loose);
            if let Some(how) = slip {
                let (meant, form) = (meant.clone(), form.clone());
                return Some(Close { meant, form, how });
            }
        }
        let near = self.ends.get(&ends(words)?).into_iter().flatten();
        let mut near = near.map(|at| &self.forms[*at as usize]);
        let (form, meant) = near.find(|(form, _)| {
            // One letter is at most four bytes.
            form.len().abs_diff(words.len()) <= 4 && strsim::osa_distance(form, words) == 1
        })?;
        let (meant, form) = (meant.clone(), form.clone());
        Some(Close {
            meant,
            form,
            how: "slip.letter",
        })
    }
}

/// The first and the last letters, of spellings that are long enough: where one of them is another,
/// it is another word or another form.
fn ends(words: &str) -> Option<[char; 4]> {
    let letters: Vec<char> = words.chars().collect();
    match letters.as_slice() {
        [a, b, .., c, d] if letters.len() >= SHORTEST => Some([*a, *b, *c, *d]),
        _ => None,
    }
}

fn words_of_names(forms: &[(String, Meant)]) -> FxHashSet<String> {
    let names = forms
        .iter()
        .filter(|(_, meant)| matches!(meant, Meant::Name(..)));
    let longer = names.filter(|(form, _)| form.contains(' '));
    longer
        .flat_map(|(form, _)| form.split(' ').map(str::to_owned))
        .collect()
}

fn listed(rows: &ListRows, language: &'static dyn Language) -> Vec<(String, Meant)> {
    let is_own = |code: &str| language::of(Some(code)).code() == language.code();
    let mut forms = Vec::new();
    for row in rows.terms.iter().filter(|row| is_own(&row.language)) {
        let meant = Meant::Term(row.id.clone());
        for way in language.bodies(&row.citation) {
            if let ([bodies], false) = (way.words.as_slice(), way.after_first) {
                let closed = bodies.iter().filter(|body| !body.open);
                forms.extend(closed.map(|body| (bare(language, &body.folded), meant.clone())));
            }
        }
        let phrases = std::iter::once(&row.citation.term).chain(&row.citation.stems);
        let closed = phrases.filter(|phrase| !phrase.contains('*'));
        forms.extend(closed.map(|phrase| (bare(language, &language.fold(phrase)), meant.clone())));
    }
    for row in rows.names.iter().filter(|row| is_own(&row.language)) {
        let meant = Meant::Name(row.actor.clone(), row.kind.clone(), row.name.clone());
        forms.push((bare(language, &language.fold(&row.name)), meant));
    }
    forms
}

/// Folded words without clitics.
pub(crate) fn bare(language: &dyn Language, folded: &str) -> String {
    let words: Vec<&str> = folded.split(' ').map(|word| language.stem(word)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Arabic;
    use crate::lexicon::files;

    #[test]
    fn a_misspelling_is_close_to_its_entry_and_a_spelling_of_the_lists_to_none() {
        let spellings = Spellings::of(&files::built_in(), &Arabic);
        for (written, meant, how) in [
            ("الارهبيين", "groups-ins-irhabi", "slip.alef"),
            ("إرهابييون", "groups-ins-irhabi", "slip.doubled"),
            ("المخبز", "", ""),
            ("الإرهابيين", "", ""),
        ] {
            let close = spellings.close(&bare(&Arabic, &Arabic.fold(written)));
            let found = close.map(|close| (close.meant, close.how));
            let expected = Some((Meant::Term(meant.to_owned()), how)).filter(|_| !how.is_empty());
            assert_eq!(found, expected, "{written}");
        }
    }
}
