//! Is this text at all? What was damaged before it came here, known by what no sound text has.
//!
//! Nothing is mended in silence: the article is kept as given, and its row says what is wrong and what
//! to do. Of 42,287 articles of the press, of 2013 to 2022, the thresholds doubt one, which is misread.

mod misread;

use super::fields::Field;
use crate::language::Language;
use crate::wording::{said, word};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::{AddAssign, Index};

/// What may be wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Its bytes were read as another encoding than the one in which they were written.
    Misread,
    /// Its letters were replaced with question marks or the like.
    Lost,
    /// The letters of its words stand in reverse order.
    Backwards,
    /// It has hardly any letters.
    FewLetters,
    /// A spreadsheet cut it.
    Cut,
    /// It is several documents.
    Several,
    /// A file that is no plain text.
    NoText,
}

impl Doubt {
    /// All of them, in the order in which they are told.
    pub(crate) const ALL: [Doubt; 7] = [
        Doubt::Misread,
        Doubt::Lost,
        Doubt::Backwards,
        Doubt::FewLetters,
        Doubt::Cut,
        Doubt::Several,
        Doubt::NoText,
    ];

    /// The name of its wording.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Doubt::Misread => "misread",
            Doubt::Lost => "lost",
            Doubt::Backwards => "backwards",
            Doubt::FewLetters => "few-letters",
            Doubt::Cut => "cut",
            Doubt::Several => "several",
            Doubt::NoText => "no-text",
        }
    }
}

/// How many articles, or files, there is a doubt about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doubts([u64; Doubt::ALL.len()]);

impl Doubts {
    /// Counts some more.
    pub(crate) fn count(&mut self, doubt: Doubt, more: u64) {
        self.0[doubt as usize] += more;
    }
}

impl Index<Doubt> for Doubts {
    type Output = u64;
    fn index(&self, doubt: Doubt) -> &u64 {
        &self.0[doubt as usize]
    }
}

impl AddAssign for Doubts {
    fn add_assign(&mut self, other: Doubts) {
        for (count, more) in self.0.iter_mut().zip(other.0) {
            *count += more;
        }
    }
}

/// What speaks against the texts of an article: why, in which column, in words.
pub(super) fn of(
    texts: [(Field, &str); 2],
    language: &dyn Language,
) -> Vec<(Doubt, Field, String)> {
    let told = |(field, text): (Field, &str)| {
        let (doubt, what) = letters(text, language)?;
        Some((doubt, field, what))
    };
    let mut found: Vec<_> = texts.into_iter().find_map(told).into_iter().collect();
    for (field, text) in texts {
        if let documents @ 2.. = documents(text) {
            let what = said("notes.several", &[&documents]);
            found.push((Doubt::Several, field, what));
        }
    }
    found
}

/// What Excel lets a cell hold (Microsoft, *Excel specifications and limits*), in units of UTF-16.
const LONGEST_CELL: usize = 32_767;

/// What is said of a cell that a spreadsheet has cut, as its length tells.
pub(super) fn cut(cell: &str) -> Option<String> {
    let is_cut = cell.len() >= LONGEST_CELL && cell.encode_utf16().count() == LONGEST_CELL;
    is_cut.then(|| said("notes.cut", &[&LONGEST_CELL]))
}

/// Fewer signs than this are too few to judge by.
const LEAST_SIGNS: u32 = 40;

/// So many question marks that stand together are no question. A text has lost its letters if it has
/// at least as many marks of loss as letters.
const LEAST_LOST: u32 = 5;

/// The press writes tables of results and rates, too: less than one letter in five signs is no text.
const SIGNS_PER_LETTER: u32 = 5;

/// Words that run backwards are told from five on, if they are more than those that do not: few sound
/// words look like it, and those with an article or a final ة are every third word of a text.
const LEAST_BACKWARDS: u32 = 5;

/// What the letters of a text tell against it.
fn letters(text: &str, language: &dyn Language) -> Option<(Doubt, String)> {
    let signs = Signs::of(text);
    if let Some(what) = misread::told(text, &signs) {
        return Some((Doubt::Misread, what));
    }
    if signs.lost >= LEAST_LOST && signs.lost >= signs.letters {
        return Some((Doubt::Lost, word("notes.lost").to_owned()));
    }
    if signs.all >= LEAST_SIGNS && signs.letters.saturating_mul(SIGNS_PER_LETTER) < signs.all {
        let what = said("notes.few-letters", &[&signs.letters, &signs.all]);
        return Some((Doubt::FewLetters, what));
    }
    is_backwards(text, language).then(|| (Doubt::Backwards, word("notes.backwards").to_owned()))
}

fn is_backwards(text: &str, language: &dyn Language) -> bool {
    let (mut backwards, mut forwards) = (0, 0);
    let is_sign = |c: char| !is_plain(c) && !c.is_alphabetic();
    for word in text.split_whitespace() {
        match language.run(word.trim_matches(is_sign)) {
            Ordering::Less => backwards += 1,
            Ordering::Greater => forwards += 1,
            Ordering::Equal => {}
        }
    }
    backwards >= LEAST_BACKWARDS && backwards > forwards
}

/// Whether a sign is one of the letters that nearly all signs of a text are: the question for any
/// letter of any script takes a tenth of the time of a run.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{64a}')
}

/// Counts of the signs of a text.
#[derive(Debug, Default)]
struct Signs {
    /// How often each sign stands in the text.
    counts: Counts,
    /// All but spaces and what is invisible.
    all: u32,
    letters: u32,
    /// Signs that stand for a letter that is lost; of question marks those beside another.
    lost: u32,
    /// Letters and signs beyond ASCII.
    foreign: u32,
    /// What a console of DOS shows for the first bytes of Arabic letters in UTF-8.
    console: u32,
    /// Letters U+00C0 to U+00FF.
    western: u32,
    /// Pairs of an Arabic letter and one U+00C0 to U+00FF.
    mixed: u32,
}

impl Signs {
    /// Counts first, so that what a sign is is asked once for each that a text has (a fourteenth of
    /// the time of `score` went into asking it of every letter).
    fn of(text: &str) -> Self {
        let mut signs = Signs {
            counts: Counts::of(text),
            ..Signs::default()
        };
        let counts = std::mem::take(&mut signs.counts);
        for (c, count) in counts.each() {
            signs.add(c, count);
        }
        if counts.of_sign('?') > 1 {
            let pairs = text.as_bytes().windows(2);
            signs.lost += pairs.filter(|pair| *pair == b"??").count() as u32;
        }
        if signs.western > 0 {
            signs.mixed = mixed(text);
        }
        signs.counts = counts;
        signs
    }

    fn add(&mut self, c: char, count: u32) {
        self.all += count * u32::from(!crate::tables::is_invisible(c));
        self.letters += count * u32::from(c.is_alphabetic());
        self.lost += count * u32::from(c == '\u{fffd}');
        self.foreign += count * u32::from(!c.is_ascii());
        self.console += count * u32::from(matches!(c, '╪' | '┘'));
        self.western += count * u32::from(is_western(c));
    }
}

fn is_western(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{ff}')
}

fn mixed(text: &str) -> u32 {
    let is_arabic = |c| matches!(c, '\u{620}'..='\u{6ff}');
    let pairs = text.chars().zip(text.chars().skip(1));
    let is_mixed =
        |(a, b): &(char, char)| is_western(*a) && is_arabic(*b) || is_arabic(*a) && is_western(*b);
    pairs.filter(is_mixed).count() as u32
}

/// How often each sign stands in a text: those of one or two bytes by their code, the rare others in
/// a map.
#[derive(Debug, Default)]
struct Counts {
    short: Vec<u32>,
    long: BTreeMap<char, u32>,
}

impl Counts {
    /// Codes of one or two bytes in UTF-8.
    const SHORT: usize = 0x800;

    fn of(text: &str) -> Counts {
        let mut counts = Counts {
            short: vec![0; Self::SHORT],
            long: BTreeMap::new(),
        };
        for c in text.chars() {
            match counts.short.get_mut(c as usize) {
                Some(count) => *count += 1,
                None => *counts.long.entry(c).or_default() += 1,
            }
        }
        counts
    }

    fn each(&self) -> impl Iterator<Item = (char, u32)> {
        let short = (0..).zip(&self.short).filter(|(_, count)| **count > 0);
        let short = short.filter_map(|(code, count)| Some((char::from_u32(code)?, *count)));
        short.chain(self.long.iter().map(|(c, count)| (*c, *count)))
    }

    fn of_sign(&self, c: char) -> u32 {
        let long = || self.long.get(&c);
        let count = self.short.get(c as usize).or_else(long);
        count.copied().unwrap_or_default()
    }
}

/// How many documents stand in a text, by the lines that archives of the press put above or below
/// each: `1 of 20 DOCUMENTS` and `LOAD-DATE:` (Nexis), `Document 1 of 20` (ProQuest), `Document` and a
/// long name in capitals and digits (Factiva).
fn documents(text: &str) -> usize {
    if !["DOCUMENTS", "LOAD-DATE:", "Document "]
        .iter()
        .any(|sign| text.contains(sign))
    {
        return 0;
    }
    let mut counts = [0; 4];
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().take(5).collect();
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let kind = match words.as_slice() {
            [at, "of", all, "DOCUMENTS"] if is_number(at) && is_number(all) => 0,
            ["Document", at, "of", all] if is_number(at) && is_number(all) => 1,
            ["Document", name] if is_key(name) => 2,
            ["LOAD-DATE:", ..] => 3,
            _ => continue,
        };
        counts[kind] += 1;
    }
    counts.into_iter().max().unwrap_or_default()
}

/// Whether a word is a long one of capitals and digits (`ABCDEF0020130311e93b0001y`).
fn is_key(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    word.len() >= 16 && digits >= 8 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    const SOUND: &str = "قال المتحدث باسم البلدية إن الجسر فُتح صباح اليوم أمام السيارات، وإن العمال \
                         أنهوا ما بقي من أعمال المدينة القديمة ليلا.";

    fn doubted(text: &str) -> Vec<Doubt> {
        let found = of(
            [(Field::Title, ""), (Field::Text, text)],
            language::of(None),
        );
        found.into_iter().map(|(doubt, ..)| doubt).collect()
    }

    fn backwards(text: &str) -> String {
        let words = text
            .split(' ')
            .map(|word| word.chars().rev().collect::<String>());
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sound_text_is_not_doubted() {
        let sound = [
            SOUND,
            "متى؟؟؟ ولماذا ???? سأل الناس أمس.",
            "Le président a été réélu à Québec, où l’été fut très chaud. Ça va?",
            "الأهلي 3-2، الزمالك 1-0، الاتحاد 4-4، الإسماعيلي 2-1 (2:0)",
            "مثلا، فضلا، أصلا",
            "لا",
            "",
        ];
        for text in sound {
            assert_eq!(doubted(text), [], "{text}");
        }
    }

    #[test]
    fn letters_that_are_lost_or_few_or_backwards_are_told() {
        let marks: String = SOUND
            .chars()
            .map(|c| if c.is_alphabetic() { '?' } else { c })
            .collect();
        let cases = [
            (marks, Doubt::Lost),
            (SOUND.replace(char::is_alphabetic, "\u{fffd}"), Doubt::Lost),
            (backwards(SOUND), Doubt::Backwards),
            ("╪º┘ä".repeat(20), Doubt::Misread),
            ("12.5 | 14.0 | 18.25 | ".repeat(9), Doubt::FewLetters),
        ];
        for (text, expected) in cases {
            assert_eq!(doubted(&text), [expected], "{text}");
        }
    }

    #[test]
    fn documents_of_an_archive_in_one_text_are_counted() {
        for heading in [
            "{} of 3 DOCUMENTS",
            "Document {} of 3",
            "Document NAHR000020240311ek3b0000{}",
        ] {
            let one = |at: &str| format!("{}\n\n{SOUND}\n", heading.replace("{}", at));
            assert_eq!(doubted(&one("1")), [], "{heading}");
            let both = one("1") + &one("2");
            assert_eq!(doubted(&both), [Doubt::Several], "{heading}");
        }
    }

    #[test]
    fn a_cell_as_long_as_excel_allows_is_told() {
        let long = |count| "م".repeat(count);
        assert!(cut(&long(LONGEST_CELL)).is_some());
        assert!(cut(&long(LONGEST_CELL - 1)).is_none() && cut(&long(LONGEST_CELL + 1)).is_none());
    }
}
