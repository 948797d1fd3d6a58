//! The letters of a file that is read whole.

use super::encoding;
use crate::error::Fault;
use crate::wording::{said, word};

/// The text of a file in whatever encoding, without its mark. One that only the letters speak for is
/// a warning; bytes that are no letters are a fault, but what they most likely are is read, so that
/// the rows can be checked all the same.
pub(super) fn letters(file: &str, content: &[u8], faults: &mut Vec<Fault>) -> String {
    let mut content = content;
    // A mark may stand there twice, or itself have been read as three letters and saved again.
    for mark in ["\u{feff}", "\u{feff}", "ï»¿"] {
        content = content.strip_prefix(mark.as_bytes()).unwrap_or(content);
    }
    let guess = encoding::guess(content);
    let (text, name, is_whole) = match encoding::decoded(content, guess) {
        Some(text) if !guess.guessed => return text,
        Some(text) => (text, guess.encoding.name(), true),
        None => {
            let (text, name) = encoding::likely_text(content);
            (text, name, false)
        }
    };
    let valid = std::str::from_utf8(content).map_or_else(|error| error.valid_up_to(), str::len);
    let line = 1 + content[..valid]
        .iter()
        .filter(|byte| **byte == b'\n')
        .count();
    let what = match name {
        "UTF-8" => said("table.no-utf8", &[&line]),
        other => said("table.other-encoding", &[&line, &other]),
    };
    let remedy = word("table.save-utf8");
    let fault = Fault::new(file, what, remedy);
    faults.push(if is_whole { fault.as_warning() } else { fault });
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Severity;

    #[test]
    fn every_encoding_that_articles_may_have_is_read_and_a_guess_is_told() {
        let text = "id,term\na,إرهابي\nb,مقاومة\n";
        let marked = format!("\u{feff}{text}");
        let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let windows = encoding_rs::WINDOWS_1256.encode(text).0.into_owned();
        for (content, told) in [(marked.into_bytes(), 0), (utf16, 0), (windows, 1)] {
            let mut faults = Vec::new();
            assert_eq!(letters("t.csv", &content, &mut faults), text);
            assert_eq!(faults.len(), told, "{faults:?}");
            let is_warning = |fault: &Fault| fault.severity == Severity::Warning;
            assert!(faults.iter().all(is_warning), "{faults:?}");
        }
    }

    #[test]
    fn a_byte_that_is_no_letter_is_a_fault_with_its_line() {
        let mut faults = Vec::new();
        let mut content = "id,term\na,مقاومة الاحتلال\nb,".to_owned().into_bytes();
        content.push(0xd8);
        letters("t.csv", &content, &mut faults);
        let told = faults[0].to_string();
        assert!(
            told.contains("line 3 holds bytes that are no letters"),
            "{told}"
        );
    }
}
