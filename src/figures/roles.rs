//! What is said to have happened to those whom a number counts.

use super::cues;
use super::nouns::Noun;
use super::words::Words;

/// What happened: killed, wounded, detained …; empty where nothing is said.
pub(super) type Role = &'static str;

/// The figure before in the same sentence.
#[derive(Clone, Copy)]
pub(super) struct Last {
    /// The place after it.
    pub end: usize,
    /// What it said had happened.
    pub what: Role,
    /// Its number.
    pub value: u64,
}

/// How far before its number the word may stand that says what happened, in words: a verb with
/// its subject and place (قتل الجيش في الهجوم …) fits.
const REACH: usize = 10;

/// How far after a figure the one may begin that is joined to it by و.
const JOIN_REACH: usize = 4;

/// How far after *met* death may stand (لقي … مصرعه).
const DEATH_REACH: usize = 14;

/// How far behind *the number of the killed reached* its number may stand (بلغ عدد القتلى في حلب 12).
const COUNT_REACH: usize = 6;

/// How many words may stand between those counted and *between killed and wounded*.
const PARTED_REACH: usize = 3;

/// How far after its noun.
const LATER_REACH: usize = 10;

/// How far behind a number the word may stand that says into what its people fell.
const FALL_REACH: usize = 4;

/// How far before a number that something *reached* the word may stand that says what was counted.
const TALLY_REACH: usize = 16;

/// Words that begin another statement, or name who acted, so that what stood before them no
/// longer governs.
const BREAKS: &[&str] = &[
    "الذي",
    "التي",
    "الذين",
    "بعد",
    "قبل",
    "بعدما",
    "عندما",
    "حين",
    "شنه",
    "نفذه",
    "يد",
    "ايدي",
    "بينما",
    "مع",
    "ضد",
    "عقب",
    "شارك",
    "بمشاركة",
    "برصاص",
    "بنيران",
    "الي",
];

/// Words by which a number goes on with what happened to the one before (بينهم ثلاثة أطفال).
const AMONG: &[&str] = &[
    "بينهم",
    "منهم",
    "بينها",
    "منها",
    "بينهن",
    "منهن",
    "ضمنهم",
    "فيهم",
    "هم",
    "منهما",
];

/// Words by which a count reaches its number (بلغ عدد القتلى 12, ارتفع إلى 12).
const REACHED: &[&str] = &[
    "الي",
    "بلغ",
    "بلغت",
    "يبلغ",
    "تبلغ",
    "بلغوا",
    "وصل",
    "وصلت",
    "عند",
    "هو",
    "عددهم",
    "عددهن",
];

/// What courts do and say, so that an execution is a sentence.
const COURTS: &[&str] = &[
    "حكم",
    "الحكم",
    "حكما",
    "حكمت",
    "بالحكم",
    "احكام",
    "قضت",
    "قضي",
    "محكمة",
    "المحكمة",
];

/// Whether a word goes on with those before: *among them*.
pub(super) fn is_among(folded: &str) -> bool {
    AMONG.contains(&folded.strip_prefix('و').unwrap_or(folded))
}

/// What is said to have happened to the number (or noun) at a place. To people a list is read through
/// to its head (ضبط 6 بنادق، و3 مسدسات، و45 متهما); of what is unknown more is seized than arrested.
pub(super) fn governor(
    words: &Words,
    at: usize,
    counted: Option<Noun>,
    last: Option<Last>,
) -> Option<Role> {
    let least = last.map_or(0, |last| last.end);
    let (mut place, mut from) = (at, at.saturating_sub(REACH).max(least));
    while place > from {
        place -= 1;
        let is_item = counted.is_some() && words.joins_number(place + 1);
        if is_item {
            from = place.saturating_sub(REACH).max(least);
        }
        let goes_on = is_item || words.touch(place, place + 1);
        if !goes_on || BREAKS.contains(&words.folded(place)) {
            break;
        }
        let is_far = place + 1 < at;
        if is_far && (cues::is_near_only(words.folded(place)) || is_known_one(words.folded(place)))
        {
            continue;
        }
        if let Some(what) = cue(words, place, counted) {
            let fell = cues::is_fall(words.folded(place)) && fell_somewhere(words, at);
            return (!fell).then(|| with_the_word_before(words, place, what, counted, last));
        }
    }
    inherited(words, at, counted, last)
}

/// Whether those at a place fell into or off something (سقوط 3 أشخاص داخل بئر), which is no death.
fn fell_somewhere(words: &Words, at: usize) -> bool {
    let near = at + 1..words.len().min(at + FALL_REACH);
    near.take_while(|place| words.touch(place - 1, *place))
        .any(|place| match words.folded(place) {
            "داخل" | "تحت" | "فوق" | "اسفل" | "اعلي" => true,
            "من" => place + 1 < words.len() && !words.is_of_people(place + 1),
            _ => false,
        })
}

/// What is said right before a place: *the killing of …*, *was wounded …*, *the arrest of …*.
pub(super) fn right_before(words: &Words, at: usize, last: Option<Last>) -> Option<Role> {
    let mut place = at.checked_sub(1)?;
    if !words.touch(place, at) {
        return None;
    }
    // القبض على, الإفراج عن
    if matches!(words.folded(place), "علي" | "عن") {
        place = place.checked_sub(1)?;
    }
    let is_weak = cues::is_weak_of_one(words.folded(place));
    let what = (!is_weak).then(|| cue(words, place, Some(Noun::People)))??;
    Some(with_the_word_before(
        words,
        place,
        what,
        Some(Noun::People),
        last,
    ))
}

/// What a verb right after one person says that he suffered (أن فلسطينيا قتل برصاص …): a clause ends
/// behind it, or goes on with a preposition.
pub(super) fn suffered(words: &Words, at: usize) -> Option<Role> {
    let verb = at + 1;
    let is_told = at > 0 && matches!(words.folded(at - 1), "ان" | "بان" | "وان");
    if !is_told || verb >= words.len() || !words.touch(at, verb) {
        return None;
    }
    let next = verb + 1;
    let goes_on = next < words.len() && words.touch(verb, next);
    let is_clause = !goes_on || {
        let folded = words.folded(next);
        words.grammar().is_function_word(folded) || folded.starts_with(['و', 'ب', 'ا', 'ل'])
    };
    is_clause.then(|| cues::passive(words.folded(verb)))?
}

/// Both fates, where two cues share the number (مصرع وإصابة 6); a sentence where a court executes.
fn with_the_word_before(
    words: &Words,
    at: usize,
    what: Role,
    counted: Option<Noun>,
    last: Option<Last>,
) -> Role {
    // In سبعة جنود قتلوا وأصيب خمسة the first verb is of the figure before.
    let is_free = at > last.map_or(0, |last| last.end + 1);
    let is_joined = is_free && words.folded(at).starts_with('و') && words.touch(at - 1, at);
    let before = is_joined.then(|| cue(words, at - 1, counted)).flatten();
    if before.is_some_and(|before| are_dead_and_wounded(before, what)) {
        return "killed or wounded";
    }
    let is_execution = cues::is_execution(words.folded(at));
    let mut near = (at.saturating_sub(6)..at).map(|place| words.folded(place));
    if is_execution && near.any(|word| COURTS.contains(&word)) {
        return "sentenced";
    }
    what
}

/// Whether a word speaks of something that was told before (جراء الإصابة): unlike القبض على it then
/// governs no number that follows later.
fn is_known_one(folded: &str) -> bool {
    folded.starts_with("ال") && !matches!(folded, "القبض" | "الافراج")
}

fn are_dead_and_wounded(one: &str, other: &str) -> bool {
    matches!((one, other), ("killed", "wounded") | ("wounded", "killed"))
}

/// What happened to the figure before, where this one goes on with it (و3 مدنيين, بينهم 3 أطفال).
fn inherited(words: &Words, at: usize, counted: Option<Noun>, last: Option<Last>) -> Option<Role> {
    let Last { end, what, .. } = last?;
    let before = at.checked_sub(1).map(|before| words.folded(before));
    let goes_on = before.is_some_and(is_among)
        || (words.folded(at).starts_with('و') && at <= end + JOIN_REACH)
        || (before == Some("و") && at <= end + JOIN_REACH + 1)
        || (at == end && words.opens(at));
    let fits = (counted == Some(Noun::Thing)) == cues::is_of_things(what);
    (goes_on && fits).then_some(what)
}

/// What a word says happened to a counted noun, whatever is glued before it.
pub(super) fn cue(words: &Words, at: usize, counted: Option<Noun>) -> Option<Role> {
    let folded = words.folded(at);
    if cues::is_met(folded) && counted != Some(Noun::Thing) {
        let mut next = (at + 1..words.len().min(at + DEATH_REACH)).map(|place| words.folded(place));
        return next.any(cues::is_own_death).then_some("killed");
    }
    let heads = ["", "و", "ف", "ال", "وال", "ب", "ل", "وب", "بال", "لل"];
    heads
        .into_iter()
        .filter_map(|head| folded.strip_prefix(head))
        .find_map(|stem| cues::cue(stem, counted))
}

/// What is said to have happened after the noun, before another number or event.
pub(super) fn later(words: &Words, after: usize) -> Option<Role> {
    let until = (after + LATER_REACH).min(words.len());
    for at in after..until {
        let folded = words.folded(at);
        if let Some(what) = cues::later(folded).filter(|_| !has_object(words, at)) {
            return Some(what);
        }
        let is_other = cue(words, at, Some(Noun::People)).is_some() && !cues::is_met(folded);
        if words.is_number(at) || is_other || BREAKS.contains(&folded) {
            return None;
        }
    }
    None
}

/// Whether a verb goes on with whom it killed (قتلوا ثلاثة جنود): then it is no passive.
fn has_object(words: &Words, at: usize) -> bool {
    let next = at + 1;
    next < words.len()
        && words.touch(at, next)
        && (words.is_number(next)
            || words.grammar().number(words.folded(next)).is_some()
            || matches!(words.noun(next), Some(Noun::People | Noun::Fate(_))))
}

/// Whether a word only says what happened to those before it (مصرعهم).
pub(super) fn says_later(folded: &str) -> bool {
    cues::later(folded).is_some()
}

/// What a noun that says what happened stands for, with what is said about it: a second noun that
/// shares the number (مئات القتلى والجرحى, 70 بين قتيل وجريح); the release or death of captives.
///
/// Of captives alone *liberating* says that they are free: elsewhere it is of towns, in names of
/// movements, and of paper (تحرير محضر).
pub(super) fn of_fate(words: &Words, begins: usize, after: usize, what: Role) -> Role {
    if are_both_told(words, after, what) {
        return "killed or wounded";
    }
    let is_captive = matches!(what, "detained" | "kidnapped" | "displaced" | "missing");
    let before = begins.checked_sub(1).map(|at| words.bare(at));
    if is_captive && before.is_some_and(|before| LIBERATED.contains(&before)) {
        return "freed";
    }
    let told = is_captive
        .then(|| right_before(words, begins, None))
        .flatten();
    told.unwrap_or(what)
}

/// *Liberating*, right before whom.
const LIBERATED: &[&str] = &["تحرير", "حرر", "حررت", "حرروا", "يحرر", "تحرر"];

/// What the noun right before a number says (القتلى 12), or what a count that reaches it counts (ارتفع عدد قتلى الهجوم إلى 12, عدد المصابين بلغ 6).
pub(super) fn tallied(words: &Words, at: usize) -> Option<Role> {
    let last = at.checked_sub(1)?;
    if !REACHED.contains(&words.folded(last)) {
        let is_joined = words.folded(at).starts_with('و');
        let right_before = fate(words, last).filter(|_| words.touch(last, at) && !is_joined);
        return right_before.or_else(|| reached_count(words, at));
    }
    let from = last.saturating_sub(TALLY_REACH);
    (from..last)
        .rev()
        .find_map(|place| fate(words, place).or_else(|| cues::later(words.folded(place))))
}

/// What is counted where *the number of* it *reached* one that stands behind its place (بلغ عدد
/// القتلى في حلب 12).
fn reached_count(words: &Words, at: usize) -> Option<Role> {
    let from = at.saturating_sub(COUNT_REACH).max(2);
    for place in (from..at).rev() {
        if !words.touch(place, place + 1) || words.is_number(place) {
            return None;
        }
        let is_count = words.folded(place - 1) == "عدد" && words.touch(place - 1, place);
        if is_count && REACHED.contains(&words.folded(place - 2)) {
            return fate(words, place);
        }
    }
    None
}

/// What a noun right behind *cases* says they are of (16 حالة وفاة, حالات تسمم).
pub(super) fn of_case(words: &Words, after: usize) -> Option<Role> {
    if after >= words.len() || !words.touch(after - 1, after) {
        return None;
    }
    match words.folded(after) {
        "تسمم" | "اختناق" | "اغماء" => Some("wounded"),
        _ => fate(words, after).or_else(|| cue(words, after, Some(Noun::Case))),
    }
}

/// Whether a second noun shares the number, or two nouns part it between them.
fn are_both_told(words: &Words, after: usize, what: Role) -> bool {
    let second = (after < words.len())
        .then(|| fate_joined(words, after))
        .flatten();
    second.is_some_and(|second| are_dead_and_wounded(what, second)) || is_parted(words, after)
}

/// Whether those behind a number are parted into dead and wounded, right behind their noun or its
/// adjective (عشرات المسلحين الحوثيين بين قتيل وجريح).
pub(super) fn is_parted(words: &Words, after: usize) -> bool {
    let between = after..words.len().saturating_sub(2).min(after + PARTED_REACH);
    let mut between = between.take_while(|at| words.touch(at - 1, *at));
    between.any(|at| {
        let fates = (fate(words, at + 1), fate_joined(words, at + 2));
        words.folded(at) == "بين"
            && matches!(fates, (Some(one), Some(other)) if are_dead_and_wounded(one, other))
    })
}

fn fate_joined(words: &Words, at: usize) -> Option<Role> {
    match super::nouns::noun(words.bare(at)) {
        Some(Noun::Fate(what)) if words.folded(at).starts_with('و') => Some(what),
        _ => None,
    }
}

fn fate(words: &Words, at: usize) -> Option<Role> {
    match words.noun(at)? {
        Noun::Fate(what) => Some(what),
        _ => None,
    }
}
