//! Letters that nobody sees and that make two equal words differ.

/// An invisible letter's name, in the words of the Unicode standard; `None` for all others.
///
/// Line breaks are left out: a cell may have several lines.
pub(crate) fn name(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{00a0}' => "no-break space",
        '\u{00ad}' => "soft hyphen",
        '\u{034f}' => "combining grapheme joiner",
        '\u{061c}' => "Arabic letter mark",
        '\u{180e}' => "Mongolian vowel separator",
        '\u{2000}'..='\u{200a}' => "a space of unusual width",
        '\u{200b}' => "zero width space",
        '\u{200c}' => "zero width non-joiner",
        '\u{200d}' => "zero width joiner",
        '\u{200e}' => "left-to-right mark",
        '\u{200f}' => "right-to-left mark",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{202a}' => "left-to-right embedding",
        '\u{202b}' => "right-to-left embedding",
        '\u{202c}' => "pop directional formatting",
        '\u{202d}' => "left-to-right override",
        '\u{202e}' => "right-to-left override",
        '\u{202f}' => "narrow no-break space",
        '\u{205f}' => "medium mathematical space",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible operator",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "pop directional isolate",
        '\u{206a}'..='\u{206f}' => "deprecated format character",
        '\u{3000}' => "ideographic space",
        '\u{fe00}'..='\u{fe0f}' => "variation selector",
        '\u{feff}' => "zero width no-break space, or byte-order mark",
        '\u{e0000}'..='\u{e007f}' => "tag character",
        '\t' => "tabulator",
        '\n' | '\r' => return None,
        letter if letter.is_control() => "control character",
        _ => return None,
    })
}

/// The first invisible letter of a text, and the byte it stands at.
pub(crate) fn first(text: &str) -> Option<(usize, char)> {
    // Nearly all cells are Arabic or plain ASCII: two bytes a letter at most, none of these.
    text.char_indices()
        .find(|(_, letter)| name(*letter).is_some())
}

/// A text with every invisible letter shown by its code point: `⟨U+200F⟩`.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => shown.push(' '),
            letter if name(letter).is_some() => {
                shown += &format!("⟨U+{:04X}⟩", u32::from(letter));
            }
            letter => shown.push(letter),
        }
    }
    shown
}

/// A text without its invisible letters; a plain space where one of them was a space.
pub(crate) fn without(text: &str) -> String {
    let plain = text.chars().filter_map(|letter| match name(letter) {
        Some(name) if name.contains("space") && !name.starts_with("zero width") => Some(' '),
        Some(_) => None,
        None => Some(letter),
    });
    plain.collect()
}
