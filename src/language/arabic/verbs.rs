//! The forms of verbs (form rule 7), from the third person masculine singular perfect.
//!
//! Left out on purpose: the first person أ‑ of the imperfect (it is the elative and form IV of
//! every root, and cost verbs 7 points of F1), imperatives, the feminine second person, and the
//! passive of hollow verbs of form I (زار would be وزير, and قام قيم; list قيل among the stems).

use super::growth::{Growth, for_length, length, replaced};
use super::imperfect;
use super::rules::{Ending, FUTURE, NEGATED, NONE, PLAIN, PURPOSE, StemOrigin};
use crate::language::{BodySequence, Flags, HeadSet};

/// Places in the list of pronouns: ه ها هم هما هن ك كم نا ني. كما and كن are left out: nobody
/// in the news speaks to two, and تم + كن is تمكن.
const PRONOUNS: &[usize] = &[1, 2, 3, 4, 5, 6, 7, 10, 12];
/// Those after a verb of two letters: ه ها هم هما.
const THIRD_PERSON: &[usize] = &[1, 2, 3, 4];

/// Heads of an imperfect that states, and of one that is wished or denied.
const STATING: HeadSet = PLAIN | FUTURE | NEGATED;
const WISHING: HeadSet = PLAIN | PURPOSE | NEGATED;

/// All forms of a verb; listed stems that begin with ي are its imperfects, others further
/// perfects (a passive, a variant).
pub(super) fn verb(growth: &mut Growth, word: &str, stems: &[String]) {
    growth.is_verb = true;
    perfect(growth, word, StemOrigin::Entry);
    for stem in stems.iter().filter(|stem| !is_imperfect(stem)) {
        perfect(growth, stem, StemOrigin::Listed);
    }
    if let Some(passive) = passive_perfect(word) {
        perfect(growth, &passive, StemOrigin::Passive);
    }
    for (form, origin) in imperfects(word, stems) {
        imperfect(growth, &form, origin);
        if let Some(passive) = passive_imperfect(word, &form) {
            imperfect(growth, &passive, StemOrigin::Passive);
        }
    }
    growth.is_verb = false;
}

/// The short imperfects of hollow and defective verbs. Without a vowel they are other words
/// (يقل, نقل), so they count only right after a negation.
pub(super) fn jussives(word: &str, stems: &[String], flags: Flags) -> Option<BodySequence> {
    let mut growth = Growth::new(flags);
    growth.is_verb = true;
    for (form, _) in imperfects(word, stems) {
        let Some(short) = shortened(word, &form) else {
            continue;
        };
        let body: String = short.chars().skip(1).collect();
        for (person, ending) in [
            ("ي", Ending::HeDoes),
            ("ت", Ending::SheDoes),
            ("ن", Ending::WeDo),
        ] {
            let verb = format!("{person}{body}");
            growth.push(verb.clone(), (StemOrigin::Jussive, ending), NONE);
            with_pronouns(&mut growth, &verb, (StemOrigin::Jussive, ending), NONE);
        }
    }
    if growth.bodies.is_empty() {
        return None;
    }
    let mut particle = Growth::new(Flags::default());
    for negation in ["لم", "لا", "لما"] {
        particle.push(negation.into(), (StemOrigin::Entry, Ending::None), PLAIN);
    }
    Some(BodySequence {
        words: vec![particle.bodies, growth.bodies],
        after_first: true,
    })
}

fn is_imperfect(stem: &str) -> bool {
    stem.starts_with('ي')
}

/// The listed imperfects, or the guessed ones where none is listed.
fn imperfects(word: &str, stems: &[String]) -> Vec<(String, StemOrigin)> {
    let listed = stems.iter().filter(|stem| is_imperfect(stem));
    let listed: Vec<_> = listed
        .map(|stem| (stem.clone(), StemOrigin::Listed))
        .collect();
    if !listed.is_empty() {
        return listed;
    }
    let guesses = imperfect::guesses(word).into_iter();
    guesses.map(|stem| (stem, StemOrigin::Guessed)).collect()
}

/// What the last letters of a perfect make of its endings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PerfectEnd {
    /// قتل, and geminates (شن), whose doubling is not written in the third person.
    Strong,
    /// قال, أضاف, اختار: the alef falls before a consonant.
    Hollow,
    /// قضى, دعا: the last letter falls before a vowel.
    Defective,
    /// بقي.
    InYa,
    /// بدأ, قرأ: the seat of the hamza changes.
    InHamza,
}

fn end_of(perfect: &str) -> PerfectEnd {
    let mut back = perfect.chars().rev();
    let (last, before) = (back.next(), back.next());
    let long = length(perfect) > 3;
    match (last, before) {
        (Some('ى' | 'ا'), Some(_)) => PerfectEnd::Defective,
        (Some('ي'), _) => PerfectEnd::InYa,
        (Some('أ'), _) => PerfectEnd::InHamza,
        (_, Some('ا')) if !long || perfect.starts_with(['ا', 'أ']) => PerfectEnd::Hollow,
        _ => PerfectEnd::Strong,
    }
}

/// All persons of a perfect.
fn perfect(growth: &mut Growth, word: &str, origin: StemOrigin) {
    if length(word) < 2 {
        return;
    }
    let end = end_of(word);
    let heads = PLAIN | NEGATED;
    growth.push(
        word.to_owned(),
        (origin, Ending::None),
        for_length(word, heads),
    );
    let before_pronoun = match end {
        PerfectEnd::Defective => replaced(word, 1, "ا"),
        _ => word.to_owned(),
    };
    with_pronouns(growth, &before_pronoun, (origin, Ending::None), heads);
    third_persons(growth, word, end, origin);
    other_persons(growth, word, end, origin);
}

/// She, they two, they.
fn third_persons(growth: &mut Growth, word: &str, end: PerfectEnd, origin: StemOrigin) {
    let heads = PLAIN | NEGATED;
    let cut = replaced(word, 1, "");
    let she = if end == PerfectEnd::Defective {
        &cut
    } else {
        word
    };
    growth.push(format!("{she}ت"), (origin, Ending::SheDid), heads);
    with_pronouns(growth, &format!("{she}ت"), (origin, Ending::SheDid), heads);
    growth.push(format!("{she}تا"), (origin, Ending::SheTwoDid), heads);
    let two = match end {
        PerfectEnd::Defective if word.ends_with('ى') => format!("{cut}يا"),
        PerfectEnd::Defective => format!("{cut}وا"),
        _ => format!("{word}ا"),
    };
    // ردا, مدا: of two letters the dual is more often a noun in the accusative.
    if length(word) > 2 {
        growth.push(two, (origin, Ending::TheyTwoDid), heads);
    }
    let they: &[String] = match end {
        PerfectEnd::Defective | PerfectEnd::InYa => &[cut],
        // بدأوا, بدؤوا.
        PerfectEnd::InHamza => &[word.to_owned(), format!("{cut}ؤ")],
        _ => &[word.to_owned()],
    };
    for they in they {
        growth.push(format!("{they}وا"), (origin, Ending::TheyDid), heads);
        with_pronouns(
            growth,
            &format!("{they}و"),
            (origin, Ending::TheyDid),
            heads,
        );
    }
    if end == PerfectEnd::Strong && length(word) > 2 && !word.ends_with('ن') {
        growth.push(format!("{word}ن"), (origin, Ending::WomenDid), heads);
    }
}

/// I, we, you: the endings that begin with a consonant.
fn other_persons(growth: &mut Growth, word: &str, end: PerfectEnd, origin: StemOrigin) {
    let heads = PLAIN | NEGATED;
    let stem = match end {
        PerfectEnd::Hollow => {
            let last = word
                .chars()
                .next_back()
                .filter(|last| *last != 'ء')
                .unwrap_or('ئ');
            format!("{}{last}", replaced(word, 2, ""))
        }
        PerfectEnd::Defective if word.ends_with('ا') => replaced(word, 1, "و"),
        PerfectEnd::Defective => replaced(word, 1, "ي"),
        PerfectEnd::Strong if is_geminate(word) => {
            word.chars().chain(word.chars().next_back()).collect()
        }
        _ => word.to_owned(),
    };
    // نّ and تّ are written once.
    let joined = |ending: &'static str| -> String {
        let doubled = stem.ends_with('ن') && ending.starts_with('ن');
        format!(
            "{stem}{}",
            if doubled {
                &ending['ن'.len_utf8()..]
            } else {
                ending
            }
        )
    };
    growth.push(joined("ت"), (origin, Ending::YouDid), heads);
    growth.push(joined("تم"), (origin, Ending::YouAllDid), heads);
    growth.push(joined("نا"), (origin, Ending::WeDid), heads);
    for pronoun in &THIRD_PERSON[..3] {
        growth.push_with(joined("نا"), (origin, Ending::WeDid, *pronoun), heads);
    }
}

/// Whether a perfect is surely a geminate: of two letters, or VII and VIII of four.
fn is_geminate(word: &str) -> bool {
    length(word) == 2 || (length(word) == 4 && word.starts_with('ا'))
}

/// All persons of an imperfect given as يفعل.
fn imperfect(growth: &mut Growth, form: &str, origin: StemOrigin) {
    let body: String = form.chars().skip(1).collect();
    for (person, ending) in [
        ("ي", Ending::HeDoes),
        ("ت", Ending::SheDoes),
        ("ن", Ending::WeDo),
    ] {
        let verb = format!("{person}{body}");
        // نصف, نقل: with three letters the first person is nearly always another word.
        let heads = match (ending, length(&verb)) {
            (Ending::WeDo, ..4) => FUTURE,
            _ => STATING | WISHING,
        };
        growth.push(verb.clone(), (origin, ending), heads);
        for stem in before_pronoun(&verb) {
            with_pronouns(growth, &stem, (origin, ending), heads);
        }
    }
    plural_imperfect(growth, &body, origin);
    dual_imperfect(growth, &body, origin);
    if !body.ends_with(['ى', 'ي', 'و', 'ن', 'أ']) {
        growth.push(
            format!("ي{body}ن"),
            (origin, Ending::WomenDo),
            STATING | WISHING,
        );
    }
}

/// They and you: ون, and وا where it is wished or denied.
fn plural_imperfect(growth: &mut Growth, body: &str, origin: StemOrigin) {
    let cut = replaced(body, 1, "");
    let stems = match body.chars().next_back() {
        Some('ى' | 'ي' | 'و') => vec![cut],
        Some('أ') => vec![body.to_owned(), format!("{cut}ؤ")],
        _ => vec![body.to_owned()],
    };
    for stem in stems {
        for (person, stating, wishing) in [
            ("ي", Ending::TheyDo, Ending::TheyMayDo),
            ("ت", Ending::YouDo, Ending::YouMayDo),
        ] {
            let verb = format!("{person}{stem}");
            growth.push(format!("{verb}ون"), (origin, stating), STATING);
            with_pronouns(growth, &format!("{verb}ون"), (origin, stating), STATING);
            growth.push(format!("{verb}وا"), (origin, wishing), WISHING);
            with_pronouns(growth, &format!("{verb}و"), (origin, wishing), WISHING);
        }
    }
}

/// They two: ان, and ا where it is wished or denied.
fn dual_imperfect(growth: &mut Growth, body: &str, origin: StemOrigin) {
    let stem = match body.chars().next_back() {
        Some('ى') => format!("{}يا", replaced(body, 1, "")),
        _ => format!("{body}ا"),
    };
    for (person, stating, wishing) in [
        ("ي", Ending::TheyTwoDo, Ending::TheyTwoMayDo),
        ("ت", Ending::SheTwoDo, Ending::SheTwoMayDo),
    ] {
        growth.push(format!("{person}{stem}ن"), (origin, stating), STATING);
        growth.push(format!("{person}{stem}"), (origin, wishing), WISHING);
    }
}

/// ى is ا before a pronoun; the hamza may sit on any seat (يقرأه, يقرؤه).
fn before_pronoun(verb: &str) -> Vec<String> {
    match verb.chars().next_back() {
        Some('ى') => vec![replaced(verb, 1, "ا")],
        Some('أ') => vec![verb.to_owned(), replaced(verb, 1, "ؤ")],
        _ => vec![verb.to_owned()],
    }
}

fn with_pronouns(growth: &mut Growth, verb: &str, made: (StemOrigin, Ending), heads: HeadSet) {
    let pronouns = if length(verb) < 3 {
        THIRD_PERSON
    } else {
        PRONOUNS
    };
    for pronoun in pronouns {
        growth.push_with(verb.to_owned(), (made.0, made.1, *pronoun), heads);
    }
}

/// The passive of the perfect where its letters differ: أضيف, اختير, قوتل, أنشئ.
fn passive_perfect(word: &str) -> Option<String> {
    let letters: Vec<char> = word.chars().collect();
    match letters.as_slice() {
        [.., 'أ'] => Some(replaced(word, 1, "ئ")),
        ['ا' | 'أ', _, .., 'ا', last] if letters.len() > 3 => {
            Some(replaced(word, 2, &format!("ي{last}")))
        }
        [_, 'ا', _, _] | ['ت', _, 'ا', _, _] => Some(word.replacen('ا', "و", 1)),
        _ => None,
    }
}

/// The passive of an imperfect where its letters differ: يضاف, يدعى, يوجد, يؤخذ, ينشأ.
fn passive_imperfect(word: &str, form: &str) -> Option<String> {
    let letters: Vec<char> = form.chars().collect();
    let derived = length(word) > 3;
    match letters.as_slice() {
        [_, 'أ', rest @ ..] => Some(format!("يؤ{}", rest.iter().collect::<String>())),
        [.., 'ئ'] if derived => Some(replaced(form, 1, "أ")),
        [.., 'و'] => Some(replaced(form, 1, "ى")),
        [.., 'ي', last] if derived && end_of(word) == PerfectEnd::Hollow => {
            Some(replaced(form, 2, &format!("ا{last}")))
        }
        [_, second, _] if word.starts_with('و') && *second != 'و' => {
            Some(form.replacen('ي', "يو", 1))
        }
        _ => None,
    }
}

/// The jussive where it is shorter: the vowel of a hollow verb, the last letter of a defective
/// one.
fn shortened(word: &str, form: &str) -> Option<String> {
    let last = form.chars().next_back()?;
    match end_of(word) {
        PerfectEnd::Defective | PerfectEnd::InYa if matches!(last, 'ى' | 'ي' | 'و') => {
            Some(replaced(form, 1, ""))
        }
        PerfectEnd::Hollow => Some(format!("{}{last}", replaced(form, 2, ""))),
        _ => None,
    }
}
