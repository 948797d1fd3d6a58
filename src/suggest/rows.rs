//! Rows that can be pasted: made of candidates, and kept only if they pass the check.

use super::described::Described;
use super::proposed::{self, NewRow};
use super::ranked::Ranked;
use super::{Evidence, ListRow, Proposal, Read};
use crate::error::isolated;
use crate::lexicon::{self, LabelIx, Lexicon, Meant, TermIx};
use crate::wording::{said, word};
use std::collections::BTreeSet;

/// Stands where the corpus has no such sentence.
const UNWRITTEN: &str = "…";

/// A term of so few letters needs a sentence that it must not match.
const SHORT: usize = 3;

/// How often rows are tried, those that failed without those that passed.
const ROUNDS: usize = 3;

/// The first `limit` of the candidates whose rows pass the check.
pub(super) fn tried(read: &Read, described: Vec<Described>, limit: usize) -> Vec<Proposal> {
    let mut ids = proposed::ids(read.files);
    let mut proposals = Vec::new();
    let mut pieces = Vec::new();
    for mut one in described {
        let own = std::mem::take(&mut one.pieces);
        if let Some(proposal) = proposal(read, one, &own, &mut ids) {
            proposals.push(proposal);
            pieces.push(own);
        }
    }
    let passes = passes(read, &mut proposals, &pieces);
    let mut passes = passes.into_iter();
    proposals.retain(|_| passes.next().unwrap_or(false));
    proposals.truncate(limit);
    proposals
}

/// Which rows pass the check. Two candidates may stand in each other's way (one is a form of the
/// other, or stands in its sentence), and nobody wants all of them: those that fail are tried again
/// among themselves, with another sentence.
fn passes(read: &Read, proposals: &mut [Proposal], pieces: &[Vec<String>]) -> Vec<bool> {
    let is_name = |proposal: &Proposal| matches!(proposal.row, ListRow::Name(_));
    let mut passes: Vec<bool> = proposals.iter().map(is_name).collect();
    for round in 0..ROUNDS {
        let mut places = Vec::new();
        let mut rows = Vec::new();
        for (at, proposal) in proposals.iter_mut().enumerate() {
            if let (false, ListRow::Term(row)) = (passes[at], &mut proposal.row) {
                if let Some(piece) = pieces[at].get(round) {
                    row.insert("hit", piece.clone());
                }
                places.push(at);
                rows.push(row.clone());
            }
        }
        if rows.is_empty() {
            break;
        }
        let faults = proposed::faults_of(read.files, read.language, &rows);
        for (at, faults) in places.into_iter().zip(faults) {
            passes[at] = faults.is_empty();
        }
    }
    passes
}

fn proposal(
    read: &Read,
    one: Described,
    pieces: &[String],
    ids: &mut BTreeSet<String>,
) -> Option<Proposal> {
    let (list, row) = row(read, &one, pieces, ids)?;
    let Described { ranked, .. } = one;
    Some(Proposal {
        score: ranked.score,
        why: why(read.lexicon, &ranked),
        evidence: ranked.evidence,
        term: one.term,
        forms: one.forms,
        count: ranked.places.len() as u32,
        articles: one.articles,
        sources: one.sources,
        label: ranked.label,
        sure: ranked.sure,
        examples: one.examples,
        list,
        row,
    })
}

/// The list that a candidate belongs to, and its row there.
fn row(
    read: &Read,
    one: &Described,
    pieces: &[String],
    ids: &mut BTreeSet<String>,
) -> Option<(String, ListRow)> {
    let close = one.ranked.close.as_ref().map(|close| &close.meant);
    if let (Some(Meant::Name(actor, kind, _)), [Evidence::Name]) = (close, &*one.ranked.evidence) {
        let language = read.language.code().to_owned();
        // Names are found with ال as they are written.
        let name = one.forms.first().map_or(&one.term, |(form, _)| form);
        let cells = [actor.clone(), kind.clone(), name.clone(), language];
        return Some(("actors.csv".to_owned(), ListRow::Name(cells)));
    }
    let lexicon = read.lexicon;
    let label = &lexicon.labels[one.ranked.label.0 as usize];
    let list = list_of(read, one)?;
    let mut row = NewRow::new();
    row.insert("id", free_id(&list, ids));
    row.insert("term", one.term.clone());
    row.insert("frame", lexicon.frames[label.frame.0 as usize].name.clone());
    row.insert("label", label.name.clone());
    let is_phrase = one.ranked.length > 1;
    row.insert("pos", if is_phrase { "phrase" } else { "" }.to_owned());
    row.insert("hit", pieces.first()?.clone());
    if one.term.chars().filter(|c| c.is_alphabetic()).count() <= SHORT {
        let miss = another(read, &one.term);
        row.insert("miss", miss.unwrap_or_else(|| UNWRITTEN.to_owned()));
    }
    row.insert("source", word("suggest.source").to_owned());
    row.insert("note", note(lexicon, one));
    Some((list, ListRow::Term(row)))
}

/// The list, inside its folder, that has the entry most like a candidate, or the first of its label.
fn list_of(read: &Read, one: &Described) -> Option<String> {
    let terms = &read.lexicon.terms;
    let of_label = |term: &&lexicon::Term| term.label == one.ranked.label;
    let nearest = one
        .ranked
        .nearest
        .iter()
        .map(|(term, _)| &terms[term.0 as usize]);
    let term = nearest.chain(terms).find(of_label)?;
    let file = read.files.iter().find(|file| file.shown == term.file)?;
    Some(file.path.clone())
}

/// An id that no row has: `groups-new-1`.
fn free_id(list: &str, ids: &mut BTreeSet<String>) -> String {
    let theme = list
        .rsplit('/')
        .next()
        .and_then(|name| name.split('.').next());
    let theme = theme.unwrap_or("terms");
    let mut number = 1;
    loop {
        let id = format!("{theme}-new-{number}");
        if ids.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}

/// A piece of a sentence with another word that begins with the letters of a short term.
fn another(read: &Read, term: &str) -> Option<String> {
    let folded = read.language.fold(term);
    let words = (0..).zip(read.lines.vocabulary());
    let longer = words.filter(|(_, (word, count))| {
        *count > 1 && word.starts_with(&folded) && word.chars().count() > folded.chars().count() + 2
    });
    let (number, _) =
        longer.max_by_key(|(number, (_, count))| (*count, std::cmp::Reverse(*number)))?;
    super::described::piece(read, number)
}

fn note(lexicon: &Lexicon, one: &Described) -> String {
    let Ranked {
        close,
        label,
        nearest,
        kin,
        ..
    } = &one.ranked;
    let two = |entries| -> Vec<&str> {
        let terms = of_label(lexicon, *label, entries);
        terms.map(|(term, _)| term).take(2).collect()
    };
    match (close, two(nearest).as_slice()) {
        (Some(close), _) => said("suggest.spelling-of", &[&close.form, &word(close.how)]),
        (None, []) => said("suggest.of-root", &[&two(kin).join(", ")]),
        (None, like) => said("suggest.stands-like", &[&like.join(", ")]),
    }
}

/// Of some entries those of a label, each term once.
fn of_label<'a>(
    lexicon: &'a Lexicon,
    label: LabelIx,
    entries: &'a [(TermIx, f64)],
) -> impl Iterator<Item = (&'a str, f64)> {
    let mut told = BTreeSet::new();
    entries.iter().filter_map(move |(term, likeness)| {
        let term = &lexicon.terms[term.0 as usize];
        let is_own = term.label == label && told.insert(term.term.as_str());
        is_own.then_some((term.term.as_str(), *likeness))
    })
}

/// Why something is proposed, in plain words.
fn why(lexicon: &Lexicon, ranked: &Ranked) -> String {
    let mut reasons = Vec::new();
    for evidence in &ranked.evidence {
        match (evidence, &ranked.close, ranked.marks) {
            (Evidence::Slot, ..) => {
                let like: Vec<String> = of_label(lexicon, ranked.label, &ranked.nearest)
                    .take(3)
                    .map(|(term, cosine)| format!("{} {cosine:.2}", isolated(term)))
                    .collect();
                if !like.is_empty() {
                    reasons.push(said("suggest.neighbours", &[&like.join(", ")]));
                }
                let kin = of_label(lexicon, ranked.label, &ranked.kin);
                let kin: Vec<String> = kin.take(3).map(|(term, _)| isolated(term)).collect();
                if !kin.is_empty() {
                    reasons.push(said("suggest.root", &[&kin.join(", ")]));
                }
            }
            (Evidence::Key, _, Some(z)) => {
                let label = &lexicon.labels[ranked.label.0 as usize];
                let frame = &lexicon.frames[label.frame.0 as usize].name;
                reasons.push(said("suggest.marks", &[frame, &format!("{z:.1}")]));
            }
            (_, Some(close), _) => {
                let form = isolated(&close.form);
                reasons.push(said("suggest.almost", &[&form, &word(close.how)]));
            }
            _ => {}
        }
    }
    reasons.join("; ")
}
