//! Whose words they are: narrator, reported, quoted or distanced, with speaker and cue.

mod account;
mod acts;
mod asides;
mod complement;
mod cues;
mod cursor;
mod ends;
mod frames;
mod headline;
mod lines;
mod mark;
mod marks;
mod names;
mod object;
mod open;
mod quoted;
mod reader;
mod senses;
mod sentence;
mod so_called;
mod sources;
mod subject;
mod valency;
mod walk;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use valency::{Addressee, Class as SayingClass, Governs, Subject, Valency};

use crate::language::{ByWord, Features};
use crate::text::Text;
use std::ops::Range;

/// Whose words a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Voice {
    /// The outlet's own.
    Narrator,
    /// Told as another's, without quotation marks.
    Reported,
    /// In quotation marks, of a speaker.
    Quoted,
    /// Held at arm's length: scare quotes, *so-called*.
    Distanced,
}

impl Voice {
    /// All, in the order of scope (later is nearer).
    pub(crate) const ALL: [Voice; 4] = [
        Voice::Narrator,
        Voice::Reported,
        Voice::Quoted,
        Voice::Distanced,
    ];

    /// As the tables name it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Voice::Narrator => "narrator",
            Voice::Reported => "reported",
            Voice::Quoted => "quoted",
            Voice::Distanced => "distanced",
        }
    }
}

/// What a word or phrase of `voice.csv` does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// `says`: introduces a clause or quotation (قال).
    Says,
    /// `says-noun`: a noun of saying (تصريح).
    SaysNoun,
    /// `participle`: a new stretch of the same speaker (مضيفا).
    Participle,
    /// `according-to` (وفق).
    AccordingTo,
    /// `accuses` (اتهم … ب).
    Accuses,
    /// `denies` (نفى).
    Denies,
    /// `condemns` (أدان).
    Condemns,
    /// `demands` (دعا إلى).
    Demands,
    /// `admits` (أقر ب).
    Admits,
    /// `continues` (من جانبه).
    Continues,
    /// `asks` (سأل).
    Asks,
    /// `thinks` (اعتبر).
    Thinks,
    /// `so-called` (ما يسمى).
    SoCalled,
    /// `narrator`: nobody is cited, and a statement that was running has ended (يذكر أن).
    Narrator,
    /// `name-head`: a quoted stretch right after it is a name (صحيفة).
    NameHead,
}

impl Role {
    /// All, with the word `voice.csv` uses.
    pub(crate) const ALL: [(Role, &'static str); 15] = [
        (Role::Says, "says"),
        (Role::SaysNoun, "says-noun"),
        (Role::Participle, "participle"),
        (Role::AccordingTo, "according-to"),
        (Role::Accuses, "accuses"),
        (Role::Denies, "denies"),
        (Role::Condemns, "condemns"),
        (Role::Demands, "demands"),
        (Role::Admits, "admits"),
        (Role::Continues, "continues"),
        (Role::Asks, "asks"),
        (Role::Thinks, "thinks"),
        (Role::SoCalled, "so-called"),
        (Role::Narrator, "narrator"),
        (Role::NameHead, "name-head"),
    ];
}

/// A cue found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// What it does.
    pub role: Role,
    /// What it needs around it.
    pub valency: Valency,
    /// Where it stands.
    pub tokens: Range<u32>,
    /// The features of its words.
    pub features: ByWord<Features>,
}

impl Cue {
    /// What it takes as that which is said.
    fn takes(&self, other: Governs) -> bool {
        self.valency.object.any(other)
    }

    /// Whether one may be named by it as the source of what stands before it (كما أعلن المجلس).
    fn is_source(&self) -> bool {
        !matches!(
            self.valency.class,
            SayingClass::Demand
                | SayingClass::Accuse
                | SayingClass::Condemn
                | SayingClass::Ask
                | SayingClass::Warn
                | SayingClass::Promise
                | SayingClass::Exclude
                | SayingClass::Liken
                | SayingClass::Greet
        )
    }

    /// The features of its first word: of a verb its person and tense, and what is glued to it.
    pub(crate) fn form(&self) -> Features {
        self.features.first()
    }

    /// Whether و or ف is glued to it.
    pub(crate) fn is_joined(&self) -> bool {
        self.form().has_any(Features::JOINED)
    }
}

/// What a marked stretch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StretchKind {
    /// See [`Voice::Reported`].
    Reported,
    /// See [`Voice::Quoted`].
    Quoted,
    /// See [`Voice::Distanced`].
    Distanced,
    /// A name in quotation marks: changes no voice.
    Name,
}

impl StretchKind {
    /// As `voices.csv` names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            StretchKind::Reported => "reported",
            StretchKind::Quoted => "quoted",
            StretchKind::Distanced => "distanced",
            StretchKind::Name => "name",
        }
    }
}

/// A stretch that is not simply the narrator's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Bytes of the text as given, marks left out.
    pub bytes: Range<u32>,
    /// What it is.
    pub kind: StretchKind,
    /// Who speaks, as written; `None` where nobody is named.
    pub speaker: Option<String>,
    /// The word or mark that says so, as written.
    pub cue: Option<String>,
    /// The class of that word, if it is one of saying.
    pub class: Option<SayingClass>,
    /// What ended it.
    pub ended: Ended,
    /// Whether no other reading is near.
    pub certain: bool,
    /// Whether it may as well be read as the narrator's.
    pub is_narrators_too: bool,
}

/// What ended a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ended {
    /// The closing mark.
    Mark,
    /// The end of the sentence.
    Sentence,
    /// The next word of saying.
    Cue,
    /// The outlet takes over inside the sentence.
    Outlet,
}

impl Ended {
    /// As `voices.csv` names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Ended::Mark => "mark",
            Ended::Sentence => "sentence",
            Ended::Cue => "cue",
            Ended::Outlet => "outlet",
        }
    }
}

/// A quotation mark without a partner, by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unpaired {
    /// It opens, and nothing closes.
    Opened,
    /// It closes, and nothing opened.
    Closed,
}

/// The voices of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voices {
    /// The stretches, sorted by start, longer first; they may nest.
    pub stretches: Vec<Stretch>,
    /// Quotation marks without a partner, by their byte.
    pub remarks: Vec<(u32, Unpaired)>,
}

impl Voices {
    /// The voice at a byte, and the innermost stretch of that voice (none for the narrator).
    ///
    /// Innermost scope wins: distanced over quoted over reported over narrator.
    pub(crate) fn at(&self, byte: u32) -> (Voice, Option<usize>) {
        let mut best = (Voice::Narrator, None);
        for (ix, stretch) in self.stretches.iter().enumerate() {
            if stretch.bytes.start > byte {
                break;
            }
            if stretch.bytes.end <= byte {
                continue;
            }
            let Some(voice) = stretch.kind.voice() else {
                continue;
            };
            if voice >= best.0 {
                best = (voice, Some(ix));
            }
        }
        best
    }
}

/// Reads the voices of a text.
///
/// `cues` are the cue words found in it, sorted by place; `names` the known actor names (a quoted
/// name changes no voice).
pub(crate) fn read(text: &Text, cues: &[Cue], names: &[Range<u32>]) -> Voices {
    let mut remarks = Vec::new();
    let quotes = marks::pair(text, &mut remarks);
    remarks.sort();
    let mut reader = reader::Reader::new(text, cues, names, quotes);
    reader.read();
    let mut stretches: Vec<Stretch> = reader
        .marked
        .iter()
        .filter(|marked| !marked.tokens.is_empty())
        .map(|marked| written_out(text, marked, reader.account(marked, &remarks)))
        .collect();
    stretches.sort_by_key(|s| (s.bytes.start, std::cmp::Reverse(s.bytes.end), s.kind));
    Voices { stretches, remarks }
}

fn written_out(text: &Text, marked: &reader::Marked, account: account::Account) -> Stretch {
    let slice = |tokens: &Range<u32>| text.slice(&text.bytes(tokens)).to_owned();
    Stretch {
        bytes: text.bytes(&marked.tokens),
        kind: marked.kind,
        speaker: marked
            .speaker
            .as_ref()
            .map(|tokens| headline::as_named(text, marked, slice(tokens))),
        cue: (!marked.cue.is_empty()).then(|| slice(&marked.cue)),
        class: account.class,
        ended: account.ended,
        certain: account.certain,
        is_narrators_too: account.is_narrators_too,
    }
}
