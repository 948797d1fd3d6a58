//! Rows that can be pasted: made of candidates, and kept only if they pass the check.

use super::described::Described;
use super::{Evidence, Proposal, Read, Row};
use crate::lexicon::{self, Lexicon, Meant, NewRow};
use std::collections::BTreeSet;

/// A term of so few letters needs a sentence that it must not match.
const SHORT: usize = 3;

/// The first `limit` of the candidates whose rows pass the check.
pub(super) fn tried(read: &Read, described: Vec<Described>, limit: usize) -> Vec<Proposal> {
    let mut ids = lexicon::ids(read.files);
    let mut proposals: Vec<Proposal> = described
        .into_iter()
        .filter_map(|one| proposal(read, one, &mut ids))
        .collect();
    let rows: Vec<NewRow> = proposals
        .iter()
        .filter_map(|proposal| match &proposal.row {
            Row::Term(row) => Some(row.clone()),
            Row::Name(_) => None,
        })
        .collect();
    let mut faults = lexicon::faults_of(read.files, read.language, &rows).into_iter();
    proposals.retain(|proposal| match proposal.row {
        Row::Term(_) => faults.next().is_some_and(|faults| faults.is_empty()),
        Row::Name(_) => true,
    });
    proposals.truncate(limit);
    proposals
}

fn proposal(read: &Read, one: Described, ids: &mut BTreeSet<String>) -> Option<Proposal> {
    let (list, row) = row(read, &one, ids)?;
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
fn row(read: &Read, one: &Described, ids: &mut BTreeSet<String>) -> Option<(String, Row)> {
    let close = one.ranked.close.as_ref().map(|close| &close.meant);
    if let (Some(Meant::Name(actor, kind, _)), [Evidence::Name]) = (close, &*one.ranked.evidence) {
        let language = read.language.code().to_owned();
        let cells = [actor.clone(), kind.clone(), one.term.clone(), language];
        return Some(("actors.csv".to_owned(), Row::Name(cells)));
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
    row.insert("hit", one.pieces.first()?.clone());
    if one.term.chars().filter(|c| c.is_alphabetic()).count() <= SHORT {
        row.insert("miss", another(read, &one.term)?);
    }
    row.insert("source", "proposed from the corpus".to_owned());
    row.insert("note", note(lexicon, one));
    Some((list, Row::Term(row)))
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
    let like: Vec<&str> = alike(lexicon, &one.ranked)
        .map(|(term, _)| term)
        .take(2)
        .collect();
    match (&one.ranked.close, like.as_slice()) {
        (Some(close), _) => format!("a spelling of {}: {}", close.form, close.how),
        (None, like) => format!("stands like {}", like.join(", ")),
    }
}

/// The entries of the label that a candidate is most like, each term once.
fn alike<'a>(
    lexicon: &'a Lexicon,
    ranked: &'a super::ranked::Ranked,
) -> impl Iterator<Item = (&'a str, f64)> {
    let mut told = BTreeSet::new();
    ranked.nearest.iter().filter_map(move |(term, cosine)| {
        let term = &lexicon.terms[term.0 as usize];
        let is_own = term.label == ranked.label && told.insert(term.term.as_str());
        is_own.then_some((term.term.as_str(), *cosine))
    })
}

/// Why something is proposed, in plain words.
fn why(lexicon: &Lexicon, ranked: &super::ranked::Ranked) -> String {
    let mut reasons = Vec::new();
    for evidence in &ranked.evidence {
        match (evidence, &ranked.close, ranked.key) {
            (Evidence::Slot, ..) => {
                let like: Vec<String> = alike(lexicon, ranked)
                    .take(3)
                    .map(|(term, cosine)| format!("{} {cosine:.2}", crate::error::isolated(term)))
                    .collect();
                reasons.push(format!("has the neighbours of {}", like.join(", ")));
            }
            (Evidence::Key, _, Some((frame, z))) => {
                let frame = &lexicon.frames[frame.0 as usize].name;
                reasons.push(format!("marks the sentences of {frame} (z {z:.1})"));
            }
            (_, Some(close), _) => {
                let form = crate::error::isolated(&close.form);
                reasons.push(format!("is written almost as {form}: {}", close.how));
            }
            _ => {}
        }
    }
    reasons.join("; ")
}
