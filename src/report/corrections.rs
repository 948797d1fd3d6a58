//! Tells what a grouping that the user corrected changed.

use crate::corpus::{Corpus, EventsByHand, Note};
use crate::error::shown_name;
use crate::events::{Alignment, Move};
use crate::wording::{Tongue, counted_in, said, said_in};
use std::fmt::Display;

/// One sentence: how many articles the grouping names, how many of them it moved, and how many
/// followed; `None` without a grouping.
pub(crate) fn corrected(corpus: &Corpus, alignment: &Alignment, tongue: Tongue) -> Option<String> {
    let grouping = corpus.grouping.as_ref()?;
    let named = |m: &&Move| grouping.event(m.article).is_some();
    let moved = alignment.moves.iter().filter(named).count();
    let followed = match alignment.moves.len() - moved {
        0 => String::new(),
        more => said_in(
            tongue,
            "corrected.further",
            &[&counted_in(tongue, more, "other")],
        ),
    };
    let articles = counted_in(tongue, grouping.events.len(), "article");
    let with: [&dyn Display; 4] = [&shown_name(&grouping.file), &articles, &moved, &followed];
    Some(said_in(tongue, "corrected.sum", &with))
}

/// One remark for each article that is elsewhere than without the grouping: from which event to
/// which.
pub(crate) fn moved(corpus: &Corpus, alignment: &Alignment) -> Vec<Note> {
    let of = |grouping: &EventsByHand| {
        let moves = alignment.moves.iter();
        moves
            .map(|moved| note(corpus, alignment, grouping, moved))
            .collect()
    };
    corpus.grouping.as_ref().map_or_else(Vec::new, of)
}

fn note(corpus: &Corpus, alignment: &Alignment, grouping: &EventsByHand, moved: &Move) -> Note {
    let named = grouping.events.get(&moved.article);
    let article = shown_name(&corpus.articles[moved.article.at()].id);
    let to = shown_name(&alignment.events[moved.to.0 as usize].name);
    let with: [&dyn Display; 3] = [&article, &shown_name(&moved.from), &to];
    Note {
        file: grouping.file.clone(),
        row: named.map(|(row, _)| *row),
        column: named.map(|_| "event".to_owned()),
        what: match named {
            Some(_) => said("corrected.moved", &with),
            None => said("corrected.followed", &with),
        },
    }
}
