//! Words of texts and names of files as a terminal may have them: nothing in them moves the cursor,
//! turns the words around them, or begins a line that mizan did not write.

use std::borrow::Cow;
use std::ffi::OsStr;

/// A word of any script set apart (U+2068 … U+2069), so that a line that mixes directions stays
/// readable; on one line, with a picture of each sign that steers a terminal, and without those that
/// steer directions (UAX #9), which could end the setting apart.
pub(crate) fn isolated(word: &str) -> String {
    format!("\u{2068}{}\u{2069}", on_one_line(word))
}

/// The name of a file, a column or a key: on one line, and set apart where it runs from right to
/// left. Any other stays as it can be typed.
pub(crate) fn shown_name(name: impl AsRef<OsStr>) -> String {
    let name = name.as_ref().to_string_lossy();
    match name.contains(runs_from_the_right) {
        true => isolated(&name),
        false => on_one_line(&name).into_owned(),
    }
}

fn on_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| pictured(c).is_some() || steers_direction(c)) {
        return text.into();
    }
    let signs = text.chars().filter(|c| !steers_direction(*c));
    signs.map(|c| pictured(c).unwrap_or(c)).collect()
}

/// A text of several lines as a terminal may have it. Words that were set apart stay so up to the
/// end of their line.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_harm =
        |c: char| pictured(c).is_some() && !matches!(c, '\n' | '\t') || steers_direction(c);
    if !text.contains(is_harm) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for whole in text.split_inclusive('\n') {
        let line = whole.strip_suffix('\n').unwrap_or(whole);
        let line = line
            .strip_suffix('\r')
            .filter(|_| line < whole)
            .unwrap_or(line);
        let mut open = 0;
        for sign in line.chars() {
            match sign {
                '\u{2066}'..='\u{2068}' => open += 1,
                '\u{2069}' if open == 0 => continue,
                '\u{2069}' => open -= 1,
                sign if steers_direction(sign) => continue,
                _ => {}
            }
            shown.push(pictured(sign).filter(|_| sign != '\t').unwrap_or(sign));
        }
        shown.extend(std::iter::repeat_n('\u{2069}', open));
        shown.push_str(&whole[line.len()..]);
    }
    shown.into()
}

/// What is shown in the place of a sign that steers a terminal or ends a line (Unicode, *Control
/// Pictures*).
fn pictured(sign: char) -> Option<char> {
    match sign {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(sign)),
        '\u{7f}' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}' => Some('\u{fffd}'),
        '\u{2028}' | '\u{2029}' => Some('\u{2424}'),
        _ => None,
    }
}

/// The embeddings, overrides and isolates of UAX #9; marks of one direction do no harm.
fn steers_direction(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The blocks of Unicode whose letters run from right to left.
fn runs_from_the_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(sign, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_line_nor_its_place_in_it() {
        for (given, expected) in [
            ("صحيفة النهر", "\u{2068}صحيفة النهر\u{2069}"),
            ("a\nmizan: done", "\u{2068}a\u{240a}mizan: done\u{2069}"),
            ("\u{1b}[31mred", "\u{2068}\u{241b}[31mred\u{2069}"),
            ("a\u{2069}\u{202e}b\u{2028}", "\u{2068}ab\u{2424}\u{2069}"),
            (
                "\u{9b}2J\u{7f}\r",
                "\u{2068}\u{fffd}2J\u{2421}\u{240d}\u{2069}",
            ),
        ] {
            assert_eq!(isolated(given), expected, "{given:?}");
        }
    }

    #[test]
    fn a_path_stays_as_it_can_be_typed_unless_it_runs_from_the_right() {
        for (given, expected) in [
            ("my lists/ar.csv", "my lists/ar.csv"),
            ("été/a.csv", "été/a.csv"),
            ("مقالات/a.csv", "\u{2068}مقالات/a.csv\u{2069}"),
            ("a\n\u{1b}b", "a\u{240a}\u{241b}b"),
        ] {
            assert_eq!(shown_name(given), expected, "{given:?}");
        }
    }

    #[test]
    fn a_text_keeps_its_lines_and_loses_what_steers_a_terminal() {
        for (given, expected) in [
            ("قال\tنعم\r\nثم", "قال\tنعم\r\nثم"),
            ("a\u{1b}]0;x\u{7}\rb", "a\u{241b}]0;x\u{2407}\u{240d}b"),
            ("a\u{202e}b\u{202c}\nc", "ab\nc"),
            ("\u{2068}a\u{2069} b", "\u{2068}a\u{2069} b"),
            ("\u{2067}a\nb\u{2069}", "\u{2067}a\u{2069}\nb"),
            ("\u{2068}a", "\u{2068}a\u{2069}"),
            ("\u{2066}\r\n", "\u{2066}\u{2069}\r\n"),
        ] {
            assert_eq!(harmless(given), expected, "{given:?}");
        }
    }

    #[test]
    fn what_was_made_harmless_is_so_the_second_time() {
        proptest::proptest!(|(text in "[a\u{2066}-\u{2069}\u{202e}\r\n\t\u{1b}\u{85}ب]{0,20}")| {
            let once = harmless(&text).into_owned();
            proptest::prop_assert_eq!(&harmless(&once), &once);
        });
    }
}
