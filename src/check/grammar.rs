//! The sentences of `grammar.csv`: in each `hit` a word of the row must be of its class by this row
//! alone, in no `miss`.

use crate::error::{Fault, isolated};
use crate::language::{self, Class, Grammar, Kind, Tokens};
use crate::lexicon::rows::GrammarRow;
use crate::wording::{said, word};

/// What the sentences of a row show to be wrong with it.
pub(crate) fn faults(row: &GrammarRow) -> Vec<Fault> {
    let language = language::of(Some(&row.language));
    let mut own = Grammar::new(language);
    row.add_to(&mut own);
    let fault = |column: &str, what: String, remedy: &str| {
        let fault = Fault::new(&row.file, what, remedy).in_row(row.row);
        fault.in_column(column)
    };
    let words = || isolated(&row.words.join("; "));
    let mut faults = Vec::new();
    if !row.hit.is_empty() && found(&own, row, &row.hit).is_none() {
        let what = said("check.no-word-of-class", &[&words()]);
        faults.push(fault("hit", what, word("check.change-row")));
    }
    if let Some(form) = found(&own, row, &row.miss) {
        let what = said("check.class-missed", &[&words(), &isolated(&form)]);
        let remedy = word("check.without-it");
        faults.push(fault("miss", what, remedy));
    }
    faults.extend(idle(row));
    faults
}

/// What is wrong with a new row of a class that is asked where forms are made, below the lists.
fn idle(row: &GrammarRow) -> Option<Fault> {
    let remedy = match row.class {
        Class::Irregular => word("check.give-stems"),
        Class::OwnWaw => word("check.idle"),
        _ => return None,
    };
    let language = language::of(Some(&row.language));
    let built_in = language.grammar().words();
    let is_new = |word: &&String| {
        let folded = language.fold(word.trim_end_matches('*'));
        !built_in.has(&folded, row.class)
    };
    let word = isolated(row.words.iter().find(is_new)?);
    let what = said("check.built-in-only", &[&word]);
    let fault = Fault::new(&row.file, what, remedy).in_row(row.row);
    Some(fault.in_column("class").as_warning())
}

/// The first word or phrase of a sentence that is of the row's class by the row: not one that its
/// shape alone would put there.
fn found(own: &Grammar, row: &GrammarRow, sentence: &str) -> Option<String> {
    let none = Grammar::new(own.language);
    let mut tokens = Tokens::default();
    own.language.cut(sentence, 0, &mut tokens);
    let all = 0..tokens.list.len();
    let words = all.filter(|at| tokens.list[*at].kind == Kind::Word);
    let words: Vec<&str> = words.map(|at| tokens.folded(at)).collect();
    let lengths = row.words.iter().map(|word| word.split(' ').count());
    let longest = lengths.max().unwrap_or(1);
    let phrases = (1..=longest).flat_map(|length| words.windows(length));
    let mut phrases = phrases.map(|words| words.join(" "));
    let listed = |phrase: &str| own.words().has(phrase, row.class) || !none.is(phrase, row.class);
    phrases.find(|phrase| own.is(phrase, row.class) && listed(phrase))
}
