//! The spellings that entries stand for, one by one, as tools need them that know no rules.

use crate::error::{Error, Fault, Result, Severity, isolated};
use crate::language::{self, Citation, Form, Language};
use crate::lexicon::files::{self, ListFile};
use crate::lexicon::rows::{self, TermRow};
use crate::text::Text;
use crate::text::matcher::{Match, Matcher, MatcherBuilder};
use crate::wording::{said, word};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Spellings of a set of lists: by frame, then by label.
pub(crate) type LabelSpellings = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// The spellings of a set of lists, and what they cannot say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct AllSpellings {
    /// All spellings.
    pub spellings: LabelSpellings,
    /// What is not in them, one remark an entry, in the order of the files.
    pub remarks: Vec<String>,
}

impl AllSpellings {
    fn add(&mut self, row: &TermRow, spellings: impl IntoIterator<Item = String>) {
        let frame = self.spellings.entry(row.frame.clone()).or_default();
        let label = frame.entry(row.label.clone()).or_default();
        label.extend(spellings);
    }

    fn remark(&mut self, row: &TermRow, what: &str) {
        let term = isolated(&row.citation.term);
        self.remarks.push(format!("{}: {term}: {what}", row.id));
    }
}

/// Every entry of a set of lists.
pub(crate) struct ListEntries {
    rows: Vec<TermRow>,
}

impl ListEntries {
    /// The entries of a folder, or the built-in ones.
    ///
    /// Errors: a folder that lacks what it needs, rows that cannot be read.
    pub(crate) fn read(folder: Option<&Path>) -> Result<Self> {
        let files: Vec<ListFile> = match folder {
            Some(folder) => files::of_folder(folder)?,
            None => files::built_in(),
        };
        let mut faults = Vec::new();
        let rows = rows::read(&files, &mut faults).terms;
        faults.retain(|fault: &Fault| fault.severity == Severity::Error);
        match faults.is_empty() {
            true => Ok(ListEntries { rows }),
            false => Err(Error::Lexicon(faults)),
        }
    }

    /// Every spelling that the rules make: as our forms are written, and with their alefs bare.
    ///
    /// A phrase of more than `MOST` spellings is left out, with a remark, and so are forms that
    /// are read only behind another word, and what `near` and `not_near` ask.
    pub(crate) fn made(&self) -> AllSpellings {
        let rows = self.rows.par_iter();
        let made: Vec<EntrySpellings> = rows.map(made).collect();
        let mut expanded = AllSpellings::default();
        for (row, made) in self.rows.iter().zip(made) {
            expanded.add(row, made.spellings);
            for what in made.remarks.into_iter().chain(context(row)) {
                expanded.remark(row, &what);
            }
        }
        expanded
    }

    /// Begins to gather the spellings that texts have.
    pub(crate) fn seen(&self) -> MetForms<'_> {
        let mut builder = MatcherBuilder::default();
        for row in &self.rows {
            builder.add(language::of(Some(&row.language)), &row.citation);
        }
        MetForms {
            rows: &self.rows,
            matcher: builder.build(),
            met: vec![BTreeSet::new(); self.rows.len()],
            found: Vec::new(),
        }
    }
}

/// The spellings that texts have.
pub(crate) struct MetForms<'a> {
    rows: &'a [TermRow],
    matcher: Matcher,
    /// By row, as written.
    met: Vec<BTreeSet<String>>,
    found: Vec<Match>,
}

impl MetForms<'_> {
    /// Adds those of a text.
    pub(crate) fn read(&mut self, text: &Text) {
        self.found.clear();
        self.matcher.scan(text, &mut self.found);
        for one in &self.found {
            let met = &mut self.met[one.pattern.0 as usize];
            let form = text.slice(&text.bytes(&one.tokens));
            if !met.contains(form) {
                met.insert(form.to_owned());
            }
        }
    }

    /// All of them.
    pub(crate) fn expanded(self) -> AllSpellings {
        let mut expanded = AllSpellings::default();
        for (row, met) in self.rows.iter().zip(self.met) {
            let words = met.iter().map(|form| form.split_whitespace());
            let lines = words.map(|words| words.collect::<Vec<_>>().join(" "));
            expanded.add(row, lines.collect::<BTreeSet<_>>());
            context(row)
                .into_iter()
                .for_each(|what| expanded.remark(row, &what));
        }
        expanded
    }
}

/// What an entry asks of the words around it, which no list of spellings can say.
fn context(row: &TermRow) -> Option<String> {
    let asks = !row.near.is_empty() || !row.not_near.is_empty();
    asks.then(|| word("lost.near").to_owned())
}

/// The most spellings of one way to say a phrase: a phrase of two words may have 40,000, one of six
/// more than all the words of a language.
pub(crate) const MOST: usize = 5_000;

/// The spellings of one entry.
#[derive(Default)]
struct EntrySpellings {
    spellings: BTreeSet<String>,
    remarks: BTreeSet<String>,
}

fn made(row: &TermRow) -> EntrySpellings {
    let language = language::of(Some(&row.language));
    let entry = &row.citation;
    let mut made = EntrySpellings::default();
    let ways = language
        .bodies(entry)
        .into_iter()
        .zip(language.forms(entry));
    for (bodies, way) in ways {
        if bodies.after_first {
            made.remarks.insert(word("lost.after-first").to_owned());
            continue;
        }
        let words: Vec<BTreeSet<String>> = way
            .iter()
            .map(|forms| of_word(language, entry, forms))
            .collect();
        let count = words.iter().try_fold(1_usize, |count, word| {
            count.checked_mul(word.len()).filter(|count| *count <= MOST)
        });
        if words.len() > 1 && count.is_none() {
            made.remarks.insert(said("lost.many-spellings", &[&MOST]));
            continue;
        }
        let phrases = joined(&words).into_iter();
        made.spellings
            .extend(phrases.filter(|phrase| !is_excluded(language, entry, phrase)));
    }
    made
}

/// The spellings of one word.
fn of_word(language: &dyn Language, entry: &Citation, forms: &[Form]) -> BTreeSet<String> {
    let excluded: Vec<String> = entry
        .exclude
        .iter()
        .map(|form| language.fold(form))
        .collect();
    let mut spellings = BTreeSet::new();
    for form in forms {
        let star = if form.open { "*" } else { "" };
        spellings.insert(format!("{}{star}", form.exact));
        // A bare spelling of an excluded form is excluded, whatever form it is of.
        if !excluded.contains(&form.folded) {
            spellings.insert(format!("{}{star}", bare(language, &form.exact)));
        }
    }
    spellings
}

/// A form with the letters bare whose marks texts may leave out.
fn bare(language: &dyn Language, exact: &str) -> String {
    let mut bare = String::with_capacity(exact.len());
    for letter in exact.chars() {
        let mut buffer = [0; 4];
        let letter: &str = letter.encode_utf8(&mut buffer);
        match language.is_explicit(letter) {
            true => bare.push_str(&language.fold(letter)),
            false => bare.push_str(letter),
        }
    }
    bare
}

/// Every phrase of one spelling of each word.
fn joined(words: &[BTreeSet<String>]) -> Vec<String> {
    let mut phrases = vec![String::new()];
    for word in words {
        let longer = phrases.iter().flat_map(|phrase| {
            let space = if phrase.is_empty() { "" } else { " " };
            word.iter()
                .map(move |word| format!("{phrase}{space}{word}"))
        });
        phrases = longer.collect();
    }
    phrases
}

/// Whether a whole phrase is ruled out; single words were before.
fn is_excluded(language: &dyn Language, entry: &Citation, phrase: &str) -> bool {
    let mut excluded = entry.exclude.iter().filter(|form| form.contains(' '));
    excluded.any(|form| {
        language.fold(form) == language.fold(phrase)
            && language.agrees(&language.exact(form), phrase)
    })
}
