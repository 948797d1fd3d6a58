//! The features of forms by how they were made, and of other words by their letters.

use super::rules::{self, Ending, StemOrigin};
use crate::language::Features;

/// What a head adds.
pub(super) fn of_head(head: u8) -> Features {
    const KINDS: [Features; rules::KINDS] = [
        Features::NONE,
        Features::BY,
        Features::LIKE,
        Features::FOR,
        Features::ARTICLE,
        Features::BY.and(Features::ARTICLE),
        Features::LIKE.and(Features::ARTICLE),
        Features::FOR.and(Features::ARTICLE),
        Features::WILL,
        Features::NOT,
        Features::NOT,
    ];
    let head = usize::from(head);
    let joined = [Features::NONE, Features::AND, Features::SO][head / rules::KINDS % 3];
    joined | KINDS[head % rules::KINDS]
}

/// A word behind what is glued before it, where that is one thing: asked of nearly every word of a
/// text with quotations, so the heads are not searched.
pub(super) fn behind(word: &str, glued: Features) -> Option<&str> {
    let head = match glued {
        Features::AND => "و",
        Features::SO => "ف",
        Features::BY => "ب",
        Features::LIKE => "ك",
        Features::FOR => "ل",
        Features::ARTICLE => "ال",
        _ if glued == Features::FOR | Features::ARTICLE => "لل",
        _ => return None,
    };
    word.strip_prefix(head)
}

/// The features of a verb's form, without its head: stem, ending, pronoun.
pub(super) fn of_verb(
    (origin, ending, pronoun): (StemOrigin, Ending, usize),
    folded: &str,
) -> Features {
    let (did, does) = (Features::PERFECT, Features::IMPERFECT);
    let (she, two, many) = (Features::FEMININE, Features::DUAL, Features::PLURAL);
    let person = match ending {
        Ending::SheDid => did | she,
        // طلبا, ردا: of four letters as often a noun in the accusative; not أكدا.
        Ending::TheyTwoDid if folded.chars().count() == 4 && !folded.starts_with('ا') => {
            did | two | Features::TANWIN
        }
        Ending::TheyTwoDid => did | two,
        Ending::SheTwoDid => did | she | two,
        Ending::TheyDid => did | many,
        Ending::WomenDid => did | she | many,
        Ending::WeDid => did | Features::FIRST | many,
        Ending::YouDid => did | Features::SECOND,
        Ending::YouAllDid => did | Features::SECOND | many,
        Ending::HeDoes => does,
        Ending::SheDoes => does | she,
        Ending::WeDo => does | Features::FIRST | many,
        Ending::TheyDo | Ending::TheyMayDo => does | many,
        Ending::YouDo | Ending::YouMayDo => does | Features::SECOND | many,
        Ending::TheyTwoDo | Ending::TheyTwoMayDo => does | two,
        Ending::SheTwoDo | Ending::SheTwoMayDo => does | she | two,
        Ending::WomenDo => does | she | many,
        _ => did,
    };
    let voice = match origin {
        StemOrigin::Passive => Features::PASSIVE,
        _ => Features::NONE,
    };
    person | voice | of_pronoun(pronoun)
}

/// The same of a noun; what its ending leaves open its own letters say.
pub(super) fn of_noun(
    (origin, ending, pronoun): (StemOrigin, Ending, usize),
    folded: &str,
) -> Features {
    let own = match ending {
        Ending::None if pronoun == 0 => of_stem(folded),
        Ending::Tanwin => Features::TANWIN,
        Ending::Construct | Ending::Fem | Ending::TaAsHa => Features::FEMININE,
        Ending::DualAn | Ending::DualA => Features::DUAL,
        Ending::DualIn => Features::DUAL | Features::OBLIQUE,
        // Plurals are told of more often.
        Ending::DualOrPluralIn | Ending::In | Ending::DualYa => {
            Features::PLURAL | Features::OBLIQUE
        }
        // حالتي, مقاتلي: before another noun.
        Ending::Ya if folded.ends_with("تي") => Features::DUAL | Features::OBLIQUE,
        Ending::Ya => Features::PLURAL,
        Ending::Un | Ending::U => Features::PLURAL,
        Ending::At => Features::FEMININE | Features::PLURAL,
        _ => Features::NONE,
    };
    let stem = match origin {
        StemOrigin::Listed => Features::LISTED,
        _ => Features::NONE,
    };
    own | stem | of_pronoun(pronoun)
}

fn of_stem(folded: &str) -> Features {
    // Two letters are too few: الله is not ال + له.
    let article = match folded.strip_prefix("ال") {
        Some(rest) if rest.chars().count() > 2 => Features::ARTICLE,
        _ => Features::NONE,
    };
    let ending = of_ending(folded);
    article | Features::FEMININE.within(ending) | Features::NISBA.within(ending)
}

fn of_pronoun(pronoun: usize) -> Features {
    match pronoun {
        0 => Features::NONE,
        1..=5 => Features::PRONOUN | Features::OF_THIRD,
        _ => Features::PRONOUN,
    }
}

/// What a folded word looks like, of which nothing more is known: a first و is taken for *and*, a
/// last ه for a pronoun. A first ت makes an imperfect of *she* or *you*, a first ي one of *he* or
/// *they*.
pub(super) fn shape(word: &str) -> Features {
    let (joined, rest) = match word.chars().next() {
        Some('و') => (Features::AND, &word['و'.len_utf8()..]),
        Some('ف') => (Features::SO, &word['ف'.len_utf8()..]),
        _ => (Features::NONE, word),
    };
    let (glued, bare) = glued(rest);
    let first = match bare.chars().next() {
        Some('ي') if glued == Features::NONE => Features::IMPERFECT,
        Some('ت') if glued == Features::NONE => Features::IMPERFECT | Features::SECOND,
        Some('م') => Features::PARTICIPLE,
        _ => Features::NONE,
    };
    joined | glued | first | of_ending(word)
}

/// The preposition and article that a word begins with by its letters, and the rest.
fn glued(word: &str) -> (Features, &str) {
    const HEADS: [(&str, Features); 8] = [
        ("ال", Features::ARTICLE),
        ("لل", Features::FOR.and(Features::ARTICLE)),
        ("بال", Features::BY.and(Features::ARTICLE)),
        ("كال", Features::LIKE.and(Features::ARTICLE)),
        ("ب", Features::BY),
        ("ك", Features::LIKE),
        ("ل", Features::FOR),
        ("", Features::NONE),
    ];
    let mut heads = HEADS.into_iter();
    let found = heads.find_map(|(head, is)| Some((is, word.strip_prefix(head)?)));
    found.unwrap_or((Features::NONE, word))
}

/// What the last letters of a word look like.
fn of_ending(word: &str) -> Features {
    let third = Features::PRONOUN | Features::OF_THIRD;
    let mut back = word.chars().rev();
    let (last, before) = (back.next(), back.next());
    match (before, last) {
        (Some('ي'), Some('ة')) => Features::FEMININE | Features::NISBA,
        (_, Some('ة')) => Features::FEMININE,
        (Some('ا'), Some('ت')) => Features::FEMININE | Features::PLURAL,
        // Few nouns end so (بيت, صوت).
        (_, Some('ت')) => Features::PERFECT,
        (Some('و'), Some('ن')) => Features::PLURAL,
        (Some('ي'), Some('ن')) => Features::PLURAL | Features::OBLIQUE,
        (Some('و'), Some('ا')) => Features::PLURAL | Features::TANWIN,
        (Some('ه'), Some('ا')) => third | Features::TANWIN,
        (Some('ي'), Some('ا')) => Features::NISBA | Features::TANWIN,
        (_, Some('ا')) => Features::TANWIN,
        (Some('ه'), Some('م')) => third | Features::PLURAL,
        (_, Some('ه')) => third,
        (_, Some('ي')) => Features::NISBA,
        _ => Features::NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Arabic, Citation, Language, Pos};

    /// The features of the first way to make a spelling of an entry.
    fn made(term: &str, pos: Pos, spelling: &str) -> Features {
        let entry = Citation {
            term: term.into(),
            pos: Some(pos),
            ..Citation::default()
        };
        let ways = Arabic.bodies(&entry);
        let bodies = ways.iter().flat_map(|way| way.words.iter().flatten());
        let folded = Arabic.fold(spelling);
        let mut found = bodies.flat_map(|body| {
            let heads = (0..).zip(Arabic.heads());
            heads
                .filter(|(at, _)| body.heads >> at & 1 == 1)
                .filter(|(_, head)| format!("{head}{}", body.folded) == folded)
                .map(|(at, _)| Arabic.head_features(at) | body.features)
        });
        found.next().expect("a form")
    }

    fn named(features: Features) -> String {
        format!("{features:?}").replace('"', "")
    }

    #[test]
    fn a_form_knows_its_person_tense_clitics_and_pronoun() {
        for (term, pos, spelling, expected) in [
            ("توقع", Pos::Verb, "توقع", "{perfect}"),
            ("توقع", Pos::Verb, "وتوقع", "{and, perfect}"),
            ("توقع", Pos::Verb, "تتوقع", "{imperfect, feminine}"),
            ("وصف", Pos::Verb, "وصفه", "{perfect, pronoun, of third}"),
            ("وصف", Pos::Verb, "ووصفت", "{and, perfect, feminine}"),
            ("أعلن", Pos::Verb, "سيعلنون", "{will, imperfect, plural}"),
            ("أشار", Pos::Verb, "نشير", "{imperfect, first, plural}"),
            ("أضاف", Pos::Verb, "أضيفت", "{perfect, passive, feminine}"),
            ("بيان", Pos::Noun, "وبالبيان", "{and, by, article}"),
            ("بيان", Pos::Noun, "بيانها", "{pronoun, of third}"),
            ("حركة", Pos::Noun, "للحركة", "{for, article, feminine}"),
            (
                "مسلح",
                Pos::Adjective,
                "المسلحين",
                "{article, plural, oblique}",
            ),
            ("مؤكدا", Pos::Fixed, "مؤكدا", "{tanwin, participle}"),
        ] {
            assert_eq!(named(made(term, pos, spelling)), expected, "{spelling}");
        }
    }

    #[test]
    fn the_letters_of_any_other_word_say_what_it_looks_like() {
        for (word, expected) in [
            ("الحكومة", "{article, feminine}"),
            ("للحكومة", "{for, article, feminine}"),
            ("بالقرب", "{by, article}"),
            ("وقال", "{and}"),
            ("طلبات", "{feminine, plural}"),
            ("تقول", "{imperfect, second}"),
            ("جارها", "{tanwin, pronoun, of third}"),
            ("المصرية", "{article, feminine, nisba, participle}"),
            ("", "{}"),
        ] {
            assert_eq!(named(shape(word)), expected, "{word}");
        }
    }
}
