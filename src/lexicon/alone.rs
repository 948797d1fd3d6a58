//! A few entries of the lists without all the others: what each of them finds where no other entry
//! stands in its way.

use super::files::{self, ListFile};
use super::forms::{Entry, free, named};
use super::load::assemble;
use super::rows::{self, LabelRow, ListRows, NameRow, TermRow};
use super::{Called, Lexicon, Target};
use crate::error::{Error, Fault, Result, Severity, isolated};
use crate::language;
use crate::wording::said;
use std::path::Path;

/// The lists with no terms but those that are called so: by id, or by the key of an actor, whose names
/// they are then, or by the key of a frame, or by their term. Names, words of
/// saying and page furniture are kept, so voices are read as ever; frames and targets, too.
///
/// A word or phrase that is in no list is an entry of its own in `code`'s language, made by the
/// general rules, or a pattern where it has a `*`; its id is empty.
///
/// Errors: a folder that lacks what it needs, rows that cannot be read, what is called like an id
/// but is none.
pub(crate) fn load_alone(folder: Option<&Path>, name: &str, code: Option<&str>) -> Result<Lexicon> {
    let files: Vec<ListFile> = match folder {
        Some(folder) => files::of_folder(folder)?,
        None => files::built_in(),
    };
    let mut faults = Vec::new();
    let mut rows = rows::read(&files, &mut faults);
    faults.retain(|fault: &Fault| fault.severity == Severity::Error);
    if !faults.is_empty() {
        return Err(Error::Lexicon(faults));
    }
    let names = names_of(&rows, name);
    if names.is_empty() && rows.terms.iter().any(|row| row.frame == name) {
        rows.terms.retain(|row| row.frame == name);
    } else if names.is_empty() {
        let called = named(&rows.terms, name)?;
        let mut at = 0..;
        rows.terms
            .retain(|_| at.next().is_some_and(|at| called.contains(&at)));
    } else {
        rows.terms.clear();
        add_as_terms(&mut rows, names);
    }
    if rows.terms.is_empty() {
        let mut entry = free(name, code);
        complain_of_nothing(&entry)?;
        let other = other_parting(&entry.citation.term);
        entry.citation.stems.extend(other);
        add_as_terms(&mut rows, vec![entry]);
    }
    Ok(assemble(rows, &files))
}

/// A phrase whose words are parted by slashes where spaces part them, and the other way round: who
/// asks for a month by both of its names (`تموز يوليو`) means it however it is written.
fn other_parting(phrase: &str) -> Option<String> {
    let words: Vec<&str> = phrase
        .split([' ', '/'])
        .filter(|word| !word.is_empty())
        .collect();
    let between = if phrase.contains('/') { " " } else { "/" };
    let is_phrase = words.len() > 1 && !phrase.contains('*');
    is_phrase.then(|| words.join(between))
}

/// The names of the actor whose key this is, unless it is the id of a term.
fn names_of(rows: &ListRows, key: &str) -> Vec<Entry> {
    if rows.terms.iter().any(|row| row.id == key) {
        return Vec::new();
    }
    let names = rows.names.iter().filter(|row| row.actor == key);
    let entry = |row: &NameRow| Entry {
        id: row.actor.clone(),
        language: language::of(Some(&row.language)),
        citation: row.citation.clone(),
    };
    names.map(entry).collect()
}

fn complain_of_nothing(entry: &Entry) -> Result<()> {
    match entry.language.bodies(&entry.citation).is_empty() {
        true => Err(Error::Lists(said(
            "fail.nothing-to-look-for",
            &[&isolated(&entry.citation.term)],
        ))),
        false => Ok(()),
    }
}

/// Adds entries that stand in no list of terms, as the one label of a frame about nobody in
/// particular.
fn add_as_terms(rows: &mut ListRows, entries: Vec<Entry>) {
    rows.labels.push(LabelRow {
        file: String::new(),
        row: 0,
        frame: String::new(),
        label: String::new(),
        stance: 0,
        target: Target::Any,
        question: Called::default(),
        frame_called: Called::default(),
        called: Called::default(),
    });
    let row = |entry: Entry| TermRow {
        file: String::new(),
        row: 0,
        language: entry.language.code().to_owned(),
        id: entry.id,
        frame: String::new(),
        label: String::new(),
        citation: entry.citation,
        near: Vec::new(),
        not_near: Vec::new(),
        heads: Vec::new(),
        hit: String::new(),
        miss: String::new(),
    };
    rows.terms.extend(entries.into_iter().map(row));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(name: &str) -> Vec<(String, String)> {
        let lexicon = load_alone(None, name, Some("ar")).unwrap();
        let terms = lexicon.terms.into_iter();
        terms.map(|term| (term.id, term.term)).collect()
    }

    #[test]
    fn of_the_terms_only_those_called_so_are_left() {
        assert_eq!(
            terms("groups-irhabi"),
            [("groups-irhabi".into(), "إرهابي".into())]
        );
        let by_term = terms("ارهابي");
        assert!(by_term.len() > 1, "one term stands in several frames");
        assert!(by_term.iter().all(|(_, term)| term == "إرهابي"));
    }

    #[test]
    fn the_key_of_an_actor_stands_for_its_names() {
        let names = terms("jnim");
        assert!(names.len() > 1 && names.iter().all(|(id, _)| id == "jnim"));
        assert!(names.iter().any(|(_, name)| name == "نصرة الإسلام والمسلمين"));
    }

    #[test]
    fn the_key_of_a_frame_stands_for_its_terms() {
        let lexicon = load_alone(None, "coup", Some("ar")).unwrap();
        let of = |term: &super::super::Term| lexicon.labels[term.label.0 as usize].frame;
        let frames = lexicon.terms.iter().map(of);
        let names: Vec<&str> = frames
            .map(|ix| lexicon.frames[ix.0 as usize].name.as_str())
            .collect();
        assert!(
            names.len() > 5 && names.iter().all(|name| *name == "coup"),
            "{names:?}"
        );
    }

    #[test]
    fn a_word_of_no_list_is_an_entry_of_its_own_and_so_is_a_pattern_on_a_term() {
        for name in ["قرطاسية", "إرهاب*", "كتب قديمة"] {
            assert_eq!(terms(name), [(String::new(), name.to_owned())]);
        }
        assert!(load_alone(None, "*", Some("ar")).is_err());
    }
}
