//! Pieces of an article as a page shows them, and where things stand in them.
//!
//! Places in a study are bytes of the text as given. A browser counts UTF-16 units of what it is
//! shown, where tags are gone and entities are letters.

use super::PageTexts;
use crate::corpus::Part;
use crate::corpus::markup::Plain;
use std::ops::Range;

/// A run of an article's title or body.
pub(super) struct Piece {
    /// Title or body.
    pub part: Part,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// What a page shows of it.
    pub text: String,
    /// Whether something stands before it that is not shown.
    pub is_cut_before: bool,
    /// Whether something stands behind it that is not shown.
    pub is_cut_behind: bool,
    /// Its first byte in what a page shows of the whole part.
    start: usize,
}

/// One part of an article as a page shows it.
pub(super) struct Shown<'a> {
    given: &'a str,
    plain: Option<Plain>,
}

impl<'a> Shown<'a> {
    /// Of a title or a body as given.
    pub(crate) fn of(given: &'a str) -> Shown<'a> {
        let plain = Plain::of(given);
        Shown { given, plain }
    }

    fn text(&self) -> &str {
        self.plain.as_ref().map_or(self.given, |plain| &plain.text)
    }

    /// The byte of what is shown at which a byte of the text as given stands.
    fn byte(&self, given: u32) -> usize {
        match &self.plain {
            Some(plain) => plain.shown_before(given),
            None => given as usize,
        }
    }

    /// Some bytes of the text as given, as a piece.
    pub(crate) fn piece(&self, part: Part, bytes: Range<u32>) -> Piece {
        let shown = self.byte(bytes.start)..self.byte(bytes.end);
        let text = self.text();
        Piece {
            part,
            text: text[shown.clone()].to_owned(),
            is_cut_before: !text[..shown.start].trim().is_empty(),
            is_cut_behind: !text[shown.end..].trim().is_empty(),
            start: shown.start,
            bytes,
        }
    }

    /// Where some bytes of the text as given stand in a piece, in UTF-16 units; those outside are
    /// left out, and `None` where no letter is inside.
    pub(crate) fn place(&self, piece: &Piece, bytes: &Range<u32>) -> Option<[usize; 2]> {
        let end = piece.start + piece.text.len();
        let inside = |byte: u32| self.byte(byte).clamp(piece.start, end) - piece.start;
        let (from, to) = (inside(bytes.start), inside(bytes.end));
        let units = |to: usize| piece.text[..to].encode_utf16().count();
        (from < to).then(|| [units(from), units(to)])
    }
}

/// Runs of bytes that touch or lie over each other, or have nothing but space between them, as one.
pub(super) fn joined(text: &str, mut runs: Vec<Range<u32>>) -> Vec<Range<u32>> {
    runs.sort_by_key(|run| (run.start, run.end));
    let mut joined: Vec<Range<u32>> = Vec::new();
    for run in runs {
        match joined.last_mut() {
            Some(last) if is_near(text, last.end, run.start) => last.end = last.end.max(run.end),
            _ => joined.push(run),
        }
    }
    joined
}

fn is_near(text: &str, end: u32, start: u32) -> bool {
    end >= start || text[end as usize..start as usize].trim().is_empty()
}

/// The runs of a part that a page shows: all of a title; of a body all, nothing, or some runs.
pub(super) fn runs(
    part: Part,
    text: &str,
    texts: PageTexts,
    excerpts: Vec<Range<u32>>,
) -> Vec<Range<u32>> {
    let whole = std::iter::once(0..text.len() as u32).filter(|_| !text.trim().is_empty());
    match (part, texts) {
        (Part::Title, _) | (Part::Body, PageTexts::Full) => whole.collect(),
        (Part::Body, PageTexts::Excerpts) => joined(text, excerpts),
        (Part::Body, PageTexts::Nothing) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_units_of_a_browser_also_behind_letters_outside_the_basic_plane() {
        let text = "رسالة 😀 قال الثوار إنهم باقون";
        let shown = Shown::of(text);
        let piece = shown.piece(Part::Body, 0..text.len() as u32);
        let start = text.find("الثوار").unwrap() as u32;
        let place = shown.place(&piece, &(start..start + "الثوار".len() as u32));
        let [from, to] = place.unwrap();
        let units: Vec<u16> = piece.text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&units[from..to]).unwrap(), "الثوار");
        // Two units for the one letter.
        assert_eq!(from, "رسالة x قال ".chars().count() + 1);
    }

    #[test]
    fn tags_and_entities_are_no_part_of_what_is_shown_and_move_no_place() {
        let text = "<p>قال &quot;<b>الثو</b>ار&quot; أمس</p><p>ثم صمت</p>";
        let shown = Shown::of(text);
        let start = text.find("قال").unwrap() as u32;
        let end = text.find("ثم").unwrap() as u32;
        let piece = shown.piece(Part::Body, start..end);
        assert_eq!(piece.text.trim(), "قال \"الثوار\" أمس");
        let from = text.find("الثو").unwrap() as u32;
        let to = (text.find("ار&").unwrap() + "ار".len()) as u32;
        assert_eq!(shown.place(&piece, &(from..to)), Some([5, 11]));
        assert!(!piece.is_cut_before && piece.is_cut_behind);
        let outside = text.find("صمت").unwrap() as u32;
        assert_eq!(shown.place(&piece, &(outside..outside + 2)), None);
    }

    #[test]
    fn runs_that_touch_are_one() {
        let text = "aaaa bbbb cccc dddd";
        let runs = vec![10..14, 0..4, 5..7, 2..6];
        assert_eq!(joined(text, runs), [0..7, 10..14]);
        assert_eq!(joined(text, vec![0..4, 5..9]), vec![0..9]);
    }
}
