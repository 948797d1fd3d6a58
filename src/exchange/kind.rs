//! Files that are of no kind that a reader of dictionaries was asked for, told by how they begin.

use super::Dialect;
use crate::wording::word;

/// What a file is instead of a dictionary of this format, and what to do; nothing where its beginning
/// does not tell.
pub(super) fn foreign(content: &[u8], dialect: Dialect) -> Option<&'static str> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    let content = content.trim_ascii_start();
    let first_line = content.split(|b| *b == b'\n').next().unwrap_or_default();
    let begins = |sign: &str| {
        let head = content.get(..sign.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(sign.as_bytes()))
    };
    if content.is_empty() {
        return Some(word("import.empty"));
    }
    if begins("{\\rtf") {
        return Some(word("import.rtf"));
    }
    if begins("%PDF") {
        return Some(word("import.pdf"));
    }
    if begins("PK\x03\x04") && dialect != Dialect::Columns {
        return Some(word("import.packed"));
    }
    let is_markup = ["<?xml", "<!doctype", "<html", "<dictionary", "<cnode"];
    if dialect != Dialect::Yoshikoder && is_markup.iter().any(|sign| begins(sign)) {
        return Some(word("import.xml"));
    }
    // YAML may be written as JSON.
    let is_json = begins("{") || begins("[") && first_line.iter().any(|b| b"\"{]".contains(b));
    if dialect != Dialect::Quanteda && is_json {
        return Some(word("import.json"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read;

    #[test]
    fn a_file_of_another_kind_is_named_and_refused_by_each_reader() {
        use Dialect::*;
        let kinds: [(&[u8], &str); 7] = [
            (b"", "empty"),
            (b"\xef\xbb\xbf \r\n", "empty"),
            (b"{\\rtf1\\ansi\n%\\\n1\tmood\\\n", "RTF"),
            (b"%PDF-1.7\n", "PDF"),
            (b"<!DOCTYPE html><p>rain", "XML or HTML"),
            (b"<?xml version=\"1.0\"?><words/>", "XML or HTML"),
            (b"{\"rain\": 1}\n", "JSON"),
        ];
        for dialect in [Quanteda, Liwc, Lexicoder, Yoshikoder, WordStat, Columns] {
            for (content, name) in kinds {
                let other = (dialect == Yoshikoder && name == "XML or HTML")
                    || (dialect == Quanteda && name == "JSON");
                if !other {
                    let told = read("d", content, dialect).unwrap_err().to_string();
                    assert!(told.contains(name), "{dialect:?}: {told}");
                }
            }
        }
    }
}
