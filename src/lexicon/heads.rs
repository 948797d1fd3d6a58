//! The nouns that an evaluative modifier may describe, by class.

/// What a head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum HeadClass {
    /// Something done (هجوم): a modifier judges whoever does it.
    Act,
    /// People together (جماعة).
    Group,
    /// Somebody (قائد).
    Person,
    /// A thing, a place, a body of the state (سلاح, أرض).
    Thing,
    /// Something said or thought (خطاب, فكر).
    Word,
    /// How things are or come out (وضع, انتصار).
    State,
}

impl HeadClass {
    /// As the lists write them.
    pub(crate) const NAMES: [(&str, HeadClass); 6] = [
        ("act", HeadClass::Act),
        ("group", HeadClass::Group),
        ("person", HeadClass::Person),
        ("thing", HeadClass::Thing),
        ("word", HeadClass::Word),
        ("state", HeadClass::State),
    ];
}

/// A noun of `heads.csv`.
#[derive(Clone, Debug)]
pub(crate) struct HeadEntry {
    /// What it is.
    pub class: HeadClass,
    /// The file it stands in.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
}
