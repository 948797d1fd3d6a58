//! What the words of `figures.csv` do where a text gives a number.

use std::ops::BitOr;

/// What happened to those who are counted, in the order of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "NAMES says it")]
pub(crate) enum What {
    Aboard,
    Accused,
    Attacking,
    Damaged,
    Destroyed,
    Detained,
    Displaced,
    Evacuated,
    Freed,
    Infected,
    Jailed,
    Kidnapped,
    Killed,
    KilledOrWounded,
    Missing,
    Rescued,
    Seized,
    Sentenced,
    Survived,
    TookPart,
    Victims,
    Wounded,
}

impl What {
    /// All, by the names that rows and tables give them.
    pub(crate) const NAMES: [(&'static str, What); 22] = [
        ("aboard", What::Aboard),
        ("accused", What::Accused),
        ("attacking", What::Attacking),
        ("damaged", What::Damaged),
        ("destroyed", What::Destroyed),
        ("detained", What::Detained),
        ("displaced", What::Displaced),
        ("evacuated", What::Evacuated),
        ("freed", What::Freed),
        ("infected", What::Infected),
        ("jailed", What::Jailed),
        ("kidnapped", What::Kidnapped),
        ("killed", What::Killed),
        ("killed or wounded", What::KilledOrWounded),
        ("missing", What::Missing),
        ("rescued", What::Rescued),
        ("seized", What::Seized),
        ("sentenced", What::Sentenced),
        ("survived", What::Survived),
        ("took part", What::TookPart),
        ("victims", What::Victims),
        ("wounded", What::Wounded),
    ];

    /// Its name in tables.
    pub(crate) fn name(self) -> &'static str {
        What::NAMES[self as usize].0
    }

    /// Whether it happens to things and not to people.
    pub(crate) fn is_of_things(self) -> bool {
        matches!(self, What::Destroyed | What::Damaged | What::Seized)
    }

    /// Whether those counted do it, and nobody does it to them.
    pub(crate) fn is_done(self) -> bool {
        matches!(self, What::Attacking | What::TookPart)
    }
}

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a word does where a text gives a number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Sign {
            $($(#[$doc])* $name,)*
        }

        impl Sign {
            /// All, by the keys of the column `role`.
            pub(crate) const ALL: &'static [(&'static str, Sign)] = &[$(($key, Sign::$name)),*];
        }
    };
}

signs! {
    /// Says what happened to the number that follows.
    Act = "act",
    /// Says so of the one before.
    Later = "later",
    /// A death that one meets: with a pronoun it says so of those before.
    Death = "death",
    /// A counted noun that says itself what happened.
    Fate = "fate",
    /// One person.
    Person = "person",
    /// One of a nation whose name is the same word in the accusative.
    Nation = "nation",
    /// A person by what he is to others: counted behind a number, never alone.
    Relative = "relative",
    /// Several people.
    People = "people",
    /// Two people.
    Two = "two",
    /// People only where something is said to have happened to them.
    Case = "case",
    /// Vehicles, houses, weapons.
    Thing = "thing",
    /// A measure of time, money, length: its number counts nobody.
    Measure = "measure",
    /// A group whose members *of* counts.
    Group = "group",
    /// *At least*.
    AtLeast = "at-least",
    /// *At most*.
    AtMost = "at-most",
    /// *About*.
    About = "about",
    /// Denies what it takes as its object.
    Denies = "denies",
    /// Denies the word after it.
    Not = "not",
    /// May stand between a particle and what it denies.
    LeadsTo = "leads-to",
    /// The same; brings the singular of a dead or wounded one, too.
    Brings = "brings",
    /// Something said, of which a denial may speak.
    Talk = "talk",
    /// *About*, *in*, *on*: what follows only has to do with what is denied.
    Regards = "regards",
    /// Behind it something is told to be so after all.
    But = "but",
    /// The article, where a sign or a space parts it from its number.
    The = "the",
    /// *Their number*: it stands behind those counted.
    TheirNumber = "their-number",
    /// *Anybody*: nobody where it is denied.
    Anybody = "anybody",
    /// *Or*, between two things that are denied.
    Or = "or",
    /// Says that what its noun names was done (تم اعتقالهم).
    Done = "done",
    /// Something of two, behind them: it makes a dual of a form that may be a plural.
    OfTwo = "of-two",
    /// What those suffer who are no wounded but sick.
    Disease = "disease",
    /// Opens a stretch between commas that only tells where, when or how.
    Adjunct = "adjunct",
    /// Begins another statement, or names who acted.
    Breaks = "breaks",
    /// Goes on with what happened to the number before.
    Among = "among",
    /// By it a count reaches its number.
    Reaches = "reaches",
    /// *The number of*.
    Count = "count",
    /// A number names it and does not count it.
    Numbered = "numbered",
    /// Right before it a number without a noun counts nothing.
    Uncounted = "uncounted",
    /// Before *one of them* it makes a place or a companion of him.
    Aside = "aside",
    /// What courts do and say.
    Court = "court",
    /// Somebody *met* what follows.
    Meets = "meets",
    /// *Between*.
    Between = "between",
    /// *Another*.
    Another = "another",
    /// *One of* those who follow.
    OneOf = "one-of",
    /// *One of them*.
    OneOfThem = "one-of-them",
    /// Opens a clause.
    That = "that",
    /// Goes on with a name.
    NamePart = "name-part",
    /// Into what people fall who do not die of it.
    Into = "into",
    /// *Of*: before those of whom a number counts some.
    Of = "of",
    /// When: it makes no noun before it definite.
    AtTime = "at-time",
    /// Leads to the upper end of a range.
    UpTo = "up-to",
    /// A plural number word that only gives a least.
    Some = "some",
}

/// Where a word does what its role says, and where not: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FigureLimits(u16);

impl FigureLimits {
    /// Only right before whom it happened to: elsewhere it is mostly another word.
    pub(crate) const NEAR: FigureLimits = FigureLimits(1);
    /// Not of one person alone, for the same reason.
    pub(crate) const NOT_ONE: FigureLimits = FigureLimits(1 << 1);
    /// Of things as often as of people.
    pub(crate) const MIXED: FigureLimits = FigureLimits(1 << 2);
    /// Not where they fell into something.
    pub(crate) const FALL: FigureLimits = FigureLimits(1 << 3);
    /// Of captives only.
    pub(crate) const CAPTIVES: FigureLimits = FigureLimits(1 << 4);
    /// Of a court it is a sentence.
    pub(crate) const SENTENCE: FigureLimits = FigureLimits(1 << 5);
    /// Behind the number or its noun, not before.
    pub(crate) const BEHIND: FigureLimits = FigureLimits(1 << 6);
    /// A person only where he was killed.
    pub(crate) const KILLED: FigureLimits = FigureLimits(1 << 7);
    /// Its subject is who suffers, so that a form for several says nothing of what follows.
    pub(crate) const SUFFERS: FigureLimits = FigureLimits(1 << 8);
    /// Tells something new with the article, too, which of others speaks of what is known.
    pub(crate) const WITH_ARTICLE: FigureLimits = FigureLimits(1 << 9);

    /// All, by the names of the column `limits`.
    pub(crate) const NAMES: [(&'static str, FigureLimits); 10] = [
        ("near", FigureLimits::NEAR),
        ("not-one", FigureLimits::NOT_ONE),
        ("mixed", FigureLimits::MIXED),
        ("fall", FigureLimits::FALL),
        ("captives", FigureLimits::CAPTIVES),
        ("sentence", FigureLimits::SENTENCE),
        ("behind", FigureLimits::BEHIND),
        ("killed", FigureLimits::KILLED),
        ("suffers", FigureLimits::SUFFERS),
        ("with-article", FigureLimits::WITH_ARTICLE),
    ];

    /// Whether any of these holds.
    pub(crate) fn has(self, of: FigureLimits) -> bool {
        self.0 & of.0 != 0
    }
}

impl BitOr for FigureLimits {
    type Output = FigureLimits;

    fn bitor(self, other: FigureLimits) -> FigureLimits {
        FigureLimits(self.0 | other.0)
    }
}

/// A word or phrase of `figures.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FigureWord {
    /// What it does.
    pub sign: Sign,
    /// What it says happened.
    pub what: Option<What>,
    /// Where it does not.
    pub limits: FigureLimits,
    /// Whether its row lists a plural of its own, so that the form in ين is a dual.
    pub has_plural: bool,
    /// Whether it has no forms, so that its letters tell nothing.
    pub is_fixed: bool,
    /// Its row, the header being row 1.
    pub row: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_ordered_as_it_is_named() {
        assert!(What::NAMES.is_sorted());
        for (at, (_, what)) in What::NAMES.iter().enumerate() {
            assert_eq!(at, *what as usize);
        }
        assert!(Sign::ALL.len() <= 64);
    }
}
