//! The forms of nouns, adjectives and names (form rules 2–6 and 10).
//!
//! Which heads a form takes follows from its case and state: the article gate (rule 2) keeps
//! pronouns, tanwin and construct endings from ال, the case gate (rule 3) keeps nominative and
//! accusative endings from prepositions.

use super::growth::{Growth, NOUN_PRONOUNS, for_length, length, replaced};
use super::rules::{DEFINITE, Ending, LI_DEFINITE, NOMINAL, PLAIN, PREPOSED, StemOrigin};
use crate::language::HeadSet;

/// Rule 2: forms in construct, or with a pronoun, in any case.
const CONSTRUCT: HeadSet = PLAIN | PREPOSED;
/// Rule 3: forms in the nominative.
const NOMINATIVE: HeadSet = PLAIN | DEFINITE;

/// What a noun's inflection depends on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habit {
    /// Takes ة (adjectives; nouns with the flag `fem`).
    pub takes_fem: bool,
    /// Takes a bare ي (plural in construct): people and adjectives; كتابي would be *bookish*.
    pub takes_bare_ya: bool,
    /// Drops its final ya (قاضٍ).
    pub is_defective: bool,
}

/// Rules 4 and 5: all forms of a noun or an adjective.
pub(super) fn noun(growth: &mut Growth, word: &str, habit: Habit) {
    singular(growth, word, StemOrigin::Entry);
    if length(word) < 2 {
        return;
    }
    tanwin(growth, word, StemOrigin::Entry);
    dual(growth, word);
    plurals(growth, word, habit);
    if habit.takes_fem && !word.ends_with(['ة', 'ا', 'ى']) {
        feminine(growth, word);
    }
    if habit.is_defective && word.ends_with('ي') {
        without_ya(growth, &replaced(word, 1, ""));
    }
}

/// Rule 6: a broken plural or suppletive stem takes clitics, pronouns and tanwin only.
pub(super) fn listed(growth: &mut Growth, stem: &str) {
    singular(growth, stem, StemOrigin::Listed);
    tanwin(growth, stem, StemOrigin::Listed);
}

/// A name: clitics, and pronouns where it is long enough not to become another word (علي, عليه).
pub(super) fn name(growth: &mut Growth, word: &str) {
    bare(growth, word, StemOrigin::Entry, NOMINAL);
    if length(word) > 3 {
        pronouns(growth, word, (StemOrigin::Entry, Ending::None), CONSTRUCT);
    }
}

/// Only the word itself, with all it may stand after.
pub(super) fn invariant(growth: &mut Growth, word: &str) {
    bare(growth, word, StemOrigin::Entry, NOMINAL);
}

/// A stem that any ending may follow (`*`).
pub(super) fn open(growth: &mut Growth, stem: &str) {
    if let Some(rest) = stem.strip_prefix('ل') {
        growth.push_open(rest.to_owned(), LI_DEFINITE);
    }
    growth.push_open(stem.to_owned(), for_length(stem, NOMINAL));
}

/// A word given with its article: what the article makes of it after ل, since all other forms
/// are those of the word as written.
pub(super) fn after_li(growth: &mut Growth, word: &str) {
    if word == "الله" {
        growth.push("لله".into(), (StemOrigin::Entry, Ending::None), PLAIN);
    } else if let Some(rest) = without_article(word) {
        bare(growth, rest, StemOrigin::Entry, LI_DEFINITE);
    }
}

/// The word behind an article; `None` where there is none to be seen. Two letters are too few
/// (الله is not ال + له), and a hamza shows a stem (ألمانيا).
pub(super) fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|rest| length(rest) > 2)
}

/// The stem itself and with pronouns.
fn singular(growth: &mut Growth, stem: &str, origin: StemOrigin) {
    bare(growth, stem, origin, NOMINAL);
    if length(stem) < 3 {
        return;
    }
    if let Some(body) = stem.strip_suffix('ة') {
        let construct = format!("{body}ت");
        growth.push(format!("{construct}ي"), (origin, Ending::Ya), CONSTRUCT);
        pronouns(growth, &construct, (origin, Ending::Construct), CONSTRUCT);
    } else if stem.ends_with('ى') {
        pronouns(
            growth,
            &replaced(stem, 1, "ا"),
            (origin, Ending::None),
            CONSTRUCT,
        );
    } else {
        pronouns(growth, stem, (origin, Ending::None), CONSTRUCT);
        if stem.ends_with('أ') {
            // مبدئه, مبدؤه: both fold to one.
            pronouns(
                growth,
                &replaced(stem, 1, "ئ"),
                (origin, Ending::None),
                CONSTRUCT,
            );
        }
    }
}

/// A stem with all heads that its length allows. Where it begins with ل, the article after ل
/// leaves one lam unwritten (للجنة).
fn bare(growth: &mut Growth, stem: &str, origin: StemOrigin, heads: HeadSet) {
    bare_with(
        growth,
        stem.to_owned(),
        (origin, Ending::None),
        for_length(stem, heads),
    );
}

fn bare_with(growth: &mut Growth, body: String, made: (StemOrigin, Ending), heads: HeadSet) {
    if let (Some(rest), true) = (body.strip_prefix('ل'), heads & LI_DEFINITE != 0) {
        growth.push(rest.to_owned(), made, heads & LI_DEFINITE);
    }
    growth.push(body, made, heads);
}

fn pronouns(growth: &mut Growth, stem: &str, made: (StemOrigin, Ending), heads: HeadSet) {
    for pronoun in NOUN_PRONOUNS {
        growth.push_with(stem.to_owned(), (made.0, made.1, pronoun), heads);
    }
}

/// The accusative ا of an indefinite word; ة, ى, ا and اء are written without one.
fn tanwin(growth: &mut Growth, stem: &str, origin: StemOrigin) {
    if !stem.ends_with(['ة', 'ى', 'ا', 'أ']) && !stem.ends_with("اء") {
        growth.push(format!("{stem}ا"), (origin, Ending::Tanwin), PLAIN);
    }
}

/// The dual, in construct with and without pronouns.
fn dual(growth: &mut Growth, word: &str) {
    let stem = match word.chars().next_back() {
        Some('ة') => replaced(word, 1, "ت"),
        Some('ى') => replaced(word, 1, "ي"),
        Some('ا') => return,
        _ => word.to_owned(),
    };
    dual_of(growth, &stem, word);
    if stem.ends_with('ء') && !stem.ends_with("اء") {
        // جزآن, جزأين beside جزءان, جزءين.
        dual_of(growth, &replaced(&stem, 1, "أ"), word);
    }
}

fn dual_of(growth: &mut Growth, stem: &str, word: &str) {
    let heads = for_length(word, NOMINAL);
    let ending = match takes_un(word) {
        true => Ending::DualOrPluralIn,
        false => Ending::DualIn,
    };
    bare_with(
        growth,
        format!("{stem}ين"),
        (StemOrigin::Entry, ending),
        heads,
    );
    if length(word) < 3 {
        // ضم + ان would be ضمان.
        return;
    }
    bare_with(
        growth,
        format!("{stem}ان"),
        (StemOrigin::Entry, Ending::DualAn),
        NOMINATIVE,
    );
    let construct = format!("{stem}ا");
    pronouns(
        growth,
        &construct,
        (StemOrigin::Entry, Ending::DualA),
        PLAIN,
    );
    growth.push(construct, (StemOrigin::Entry, Ending::DualA), PLAIN);
    pronouns(
        growth,
        &format!("{stem}ي"),
        (StemOrigin::Entry, Ending::DualYa),
        CONSTRUCT,
    );
}

/// The sound plurals.
fn plurals(growth: &mut Growth, word: &str, habit: Habit) {
    for stem in stems_before_at(word) {
        at(growth, &format!("{stem}ات"), word);
    }
    if takes_un(word) {
        bare_with(
            growth,
            format!("{word}ون"),
            (StemOrigin::Entry, Ending::Un),
            NOMINATIVE,
        );
        let construct = format!("{word}و");
        pronouns(growth, &construct, (StemOrigin::Entry, Ending::U), PLAIN);
        growth.push(construct, (StemOrigin::Entry, Ending::U), PLAIN);
        if habit.takes_bare_ya {
            growth.push(
                format!("{word}ي"),
                (StemOrigin::Entry, Ending::Ya),
                CONSTRUCT,
            );
        }
    }
}

/// مستوطنة has no مستوطنون, ميليشيا no ميليشياون.
fn takes_un(word: &str) -> bool {
    length(word) > 2 && !word.ends_with(['ة', 'ا', 'ى', 'أ'])
}

/// The plural ات, with pronouns.
fn at(growth: &mut Growth, plural: &str, word: &str) {
    let heads = for_length(word, NOMINAL);
    bare_with(
        growth,
        plural.to_owned(),
        (StemOrigin::Entry, Ending::At),
        heads,
    );
    if length(word) > 2 {
        pronouns(growth, plural, (StemOrigin::Entry, Ending::At), CONSTRUCT);
    }
}

/// What stands before ات: ة falls, and with it an alef becomes و or ي (قناة, قنوات; وفاة, وفيات).
fn stems_before_at(word: &str) -> Vec<String> {
    if word.ends_with("اة") {
        vec![replaced(word, 2, "و"), replaced(word, 2, "ي")]
    } else if word.ends_with(['ة', 'ا']) {
        vec![replaced(word, 1, "")]
    } else if word.ends_with('ى') {
        vec![replaced(word, 1, "ي")]
    } else {
        vec![word.to_owned()]
    }
}

/// The feminine ة; its dual and plural.
fn feminine(growth: &mut Growth, word: &str) {
    let heads = for_length(word, NOMINAL);
    bare_with(
        growth,
        format!("{word}ة"),
        (StemOrigin::Entry, Ending::Fem),
        heads,
    );
    let nominative = for_length(word, NOMINATIVE);
    bare_with(
        growth,
        format!("{word}تان"),
        (StemOrigin::Entry, Ending::DualAn),
        nominative,
    );
    bare_with(
        growth,
        format!("{word}تين"),
        (StemOrigin::Entry, Ending::DualIn),
        heads,
    );
    if length(word) > 2 {
        let construct = format!("{word}ت");
        pronouns(
            growth,
            &construct,
            (StemOrigin::Entry, Ending::Construct),
            CONSTRUCT,
        );
    }
}

/// A defective noun where its ya falls: indefinite (قاضٍ), and before the sound plural (قاضون).
fn without_ya(growth: &mut Growth, stem: &str) {
    let origin = StemOrigin::WithoutYa;
    growth.push(
        stem.to_owned(),
        (origin, Ending::None),
        for_length(stem, CONSTRUCT),
    );
    if length(stem) < 3 {
        return;
    }
    bare_with(
        growth,
        format!("{stem}ون"),
        (origin, Ending::Un),
        NOMINATIVE,
    );
    bare_with(growth, format!("{stem}ين"), (origin, Ending::In), NOMINAL);
    pronouns(growth, &format!("{stem}و"), (origin, Ending::U), PLAIN);
    pronouns(
        growth,
        &format!("{stem}ي"),
        (origin, Ending::DualYa),
        CONSTRUCT,
    );
}
