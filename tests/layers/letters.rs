//! Which files hold letters of Arabic that belong to its rows or to its own folder.

use super::code::{File, line_of};

/// Letters of Arabic stand with that language only: in code, in literals too. Comments give
/// examples, and tests have sentences.
pub(crate) fn of_arabic(file: &File) -> Vec<String> {
    let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    let is_home = file.path.starts_with("src/language/arabic/");
    let is_tests = file.path.contains("/tests/") || file.path.ends_with("/testing.rs");
    if is_home || is_tests {
        return Vec::new();
    }
    let mut at = 0;
    let mut faults = Vec::new();
    for line in file.text.split_inclusive('\n') {
        let end = match line.trim_start().starts_with("//") {
            true => 0,
            false => line.find(" //").unwrap_or(line.len()),
        };
        if line[..end].contains(is_arabic) && !file.is_test(at) {
            let what = "letters of Arabic stand in language/arabic/, and words in rows under \
                        lexicons/ar/; ask the language or its grammar";
            faults.push(format!(
                "{}, line {}: {what}",
                file.path,
                line_of(&file.code, at)
            ));
        }
        // Places in the code are counted in characters.
        at += line.chars().count();
    }
    faults
}
