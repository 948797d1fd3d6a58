//! The conflict that an article is about: words that are a party's own name there (المقاومة,
//! الثوار, الشرعية, الانقلابيون) mean that party, and never the one it fights.

use super::counts::NameCounts;
use super::{Binder, Candidate, FAR};
use crate::framing::{Binding, Mention};
use crate::language::Features;
use crate::lexicon::{ActorIx, Belligerent, Conflict, Lexicon};

/// What tells that a conflict is meant: naming a party of it counts once, being about a state that
/// a party acts for twice.
const OF_STATE: u32 = 2;

/// As much of it there must be.
const ENOUGH: u32 = 3;

/// The conflict that an article is about, of those that were fought on its day: the one whose
/// parties it names most often; `None` where two are named alike.
pub(super) fn of_article<'a>(
    lexicon: &'a Lexicon,
    counts: &NameCounts,
    day: Option<&str>,
) -> Option<&'a Conflict> {
    let weight = |conflict: &&Conflict| -> u32 {
        let parties: Vec<&Belligerent> = conflict.on(day).collect();
        let named: u32 = parties.iter().map(|party| counts.times(party.actor)).sum();
        let state = |party: &&Belligerent| lexicon.actors[party.actor.0 as usize].state;
        let at_home =
            counts.state.is_some() && parties.iter().any(|one| state(one) == counts.state);
        named + if at_home { OF_STATE } else { 0 }
    };
    let weights = lexicon.conflicts.iter().map(|one| (weight(&one), one));
    let mut best: Vec<(u32, &Conflict)> = weights.filter(|(weight, _)| *weight >= ENOUGH).collect();
    best.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    match best.as_slice() {
        [(most, _), (next, _), ..] if most == next => None,
        [(_, first), ..] => Some(first),
        [] => None,
    }
}

impl Binder<'_> {
    /// Whom a definite label means that is a party's own name in the conflict that the article is
    /// about; nobody where two parties are called so.
    pub(super) fn by_own_name(&self, mention: &Mention) -> Option<Candidate> {
        if !Self::is_definite(mention) || self.goes_on(mention) {
            return None;
        }
        let name = self.stems(mention);
        let mut parties = self.conflict?.on(self.day);
        let actor = parties.find(|party| party.called.contains(&name))?.actor;
        let alone = parties.all(|party| !party.called.contains(&name));
        alone.then(|| Candidate::new(actor, Binding::Conflict, FAR))
    }

    /// Whether an actor fights, in some conflict, a party whose own name a label is there.
    pub(super) fn fights_whom_it_names(&self, mention: &Mention, actor: ActorIx) -> bool {
        let name = self.stems(mention);
        let fought = |conflict: &Conflict| {
            let mut own = conflict.parties.iter();
            own.any(|party| party.called.contains(&name) && conflict.opposes(party, actor))
        };
        self.lexicon.conflicts.iter().any(fought)
    }

    /// The stems of a label's words, parted by a space.
    fn stems(&self, mention: &Mention) -> String {
        let words = mention.tokens.clone().filter(|at| self.text.is_word(*at));
        let stem = |at: u32| {
            let word = self.text.tokens.folded(at as usize);
            self.text.language.stem(word)
        };
        words.map(stem).collect::<Vec<&str>>().join(" ")
    }

    /// Whether a definite word behind a label goes on with it, so that it is another's (المقاومة
    /// الفلسطينية).
    pub(super) fn goes_on(&self, mention: &Mention) -> bool {
        let at = mention.tokens.end;
        if at as usize >= self.text.tokens.list.len() || !self.text.is_word(at) {
            return false;
        }
        let shape = |at: u32| {
            let word = self.text.tokens.folded(at as usize);
            self.text.language.shape(word)
        };
        let (own, next) = (shape(at - 1), shape(at));
        let glued = Features::BY | Features::FOR | Features::LIKE | Features::AND;
        let people = mention.features.words().last();
        let is_people = people.is_some_and(|word| word.has(Features::PLURAL));
        let may_agree = !own.has(Features::FEMININE) || next.has(Features::FEMININE);
        next.has(Features::ARTICLE) && !next.has_any(glued) && !is_people && may_agree
    }
}
