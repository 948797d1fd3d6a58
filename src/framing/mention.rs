//! A mention: one shape from the match of a term to the row of a table.

use super::scan::Head;
use crate::language::{ByWord, Class, Features, Irrealis, Rules};
use crate::lexicon::{ActorIx, TermIx};
use crate::text::Text;
use crate::text::matcher::Match;
use crate::voice::{SayingClass, Stretch, Voice, Voices};
use std::ops::Range;

/// A term found in a text, born with its voice. Whom it is about is nobody, until `bind` says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Which term.
    pub term: TermIx,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// Its bytes in the text as given.
    pub bytes: Range<u32>,
    /// Those of its sentence.
    pub sentence: Range<u32>,
    /// How its form was made.
    pub rules: Rules,
    /// The features of its words.
    pub features: ByWord<Features>,
    /// What it describes, where it is a modifier.
    pub head: Option<Head>,
    /// Whose word it is.
    pub voice: Voice,
    /// The stretch that says so, in the part's voices.
    pub stretch: Option<u32>,
    /// Whom it is about.
    pub actor: Option<ActorIx>,
    /// Whom it may be about, where the evidence is of a tier that is no ground to name him.
    pub guess: Option<ActorIx>,
    /// How that was decided.
    pub binding: Binding,
    /// Whether what it says is denied or only possible.
    pub irrealis: Option<Irrealis>,
}

impl Mention {
    pub(super) fn new(
        text: &Text,
        voices: &Voices,
        (voice, stretch): (Voice, Option<usize>),
        (term, head): (TermIx, Option<Head>),
        found: Match,
    ) -> Mention {
        let bytes = text.bytes(&found.tokens);
        let said = stretch.map(|ix| &voices.stretches[ix]);
        let is_denied = said.is_some_and(|said| is_denied(text, said, &found));
        Mention {
            term,
            sentence: text.bytes(text.sentence_of(found.tokens.start)),
            tokens: found.tokens,
            bytes,
            rules: found.rules,
            features: found.features,
            head,
            voice,
            stretch: stretch.map(|ix| ix as u32),
            actor: None,
            guess: None,
            binding: Binding::None,
            irrealis: is_denied.then_some(Irrealis::Negated),
        }
    }

    /// The same with the head that it describes; `None` where it describes none.
    pub(super) fn composed(&self) -> Option<Mention> {
        let head = self.head.as_ref()?;
        let start = self.tokens.start.min(head.tokens.start);
        Some(Mention {
            tokens: start..self.tokens.end.max(head.tokens.end),
            features: ByWord::of(head.features),
            ..self.clone()
        })
    }

    /// Whether its first word has the article.
    pub(super) fn is_definite(&self) -> bool {
        self.features.first().has(Features::ARTICLE)
    }

    /// Whether a word is glued before its first one that makes it no apposition and no surname.
    pub(super) fn is_joined(&self) -> bool {
        let glued = Features::JOINED | Features::BY;
        self.features.first().has_any(glued)
    }
}

/// Whether a stretch denies that there is what a mention says, with which it begins, or with a word
/// for coming about (نفت السلطات وقوع قتلى). Who *refuses* something, or wonders at it, has it.
fn is_denied(text: &Text, said: &Stretch, found: &Match) -> bool {
    let is = |word: &str, class| text.grammar.is(word, class);
    let denies = |cue: &String| is(&text.language.fold(cue), Class::DeniesFact);
    // Behind *that* the verb is denied, and who does it is there.
    let is_verb = found
        .features
        .first()
        .has_any(Features::PERFECT | Features::IMPERFECT);
    let opens = |at: u32| {
        let word = text.tokens.folded(at as usize);
        let is_that = is(word, Class::That) || is(word, Class::ThatIt);
        is(word, Class::Comes) || is_verb && is_that
    };
    let mut before = (0..found.tokens.start)
        .rev()
        .take_while(|at| text.bytes(&(*at..at + 1)).start >= said.bytes.start);
    said.class == Some(SayingClass::Deny)
        && said.cue.as_ref().is_some_and(denies)
        && before.all(opens)
}

/// How a mention came to its actor: the tiers of evidence, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Binding {
    /// `phrase`: a name in the same noun phrase.
    Phrase,
    /// `repetition`: the same word stood in a phrase with that name earlier in the article.
    Repetition,
    /// `sole`: a definite description of an actor, and one alone was named that it may mean.
    Sole,
    /// `state`: what an army, police or government is called for short, in an article that names one
    /// state alone.
    State,
    /// `conflict`: a word that is a party's own name in the conflict that the article is about.
    Conflict,
    /// `subject`: who does or suffers an act by the grammar of its clause.
    Subject,
    /// `agent`: the subject of the verb of an act, or a name that a word for an agent leads to (على يد).
    Agent,
    /// `genitive`: the name behind a noun for an act, which may do it or suffer it.
    Genitive,
    /// `clause`: a name elsewhere in the clause of an act.
    Clause,
    /// `sentence`: the nearest earlier name of the frame's kind in the sentence.
    Sentence,
    /// `description`: a definite description of the actor last named, of several.
    Description,
    /// `article`: whoever acts for the state that the article is mostly about, or its most frequent
    /// actor of the kind.
    Article,
    /// `none`: nobody.
    None,
}

impl Binding {
    /// As the tables name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Binding::Phrase => "phrase",
            Binding::Repetition => "repetition",
            Binding::Sole => "sole",
            Binding::State => "state",
            Binding::Conflict => "conflict",
            Binding::Subject => "subject",
            Binding::Agent => "agent",
            Binding::Genitive => "genitive",
            Binding::Clause => "clause",
            Binding::Sentence => "sentence",
            Binding::Description => "description",
            Binding::Article => "article",
            Binding::None => "none",
        }
    }

    /// Whether evidence of this tier is ground to name an actor: such bindings were right in about
    /// nine of ten places of the annotated texts.
    pub(crate) fn is_sure(self) -> bool {
        matches!(
            self,
            Binding::Phrase
                | Binding::Repetition
                | Binding::Sole
                | Binding::State
                | Binding::Subject
                | Binding::Conflict
        )
    }

    /// By a description, of which it is known whether one alone can be meant.
    pub(super) fn described(sole: bool) -> Binding {
        if sole {
            Binding::Sole
        } else {
            Binding::Description
        }
    }
}
