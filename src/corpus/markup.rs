//! Entities and tags in a cell: the text that a page would show, and where its bytes stand in the
//! cell as given.

mod tags;

use std::borrow::Cow;
use std::ops::Range;
use tags::{Closing, Tag};

/// A cell may hold a page that was escaped once more (`&lt;p&gt;`, `&amp;quot;`), as feeds do.
const LAYERS: usize = 2;

/// A text without its tags and entities.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    /// What a page shows.
    pub text: String,
    /// For each byte of it where it begins in the text as given, and where it ends there.
    places: Vec<(u32, u32)>,
}

impl Plain {
    /// What a text with tags or entities shows; `None` for one without.
    pub(crate) fn of(given: &str) -> Option<Plain> {
        let mut plain = without_one_layer(given)?;
        for _ in 1..LAYERS {
            let Some(mut inner) = without_one_layer(&plain.text) else {
                break;
            };
            for place in &mut inner.places {
                let bytes = plain.given(place.0..place.1);
                *place = (bytes.start, bytes.end);
            }
            plain = inner;
        }
        Some(plain)
    }

    /// Where bytes of the text shown stand in the text as given.
    pub(crate) fn given(&self, bytes: Range<u32>) -> Range<u32> {
        if bytes.is_empty() {
            let at = self.places.get(bytes.start as usize);
            let last = self.places.last().map_or(0, |place| place.1);
            let at = at.map_or(last, |place| place.0);
            return at..at;
        }
        self.places[bytes.start as usize].0..self.places[bytes.end as usize - 1].1
    }

    /// How many bytes of the text shown stand before a byte of the text as given.
    pub(crate) fn shown_before(&self, given: u32) -> usize {
        self.places.partition_point(|place| place.0 < given)
    }

    /// Adds what stands in the text as given for `shown`.
    fn push(&mut self, shown: &str, given: Range<usize>) {
        let place = (given.start as u32, given.end as u32);
        self.text.push_str(shown);
        self.places.resize(self.text.len(), place);
    }

    /// Adds what is shown as it is given.
    fn copy(&mut self, text: &str, from: usize) {
        self.text.push_str(text);
        let bytes = from..from + text.len();
        self.places
            .extend(bytes.map(|byte| (byte as u32, byte as u32 + 1)));
    }
}

/// A name as a page shows it.
pub(crate) fn shown(given: &str) -> Cow<'_, str> {
    Plain::of(given).map_or(Cow::Borrowed(given), |plain| Cow::Owned(plain.text))
}

/// A text on one line as a page shows it, with single spaces for whatever parts its words.
pub(crate) fn one_line(given: &str) -> String {
    let shown = shown(given);
    let words = shown.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn without_one_layer(given: &str) -> Option<Plain> {
    // Byte by byte: every letter of a corpus comes by, and the two are no part of another letter.
    let is_sign = |byte: &u8| matches!(byte, b'&' | b'<');
    let mut plain = Plain::default();
    let mut closing = Closing::default();
    let (mut at, mut copied, mut is_flowing) = (0, 0, false);
    while let Some(next) = given.as_bytes()[at..].iter().position(is_sign) {
        at += next;
        let found = match entity(&given[at..]) {
            Some((shown, length)) => Some((shown, length)),
            None => tags::tag(given, at, &mut closing).map(|tag: Tag| {
                is_flowing |= tag.is_paragraph;
                (Cow::Borrowed(tag.shown), tag.length)
            }),
        };
        let Some((shown, length)) = found else {
            at += 1;
            continue;
        };
        plain.copy(&given[copied..at], copied);
        plain.push(&shown, at..at + length);
        at += length;
        copied = at;
    }
    if copied == 0 {
        return None;
    }
    plain.copy(&given[copied..], copied);
    if is_flowing {
        plain.text = joined_lines(&plain.text, &plain.places);
    }
    Some(plain)
}

/// Where paragraphs are tags, a single line feed of the source is a space, as in a page. Empty
/// lines stay: somebody wrote them, and they part paragraphs too.
fn joined_lines(text: &str, places: &[(u32, u32)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for at in 1..bytes.len().saturating_sub(1) {
        let is_given = places[at].1 - places[at].0 == 1;
        let is_alone = |byte: u8| !matches!(byte, b'\n' | b'\r');
        if bytes[at] == b'\n' && is_given && is_alone(bytes[at - 1]) && is_alone(bytes[at + 1]) {
            bytes[at] = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// What an entity at the beginning of a text shows, and how many bytes it takes.
fn entity(text: &str) -> Option<(Cow<'static, str>, usize)> {
    /// Longer than every name there is.
    const LONGEST: usize = 40;
    /// Those that a page shows without their semicolon, too.
    const OPEN: [&str; 7] = ["nbsp", "quot", "amp", "lt", "gt", "laquo", "raquo"];
    let name = text.strip_prefix('&')?;
    let end = name
        .bytes()
        .take(LONGEST)
        .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'))
        .unwrap_or(name.len().min(LONGEST));
    let (name, is_closed) = (name.get(..end)?, name[end..].starts_with(';'));
    let length = 1 + end + usize::from(is_closed);
    if let Some(number) = name.strip_prefix('#') {
        return Some((Cow::Owned(numbered(number)?.to_string()), length));
    }
    let shown = quick_xml::escape::resolve_html5_entity(name)?;
    (is_closed || OPEN.contains(&name)).then_some((Cow::Borrowed(shown), length))
}

/// The character of a number. Those from 128 to 159 are meant as in Windows-1252 (HTML standard,
/// § 13.2.5.80).
fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        0 => None,
        128..160 => {
            let byte = [code as u8];
            let (meant, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
            meant.chars().next()
        }
        _ => char::from_u32(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_a_page_shows_it() {
        for (given, expected) in [
            ("قال &quot;نعم&quot; ثم", "قال \"نعم\" ثم"),
            ("&laquo;نعم&raquo;&nbsp;ثم", "«نعم»\u{A0}ثم"),
            ("&#1606;&#x639;م &#147;لا&#148;", "نعم “لا”"),
            ("&quot نعم &quot", "\" نعم \""),
            ("<p>سطر</p><p>آخر<br/>ثالث</p>", "\nسطر\n\nآخر\nثالث\n"),
            ("إر<b>ها</b>بي", "إرهابي"),
            ("<a href=\"x?a=1&amp;b>2\">خبر</a>", "خبر"),
            ("<script>if (a<b) {}</script>نص<!-- <p> -->", "نص"),
            ("<p>أول\nثان</p>\n\nثالث", "\nأول ثان\n\n\nثالث"),
            ("&lt;p&gt;&amp;quot;نعم&amp;quot;&lt;/p&gt;", "\n\"نعم\"\n"),
            ("<td>أ</td><td>ب</td>", " أ  ب "),
        ] {
            let plain = Plain::of(given).expect(given);
            assert_eq!(plain.text, expected, "{given}");
        }
    }

    #[test]
    fn what_is_no_tag_and_no_entity_stays() {
        for given in [
            "وصل الوفد",
            "5 < 6 و7 > 6",
            "قال <<نعم>> وذهب",
            "<الوزير> قال",
            "شركة جونز & سميث; لا",
            "&شيء; &#0; &#x; &#99999999;",
            "<AFP> كتب",
            "<p نص بلا نهاية",
            "",
        ] {
            assert!(Plain::of(given).is_none(), "{given}");
        }
    }

    #[test]
    fn places_are_those_of_the_cell() {
        for given in [
            "<p>قال &quot;إن <b>الج</b>سر فُتح&quot;</p>",
            "&lt;p&gt;قال &amp;quot;إن الجسر&amp;quot;&lt;/p&gt;",
            "قال &laquo;إن الجسر&raquo;",
        ] {
            let plain = Plain::of(given).expect(given);
            assert_eq!(plain.places.len(), plain.text.len());
            let at = plain.text.find("قال").unwrap() as u32;
            let bytes = plain.given(at..at + 6);
            assert_eq!(&given[bytes.start as usize..bytes.end as usize], "قال");
            let at = plain.text.find("الجسر").unwrap() as u32;
            let bytes = plain.given(at..at + 10);
            let word = &given[bytes.start as usize..bytes.end as usize];
            assert_eq!(shown(word), "الجسر");
        }
    }

    #[test]
    fn a_cell_of_broken_tags_is_read_to_its_end() {
        for (piece, shown_piece) in [
            ("<p ", "<p "),
            ("<!--", "<!--"),
            ("&amp", "&"),
            ("<a href=\"", "<a href=\""),
            ("<", "<"),
            ("&#", "&#"),
        ] {
            let given = piece.repeat(200_000);
            assert!(shown(&given).starts_with(shown_piece), "{piece}");
            assert!(shown(&(given + "نص")).ends_with("نص"), "{piece}");
        }
    }
}
