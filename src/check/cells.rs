//! Damage that a cell shows by itself: what spreadsheets do to what is typed, letters lost on the
//! way, letters that nobody sees.

use super::invisible;
use crate::error::{Fault, isolated};
use crate::language::{self, signs};
use crate::lexicon::files::ListFile;
use crate::tables::{Row, Sheet};
use crate::wording::{said, word};

/// Columns whose cells are keys or chosen from a list: two that look the same must be the same.
const KEYS: &[&str] = &[
    "id",
    "frame",
    "label",
    "stance",
    "target",
    "actor",
    "kind",
    "state",
    "agency",
    "language",
    "actors",
    "role",
    "cut",
    "pos",
    "flags",
    "governs",
    "class",
    "subject",
    "addressee",
    "object",
];

/// Columns of words that are looked for.
const WORDS: &[&str] = &[
    "term",
    "stems",
    "exclude",
    "near",
    "not_near",
    "name",
    "adjectives",
    "text",
];

/// Columns of sentences.
const SENTENCES: &[&str] = &["hit", "miss"];

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Keys,
    Words,
    Sentences,
    Remarks,
}

fn holds(column: &str) -> Holds {
    if KEYS.contains(&column) {
        Holds::Keys
    } else if WORDS.contains(&column) {
        Holds::Words
    } else if SENTENCES.contains(&column) {
        Holds::Sentences
    } else {
        Holds::Remarks
    }
}

fn is_of_no_word(sign: char) -> bool {
    let is_mark = signs::is_comma(sign) || signs::is_stop(sign) && !matches!(sign, '.' | '…');
    is_mark || "=()[]{}<>/\\|:+%&#@~^".contains(sign)
}

/// Every damaged cell of a file.
pub(crate) fn damage(file: &ListFile) -> Vec<Fault> {
    let sheet = Sheet::open(&file.shown, &file.content, &mut Vec::new());
    let code = file.language().unwrap_or("ar");
    let mut faults = Vec::new();
    for row in &sheet.rows {
        for (column, cell) in sheet.named_cells(row).filter(|(_, cell)| !cell.is_empty()) {
            let cell = ListCell {
                sheet: &sheet,
                row,
                column,
                text: cell,
                holds: holds(column),
            };
            if let Some(lost) = cell.lost_letters() {
                faults.push(lost);
                continue;
            }
            faults.extend(cell.remade());
            faults.extend(cell.invisible(code));
            faults.extend(cell.foreign_sign());
            faults.extend(cell.lone_quotation_mark());
        }
    }
    faults.extend(zeros(&sheet));
    faults
}

struct ListCell<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
    column: &'a str,
    text: &'a str,
    holds: Holds,
}

impl ListCell<'_> {
    fn fault(&self, what: String, remedy: &str) -> Fault {
        self.sheet.fault(self.row, self.column, what, remedy)
    }

    /// Letters that another program could not keep: question marks, U+FFFD, or two Latin letters
    /// for one Arabic one.
    fn lost_letters(&self) -> Option<Fault> {
        let remedy = word("check.older-copy");
        let marked = |bytes: std::ops::Range<usize>, what: &str| {
            let fault = self.fault(what.to_owned(), remedy);
            Some(fault.at(self.text, bytes))
        };
        if let Some(at) = self.text.find('\u{fffd}') {
            return marked(at..at + 3, word("check.unread-letter"));
        }
        if let Some(at) = self.text.find("???") {
            let rest = &self.text[at..];
            let end = at + rest.find(|c| c != '?').unwrap_or(rest.len());
            return marked(at..end, word("check.question-marks"));
        }
        // In UTF-8 an Arabic letter begins with the byte D8 or D9: Ø or Ù in windows-1252.
        let is_half = |c: char| matches!(c, 'Ø' | 'Ù');
        if self.text.matches(is_half).count() >= 2 {
            let at = self.text.find(is_half)?;
            return marked(at..self.text.len(), word("check.other-encoding"));
        }
        None
    }

    /// A cell that a spreadsheet made into a date, a number, a truth value or an error.
    fn remade(&self) -> Option<Fault> {
        let shown = isolated(self.text);
        if is_error_value(self.text) {
            let what = said("check.sheet-error", &[&shown]);
            let remedy = word("check.type-again");
            return Some(self.fault(what, remedy));
        }
        let (taken, is_certain) = match self.holds {
            Holds::Remarks => return None,
            _ if is_exponential(self.text) => (word("kind.number"), true),
            _ if self.column != "stance" && is_date(self.text) => {
                (word("kind.date"), !names_a_month_in_full(self.text))
            }
            Holds::Keys if matches!(self.text, "TRUE" | "FALSE") => ("a truth value", true),
            _ => return None,
        };
        let what = said("check.taken-for", &[&shown, &taken]);
        let fault = self.fault(what, word("check.as-text"));
        Some(match self.holds {
            Holds::Keys if is_certain => fault,
            _ => fault.as_warning(),
        })
    }

    /// An invisible letter: an error where it makes a key or a word another one.
    fn invisible(&self, code: &str) -> Option<Fault> {
        let (at, letter) = invisible::first(self.text)?;
        let name = invisible::name(letter)?;
        let count = self.text.chars().filter(|c| invisible::name(*c).is_some());
        let more = match count.count() - 1 {
            0 => String::new(),
            more => said("check.and-more", &[&more]),
        };
        let point = u32::from(letter);
        let what = said("check.invisible", &[&format!("{point:04X}"), &name, &more]);
        let fault = self
            .fault(what, word("check.delete-letter"))
            .at(self.text, at..at + letter.len_utf8());
        let language = language::of(Some(code));
        let is_harmless = match self.holds {
            Holds::Keys => false,
            Holds::Words => {
                language.fold(self.text) == language.fold(&invisible::without(self.text))
            }
            _ => true,
        };
        Some(if is_harmless {
            fault.as_warning()
        } else {
            fault
        })
    }

    /// A sign that no key or word has, so that it is never found: an editor's quotation mark, a
    /// comma between values, the `=` of a formula.
    fn foreign_sign(&self) -> Option<Fault> {
        let is_asked = match self.holds {
            Holds::Keys => ["id", "actor", "frame", "label"].contains(&self.column),
            Holds::Words => self.column != "text",
            _ => false,
        };
        let mut signs = self.text.char_indices();
        let (at, sign) = signs
            .find(|(at, sign)| self.is_foreign(*at, *sign))
            .filter(|_| is_asked)?;
        let (what, remedy) = match sign {
            sign if signs::is_comma(sign) => (word("check.comma"), word("check.semicolon")),
            sign if is_quotation_mark(sign) => (word("check.mark"), word("check.take-out")),
            _ => (word("check.sign"), word("check.take-out")),
        };
        let what = format!("{what}, {}", isolated(&sign.to_string()));
        let fault = self.fault(what, remedy);
        Some(fault.at(self.text, at..at + sign.len_utf8()))
    }

    /// An apostrophe between two letters is part of its word.
    fn is_foreign(&self, at: usize, sign: char) -> bool {
        let is_letter = |c: char| c.is_alphanumeric();
        let before = self.text[..at].chars().next_back().is_some_and(is_letter);
        let after = self.text[at + sign.len_utf8()..]
            .chars()
            .next()
            .is_some_and(is_letter);
        match sign {
            '\'' | '’' => !(before && after),
            sign if is_quotation_mark(sign) => true,
            sign => self.holds == Holds::Words && is_of_no_word(sign),
        }
    }

    /// An odd number of quotation marks: one was lost.
    fn lone_quotation_mark(&self) -> Option<Fault> {
        let last = self.text.rfind('"')?;
        let is_odd = self.text.matches('"').count() % 2 == 1;
        if !is_odd || self.holds != Holds::Sentences {
            return None;
        }
        let what = word("check.lone-mark").to_owned();
        let fault = self.fault(what, word("check.add-mark"));
        Some(fault.at(self.text, last..last + 1).as_warning())
    }
}

fn is_quotation_mark(sign: char) -> bool {
    "\"“”„«»‹›‘’‚`".contains(sign)
}

fn is_error_value(text: &str) -> bool {
    let known = [
        "#NAME?", "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!",
    ];
    let code = text.strip_prefix("Err:");
    known.contains(&text.to_uppercase().as_str())
        || code.is_some_and(|code| code.len() == 3 && is_digits(code))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1E+05`, `2.5E-3`.
fn is_exponential(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let unsigned = |text: &str| text.trim_start_matches(['+', '-']).to_owned();
    let (whole, part) = match number.split_once(['.', ',']) {
        Some((whole, part)) => (unsigned(whole), part),
        None => (unsigned(number), "0"),
    };
    is_digits(&whole) && is_digits(part) && is_digits(&unsigned(exponent))
}

/// `12-Mar`, `Mar-15`, `12-مارس-2015`, `2015-03-01`, `1/3/2015`, `01.03.15`, with a time or not.
fn is_date(text: &str) -> bool {
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let is_time = time.is_empty()
        || time
            .split(':')
            .all(|part| is_digits(part.trim_end_matches('Z')));
    if !is_time {
        return false;
    }
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let months = parts.iter().filter(|part| is_month(part)).count();
    let numbers = parts
        .iter()
        .filter(|part| is_digits(part) && part.len() <= 4);
    let numbers: Vec<usize> = numbers.map(|part| part.len()).collect();
    match (parts.len(), months, numbers.as_slice()) {
        (2, 1, [_]) | (3, 1, [_, _]) => !date.contains('.'),
        (3, 0, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]) => true,
        _ => false,
    }
}

fn is_month(word: &str) -> bool {
    let arabic = language::of(Some("ar"));
    english_month(word).is_some() || arabic.grammar().month(&arabic.fold(word)).is_some()
}

/// The English month that a word names, in full or by three letters.
fn english_month(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let mut months = MONTHS.iter().copied();
    months.find(|month| word == *month || word == month[..3])
}

/// Spreadsheets read months in full, but write three letters: so nothing was made of it yet.
fn names_a_month_in_full(date: &str) -> bool {
    let mut parts = date.split(['-', '/']);
    parts.any(|part| part.len() > 3 && english_month(part).is_some())
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Keys that are bare numbers: a spreadsheet takes the zeros from their front. Where others of the
/// column kept theirs it is certain; else the first such key is warned of.
fn zeros(sheet: &Sheet) -> Vec<Fault> {
    let mut faults = Vec::new();
    for column in ["id", "actor", "frame", "label", "state", "agency"] {
        let cells = sheet.rows.iter().map(|row| (row, sheet.cell(row, column)));
        let numbers: Vec<(&Row, &str)> = cells.filter(|(_, cell)| is_digits(cell)).collect();
        let kept = numbers.iter().filter(|(_, cell)| cell.starts_with('0'));
        let width = kept.map(|(_, cell)| cell.len()).max().unwrap_or(0);
        let remedy = word("check.zeros-again");
        let short = numbers.iter().filter(|(_, cell)| cell.len() < width);
        let mut lost = short.map(|(row, cell)| {
            let what = said("check.lost-zeros", &[&cell, &width]);
            sheet.fault(row, column, what, remedy)
        });
        faults.extend(lost.by_ref());
        if let Some((row, cell)) = numbers.first().filter(|_| width == 0) {
            let what = said("check.bare-number", &[&cell]);
            let remedy = word("check.begin-letter");
            faults.push(sheet.fault(row, column, what, remedy).as_warning());
        }
    }
    faults
}
