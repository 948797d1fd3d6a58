//! Whom a label is about.

mod acts;
mod called;
mod clauses;
mod compete;
mod composed;
mod conflicts;
mod counts;
mod nations;
mod parties;
mod phrase;
mod references;
mod surnames;
#[cfg(test)]
mod tests;
mod unmeant;

use crate::framing::{Binding, Found, Mention};
use crate::language::{Features, Pos};
use crate::lexicon::{ActorIx, Being, Conflict, Lexicon, Target};
use crate::settings::Bindings;
use crate::text::Text;
use counts::NameCounts;
use parties::Party;
use references::{Reference, Referents};
use surnames::Surnames;

/// Says of every mention of an article whom it is about, and whether it is denied; for each of its
/// texts what was found there.
///
/// Mentions that do not count are taken out: a word that stands in several frames and is read in
/// another of them, whose target the text binds it to more closely, and somebody's surname.
///
/// Binding abstains: an actor is named only where the evidence is of a sure tier
/// ([`Binding::is_sure`]), and guessed elsewhere; `bindings` says whether guesses count as names.
///
/// Source of the order: METHOD.md, *Actor of a label*. A mention of a frame about kinds of actor
/// goes to a name in its own noun phrase, or to whoever acts for the state that an adjective in it
/// tells, else (with the article) to the name that its word stood with in a phrase before (*مرتزقة
/// فاغنر* … *المرتزقة*), else to the nearest earlier name of such a kind in the sentence, else to
/// whoever acts so for the state the article is about, else (with the article) to the actor of such
/// a kind named last before it, else to the one the article names most often. One about the agent
/// or the victim of an act goes to who does or suffers it in the clause.
///
/// `day` is the article's (`2015-03-26`), by which conflicts are told.
pub(crate) fn bind(
    lexicon: &Lexicon,
    texts: &[&Text],
    found: &mut [Found],
    bindings: Bindings,
    day: Option<&str>,
) {
    let parts: Vec<(&Text, &Found)> = texts.iter().copied().zip(&*found).collect();
    let counts = NameCounts::of(lexicon, &parts);
    let conflict = conflicts::of_article(lexicon, &counts, day);
    let surnames = Surnames::of(lexicon, &parts);
    let of_sport = unmeant::is_of_sport(texts);
    let mut seen = Referents::default();
    let mut bound = Vec::with_capacity(parts.len());
    for (text, found) in &parts {
        let mut binder = Binder {
            lexicon,
            text,
            found,
            references: references::of(lexicon, text, found, counts.state, &mut seen.clone()),
            counts: &counts,
            conflict,
            day,
            parties: Vec::new(),
        };
        let mut candidates = binder.labels(&mut seen);
        binder.parties = parties::of(&binder, &candidates, &surnames);
        acts::bind(&binder, &mut candidates, &mut seen);
        composed::bind(&binder, &mut candidates);
        let stays = |(ix, mention): (usize, &Mention)| {
            compete::stands(lexicon, mention, &candidates[ix])
                && !compete::loses(lexicon, text, &found.mentions, &candidates, ix)
                && !surnames.has(lexicon, text, mention)
        };
        let mut stay: Vec<bool> = found.mentions.iter().enumerate().map(stays).collect();
        compete::leave_out_parts(lexicon, &found.mentions, &mut stay);
        bound.push(candidates.into_iter().zip(stay));
    }
    for ((text, found), mut bound) in texts.iter().zip(found).zip(bound) {
        found.mentions.retain_mut(|mention| {
            let Some((candidate, true)) = bound.next() else {
                return false;
            };
            let sentence = text.sentence_of(mention.tokens.start);
            let sure = candidate.binding.is_sure() || bindings == Bindings::Guesses;
            mention.actor = candidate.actor.filter(|_| sure);
            mention.guess = candidate.actor.filter(|_| !sure);
            mention.binding = candidate.binding;
            mention.irrealis = mention.irrealis.or_else(|| {
                let grammar = text.grammar;
                let irrealis = grammar.irrealis(&text.tokens, sentence, &mention.tokens);
                irrealis.or_else(|| unmeant::of(lexicon, text, mention, of_sport))
            });
            true
        });
    }
}

/// A mention's actor, how it was found, and how far away, in tokens.
#[derive(Clone, Debug)]
struct Candidate {
    actor: Option<ActorIx>,
    binding: Binding,
    distance: u32,
}

impl Candidate {
    fn new(actor: ActorIx, binding: Binding, distance: u32) -> Candidate {
        Candidate {
            actor: Some(actor),
            binding,
            distance,
        }
    }

    fn nobody() -> Candidate {
        Candidate {
            actor: None,
            binding: Binding::None,
            distance: u32::MAX,
        }
    }
}

/// One text of the article while its mentions are bound.
struct Binder<'a> {
    lexicon: &'a Lexicon,
    text: &'a Text<'a>,
    found: &'a Found,
    references: Vec<Reference>,
    counts: &'a NameCounts,
    /// The conflict that the article is about.
    conflict: Option<&'a Conflict>,
    /// The day of the article.
    day: Option<&'a str>,
    /// Who may act, once the labels of people are bound.
    parties: Vec<Party>,
}

impl<'a> Binder<'a> {
    /// Whom each mention is about, in order; acts are left to [`acts::bind`].
    fn labels(&self, seen: &mut Referents<'a>) -> Vec<Candidate> {
        let mut next = 0;
        let mut bound = Vec::with_capacity(self.found.mentions.len());
        for mention in &self.found.mentions {
            while let Some(reference) = self.references.get(next) {
                if reference.tokens.start >= mention.tokens.start {
                    break;
                }
                if !reference.linked {
                    seen.note(self.lexicon, reference.actor);
                }
                next += 1;
            }
            let candidate = self.candidate(mention, seen);
            if let (Some(actor), Binding::Phrase) = (candidate.actor, candidate.binding) {
                seen.note_phrase(self.word(mention), actor);
            }
            bound.push(candidate);
        }
        for reference in self.references[next..].iter().filter(|r| !r.linked) {
            seen.note(self.lexicon, reference.actor);
        }
        bound
    }

    fn target(&self, mention: &Mention) -> &Target {
        let frame = self.lexicon.frame_of(mention.term);
        &self.lexicon.frames[frame.0 as usize].target
    }

    fn candidate(&self, mention: &Mention, seen: &Referents) -> Candidate {
        let found = match self.target(mention) {
            Target::Kinds(kinds) => self.of_kinds(mention, kinds, seen),
            Target::Agent | Target::Victim => None,
            Target::Any => composed::in_phrase(self, mention),
            Target::Event => self.in_phrase(mention, |_| true),
        };
        found
            .filter(|found| !self.is_of_another_day(mention, found))
            .unwrap_or_else(Candidate::nobody)
    }

    /// النظام السابق في مصر: a government that was is not the one that is.
    fn is_of_another_day(&self, mention: &Mention, found: &Candidate) -> bool {
        let kind = found.actor.and_then(|actor| self.lexicon.kind_of(actor));
        let rules = kind.is_some_and(|kind| kind.for_state.is_some() && !kind.armed);
        rules && nations::is_former(self.text, &mention.tokens)
    }

    /// Whom a label of a frame about kinds means: never one who fights the party whose own name it
    /// is, unless he stands in its phrase.
    fn of_kinds(&self, mention: &Mention, kinds: &[String], seen: &Referents) -> Option<Candidate> {
        let found = self.meant(mention, kinds, seen)?;
        let fights = |actor| self.fights_whom_it_names(mention, actor);
        let in_phrase = found.binding == Binding::Phrase;
        (in_phrase || !found.actor.is_some_and(fights)).then_some(found)
    }

    fn meant(&self, mention: &Mention, kinds: &[String], seen: &Referents) -> Option<Candidate> {
        let fits = |actor: ActorIx| kinds.iter().any(|kind| self.kind(actor) == kind);
        let in_phrase = self.in_phrase(mention, fits);
        if in_phrase.is_some() || self.is_another(mention) {
            return in_phrase;
        }
        // المقاومة الشعبية: who has the label for a name has it, of whatever kind he is.
        if let Some(named) = self.named_so(mention) {
            return named;
        }
        self.by_own_name(mention)
            .or_else(|| self.meant_by_state(mention, kinds, seen))
    }

    /// Whom a label means that has no name in its phrase: who acts for a state, else one further off.
    fn meant_by_state(
        &self,
        mention: &Mention,
        kinds: &[String],
        seen: &Referents,
    ) -> Option<Candidate> {
        let fits = |actor: ActorIx| kinds.iter().any(|kind| self.kind(actor) == kind);
        // الثورة المصرية, أخونة مصر: what happens in a state is not done by whoever rules it.
        let happens = self.happens(mention);
        let state = nations::of_mention(self.lexicon, self.text, &mention.tokens)
            .or_else(|| nations::behind(self, &mention.tokens));
        let place = nations::place_behind(self, &mention.tokens);
        if state.or(place).is_some() && happens {
            return None;
        }
        let of_state = |state| {
            let actor = self.member_of_kinds(mention, state, kinds)?;
            Some(Candidate::new(actor, Binding::Phrase, 1))
        };
        if let Some(state) = state {
            return of_state(state);
        }
        // شرطة جدة, الجيش في صنعاء; whoever else is in a place is not its state's.
        let at_place = place.and_then(of_state);
        if at_place.is_some() {
            return at_place;
        }
        let is_definite = mention.is_definite();
        let is_of_nation = is_definite && phrase::has_nation(self.text, &mention.tokens);
        if is_of_nation || self.is_owned(mention) {
            return None;
        }
        let repeated = is_definite
            .then(|| seen.in_phrase(self.word(mention)))
            .flatten();
        // A person named with a group (زعيم الانفصاليين فلان) is not the group.
        let is_body = |actor: &ActorIx| self.lexicon.being(*actor) != Being::Person;
        if let Some(actor) = repeated.filter(|actor| fits(*actor)).filter(is_body) {
            return Some(Candidate::new(actor, Binding::Repetition, FAR));
        }
        // A happening (ثورة, محاكمة) is nobody whom a text goes on to speak of.
        let named = kinds.iter().filter_map(|kind| self.lexicon.kind(kind));
        let names_rulers = { named }.any(|kind| kind.being == Being::Person);
        let is_another = !happens && names_rulers && self.is_bare(mention);
        let main = |actor: ActorIx| fits(actor) && self.may_be_meant(actor, kinds);
        let near = (!is_another).then(|| self.in_sentence(mention, main));
        let is_meant = !happens && !is_another;
        near.flatten()
            .or_else(|| is_meant.then(|| self.meant_from_afar(mention, kinds, seen))?)
    }

    /// Whether a label has neither the article nor a pronoun (حكومة تكنوقراط, رئيس دولة): of
    /// rulers it is a new one, or the one of whom the next word tells.
    fn is_bare(&self, mention: &Mention) -> bool {
        let words = mention.features.words();
        let has_article = |word: Option<&Features>| word.is_some_and(|w| w.has(Features::ARTICLE));
        self.lexicon.terms[mention.term.0 as usize].pos != Some(Pos::Verb)
            && !has_article(words.first())
            && !has_article(words.last())
            && !words.iter().any(|word| word.has(Features::PRONOUN))
    }

    fn kind(&self, actor: ActorIx) -> &str {
        &self.lexicon.actors[actor.0 as usize].kind
    }

    /// Whether a name elsewhere in the sentence may be meant by a label of a frame: one of the
    /// frame's first kind, or of a kind that is meant from afar. A movement is not the protesters
    /// that a sentence speaks of, too.
    fn may_be_meant(&self, actor: ActorIx, kinds: &[String]) -> bool {
        let is_far = || self.lexicon.kind_of(actor).is_some_and(|kind| kind.far);
        kinds.first().is_some_and(|first| first == self.kind(actor)) || is_far()
    }

    /// Whether a name right behind a mention, of a kind that its frame is not about, owns it (قوات
    /// الناتو): then no other one does.
    fn is_owned(&self, mention: &Mention) -> bool {
        let place = self
            .references
            .partition_point(|r| r.tokens.start < mention.tokens.end);
        let behind = self.references.get(place);
        behind
            .is_some_and(|name| name.tokens.start == mention.tokens.end && name.described.is_none())
    }

    /// Whether a description of somebody else covers a mention (الجماعة, where it is a community of
    /// states), or a word before it makes it another person (نائب الرئيس السابق).
    fn is_another(&self, mention: &Mention) -> bool {
        let place = self
            .references
            .partition_point(|r| r.tokens.end <= mention.tokens.start);
        let covers = self
            .references
            .get(place)
            .is_some_and(|r| r.described.is_some() && r.tokens.start < mention.tokens.end);
        covers || phrase::is_deputy(self.text, mention.tokens.start)
    }

    /// What the forms of the mention's first word have in common: the beginning of its stem.
    fn word(&self, mention: &Mention) -> &str {
        let stem = self.stem(mention);
        let end = stem
            .char_indices()
            .nth(COMMON)
            .map_or(stem.len(), |(at, _)| at);
        &stem[..end]
    }

    fn stem(&self, mention: &Mention) -> &str {
        let first = self.text.tokens.folded(mention.tokens.start as usize);
        self.text.language.stem(first)
    }

    /// A name in the mention's own noun phrase; of several the one right behind it, then the one
    /// right before it.
    fn in_phrase(&self, mention: &Mention, fits: impl Fn(ActorIx) -> bool) -> Option<Candidate> {
        let place = self
            .references
            .partition_point(|r| r.tokens.end <= mention.tokens.start);
        let near = place.saturating_sub(1)..self.references.len().min(place + 3);
        self.references[near]
            .iter()
            .filter(|reference| fits(reference.actor))
            .filter(|reference| {
                // المرشد العام لجماعة …: a label inside somebody's title is about another.
                let inside = reference.tokens.start < mention.tokens.start
                    && mention.tokens.start < reference.tokens.end;
                !inside || self.lexicon.being(reference.actor) != Being::Person
            })
            .filter(|reference| !self.is_where(mention, reference))
            .filter_map(|reference| {
                let distance = phrase::distance(self.text, mention, &reference.tokens)?;
                Some((distance, reference))
            })
            .min_by_key(|(distance, _)| *distance)
            .map(|(distance, reference)| {
                Candidate::new(
                    reference.actor,
                    reference.binding(Binding::Phrase),
                    distance,
                )
            })
    }

    /// The references before a mention, the nearest first.
    fn earlier(&self, mention: &Mention) -> impl Iterator<Item = &Reference> {
        let place = self
            .references
            .partition_point(|r| r.tokens.start < mention.tokens.start);
        self.references[..place].iter().rev()
    }

    /// Where the sentence of a mention begins, or as far before it as is looked.
    fn sentence_start(&self, mention: &Mention) -> u32 {
        let start = self.text.sentence_of(mention.tokens.start).start;
        start.max(mention.tokens.start.saturating_sub(WIDE))
    }

    /// The nearest earlier name in the sentence.
    fn in_sentence(&self, mention: &Mention, fits: impl Fn(ActorIx) -> bool) -> Option<Candidate> {
        let start = self.sentence_start(mention);
        let reference = self
            .earlier(mention)
            .take_while(|r| r.tokens.start >= start)
            .find(|r| fits(r.actor))?;
        let distance = mention.tokens.start.saturating_sub(reference.tokens.end);
        let binding = reference.binding(Binding::Sentence);
        Some(Candidate::new(reference.actor, binding, distance))
    }
}

/// Letters that the forms of a word share: endings are added behind the fourth of nearly any.
const COMMON: usize = 4;

/// So many tokens before a mention a sentence is looked at. One of more is a list, or a text without
/// marks, where time would grow with the square of its length.
const WIDE: u32 = 512;

/// Farther than anything in a sentence.
const FAR: u32 = u32::MAX - 1;
