//! Forms that two entries share: a text that has one cannot tell which entry it is.

use crate::error::{Fault, isolated};
use crate::language::{self, Rule};
use crate::lexicon::rows::{ListRows, TermRow, row_fault};
use crate::wording::{said, word};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A form of one word, as one rule of one entry makes it.
struct MadeForm {
    /// Folded, without anything before it.
    form: String,
    /// Its letters before folding.
    exact: String,
    /// The place of the entry's row.
    row: usize,
    rule: Rule,
}

/// Warns of forms that two entries of a frame share although they stand for different labels, and
/// of forms that a rule of weak precision makes of one entry and that are another entry's in any
/// frame of the language: كتابي, *my book*, is كتابي, *bookish*. One warning a pair of entries, at
/// the later row, with the first of such forms.
///
/// A form in the `exclude` of either is none of its own. Entries that tell each other apart by
/// `near` or `not_near` may share what they like. Phrases are compared with nothing.
pub(crate) fn shared_forms(rows: &ListRows) -> Vec<Fault> {
    let made: Vec<Vec<MadeForm>> = rows
        .terms
        .par_iter()
        .enumerate()
        .map(|(row, term)| forms(row, term))
        .collect();
    let mut by_form: BTreeMap<(&str, &str), Vec<&MadeForm>> = BTreeMap::new();
    for one in made.iter().flatten() {
        let language = rows.terms[one.row].language.as_str();
        by_form.entry((language, &one.form)).or_default().push(one);
    }
    let mut told: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut faults = Vec::new();
    for makers in by_form.values().filter(|makers| makers.len() > 1) {
        for (at, later) in makers.iter().enumerate() {
            for earlier in &makers[..at] {
                let pair = (earlier.row, later.row);
                if earlier.row != later.row && clash(rows, earlier, later) && told.insert(pair) {
                    faults.push(fault(rows, earlier, later));
                }
            }
        }
    }
    faults
}

/// The forms of an entry of one word that may stand alone.
fn forms(row: usize, term: &TermRow) -> Vec<MadeForm> {
    let language = language::of(Some(&term.language));
    let steered = !term.near.is_empty() || !term.not_near.is_empty() || !term.heads.is_empty();
    let excluded: Vec<String> = term
        .citation
        .exclude
        .iter()
        .map(|form| language.fold(form))
        .collect();
    let ways = language.bodies(&term.citation).into_iter();
    let single = ways.filter(|way| way.words.len() == 1 && !way.after_first && !steered);
    let bodies = single.flat_map(|way| way.words).flatten();
    bodies
        .filter(|body| body.heads & 1 == 1 && !body.open && !excluded.contains(&body.folded))
        .map(|body| MadeForm {
            form: body.folded,
            exact: body.exact,
            row,
            rule: Rule {
                head: 0,
                tail: body.tail,
            },
        })
        .collect()
}

fn clash(rows: &ListRows, one: &MadeForm, other: &MadeForm) -> bool {
    let (a, b) = (&rows.terms[one.row], &rows.terms[other.row]);
    let language = language::of(Some(&a.language));
    if !language.agrees(&one.exact, &other.exact) {
        return false;
    }
    if a.frame == b.frame {
        // The term that stands there as written is read (جيشنا beside جيش + نا).
        let is_written = |made: &MadeForm| made.rule == Rule::default();
        return a.label != b.label && is_written(one) == is_written(other);
    }
    // A word that stands in several frames on purpose is the same entry in each.
    let is_weak = |made: &MadeForm| language.is_weak_rule(made.rule);
    a.citation.term != b.citation.term && is_weak(one) != is_weak(other)
}

fn fault(rows: &ListRows, earlier: &MadeForm, later: &MadeForm) -> Fault {
    let (first, second) = (&rows.terms[earlier.row], &rows.terms[later.row]);
    let language = language::of(Some(&second.language));
    let what = said(
        "check.shared",
        &[
            &isolated(&later.exact),
            &isolated(&second.citation.term),
            &language.rule_name(later.rule),
            &isolated(&first.citation.term),
            &first.id,
            &language.rule_name(earlier.rule),
        ],
    );
    let remedy = word("check.part-shared");
    row_fault(second, "term", what, remedy).as_warning()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Citation, Pos};

    fn term(id: &str, term: &str, pos: Pos, (frame, label): (&str, &str)) -> TermRow {
        TermRow {
            file: "ar/x.csv".into(),
            row: 2,
            language: "ar".into(),
            id: id.into(),
            frame: frame.into(),
            label: label.into(),
            citation: Citation {
                term: term.into(),
                pos: Some(pos),
                ..Citation::default()
            },
            near: Vec::new(),
            not_near: Vec::new(),
            heads: Vec::new(),
            hit: String::new(),
            miss: String::new(),
        }
    }

    /// What is said of two entries; empty where nothing is.
    fn said(one: TermRow, other: TermRow) -> String {
        let rows = ListRows {
            terms: vec![one, other],
            ..ListRows::default()
        };
        let faults = shared_forms(&rows);
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_labels_of_a_frame_may_not_share_a_form_unless_one_is_the_form_itself() {
        let fighter = || term("a", "مقاتل", Pos::Noun, ("who", "fighters"));
        let fighting = |label: &str| term("b", "مقاتلة", Pos::Noun, ("who", label));
        let shared = said(fighter(), fighting("women"));
        assert!(
            shared.contains("مقاتلات") && shared.contains("plural ات"),
            "{shared}"
        );
        assert_eq!(said(fighter(), fighting("fighters")), "");
        let mut told_apart = fighting("women");
        told_apart.near = vec!["امرأة".into()];
        assert_eq!(said(fighter(), told_apart), "");
        let own = term("b", "مقاتلات", Pos::Fixed, ("who", "women"));
        assert_eq!(said(fighter(), own), "");
    }

    #[test]
    fn a_form_of_a_weak_rule_that_is_another_entrys_is_told_in_any_frame() {
        let book = || term("a", "كتاب", Pos::Adjective, ("thing", "book"));
        let bookish = || term("b", "كتابي", Pos::Adjective, ("style", "bookish"));
        assert!(said(book(), bookish()).contains("كتابي"));
        let mut excluding = book();
        excluding.citation.exclude = vec!["كتابي".into(), "كتابيا".into()];
        assert_eq!(said(excluding, bookish()), "");
    }
}
