//! What grammar sees of one word: what is glued to it, and how it is inflected.

use std::fmt;
use std::ops::BitOr;

/// The features of a word: a set.
///
/// Of a word that was found they are those of the way in which its form was made
/// ([`Body::features`], with those of its head); where a spelling can be made in several ways,
/// those of the first, as [`Rule`] is: the usual way goes before the rare ones (قالت is *she
/// said*, not *you said*). Of any other word they are what its letters look like
/// ([`Language::shape`]). A feature that is not there is not known: only verbs that were found have
/// a person and a tense for sure.
///
/// [`Body::features`]: super::Body::features
/// [`Rule`]: super::Rule
/// [`Language::shape`]: super::Language::shape
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Features(u32);

impl Features {
    /// Nothing known.
    pub(crate) const NONE: Features = Features(0);
    /// *And* is glued before it.
    pub(crate) const AND: Features = Features(1);
    /// *So* is glued before it.
    pub(crate) const SO: Features = Features(1 << 1);
    /// *By, with, in* is glued before it.
    pub(crate) const BY: Features = Features(1 << 2);
    /// *Like* is glued before it.
    pub(crate) const LIKE: Features = Features(1 << 3);
    /// *For, to* is glued before it; before a verb, *in order to*.
    pub(crate) const FOR: Features = Features(1 << 4);
    /// *Will* is glued before it.
    pub(crate) const WILL: Features = Features(1 << 5);
    /// *Not* is glued before it.
    pub(crate) const NOT: Features = Features(1 << 6);
    /// It has the article.
    pub(crate) const ARTICLE: Features = Features(1 << 7);
    /// A verb in the perfect.
    pub(crate) const PERFECT: Features = Features(1 << 8);
    /// A verb in the imperfect, in any mood.
    pub(crate) const IMPERFECT: Features = Features(1 << 9);
    /// A verb in the passive, where its letters differ.
    pub(crate) const PASSIVE: Features = Features(1 << 10);
    /// I, we.
    pub(crate) const FIRST: Features = Features(1 << 11);
    /// You.
    pub(crate) const SECOND: Features = Features(1 << 12);
    /// Feminine; of a noun by its ending.
    pub(crate) const FEMININE: Features = Features(1 << 13);
    /// Two.
    pub(crate) const DUAL: Features = Features(1 << 14);
    /// More; of a noun by its ending, so that a broken plural has it not.
    pub(crate) const PLURAL: Features = Features(1 << 15);
    /// A noun in the indefinite accusative.
    pub(crate) const TANWIN: Features = Features(1 << 16);
    /// An adjective of origin or kind (nisba).
    pub(crate) const NISBA: Features = Features(1 << 17);
    /// A pronoun is glued behind it: an owner, or a verb's object.
    pub(crate) const PRONOUN: Features = Features(1 << 18);
    /// The pronoun is *him, her, them*.
    pub(crate) const OF_THIRD: Features = Features(1 << 19);

    /// A noun in another case than the nominative, by its ending.
    pub(crate) const OBLIQUE: Features = Features(1 << 20);
    /// A word with the first letter of a participle.
    pub(crate) const PARTICIPLE: Features = Features(1 << 21);

    /// A noun's stem is one that its row lists: mostly a broken plural.
    pub(crate) const LISTED: Features = Features(1 << 22);

    /// A conjunction is glued before it.
    pub(crate) const JOINED: Features = Features(Self::AND.0 | Self::SO.0);
    /// Whatever may be glued before a word.
    pub(crate) const GLUED_BEFORE: Features = Features((1 << 8) - 1);
    /// A verb.
    pub(crate) const VERB: Features = Features(Self::PERFECT.0 | Self::IMPERFECT.0);

    /// Whether all of these are among them.
    #[inline]
    pub(crate) const fn has(self, these: Features) -> bool {
        self.0 & these.0 == these.0
    }

    /// Whether any of these is among them.
    #[inline]
    pub(crate) const fn has_any(self, of: Features) -> bool {
        self.0 & of.0 != 0
    }

    /// Both together.
    #[inline]
    pub(crate) const fn and(self, other: Features) -> Features {
        Features(self.0 | other.0)
    }

    /// These without those.
    #[inline]
    pub(crate) const fn without(self, those: Features) -> Features {
        Features(self.0 & !those.0)
    }

    /// Those of these that are among others, too.
    #[inline]
    pub(crate) const fn within(self, others: Features) -> Features {
        Features(self.0 & others.0)
    }

    /// What is glued before the word, and nothing else.
    #[inline]
    pub(crate) const fn glued_before(self) -> Features {
        Features(self.0 & Self::GLUED_BEFORE.0)
    }

    /// Whether it is an imperfect of somebody told of, with nothing before it (يقول, تقول).
    pub(crate) const fn is_bare_imperfect(self) -> bool {
        self.has(Self::IMPERFECT) && !self.has_any(Self::FIRST) && !self.has_any(Self::GLUED_BEFORE)
    }

    /// Whether a verb has its subject in its own ending (قالوا, نقول), so that none follows.
    pub(crate) const fn has_own_subject(self) -> bool {
        let persons = Self::FIRST
            .and(Self::SECOND)
            .and(Self::PLURAL)
            .and(Self::DUAL);
        self.has_any(Self::VERB) && self.has_any(persons)
    }

    /// Whether it is *he, she, they* by its pronoun.
    pub(crate) const fn has_third(self) -> bool {
        self.has(Self::OF_THIRD)
    }
}

impl BitOr for Features {
    type Output = Features;

    fn bitor(self, other: Features) -> Features {
        self.and(other)
    }
}

impl fmt::Debug for Features {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const NAMES: [&str; 23] = [
            "and",
            "so",
            "by",
            "like",
            "for",
            "will",
            "not",
            "article",
            "perfect",
            "imperfect",
            "passive",
            "first",
            "second",
            "feminine",
            "dual",
            "plural",
            "tanwin",
            "nisba",
            "pronoun",
            "of third",
            "oblique",
            "participle",
            "listed",
        ];
        let of = |(bit, name): (usize, &&'static str)| (self.0 >> bit & 1 == 1).then_some(*name);
        out.debug_set()
            .entries(NAMES.iter().enumerate().filter_map(of))
            .finish()
    }
}

/// Something of each word of what was found, in order; of a phrase of more than [`ByWord::MOST`]
/// words of its first ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ByWord<T> {
    count: u8,
    words: [T; MOST],
}

const MOST: usize = 6;

impl<T: Copy + Default> ByWord<T> {
    /// That of a single word.
    pub(crate) fn of(one: T) -> Self {
        let mut all = Self::default();
        all.push(one);
        all
    }

    /// Adds that of one more word.
    pub(crate) fn push(&mut self, one: T) {
        if let Some(word) = self.words.get_mut(usize::from(self.count)) {
            *word = one;
            self.count += 1;
        }
    }

    /// Those of all words but the first.
    pub(crate) fn behind_first(&self) -> Self {
        let mut rest = Self::default();
        self.words().iter().skip(1).for_each(|one| rest.push(*one));
        rest
    }

    /// By word.
    pub(crate) fn words(&self) -> &[T] {
        &self.words[..usize::from(self.count)]
    }

    /// That of the first word.
    pub(crate) fn first(&self) -> T {
        self.words[0]
    }
}
