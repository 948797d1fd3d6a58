//! Who does an act, or suffers it, by the grammar of its clause: the subject of its verb, the subject
//! of a verb that only says that it is done, whoever owns its noun.

use super::parties::Party;
use super::{Binder, Candidate};
use crate::framing::{Binding, Mention};
use crate::language::{Class, Features, Kind, Pos, signs};
use crate::lexicon::{Being, Target};

/// A verb that only says that an act is done stands at most this many words before it.
const DOING_REACH: usize = 7;

/// A word that leads to the agent of an act stands at most this many tokens behind it.
const LED_REACH: u32 = 9;

/// Of these words at most this many are none of its subject's.
const LOOSE: usize = 3;

/// Who does or suffers the act of a mention, where its clause leaves no doubt; nobody where that is
/// somebody unknown.
pub(super) fn candidate(binder: &Binder, mention: &Mention) -> Option<Candidate> {
    let clause = Clause { binder, mention };
    if *binder.target(mention) == Target::Victim {
        return match clause.is_verb() {
            true if clause.is(Class::Befalls) => clause.subject(),
            true => clause.counted(),
            false => clause.owner(Class::Befalls).or_else(|| clause.counted()),
        };
    }
    if let Some(led) = clause.led() {
        return led;
    }
    if clause.is_verb() {
        return clause.subject();
    }
    clause.owner(Class::Deed).or_else(|| clause.doer())
}

/// The word that heads an entry for an act, as it is cited.
pub(super) fn head(binder: &Binder, mention: &Mention) -> String {
    let term = &binder.lexicon.terms[mention.term.0 as usize].term;
    let head = term.split(' ').next().unwrap_or_default();
    binder.text.language.fold(head)
}

/// Whether a word for an act begins at a token.
fn act_begins_at(binder: &Binder, at: u32) -> bool {
    let mentions = &binder.found.mentions;
    let first = mentions.partition_point(|mention| mention.tokens.start < at);
    let here = mentions[first..].iter();
    let mut here = here.take_while(|mention| mention.tokens.start == at);
    here.any(|mention| *binder.target(mention) == Target::Agent)
}

struct Clause<'a> {
    binder: &'a Binder<'a>,
    mention: &'a Mention,
}

impl<'a> Clause<'a> {
    fn is_verb(&self) -> bool {
        self.binder.lexicon.terms[self.mention.term.0 as usize].pos == Some(Pos::Verb)
    }

    /// Whether the word for the act is of a class.
    fn is(&self, class: Class) -> bool {
        let text = self.binder.text;
        text.grammar.is(&head(self.binder, self.mention), class)
    }

    /// To whom a word for an agent leads (شنه, على يد), right behind it or behind one word that heads
    /// his name (طائرات التحالف); `None` where no such word stands in the clause.
    fn led(&self) -> Option<Option<Candidate>> {
        let text = self.binder.text;
        let end = text.sentence_of(self.mention.tokens.start).end;
        let end = end.min(self.mention.tokens.end + LED_REACH);
        let mut before = Class::Other;
        for at in self.mention.tokens.end..end {
            if let Kind::Mark(sign) = text.tokens.list[at as usize].kind {
                let relates = at + 1 < end
                    && text.grammar.class(text.tokens.folded(at as usize + 1)) == Class::Relative;
                if (signs::is_comma(sign) || sign == ':') && !relates {
                    return None;
                }
            }
            if !text.is_word(at) {
                continue;
            }
            let word = text.tokens.folded(at as usize);
            if matches!(text.grammar.class(word), Class::That | Class::ThatIt) {
                return None;
            }
            let leads = match () {
                () if text.grammar.is(word, Class::Hands) => before == Class::On,
                () if text.grammar.is(word, Class::Side) => before == Class::From,
                () => text.grammar.is(word, Class::ToAgent),
            };
            if leads {
                let heads = |place: u32| self.behind(place, 1, Features::NONE);
                let party = heads(at + 1).or_else(|| heads(at + 2));
                return Some(party.and_then(|party| self.candidate(party)));
            }
            let act = act_begins_at(self.binder, at);
            if act {
                return None;
            }
            before = text.grammar.class(word);
        }
        None
    }

    /// The subject of the verb: right behind it, or right before it, or whom the relative before it
    /// stands for. Nobody where a word behind it may be the subject.
    fn subject(&self) -> Option<Candidate> {
        let has_object = self.mention.features.words().iter();
        let has_object = { has_object }.any(|word| word.has(Features::PRONOUN));
        let behind = || self.behind(self.mention.tokens.end, 1, Features::NONE);
        if let Some(party) = (!self.is_related() || has_object).then(behind).flatten() {
            // Of one before the verb and one behind it either may be the subject.
            let before = self.ends_before(self.mention.tokens.start);
            let either = before.is_some_and(|other| !self.is_governed(other));
            return (has_object || !either).then(|| self.candidate(party))?;
        }
        if has_object {
            return None;
        }
        // … في شارع الجيش وهاجم: behind *and* another clause begins.
        if self.mention.is_joined() {
            return None;
        }
        let party = self.before(self.mention.tokens.start)?;
        self.candidate(party)
    }

    /// Whether a relative stands right before the verb (جماعة … التي تحاصر المدينة).
    fn is_related(&self) -> bool {
        let text = self.binder.text;
        self.mention.tokens.start.checked_sub(1).is_some_and(|at| {
            text.grammar.class(text.tokens.folded(at as usize)) == Class::Relative
        })
    }

    /// Whoever stands in the genitive right behind a noun that leaves it no other part in the act.
    fn owner(&self, class: Class) -> Option<Candidate> {
        let closes = Features::ARTICLE | Features::PRONOUN | Features::TANWIN;
        let closed = self.mention.features.words().iter();
        let closed = { closed }.any(|word| word.has_any(closes));
        // هجوم لطالبان, الهجوم العنيف لطالبان: behind ل stands who does it as well.
        let behind = |glued| self.behind(self.mention.tokens.end, 0, glued);
        let party = self.is(class).then(|| match (class, closed) {
            (Class::Deed, _) => {
                behind(Features::FOR).filter(|party| !closed || party.first.has(Features::FOR))
            }
            (_, false) => behind(Features::NONE),
            (_, true) => None,
        });
        self.candidate(party??)
    }

    /// Who stands behind the number of those whom a death befalls (مقتل 15 جنديا).
    fn counted(&self) -> Option<Candidate> {
        let text = self.binder.text;
        let first = self.mention.tokens.end;
        let is_number = |at: &u32| {
            let token = text.tokens.list.get(*at as usize);
            token.is_some_and(|token| token.kind == Kind::Number)
                || text.is_word(*at)
                    && text
                        .grammar
                        .is(text.tokens.folded(*at as usize), Class::Number)
        };
        let numbers = (first..text.sentence_of(first.saturating_sub(1)).end).take_while(is_number);
        let numbers = numbers.count() as u32;
        let party = (numbers > 0).then(|| self.behind(first + numbers, 0, Features::NONE))??;
        self.candidate(party)
    }

    /// The subject of a verb before the act that only says that it is done (شن الجيش هجوما).
    fn doer(&self) -> Option<Candidate> {
        let text = self.binder.text;
        let mut words = 0;
        let start = text.sentence_of(self.mention.tokens.start).start;
        for at in (start..self.mention.tokens.start).rev() {
            match text.tokens.list[at as usize].kind {
                Kind::Word | Kind::Number => words += 1,
                Kind::LineEnd => return None,
                Kind::Mark(_) => continue,
            }
            if words > DOING_REACH {
                return None;
            }
            let word = text.tokens.folded(at as usize);
            if text.grammar.is(word, Class::Does) {
                return self.doer_of(at);
            }
        }
        None
    }

    /// The subject of a verb of doing at a place, before the act.
    fn doer_of(&self, verb: u32) -> Option<Candidate> {
        let behind = self.behind(verb + 1, 1, Features::NONE);
        let (from, party) =
            match behind.filter(|party| party.tokens.end <= self.mention.tokens.start) {
                Some(party) => (party.tokens.end, party),
                None if self.is_joined(verb) => return None,
                None => (verb + 1, self.before(verb)?),
            };
        let text = self.binder.text;
        let between = (from..self.mention.tokens.start).filter(|at| text.is_word(*at));
        let mut loose = between.filter(|at| {
            let word = text.tokens.folded(*at as usize);
            !text.grammar.is_function_word(word)
        });
        let known = behind.is_some() && loose.by_ref().count() <= LOOSE;
        let direct = behind.is_none() && loose.count() <= 1;
        (known || direct).then(|| self.candidate(party))?
    }

    /// Whether *and* is glued before a verb of doing: without it, it is one as well.
    fn is_joined(&self, verb: u32) -> bool {
        let text = self.binder.text;
        let word = text.tokens.folded(verb as usize);
        let rest = word.char_indices().nth(1).map_or("", |(at, _)| &word[at..]);
        text.language.shape(word).has_any(Features::JOINED) && text.grammar.is(rest, Class::Does)
    }

    /// The party that begins at a place, behind marks and some words of time, with nothing glued
    /// before it but what may be.
    fn behind(&self, place: u32, times: usize, may: Features) -> Option<&'a Party> {
        let text = self.binder.text;
        let mut at = place;
        let mut passed = 0;
        loop {
            let token = text.tokens.list.get(at as usize)?;
            let is_time = || text.grammar.class(text.tokens.folded(at as usize)) == Class::Time;
            match token.kind {
                Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'') => {}
                Kind::Word if passed < times && is_time() => passed += 1,
                Kind::Word => break,
                _ => return None,
            }
            at += 1;
        }
        let parties = &self.binder.parties;
        let party = parties.get(parties.partition_point(|party| party.tokens.start < at))?;
        let glued = [Features::BY, Features::FOR, Features::LIKE, Features::AND];
        let is_glued = |one: &Features| *one != may && party.first.has(*one);
        (party.tokens.start == at && !glued.iter().any(is_glued)).then_some(party)
    }

    /// The party that ends right before a verb, or before the relative before it.
    fn before(&self, verb: u32) -> Option<&'a Party> {
        let text = self.binder.text;
        let start = text.sentence_of(verb).start;
        let mut at = verb;
        let mut relative = false;
        while at > start {
            let token = &text.tokens.list[at as usize - 1];
            let class = || text.grammar.class(text.tokens.folded(at as usize - 1));
            match token.kind {
                Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'') => {}
                Kind::Mark(_) if relative => {}
                Kind::Word if matches!(class(), Class::Already | Class::Was) => {}
                Kind::Word if class() == Class::Relative && !relative => relative = true,
                Kind::Word => break,
                _ => return None,
            }
            at -= 1;
        }
        let party = self.ends_before(at)?;
        let is_state = |actor| self.binder.lexicon.being(actor) == Being::State;
        if party.actor.is_some_and(is_state) {
            return None;
        }
        let is_subject = relative || !self.is_governed(party);
        is_subject.then_some(party)
    }

    /// The party that ends where a token begins.
    fn ends_before(&self, at: u32) -> Option<&'a Party> {
        let parties = &self.binder.parties;
        let place = parties.partition_point(|party| party.tokens.end < at);
        parties.get(place).filter(|party| party.tokens.end == at)
    }

    /// Whether a preposition or a noun before a party governs it.
    fn is_governed(&self, party: &Party) -> bool {
        let text = self.binder.text;
        let glued = Features::BY | Features::FOR | Features::LIKE;
        party.first.has_any(glued)
            || party.tokens.start.checked_sub(1).is_some_and(|at| {
                let word = text.tokens.folded(at as usize);
                text.is_word(at)
                    && (text.grammar.is(word, Class::ToObject)
                        || text.grammar.is(word, Class::Against))
            })
    }

    /// Who a party is: nobody where it is of people of whom nobody is sure. `None` where it only
    /// tells a link, or is a state beside a noun, which may be where it happens.
    fn candidate(&self, party: &Party) -> Option<Candidate> {
        let Some(actor) = party.actor else {
            return Some(Candidate::nobody());
        };
        let is_place = self.binder.lexicon.being(actor) == Being::State && !self.is_verb();
        let distance = self.mention.tokens.start.abs_diff(party.tokens.start);
        let binding = Binding::Subject.max(party.binding);
        (!is_place && !party.linked).then(|| Candidate::new(actor, binding, distance))
    }
}
