//! Which of the cues found in a text steer its reading: one a place, outside quotations, and no
//! noun or preposition that looks like a verb.

use super::marks::Quote;
use super::senses;
use super::{Cue, Role};
use crate::language::{Class, Features, Kind};
use crate::text::Text;
use std::cmp::Ordering;

/// One cue a place outside quotations: the longest; of equal ones the one whose role says most,
/// with what either of them takes.
pub(super) fn chosen(cues: &[Cue], tops: &[Quote], classes: &[Class], text: &Text) -> Vec<Cue> {
    let mut chosen: Vec<Cue> = Vec::with_capacity(cues.len());
    let mut quote = 0;
    for cue in cues {
        while tops
            .get(quote)
            .is_some_and(|q| q.outer.end <= cue.tokens.start)
        {
            quote += 1;
        }
        let quoted = tops
            .get(quote)
            .is_some_and(|q| q.inner.contains(&cue.tokens.start));
        if quoted
            || is_particle(cue, text, classes)
            || is_noun(cue, classes)
            || is_unnamed(cue, text)
            || senses::is_other(cue, chosen.last(), text, classes)
        {
            continue;
        }
        match chosen.last_mut() {
            Some(last) if cue.tokens.start < last.tokens.end => {
                if last.tokens == cue.tokens {
                    last.valency = match rank(cue.role).cmp(&rank(last.role)) {
                        Ordering::Less => cue.valency.and_takes(last.valency.object),
                        Ordering::Equal => last.valency.or(cue.valency),
                        Ordering::Greater => last.valency.and_takes(cue.valency.object),
                    };
                    last.role = std::cmp::min_by_key(cue.role, last.role, |role| rank(*role));
                }
            }
            _ => chosen.push(cue.clone()),
        }
    }
    chosen
}

/// Whether a word that is a verb of saying by its letters is the preposition (عبر, *through*,
/// without عن). Where a clause opens, its subject may stand before عن.
fn is_particle(cue: &Cue, text: &Text, classes: &[Class]) -> bool {
    let at = cue.tokens.start as usize;
    let opens = at.checked_sub(1).is_none_or(|before| {
        let leads = matches!(
            classes[before],
            Class::Contrast | Class::Already | Class::Was
        );
        leads || text.tokens.list[before].kind != Kind::Word
    });
    let reach = if cue.is_joined() || opens { 14 } else { 5 };
    let after = &classes[at + 1..classes.len().min(at + reach)];
    classes[at] == Class::Adverbial && cue.tokens.len() == 1 && !after.contains(&Class::About)
}

/// Whether a form that may be a verb's dual is rather a noun in the indefinite accusative: four
/// letters, the last alef (طلبا, ردا); and whether a participle is one too: with the article, or
/// after a preposition (بعد متابعة).
fn is_noun(cue: &Cue, classes: &[Class]) -> bool {
    let form = cue.form();
    let before = cue.tokens.start.checked_sub(1).map(|b| classes[b as usize]);
    match cue.role {
        // تنازل عن طلب: a perfect follows no preposition (من is also *who*).
        Role::Says | Role::Demands | Role::Denies
            if matches!(
                before,
                Some(Class::In | Class::To | Class::On | Class::About | Class::After)
            ) && !form.has(Features::IMPERFECT)
                && !cue.is_joined() =>
        {
            true
        }
        Role::Says | Role::Demands | Role::Denies | Role::Accuses | Role::Thinks => {
            form.has(Features::PERFECT | Features::TANWIN) && !cue.is_joined()
        }
        Role::Participle => {
            let governed = matches!(
                before,
                Some(Class::After | Class::In | Class::From | Class::To | Class::On | Class::About)
            );
            form.has(Features::ARTICLE) || governed
        }
        _ => false,
    }
}

/// Which role tells most about what follows.
fn rank(role: Role) -> u8 {
    match role {
        Role::AccordingTo => 0,
        Role::Accuses => 1,
        Role::Denies => 2,
        Role::Demands => 3,
        Role::Admits => 4,
        Role::Condemns => 5,
        Role::Says => 6,
        Role::Participle => 7,
        Role::Thinks => 8,
        Role::Asks => 9,
        Role::SaysNoun => 10,
        Role::SoCalled => 11,
        Role::NameHead => 12,
        Role::Continues => 13,
        Role::Narrator => 14,
    }
}

/// The formula of a source that wants no name (رفض ذكر اسمه, طلب عدم الكشف عن هويته): its verbs say
/// nothing of what the source says.
fn is_unnamed(cue: &Cue, text: &Text) -> bool {
    let at = cue.tokens.start as usize;
    let word = |at: Option<usize>| match at {
        Some(at) if at < text.tokens.list.len() => text.tokens.folded(at),
        _ => "",
    };
    let is = |at: usize, class| text.grammar.is(word(Some(at)), class);
    let before = word(at.checked_sub(1));
    let unjoined = text.language.behind(before, Features::AND);
    // لم يذكر اسمه, لم تكشف عن هويتها
    let name = |at| is(at, Class::Identity);
    let denied = text
        .grammar
        .is(unjoined.unwrap_or(before), Class::DeniesVerb);
    let about = || text.grammar.class(word(Some(at + 1))) == Class::About;
    denied && (name(at + 1) || name(at + 2) && about())
        || is(at + 1, Class::Naming) && is(at, Class::Refuses)
        || is(at, Class::Naming) && text.grammar.is(before, Class::Withholds)
}
