//! What is said to have happened to those whom a number counts.

use super::found::Last;
use super::senses::Noun;
use super::words::SentenceWords;
use crate::figures::What;
use crate::language::{Class, Features, signs};
use crate::lexicon::figures::{FigureLimits, Sign};

/// How far before its number the word may stand that says what happened, in words: a verb with
/// its subject and place (قتل الجيش في الهجوم …) fits.
const REACH: usize = 10;

/// How many words more, where something stands between commas.
const ASIDE: usize = 5;

/// How far behind those counted *their number* may stand (شبانا من القرية عددهم 18).
const THEIR_REACH: usize = 6;

/// How far behind *that* somebody the verb may stand that says what befell him.
const SUFFERED_REACH: usize = 11;

/// How far after a figure the one may begin that is joined to it by و.
const JOIN_REACH: usize = 4;

/// How far after *met* death may stand (لقي … مصرعه).
const DEATH_REACH: usize = 14;

/// How far behind *the number of the killed reached* its number may stand (بلغ عدد القتلى في حلب 12).
const COUNT_REACH: usize = 10;

/// How many words may stand between those counted and *between killed and wounded*.
const PARTED_REACH: usize = 3;

/// How far after its noun.
const LATER_REACH: usize = 10;

/// How far behind a number the word may stand that says into what its people fell.
const FALL_REACH: usize = 4;

/// How far before an execution the word may stand that tells of a court.
const COURT_REACH: usize = 6;

/// How far before a number that something *reached* the word may stand that says what was counted.
const TALLY_REACH: usize = 16;

/// What is said before the number (or noun) at a place to have happened, or of the figure that it goes
/// on with.
pub(super) fn governor(
    words: &SentenceWords,
    at: usize,
    counted: Option<Noun>,
    last: Option<Last>,
) -> Option<What> {
    acted(words, at, counted, last).or_else(|| inherited(words, at, counted, last))
}

/// What is said before a place to have happened. To people a list is read through to its head (ضبط 6
/// بنادق، و3 مسدسات، و45 متهما); of what is unknown more is seized than arrested.
pub(super) fn acted(
    words: &SentenceWords,
    at: usize,
    counted: Option<Noun>,
    last: Option<Last>,
) -> Option<What> {
    let least = last.map_or(0, |last| last.told);
    let (mut place, mut from) = (at, at.saturating_sub(REACH).max(least));
    while place > from {
        place -= 1;
        let is_item = counted.is_some() && words.joins_number(place + 1);
        if is_item {
            from = place.saturating_sub(REACH).max(least);
        }
        if !is_item && !words.touch(place, place + 1) {
            if !ends_before_aside(words, place, at) {
                return None;
            }
            from = from.saturating_sub(ASIDE).max(least);
        }
        let done = words.done(place).filter(|_| counted != Some(Noun::Thing));
        if let Some(what) = done.filter(|what| is_subject(words, place, *what, at)) {
            return Some(what);
        }
        if words.is_bare(place, Sign::Breaks) && !ends_act(words, place, counted) {
            return None;
        }
        // إنقاذها أمس 1500 مهاجر
        let own = words.own_act(place);
        let own = own.filter(|_| counted != Some(Noun::Thing) && !words.is_verb(place));
        let is_near = place + 1 == at || (place + 2 == at && words.is_adjunct(place + 1));
        if own.is_some() && is_near {
            return own;
        }
        let Some((what, act)) = words.act(place, counted) else {
            if is_meeting(words, place, counted) {
                return met(words, place);
            }
            continue;
        };
        // What was told before (جراء الإصابة) governs no number that follows later.
        let has_article = act.features.glued_before() == Features::ARTICLE;
        let is_known = has_article && !act.is(FigureLimits::WITH_ARTICLE);
        let is_far = place + act.words < at;
        if what.is_done() {
            continue;
        }
        // In أصيبوا بالعدوى وأن 18 شخصا those who suffered were told before.
        let has_subject = act.is(FigureLimits::SUFFERS) && act.features.has_own_subject();
        if is_far && (act.is(FigureLimits::NEAR) || is_known || has_subject) {
            continue;
        }
        let fell = act.is(FigureLimits::FALL) && fell_somewhere(words, at);
        return (!fell).then(|| with_the_word_before(words, place, what, counted, last));
    }
    None
}

/// Whether a word is the second of two that say what happened (التحقيق مع).
fn ends_act(words: &SentenceWords, at: usize, counted: Option<Noun>) -> bool {
    let before = at.checked_sub(1);
    let act = before.and_then(|before| words.act(before, counted));
    act.is_some_and(|(_, act)| act.words == 2)
}

/// Whether a clause goes on behind a comma after a place towards another: between the two stands only
/// where, when or how (ضبط الأهالي، بمركز المدينة، مساء الاثنين، 5 أشخاص).
fn ends_before_aside(words: &SentenceWords, place: usize, at: usize) -> bool {
    let is_comma = |place: usize| words.follows(place, signs::COMMA) || words.follows(place, ',');
    if !is_comma(place) {
        return false;
    }
    if place + 1 < at {
        return words.is_adjunct(place + 1);
    }
    let mut before = (place.saturating_sub(REACH)..place).rev();
    before
        .find(|before| !words.touch(*before, before + 1))
        .is_some_and(|before| is_comma(before) && words.is_adjunct(before + 1))
}

/// Whether those counted at a place are who does what a verb before them tells: it stands right before
/// them, or, where it needs no object, what stands between begins with where, when or how (شارك في
/// المسيرة 300 شخص).
fn is_subject(words: &SentenceWords, verb: usize, what: What, at: usize) -> bool {
    let is_free = what == What::TookPart && words.is_verb(verb) && words.is_adjunct(verb + 1);
    // Behind شارك فيها stands who did.
    let is_told = is_free && words.shape(verb + 1).has(Features::PRONOUN);
    verb + 1 == at || (is_free && (!is_told || verb + 2 == at))
}

/// What is said of those behind whom *their number* stands (أوقف شبانا عددهم 18).
pub(super) fn numbered_behind(
    words: &SentenceWords,
    at: usize,
    last: Option<Last>,
) -> Option<What> {
    let near = at.saturating_sub(COUNT_REACH)..at;
    let number = near
        .rev()
        .take(3)
        .find(|place| words.is(*place, Sign::TheirNumber))?;
    let mut before = (number.saturating_sub(THEIR_REACH)..number).rev();
    let noun = before.find(|place| words.noun(*place).is_some())?;
    match words.noun(noun)? {
        Noun::Fate(what) => Some(what),
        Noun::People => acted(words, noun, Some(Noun::People), last),
        _ => None,
    }
}

/// Whether those at a place fell into or off something (سقوط 3 أشخاص داخل بئر), which is no death.
fn fell_somewhere(words: &SentenceWords, at: usize) -> bool {
    let near = at + 1..words.len().min(at + FALL_REACH);
    near.take_while(|place| words.touch(place - 1, *place))
        .any(|place| {
            let is_off = words.is_bare(place, Sign::Of) && place + 1 < words.len();
            words.is_bare(place, Sign::Into) || (is_off && !words.is_of_people(place + 1))
        })
}

/// Whether somebody *met* what follows.
fn is_meeting(words: &SentenceWords, at: usize, counted: Option<Noun>) -> bool {
    words.is_bare(at, Sign::Meets) && counted != Some(Noun::Thing)
}

/// What those met who met their death.
fn met(words: &SentenceWords, at: usize) -> Option<What> {
    let mut next = at + 1..words.len().min(at + DEATH_REACH);
    next.any(|place| words.is_own_death(place))
        .then_some(What::Killed)
}

/// What is said right before a place: *the killing of …*, *was wounded …*, *the arrest of …*.
pub(super) fn right_before(words: &SentenceWords, at: usize, last: Option<Last>) -> Option<What> {
    let mut place = at.checked_sub(1)?;
    if !words.touch(place, at) {
        return None;
    }
    // القبض على, الإفراج عن
    if matches!(words.class(place), Class::On | Class::About) {
        place = place.checked_sub(1)?;
    }
    let people = Some(Noun::People);
    match words.act(place, people) {
        Some((what, act)) if act.is(FigureLimits::NOT_ONE) || what.is_done() => None,
        Some((what, _)) => Some(with_the_word_before(words, place, what, people, last)),
        None if is_meeting(words, place, people) => met(words, place),
        None => None,
    }
}

/// What a verb after one person says that he suffered (أن فلسطينيا من القرية قتل برصاص …): a clause
/// ends behind it, or goes on with a preposition.
pub(super) fn suffered(words: &SentenceWords, at: usize) -> Option<What> {
    let is_told = at > 0 && words.is(at - 1, Sign::That);
    if !is_told {
        return None;
    }
    let behind = at + 1..words.len().min(at + SUFFERED_REACH);
    let mut behind = behind.take_while(|place| words.touch(place - 1, *place));
    let verb = behind.find(|place| words.is_number(*place) || words.act(*place, None).is_some())?;
    let is_clause = !words.goes_on(verb) || {
        let glued = Features::AND | Features::BY | Features::FOR | Features::ARTICLE;
        words.grammar().is_function_word(words.folded(verb + 1))
            || words.shape(verb + 1).has_any(glued)
    };
    words.passive(verb).filter(|_| is_clause)
}

/// Both fates, where two acts share the number (مصرع وإصابة 6); a sentence where a court executes.
fn with_the_word_before(
    words: &SentenceWords,
    at: usize,
    what: What,
    counted: Option<Noun>,
    last: Option<Last>,
) -> What {
    // In سبعة جنود قتلوا وأصيب خمسة the first verb is of the figure before.
    let is_free = at > last.map_or(0, |last| last.end + 1);
    let is_joined = is_free && words.is_joined(at) && words.touch(at - 1, at);
    let before = is_joined.then(|| words.act(at - 1, counted)).flatten();
    if before.is_some_and(|(before, _)| are_dead_and_wounded(before, what)) {
        return What::KilledOrWounded;
    }
    let executes = words
        .act(at, counted)
        .is_some_and(|(_, act)| act.is(FigureLimits::SENTENCE));
    let mut near = at.saturating_sub(COURT_REACH)..at;
    if executes && near.any(|place| words.is(place, Sign::Court)) {
        return What::Sentenced;
    }
    what
}

fn are_dead_and_wounded(one: What, other: What) -> bool {
    matches!(
        (one, other),
        (What::Killed, What::Wounded) | (What::Wounded, What::Killed)
    )
}

/// What happened to the figure before, where this one goes on with it (و3 مدنيين, بينهم 3 أطفال).
pub(super) fn inherited(
    words: &SentenceWords,
    at: usize,
    counted: Option<Noun>,
    last: Option<Last>,
) -> Option<What> {
    let Last { end, what, .. } = last?;
    let before = at.checked_sub(1);
    let goes_on = before.is_some_and(|before| words.is(before, Sign::Among))
        || (words.is_joined(at) && at <= end + JOIN_REACH)
        || (before.is_some_and(|before| words.is_and(before)) && at <= end + JOIN_REACH + 1)
        || (at == end && words.opens(at));
    let fits = (counted == Some(Noun::Thing)) == what.is_of_things();
    (goes_on && fits).then_some(what)
}

/// What is said to have happened after the noun, before another number or event, and where.
pub(super) fn later(words: &SentenceWords, after: usize) -> Option<(What, usize)> {
    for at in after..words.len().min(after + LATER_REACH) {
        if let Some(what) = words.says_later(at)
            && (what.is_done() || !has_object(words, at))
        {
            return Some((what, at));
        }
        // تم اعتقالهم
        let is_done = at > after && words.is(at - 1, Sign::Done);
        if let Some(what) = words.own_act(at).filter(|_| is_done) {
            return Some((what, at));
        }
        let act = words.act(at, Some(Noun::People));
        let is_other = act.is_some_and(|(what, _)| !what.is_done());
        if words.is_number(at) || is_other || words.is_bare(at, Sign::Breaks) {
            return None;
        }
    }
    None
}

/// Whether a verb goes on with whom it killed (قتلوا ثلاثة جنود): then it is no passive.
fn has_object(words: &SentenceWords, at: usize) -> bool {
    let next = at + 1;
    words.goes_on(at)
        && !words.is_joined(next)
        && (words.is_number(next)
            || words.number(next).is_some()
            || matches!(words.noun(next), Some(Noun::People | Noun::Fate(_))))
}

/// What a noun that says what happened stands for, with what is said about it: a second noun that
/// shares the number (مئات القتلى والجرحى, 70 بين قتيل وجريح); the release or death of captives.
///
/// Of captives alone *liberating* says that they are free: elsewhere it is of towns, in names of
/// movements, and of paper (تحرير محضر).
pub(super) fn of_fate(words: &SentenceWords, begins: usize, after: usize, what: What) -> What {
    if are_both_told(words, after, what) {
        return What::KilledOrWounded;
    }
    // جثث 21 محتجزا
    let before = begins.checked_sub(1);
    let before = before.filter(|before| words.touch(*before, begins) && !words.is_joined(begins));
    if before.and_then(|before| words.fate(before)) == Some(What::Killed) {
        return What::Killed;
    }
    let captives = [
        What::Detained,
        What::Kidnapped,
        What::Displaced,
        What::Missing,
    ];
    if !captives.contains(&what) {
        return what;
    }
    if begins > 0 && words.frees_captives(begins - 1) {
        return What::Freed;
    }
    right_before(words, begins, None).unwrap_or(what)
}

/// What the noun right before a number says (القتلى 12), or what a count that reaches it counts (ارتفع
/// عدد قتلى الهجوم إلى 12, عدد المصابين بلغ 6).
pub(super) fn tallied(words: &SentenceWords, at: usize) -> Option<What> {
    let last = at.checked_sub(1)?;
    if !words.is(last, Sign::Reaches) {
        let right_before = words.touch(last, at) && !words.is_joined(at);
        let right_before = right_before.then(|| words.fate(last)).flatten();
        return right_before.or_else(|| reached_count(words, at));
    }
    let mut before = (last.saturating_sub(TALLY_REACH)..last).rev();
    before.find_map(|place| words.fate(place).or_else(|| words.says_later(place)))
}

/// What is counted where *the number of* it stands before one, with its place between (بلغ عدد القتلى
/// في حلب 12).
fn reached_count(words: &SentenceWords, at: usize) -> Option<What> {
    for place in (at.saturating_sub(COUNT_REACH).max(1)..at).rev() {
        if !words.touch(place, place + 1) || words.is_number(place) {
            return None;
        }
        let is_count = words.is(place - 1, Sign::Count) && words.touch(place - 1, place);
        if is_count {
            return words.fate(place).or_else(|| words.says_later(place - 1));
        }
    }
    None
}

/// What a noun right behind *cases* says they are of (16 حالة وفاة, حالات تسمم).
pub(super) fn of_case(words: &SentenceWords, after: usize) -> Option<What> {
    if after >= words.len() || !words.touch(after - 1, after) {
        return None;
    }
    let act = || words.act(after, Some(Noun::Case)).map(|(what, _)| what);
    words.fate(after).or_else(act)
}

/// Whether a second noun shares the number, or two nouns part it between them.
fn are_both_told(words: &SentenceWords, after: usize, what: What) -> bool {
    let second = (after < words.len())
        .then(|| words.fate_joined(after))
        .flatten();
    second.is_some_and(|second| are_dead_and_wounded(what, second)) || is_parted(words, after)
}

/// Whether those behind a number are parted into dead and wounded, right behind their noun or its
/// adjective (عشرات المسلحين الحوثيين بين قتيل وجريح).
pub(super) fn is_parted(words: &SentenceWords, after: usize) -> bool {
    let between = after..words.len().saturating_sub(2).min(after + PARTED_REACH);
    let mut between = between.take_while(|at| words.touch(at - 1, *at));
    between.any(|at| {
        let fates = (words.fate(at + 1), words.fate_joined(at + 2));
        words.is(at, Sign::Between)
            && matches!(fates, (Some(one), Some(other)) if are_dead_and_wounded(one, other))
    })
}
