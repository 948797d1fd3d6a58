//! The words around a place in a text, as a page shows them, on one line.

use crate::corpus::markup::{self, one_line};

/// So many bytes of a text are looked at for each word of context, tags and all: more than words
/// have, and few enough that a paragraph without end costs no time.
const BYTES_OF_A_WORD: usize = 256;

fn bytes_looked_at(count: u32) -> usize {
    BYTES_OF_A_WORD * (count as usize + 1)
}

/// The first place from a byte on between two characters.
fn boundary(text: &str, byte: usize) -> usize {
    let mut bytes = byte..text.len();
    bytes
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

/// Whether a byte may be part of a tag or an entity, or end a line.
fn is_sign(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'\n')
}

/// How many of these bytes make so many words and what follows the last space; `None` where it takes
/// more to tell what a page shows. Most places need no more, and there are two for each mention.
fn plain_words(bytes: impl ExactSizeIterator<Item = u8>, count: u32) -> Option<usize> {
    let all = bytes.len();
    let mut spaces = 0;
    for (at, byte) in bytes.enumerate().take(bytes_looked_at(count)) {
        spaces += u32::from(byte == b' ');
        if spaces > count {
            return Some(at);
        }
        if is_sign(byte) {
            return None;
        }
    }
    (all <= bytes_looked_at(count)).then_some(all)
}

/// The last words of the line that a text ends in, as many as asked for.
pub(crate) fn words_before(text: &str, count: u32) -> String {
    if let Some(bytes) = plain_words(text.bytes().rev(), count) {
        return one_line(&text[text.len() - bytes..]);
    }
    let start = text.len().saturating_sub(bytes_looked_at(count));
    let shown = markup::shown(&text[boundary(text, start)..]);
    let line = shown.rsplit('\n').next().unwrap_or_default();
    let start = line
        .rsplit(' ')
        .take(count as usize + 1)
        .map(|word| word.len() + 1)
        .sum::<usize>();
    let start = line.len().saturating_sub(start.saturating_sub(1));
    one_line(&line[start..])
}

/// The first words of the line that a text begins in.
pub(crate) fn words_after(text: &str, count: u32) -> String {
    if let Some(bytes) = plain_words(text.bytes(), count) {
        return one_line(&text[..bytes]);
    }
    let end = bytes_looked_at(count).min(text.len());
    let shown = markup::shown(&text[..boundary(text, end)]);
    let line = shown.split('\n').next().unwrap_or_default();
    let end = line
        .split(' ')
        .take(count as usize + 1)
        .map(|word| word.len() + 1)
        .sum::<usize>();
    one_line(&line[..end.saturating_sub(1).min(line.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_of_a_page_has_no_tags_and_no_entities() {
        let text = "<p>أول</p><p>قال &quot;إن <b>الج</b>يش&quot; ";
        assert_eq!(words_before(text, 4), "قال \"إن الجيش\"");
        let text = " في&nbsp;<a href=\"x y\">الشمال</a><br>وبعد ذلك";
        assert_eq!(words_after(text, 5), "في الشمال");
        assert_eq!(one_line("<i>وصل</i> الوفد &amp; عاد"), "وصل الوفد & عاد");
    }

    #[test]
    fn context_keeps_to_the_line_and_to_the_number_of_words() {
        let cases = [
            ("أول سطر\nثم قال الجيش إن ", "قال الجيش إن"),
            ("كلمة", "كلمة"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(words_before(text, 3), expected);
        }
        let cases = [
            ("ـين في الشمال أمس.\nوبعد", "ـين في الشمال أمس."),
            (" و ثان ثالث", "و ثان ثالث"),
        ];
        for (text, expected) in cases {
            assert_eq!(words_after(text, 3), expected);
        }
    }
}
