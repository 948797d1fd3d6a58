//! What a word says by its row and its form: a counted noun, an act, one person, two.

use super::words::{Sense, SentenceWords};
use crate::language::Features;
use crate::lexicon::figures::{FigureLimits, Sign, What};

/// What a counted noun is; loaded names stand beside neutral ones, since they are counted too, and
/// nothing is made of which one a text chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// It says itself what happened: قتيل.
    Fate(What),
    /// People.
    People,
    /// People only where something is said to have happened to them (حالات, *cases*).
    Case,
    /// Vehicles, houses, weapons.
    Thing,
    /// A measure of time, money, length: no figure.
    Measure,
}

/// One person: an indefinite noun in the singular.
#[derive(Clone, Copy)]
pub(super) struct Person {
    /// Whether its ending marks it as an object (or counted).
    pub is_object: bool,
    /// Whether *and* is glued to it.
    pub is_joined: bool,
    /// Whether it is a person only where he was killed.
    pub only_killed: bool,
}

/// What stands before no counted noun (مصرع 2 وإصابة 7).
const BEFORE_NO_NOUN: Features = Features::JOINED
    .and(Features::BY)
    .and(Features::FOR)
    .and(Features::LIKE);
/// What a singular has not.
const SEVERAL: Features = Features::PLURAL.and(Features::DUAL).and(Features::LISTED);
/// What no act in a figure has: its object told already, denied, of *you*.
const NO_ACT: Features = Features::PRONOUN
    .and(Features::NOT)
    .and(Features::LIKE)
    .and(Features::SECOND);

impl Sense {
    /// What it is as something that is counted.
    fn noun(&self) -> Option<Noun> {
        match self.word.sign {
            Sign::Fate => self.word.what.map(Noun::Fate),
            _ if self.is(FigureLimits::KILLED) => None,
            Sign::Person | Sign::Nation | Sign::Relative | Sign::People | Sign::Two => {
                Some(Noun::People)
            }
            Sign::Case => Some(Noun::Case),
            Sign::Thing => Some(Noun::Thing),
            Sign::Measure => Some(Noun::Measure),
            _ => None,
        }
    }

    /// Whether its form counts two. Where the plural is another word, the form that is dual or
    /// plural of others is a dual (جنديين; مدنيين is both). With a pronoun only those count who are
    /// somebody's (ابنيه; رجليه are his feet).
    fn is_two(&self) -> bool {
        if self.features.has(Features::PRONOUN) && self.word.sign != Sign::Relative {
            return false;
        }
        let both = Features::PLURAL | Features::OBLIQUE;
        let is_dual = self.features.has(Features::DUAL);
        let is_either = self.features.has(both) && !self.features.has(Features::LISTED);
        self.word.sign == Sign::Two || is_dual || (is_either && self.word.has_plural)
    }

    /// Whether it is a noun in the indefinite singular.
    fn is_one(&self) -> bool {
        let definite = Features::ARTICLE | Features::PRONOUN;
        let others = BEFORE_NO_NOUN.without(Features::AND) | SEVERAL | definite;
        !self.features.has_any(others)
    }

    /// Whether it is a word that says what happened to what follows.
    fn is_act(&self) -> bool {
        let is_verb = self.features.has_any(Features::VERB);
        // نصيب is *share*.
        let is_ours = self.features.has(Features::FIRST | Features::IMPERFECT);
        // Those who do something to somebody stand behind the verb all the same (هاجمه 3 مسلحين).
        let is_done = is_verb && self.word.what.is_some_and(What::is_done);
        let others = match is_done {
            true => NO_ACT.without(Features::PRONOUN),
            false => NO_ACT,
        };
        self.word.sign == Sign::Act
            && !self.features.has_any(others)
            && !is_ours
            && (is_verb || !self.features.has_any(SEVERAL))
    }

    /// Whether it says whose death it is (مصرعهم).
    fn is_own_death(&self) -> bool {
        self.word.sign == Sign::Death && self.features.has_third()
    }

    /// What it says of those before it: *their death*, *they were killed*.
    fn later(&self) -> Option<What> {
        if self.features.glued_before() != Features::NONE {
            return self.what(Sign::Later);
        }
        if self.is_own_death() {
            return Some(What::Killed);
        }
        let says = self.what(Sign::Act).filter(|what| self.is_said_of(*what));
        says.or_else(|| self.what(Sign::Later))
    }

    /// Whether a verb of several says something of those before it: what they suffered, where it can
    /// be read as a passive, or what they do.
    fn is_said_of(&self, what: What) -> bool {
        let several = Features::PLURAL | Features::DUAL;
        let others = Features::FIRST | Features::SECOND;
        let is_own = what.is_done() || self.is(FigureLimits::SUFFERS);
        let is_told = self.features.has(Features::PERFECT)
            || (is_own && self.features.has(Features::IMPERFECT));
        // فقدن وظائفهن
        let is_of_women = self.features.has(Features::FEMININE | Features::PLURAL);
        let has_whom = self.features.has(Features::PRONOUN) && !what.is_done();
        let is_verb = is_told && self.features.has_any(several) && !self.features.has_any(others);
        is_verb
            && !is_of_women
            && !has_whom
            && !self.is(FigureLimits::MIXED)
            && (befalls(what) || what.is_done())
    }
}

/// Whether something is what people suffer of others, so that a verb of theirs is a passive.
fn befalls(what: What) -> bool {
    use What::{Accused, Detained, Jailed, Kidnapped, Killed, Missing, Survived, Wounded};
    matches!(
        what,
        Accused | Detained | Jailed | Kidnapped | Killed | Missing | Survived | Wounded
    )
}

impl SentenceWords<'_, '_> {
    /// What a word is as something that is counted. It may carry a pronoun (10 من جنوده).
    pub(crate) fn noun(&self, at: usize) -> Option<Noun> {
        let senses = self.senses(at).iter();
        let mut free = senses.filter(|sense| !sense.features.has_any(BEFORE_NO_NOUN));
        free.find_map(Sense::noun)
    }

    /// What a noun that says it tells, whatever is glued before it.
    pub(crate) fn fate(&self, at: usize) -> Option<What> {
        match self.noun(at)? {
            Noun::Fate(what) => Some(what),
            _ => None,
        }
    }

    /// The same of one joined by *and*.
    pub(crate) fn fate_joined(&self, at: usize) -> Option<What> {
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            let what = sense.what(Sign::Fate)?;
            sense.features.has(Features::AND).then_some(what)
        })
    }

    /// What one or several dead or wounded, of no number and nobody's, were; and how many words
    /// say so.
    pub(crate) fn any_fate(&self, at: usize) -> Option<(What, usize)> {
        let known = Features::ARTICLE | Features::PRONOUN | Features::DUAL;
        let others = known | BEFORE_NO_NOUN.without(Features::AND);
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            let what = sense.what(Sign::Fate)?;
            (!sense.features.has_any(others)).then_some((what, sense.words))
        })
    }

    /// Whether a word after *of* is of people: known ones, a plural that looks so, a group.
    pub(crate) fn is_of_people(&self, at: usize) -> bool {
        let known = matches!(self.noun(at), Some(Noun::People | Noun::Fate(_)));
        known || self.looks_like_people(at) || self.is_bare(at, Sign::Group)
    }

    /// Whether an unknown word has the shape of a plural of people.
    pub(crate) fn looks_like_people(&self, at: usize) -> bool {
        let folded = self.folded(at);
        let (language, grammar) = (self.language(), self.grammar());
        let is_other = self.is_joined(at)
            || grammar.number(folded).is_some()
            || grammar.is_function_word(folded);
        !is_other && language.may_be_people(folded)
    }

    /// What a dual counts two of.
    pub(crate) fn two(&self, at: usize) -> Option<Noun> {
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            sense
                .noun()
                .filter(|noun| sense.is_two() && *noun != Noun::Measure)
        })
    }

    /// Whether a word is a noun for people whose form may be a dual as well as a plural (مدنيين).
    pub(crate) fn may_be_two(&self, at: usize) -> bool {
        let either = Features::PLURAL | Features::OBLIQUE;
        let mut senses = self.senses(at).iter();
        senses.any(|sense| {
            let is_either = sense.features.has(either) && !sense.features.has(Features::PRONOUN);
            is_either && sense.noun() == Some(Noun::People)
        })
    }

    /// One person, if a word is an indefinite noun for one.
    pub(crate) fn one_person(&self, at: usize) -> Option<Person> {
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            let is_object = sense.features.has(Features::TANWIN);
            let is_person = match sense.word.sign {
                Sign::Person => true,
                Sign::Nation => !is_object,
                _ => false,
            };
            (is_person && sense.is_one()).then_some(Person {
                is_object,
                is_joined: sense.features.has(Features::AND),
                only_killed: sense.is(FigureLimits::KILLED),
            })
        })
    }

    /// What happened to one dead or wounded (قتيل), and whether *and* is glued to the word; words
    /// that are also for what happened (إصابة) are none.
    pub(crate) fn one_fate(&self, at: usize) -> Option<(What, bool)> {
        let mut senses = self.senses(at).iter().filter(|_| !self.is(at, Sign::Act));
        senses.find_map(|sense| {
            let what = sense.what(Sign::Fate)?;
            let is_hurt = matches!(what, What::Killed | What::Wounded);
            let is_one = sense.is_one() && !sense.features.has(Features::FEMININE);
            (is_hurt && is_one).then(|| (what, sense.features.has(Features::AND)))
        })
    }

    /// The word that says what happened to a counted noun, whatever is glued before it.
    pub(crate) fn act(&self, at: usize, counted: Option<Noun>) -> Option<(What, &Sense)> {
        let is_of_things = counted == Some(Noun::Thing);
        let acts = self.senses(at).iter();
        let mut acts = acts.filter(|sense| sense.is_act() && !sense.is(FigureLimits::CAPTIVES));
        acts.find_map(|sense| {
            let what = sense.word.what?;
            (what.is_of_things() == is_of_things).then_some((what, sense))
        })
    }

    /// What a word says that those behind it do.
    pub(crate) fn done(&self, at: usize) -> Option<What> {
        if !self.is(at, Sign::Act) {
            return None;
        }
        let mut acts = self.senses(at).iter().filter(|sense| sense.is_act());
        acts.find_map(|sense| {
            let is_theirs = sense.features.has_own_subject();
            sense.word.what.filter(|what| what.is_done() && !is_theirs)
        })
    }

    /// Whether a word of the lists is a verb there, or has no forms.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        let mut senses = self.senses(at).iter();
        senses.any(|sense| sense.features.has_any(Features::VERB) || sense.word.is_fixed)
    }

    /// Whether a word says that captives are free.
    pub(crate) fn frees_captives(&self, at: usize) -> bool {
        let mut senses = self.senses(at).iter();
        senses.any(|sense| sense.is_act() && sense.word.what == Some(What::Freed))
    }

    /// What a word after the noun says happened.
    pub(crate) fn says_later(&self, at: usize) -> Option<What> {
        self.senses(at).iter().find_map(Sense::later)
    }

    /// What a verb of one person in the past says, read as a passive.
    pub(crate) fn passive(&self, at: usize) -> Option<What> {
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            let others = Features::FIRST | SEVERAL | Features::GLUED_BEFORE;
            let is_past = sense.features.has(Features::PERFECT) && !sense.features.has_any(others);
            let is_loose = sense.is(FigureLimits::NOT_ONE | FigureLimits::MIXED);
            let what = sense.word.what.filter(|what| befalls(*what))?;
            (sense.is_act() && is_past && !is_loose).then_some(what)
        })
    }

    /// What a noun with a pronoun says was done to those before it (تم اعتقالهم).
    pub(crate) fn own_act(&self, at: usize) -> Option<What> {
        let mut senses = self.senses(at).iter();
        senses.find_map(|sense| {
            let is_noun = !sense.features.has_any(Features::VERB);
            let what = sense.what(Sign::Act).filter(|what| !what.is_of_things())?;
            (is_noun && sense.features.has_third()).then_some(what)
        })
    }

    /// Whether a word says whose death it is (مصرعهم).
    pub(crate) fn is_own_death(&self, at: usize) -> bool {
        self.senses(at).iter().any(Sense::is_own_death)
    }

    /// Whether a word says what happened behind a preposition of its own (باختطاف, لمقتل).
    pub(crate) fn is_prefixed_act(&self, at: usize) -> bool {
        let preposed = Features::BY | Features::FOR;
        let mut senses = self.senses(at).iter();
        senses.any(|sense| sense.is_act() && sense.features.has_any(preposed))
    }
}
