//! What a word of saying takes as that which is said.

use super::Role;
use crate::language::signs::PREPOSITIONS;

/// The complements a cue takes: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Governs(u16);

impl Governs {
    /// Nothing.
    pub const NONE: Governs = Governs(0);
    /// A clause with أن/إن, a colon, a quotation.
    pub const CLAUSE: Governs = Governs(1);
    /// A noun without preposition (أعلن مقتل …).
    pub const NOUN: Governs = Governs(2);
    /// ب (طالب بسحب …).
    pub const BI: Governs = Governs(4);
    /// ل (انتقد … لتسببه).
    pub const LI: Governs = Governs(8);
    /// إلى (دعا إلى …).
    pub const TO: Governs = Governs(16);
    /// على (شدد على …).
    pub const ON: Governs = Governs(32);
    /// عن (أعلن عن …).
    pub const ABOUT: Governs = Governs(64);
    /// من (حذر من …).
    pub const FROM: Governs = Governs(128);
    /// Only a quotation or a colon: the word is one of saying only where words follow.
    pub const WORDS: Governs = Governs(256);
    /// A noun of saying: the verb repeats or renews any deed, and only with one of these words
    /// (جدد دعوته إلى …, against جدد العقد).
    pub const SPEECH: Governs = Governs(512);
    /// A word for blame behind somebody who bears it (حمل الحكومة مسؤولية …), and nothing else.
    pub const BLAME: Governs = Governs(1024);

    /// All, as `voice.csv` names them in its column `governs`.
    pub const NAMES: [(&'static str, Governs); 11] = [
        ("clause", Governs::CLAUSE),
        ("noun", Governs::NOUN),
        (PREPOSITIONS[0], Governs::BI),
        (PREPOSITIONS[1], Governs::LI),
        (PREPOSITIONS[2], Governs::TO),
        (PREPOSITIONS[3], Governs::ON),
        (PREPOSITIONS[4], Governs::ABOUT),
        (PREPOSITIONS[5], Governs::FROM),
        ("words", Governs::WORDS),
        ("speech", Governs::SPEECH),
        ("blame", Governs::BLAME),
    ];

    /// What a cue takes whose row lists something (column `governs`), or lists nothing.
    pub fn of(role: Role, listed: Governs) -> Governs {
        match listed {
            Governs::NONE => Governs::usual(role),
            Governs::WORDS | Governs::BLAME => listed,
            listed => listed | Governs::CLAUSE,
        }
    }

    /// What cues of a role usually take.
    pub fn usual(role: Role) -> Governs {
        let clause = Governs::CLAUSE;
        match role {
            Role::Says | Role::Thinks | Role::Asks => clause,
            Role::Accuses => clause | Governs::BI | Governs::LI,
            Role::Denies | Role::Condemns => clause | Governs::NOUN,
            Role::Demands => clause | Governs::BI | Governs::TO,
            Role::Admits => clause | Governs::BI,
            Role::Participle => clause | Governs::NOUN,
            Role::SaysNoun => clause,
            _ => Governs::NONE,
        }
    }

    /// Whether any complement of `other` is among these.
    pub fn any(self, other: Governs) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Governs {
    type Output = Governs;

    fn bitor(self, other: Governs) -> Governs {
        Governs(self.0 | other.0)
    }
}
