//! The parts that forms are made of, and what they are called in reports.
//!
//! What stands before a word is a *head* (form rule 1), what follows it a *tail*: how the stem was
//! come by, an ending, a pronoun.

use crate::language::{HeadSet, Rule};

/// Form rule 1: {∅ و ف} × {∅ ب ك ل} × {∅ ال}, where ل + ال is written لل; verbs take {∅ و ف} ×
/// {∅ س ل}, and لا and ما glued on.
pub(super) const HEADS: [&str; 33] = [
    "", "ب", "ك", "ل", "ال", "بال", "كال", "لل", "س", "لا", "ما", //
    "و", "وب", "وك", "ول", "وال", "وبال", "وكال", "ولل", "وس", "ولا", "وما", //
    "ف", "فب", "فك", "فل", "فال", "فبال", "فكال", "فلل", "فس", "فلا", "فما",
];

/// The heads that differ only in their conjunction lie this far apart in [`HEADS`].
pub(super) const KINDS: usize = HEADS.len() / 3;

/// What [`rule_name`] says of a head without its conjunction.
const HEAD_NAMES: [&[&str]; KINDS] = [
    &[],
    &["ب"],
    &["ك"],
    &["ل"],
    &["ال"],
    &["ب", "ال"],
    &["ك", "ال"],
    &["ل", "ال"],
    &["future س"],
    &["glued لا"],
    &["glued ما"],
];

/// A set of kinds of heads, each with every conjunction.
const fn with_conjunctions(kinds: &[usize]) -> HeadSet {
    let mut set = 0;
    let mut at = 0;
    while at < kinds.len() {
        set |= 1 << kinds[at] | 1 << (kinds[at] + KINDS) | 1 << (kinds[at] + 2 * KINDS);
        at += 1;
    }
    set
}

/// Nothing but a conjunction.
pub(super) const PLAIN: HeadSet = with_conjunctions(&[0]);
/// A preposition before the bare word.
pub(super) const PREPOSED: HeadSet = with_conjunctions(&[1, 2, 3]);
/// The article alone.
pub(super) const DEFINITE: HeadSet = with_conjunctions(&[4]);
/// The same without a conjunction: a later word of a phrase (المسلحين والمجهولين is no phrase).
pub(super) const ARTICLE_ALONE: HeadSet = 1 << 4;
/// A preposition before the article.
pub(super) const PREPOSED_DEFINITE: HeadSet = with_conjunctions(&[5, 6, 7]);
/// ل before the article, written without its alef.
pub(super) const LI_DEFINITE: HeadSet = with_conjunctions(&[7]);
/// Any head with the article.
pub(super) const ARTICLES: HeadSet = DEFINITE | PREPOSED_DEFINITE;
/// Every head of a noun.
pub(super) const NOMINAL: HeadSet = PLAIN | PREPOSED | ARTICLES;
/// The future particle.
pub(super) const FUTURE: HeadSet = with_conjunctions(&[8]);
/// ل of purpose or command before an imperfect.
pub(super) const PURPOSE: HeadSet = with_conjunctions(&[3]);
/// A negation glued on.
pub(super) const NEGATED: HeadSet = with_conjunctions(&[9, 10]);
/// No head at all.
pub(super) const NONE: HeadSet = 1;
/// Form rule 10: what a stem of under three letters takes; بق is not ب + ق.
pub(super) const FOR_SHORT_STEMS: HeadSet = NONE | ARTICLES;

/// How the stem of a form was come by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StemOrigin {
    /// The entry itself.
    Entry,
    /// One of the entry's listed stems.
    Listed,
    /// The imperfect that the verb's shape suggests.
    Guessed,
    /// The short imperfect after لم, لا, لما.
    Jussive,
    /// The passive, where its letters differ.
    Passive,
    /// A defective noun without its ya.
    WithoutYa,
}

const ORIGINS: [(StemOrigin, &str); 6] = [
    (StemOrigin::Entry, ""),
    (StemOrigin::Listed, "listed stem"),
    (StemOrigin::Guessed, "guessed imperfect"),
    (StemOrigin::Jussive, "jussive"),
    (StemOrigin::Passive, "passive"),
    (StemOrigin::WithoutYa, "without its ya"),
];

/// What stands after a stem, before a pronoun; for imperfects with the person before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "NAMES says it")]
pub(super) enum Ending {
    None,
    Tanwin,
    Construct,
    Fem,
    DualAn,
    DualIn,
    DualOrPluralIn,
    DualA,
    DualYa,
    At,
    Un,
    In,
    U,
    Ya,
    SheDid,
    TheyTwoDid,
    SheTwoDid,
    TheyDid,
    WomenDid,
    WeDid,
    YouDid,
    YouAllDid,
    HeDoes,
    SheDoes,
    WeDo,
    TheyDo,
    YouDo,
    TheyMayDo,
    YouMayDo,
    TheyTwoDo,
    SheTwoDo,
    TheyTwoMayDo,
    SheTwoMayDo,
    WomenDo,
    Anything,
    TaAsHa,
}

/// In the order of [`Ending`].
const ENDING_NAMES: [&str; 36] = [
    "",
    "tanwin ا",
    "ة as ت",
    "fem. ة",
    "dual ان",
    "dual ين",
    "dual or plural ين",
    "dual construct ا",
    "dual or plural construct ي",
    "plural ات",
    "plural ون",
    "plural ين",
    "plural construct و",
    "construct or first person ي",
    "perfect …ت",
    "perfect …ا",
    "perfect …تا",
    "perfect …وا",
    "perfect …ن",
    "perfect …نا",
    "perfect …ت",
    "perfect …تم",
    "imperfect ي…",
    "imperfect ت…",
    "imperfect ن…",
    "imperfect ي…ون",
    "imperfect ت…ون",
    "imperfect ي…وا",
    "imperfect ت…وا",
    "imperfect ي…ان",
    "imperfect ت…ان",
    "imperfect ي…ا",
    "imperfect ت…ا",
    "imperfect ي…ن",
    "any ending",
    "ة as ه",
];

/// Object and possessive pronouns; the first is none.
pub(super) const PRONOUNS: [&str; 13] = [
    "", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ي", "ني",
];

/// A tail's number: ending, pronoun, origin, from the lowest bits up.
pub(super) fn tail(origin: StemOrigin, ending: Ending, pronoun: usize) -> u16 {
    ending as u16 | (pronoun as u16) << 6 | (origin as u16) << 10
}

/// Whether forms of a rule are often another word: a guessed imperfect, a bare ي (كتابي,
/// *bookish*), the construct و and dual ا, the persons of the perfect that news hardly use.
pub(super) fn is_weak(rule: Rule) -> bool {
    const WEAK: [Ending; 6] = [
        Ending::Ya,
        Ending::U,
        Ending::DualA,
        Ending::WomenDid,
        Ending::YouDid,
        Ending::YouAllDid,
    ];
    let ending = rule.tail & 63;
    origin(rule.tail) == StemOrigin::Guessed || WEAK.iter().any(|weak| *weak as u16 == ending)
}

fn origin(tail: u16) -> StemOrigin {
    ORIGINS[usize::from(tail >> 10) % ORIGINS.len()].0
}

/// What a rule did, such as `و + ال + plural ين`; `as written` where it did nothing.
pub(super) fn rule_name(rule: Rule) -> String {
    let head = usize::from(rule.head);
    let mut parts: Vec<&str> = Vec::new();
    parts.extend([&[][..], &["و"], &["ف"]][head / KINDS % 3]);
    parts.extend(HEAD_NAMES[head % KINDS]);
    parts.push(ORIGINS[usize::from(rule.tail >> 10) % ORIGINS.len()].1);
    parts.push(ENDING_NAMES[usize::from(rule.tail & 63) % ENDING_NAMES.len()]);
    parts.push(PRONOUNS[usize::from(rule.tail >> 6 & 15) % PRONOUNS.len()]);
    parts.retain(|part| !part.is_empty());
    match parts.len() {
        0 => "as written".into(),
        _ => parts.join(" + "),
    }
}

/// What a rule did, whichever pronoun it appended: `plural ات + pronoun`.
pub(super) fn rule_kind(rule: Rule) -> String {
    const PRONOUN: u16 = 15 << 6;
    let bare = rule_name(Rule {
        tail: rule.tail & !PRONOUN,
        ..rule
    });
    match (rule.tail & PRONOUN, bare.as_str()) {
        (0, _) => bare,
        (_, "as written") => "pronoun".into(),
        _ => format!("{bare} + pronoun"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_named_part_by_part() {
        for (head, ending, pronoun, expected) in [
            ("", Ending::None, "", "as written"),
            ("وال", Ending::In, "", "و + ال + plural ين"),
            ("فلل", Ending::At, "", "ف + ل + ال + plural ات"),
            (
                "وس",
                Ending::TheyDo,
                "هم",
                "و + future س + imperfect ي…ون + هم",
            ),
        ] {
            let head = HEADS.iter().position(|h| *h == head).expect("a head") as u8;
            let pronoun = PRONOUNS
                .iter()
                .position(|p| *p == pronoun)
                .expect("a pronoun");
            let tail = tail(StemOrigin::Entry, ending, pronoun);
            assert_eq!(rule_name(Rule { head, tail }), expected);
        }
    }

    #[test]
    fn rules_that_differ_in_the_pronoun_are_of_one_kind() {
        for (ending, pronoun, expected) in [
            (Ending::None, 0, "as written"),
            (Ending::None, 2, "pronoun"),
            (Ending::At, 2, "plural ات + pronoun"),
            (Ending::At, 5, "plural ات + pronoun"),
            (Ending::At, 0, "plural ات"),
        ] {
            let tail = tail(StemOrigin::Entry, ending, pronoun);
            assert_eq!(rule_kind(Rule { head: 0, tail }), expected);
        }
    }

    #[test]
    fn every_ending_and_origin_has_its_name() {
        assert_eq!(ENDING_NAMES.len(), Ending::TaAsHa as usize + 1);
        for (at, (origin, _)) in ORIGINS.iter().enumerate() {
            assert_eq!(at, *origin as usize);
        }
    }
}
