//! What a word of saying needs: its class, who speaks, who is spoken to, what is said.

use super::Role;
use crate::language::signs::PREPOSITIONS;

/// The complements a cue takes: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Governs(u16);

impl Governs {
    /// Nothing.
    pub(crate) const NONE: Governs = Governs(0);
    /// A clause with أن/إن, a colon, a quotation.
    pub(crate) const CLAUSE: Governs = Governs(1);
    /// A noun without preposition (أعلن مقتل …).
    pub(crate) const NOUN: Governs = Governs(2);
    /// ب (طالب بسحب …).
    pub(crate) const BI: Governs = Governs(4);
    /// ل (انتقد … لتسببه).
    pub(crate) const LI: Governs = Governs(8);
    /// إلى (دعا إلى …).
    pub(crate) const TO: Governs = Governs(16);
    /// على (شدد على …).
    pub(crate) const ON: Governs = Governs(32);
    /// عن (أعلن عن …).
    pub(crate) const ABOUT: Governs = Governs(64);
    /// من (حذر من …).
    pub(crate) const FROM: Governs = Governs(128);
    /// Only a quotation or a colon: the word is one of saying only where words follow.
    pub(crate) const WORDS: Governs = Governs(256);
    /// A noun of saying: the verb repeats or renews any deed, and only with one of these words
    /// (جدد دعوته إلى …, against جدد العقد).
    pub(crate) const SPEECH: Governs = Governs(512);
    /// A word for blame behind somebody who bears it (حمل الحكومة مسؤولية …), and nothing else.
    pub(crate) const BLAME: Governs = Governs(1024);
    /// A noun of thanks, condolence or wishes, which the verb hands over as it does any thing (رفع
    /// التعازي, قدم شكره), and nothing else.
    pub(crate) const THANKS: Governs = Governs(2048);
    /// Direct speech behind a comma, without marks (وأضاف، الطريق مغلق).
    pub(crate) const DIRECT: Governs = Governs(4096);

    /// All, as `voice.csv` names them in its column `object`.
    pub(crate) const NAMES: [(&'static str, Governs); 13] = [
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
        ("thanks", Governs::THANKS),
        ("direct", Governs::DIRECT),
    ];

    /// What a cue takes whose row lists something (column `object`), or lists nothing.
    pub(crate) fn of(role: Role, listed: Governs) -> Governs {
        match listed {
            Governs::NONE => Governs::usual(role),
            Governs::WORDS | Governs::BLAME | Governs::THANKS => listed,
            listed => listed | Governs::CLAUSE,
        }
    }

    /// What cues of a role usually take.
    pub(crate) fn usual(role: Role) -> Governs {
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
    pub(crate) fn any(self, other: Governs) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Governs {
    type Output = Governs;

    fn bitor(self, other: Governs) -> Governs {
        Governs(self.0 | other.0)
    }
}

/// What kind of act a word of saying is. The class tells what usually stands around the word; the
/// other columns of its row say where it differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// Makes something known (قال, أعلن).
    Announce,
    /// Makes known what the outlet doubts (زعم).
    Claim,
    /// Says that something is not so (نفى).
    Deny,
    /// Says what tells against oneself (أقر).
    Admit,
    /// Lays something to somebody's charge (اتهم).
    Accuse,
    /// Finds fault (أدان).
    Condemn,
    /// Wants something done (طالب).
    Demand,
    /// Wants to know (سأل).
    Ask,
    /// Tells of a danger (حذر).
    Warn,
    /// Binds oneself (تعهد).
    Promise,
    /// Holds for unlikely or impossible (استبعد).
    Exclude,
    /// Calls one thing another (شبه, وصف).
    Liken,
    /// Praises, thanks, greets, mourns (أشاد, شكر).
    Greet,
    /// Holds for true, sees, expects (اعتبر, توقع).
    Think,
    /// Tells somebody (أبلغ, أخبر).
    Inform,
    /// Passes on what another says, whom عن names (نقل).
    Relay,
    /// Lets something be seen (أظهر, أثبت): of a text it says, of a person it does.
    Show,
    /// Learns (علمت الصحيفة أن).
    Learn,
    /// Nobody is cited (يذكر أن).
    Impersonal,
}

impl Class {
    /// All, as `voice.csv` names them in its column `class`.
    pub(crate) const NAMES: [(&'static str, Class); 19] = [
        ("announce", Class::Announce),
        ("claim", Class::Claim),
        ("deny", Class::Deny),
        ("admit", Class::Admit),
        ("accuse", Class::Accuse),
        ("condemn", Class::Condemn),
        ("demand", Class::Demand),
        ("ask", Class::Ask),
        ("warn", Class::Warn),
        ("promise", Class::Promise),
        ("exclude", Class::Exclude),
        ("liken", Class::Liken),
        ("greet", Class::Greet),
        ("think", Class::Think),
        ("inform", Class::Inform),
        ("relay", Class::Relay),
        ("show", Class::Show),
        ("learn", Class::Learn),
        ("impersonal", Class::Impersonal),
    ];

    /// As `voice.csv` and `voices.csv` name it.
    pub(crate) fn name(self) -> &'static str {
        let known = Class::NAMES.iter().find(|(_, class)| *class == self);
        known.map_or("", |(name, _)| name)
    }

    /// The class of a word whose row names none.
    pub(crate) fn usual(role: Role) -> Class {
        match role {
            Role::Accuses => Class::Accuse,
            Role::Denies => Class::Deny,
            Role::Condemns => Class::Condemn,
            Role::Demands => Class::Demand,
            Role::Admits => Class::Admit,
            Role::Asks => Class::Ask,
            Role::Thinks => Class::Think,
            Role::Narrator => Class::Impersonal,
            _ => Class::Announce,
        }
    }

    /// Whom a word of this class is usually said to.
    fn addressee(self) -> Addressee {
        match self {
            Class::Accuse | Class::Demand | Class::Warn | Class::Inform => Addressee::Noun,
            _ => Addressee::None,
        }
    }

    /// Who usually is the subject of a word of this class.
    fn subject(self) -> Subject {
        match self {
            Class::Show => Subject::Text,
            Class::Relay => Subject::About,
            Class::Impersonal => Subject::None,
            _ => Subject::Any,
        }
    }
}

/// Whom something is said to, where the clause names one. The one spoken to, accused or held
/// responsible is the outlet's word, not the speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Addressee {
    /// The word is said to nobody, or behind a preposition (قال ل…).
    None,
    /// To the noun behind the subject (طالبت الأسر *الحكومة* ب…).
    Noun,
}

impl Addressee {
    /// All, as `voice.csv` names them in its column `addressee`.
    pub(crate) const NAMES: [(&'static str, Addressee); 2] =
        [("none", Addressee::None), ("noun", Addressee::Noun)];
}

/// Who may be the subject of a word of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// A person, a body or a text.
    Any,
    /// Only a text or an inquiry: a person who shows something does it (أثبتت القوات أنها …).
    Text,
    /// Whoever stands behind عن, where somebody does (نقلت الوكالة عن *الوزير*).
    About,
    /// Nobody.
    None,
}

impl Subject {
    /// All, as `voice.csv` names them in its column `subject`.
    pub(crate) const NAMES: [(&'static str, Subject); 4] = [
        ("any", Subject::Any),
        ("text", Subject::Text),
        (PREPOSITIONS[4], Subject::About),
        ("none", Subject::None),
    ];
}

/// What a word of saying needs around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Valency {
    /// What kind of act it is.
    pub class: Class,
    /// Who may be its subject.
    pub subject: Subject,
    /// Whom it is said to.
    pub addressee: Addressee,
    /// What it takes as that which is said.
    pub object: Governs,
}

impl Valency {
    /// Of a row: what its cells say, and what is usual for its class and role where they are empty.
    pub(crate) fn of(
        role: Role,
        class: Option<Class>,
        subject: Option<Subject>,
        addressee: Option<Addressee>,
        object: Governs,
    ) -> Valency {
        let class = class.unwrap_or(Class::usual(role));
        Valency {
            class,
            subject: subject.unwrap_or(class.subject()),
            addressee: addressee.unwrap_or(class.addressee()),
            object: Governs::of(role, object),
        }
    }

    /// Of two rows of one word and role, in whatever order: what either takes, said as the class that
    /// stands first in the list of classes.
    pub(crate) fn or(self, other: Valency) -> Valency {
        let order = |one: &Valency| (one.class, one.subject, one.addressee);
        let first = std::cmp::min_by_key(self, other, order);
        first.and_takes(self.object | other.object)
    }

    /// The same with more that it takes.
    pub(crate) fn and_takes(self, object: Governs) -> Valency {
        Valency {
            object: self.object | object,
            ..self
        }
    }
}
