//! Tells what a grouping that the user corrected changed.

use super::names::counted;
use crate::corpus::{Corpus, EventsByHand, Note};
use crate::events::{Alignment, Move};

/// One sentence: how many articles the grouping names, how many of them it moved, and how many
/// followed; `None` without a grouping.
pub fn corrected(corpus: &Corpus, alignment: &Alignment) -> Option<String> {
    let grouping = corpus.grouping.as_ref()?;
    let named = |m: &&Move| grouping.event(m.article).is_some();
    let moved = alignment.moves.iter().filter(named).count();
    let followed = match alignment.moves.len() - moved {
        0 => String::new(),
        more => format!(
            "; {} followed that it does not name",
            counted(more, "other")
        ),
    };
    Some(format!(
        "{} names the events of {}: {moved} of them moved to another event{followed}.",
        grouping.file,
        counted(grouping.events.len(), "article")
    ))
}

/// One remark for each article that is elsewhere than without the grouping: from which event to
/// which.
pub fn moved(corpus: &Corpus, alignment: &Alignment) -> Vec<Note> {
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
    let how = match named {
        Some(_) => "moved",
        None => "followed, though not named here,",
    };
    Note {
        file: grouping.file.clone(),
        row: named.map(|(row, _)| *row),
        column: named.map(|_| "event".to_owned()),
        what: format!(
            "article {} {how} from event {} to {}",
            corpus.articles[moved.article.at()].id,
            moved.from,
            alignment.events[moved.to.0 as usize].name
        ),
    }
}
