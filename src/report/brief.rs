//! What tables show of long texts: words around a place, the ends of a stretch, the first words of
//! an article without a title; all of it with the setting `all_tables`.

use super::context::words_after;
use crate::corpus::markup::one_line;
use crate::settings::Settings;
use std::borrow::Cow;
use std::ops::Range;

/// What stands for words that are left out.
const LEFT_OUT: &str = "…";

/// Words that an article without a title is told by.
const FIRST_WORDS: u32 = 8;

/// Words that a name has, with its titles.
const NAME_WORDS: usize = 6;

/// A sentence of a text on one line, or so many words of it on either side of a place in it.
pub(crate) fn around(
    text: &str,
    sentence: &Range<u32>,
    place: &Range<u32>,
    (words, settings): (usize, &Settings),
) -> String {
    let bytes = match settings.all_tables {
        true => sentence.clone(),
        false => bytes_around(text, sentence, place, words),
    };
    let shown = one_line(&text[bytes.start as usize..bytes.end as usize]);
    let mark = |is_cut: bool| if is_cut { LEFT_OUT } else { "" };
    let [left, right] = [bytes.start > sentence.start, bytes.end < sentence.end].map(mark);
    [left, &shown, right]
        .into_iter()
        .filter(|piece| !piece.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The bytes of so many words on either side of a place in a sentence, or all of it where the place
/// does not lie in it.
pub(crate) fn bytes_around(
    text: &str,
    sentence: &Range<u32>,
    place: &Range<u32>,
    words: usize,
) -> Range<u32> {
    let bytes = |from: u32, to: u32| &text[from as usize..to.max(from) as usize];
    let is_within = sentence.start <= place.start && place.end <= sentence.end;
    // A tag may not be cut in two.
    if !is_within || bytes(sentence.start, sentence.end).contains(['<', '&']) {
        return sentence.clone();
    }
    let before = bytes(sentence.start, place.start);
    let after = bytes(place.end, sentence.end);
    let from = before.rmatch_indices(char::is_whitespace).nth(words);
    let to = after.match_indices(char::is_whitespace).nth(words);
    let start = sentence.start + from.map_or(0, |(at, space)| at + space.len()) as u32;
    start..place.end + to.map_or(after.len(), |(at, _)| at) as u32
}

/// A stretch on one line, or its first and its last word.
pub(crate) fn ends(stretch: &str, settings: &Settings) -> String {
    let line = one_line(stretch);
    let inside = line.find(' ').zip(line.rfind(' '));
    match inside {
        Some((first, last)) if first < last && !settings.all_tables => {
            format!("{} {LEFT_OUT}{}", &line[..first], &line[last..])
        }
        _ => line,
    }
}

/// The first words of a name that is as long as a sentence, or all of it.
pub(crate) fn shortened<'a>(name: &'a str, settings: &Settings) -> Cow<'a, str> {
    let cut = name.match_indices(char::is_whitespace).nth(NAME_WORDS - 1);
    match cut {
        Some((at, _)) if !settings.all_tables => format!("{} {LEFT_OUT}", &name[..at]).into(),
        _ => name.into(),
    }
}

/// The first words of a text, for a title that it lacks.
pub(crate) fn first_words(text: &str) -> String {
    let words = words_after(text.trim_start(), FIRST_WORDS);
    match words.is_empty() {
        true => words,
        false => format!("{words} {LEFT_OUT}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_with_words_on_either_side() {
        let text = "أول. قال الضابط إن المسلحين فروا من القرية مساء. آخر.";
        let at = |part: &str| {
            let start = text.find(part).unwrap() as u32;
            start..start + part.len() as u32
        };
        let sentence = at("قال الضابط إن المسلحين فروا من القرية مساء.");
        let mut settings = Settings::default();
        let shown = |place, settings: &Settings| around(text, &sentence, &place, (1, settings));
        assert_eq!(shown(at("المسلحين"), &settings), "… إن المسلحين فروا …");
        assert_eq!(shown(at("مسلحين"), &settings), "… إن المسلحين فروا …");
        assert_eq!(shown(at("قال"), &settings), "قال الضابط …");
        settings.all_tables = true;
        assert!(shown(at("قال"), &settings).ends_with("مساء."));
    }

    #[test]
    fn a_stretch_is_shown_by_its_first_and_its_last_word() {
        let settings = Settings::default();
        assert_eq!(ends("لن نغادر هذه القرية", &settings), "لن … القرية");
        assert_eq!(ends("لن نغادر", &settings), "لن نغادر");
        assert_eq!(ends("نعم", &settings), "نعم");
    }

    #[test]
    fn a_title_that_an_article_lacks_is_its_first_words() {
        assert_eq!(
            first_words("\n قال <b>الوزير</b> أمس\nثم"),
            "قال الوزير أمس …"
        );
        assert_eq!(first_words(" \n "), "");
    }
}
