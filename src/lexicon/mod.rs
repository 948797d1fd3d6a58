//! The word lists that researchers edit: loading, checking, and finding their entries in a text.

mod actor_names;
mod agencies;
mod alone;
pub(crate) mod books;
mod called;
mod conflicts;
mod exclude;
mod families;
pub(crate) mod figures;
pub(crate) mod files;
pub(crate) mod forms;
mod heads;
pub(crate) mod load;
pub(crate) mod rows;
mod spellings;

pub(crate) use agencies::Agencies;
pub(crate) use alone::load_alone;
pub(crate) use called::Called;
pub(crate) use conflicts::{Belligerent, Conflict};
pub(crate) use exclude::{Excluded, TermFile, exclude};
pub(crate) use families::families;
pub(crate) use heads::{HeadClass, HeadEntry};
pub(crate) use load::load_files;
pub(crate) use spellings::{Close, Meant, Spellings, bare};

#[cfg(test)]
use crate::error::Fault;
use crate::language::{Grammar, Language, Pos};
#[cfg(test)]
use crate::tables::Sheet;
use crate::text::clean::Furniture;
use crate::text::matcher::{Matcher, PatternIx};
use crate::voice::{Role, Valency};
use figures::FigureWord;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What is read of one list, whatever it is kept as: each row below the header with its number and
/// its cells under their headers; and what is wrong with the file itself.
#[cfg(test)]
pub(crate) fn cells(file: &files::ListFile) -> (Vec<CellRow>, Vec<Fault>) {
    let mut faults = Vec::new();
    let sheet = Sheet::open(&file.shown, &file.content, &mut faults);
    let owned = |(column, cell): (&str, &str)| (column.to_owned(), cell.to_owned());
    let rows = sheet.rows.iter();
    let rows = rows.map(|row| (row.number, sheet.named_cells(row).map(owned).collect()));
    (rows.collect(), faults)
}

/// A row's number as a spreadsheet counts, and its cells: header and what it holds.
#[cfg(test)]
pub(crate) type CellRow = (u64, Vec<(String, String)>);

/// A frame's place in [`Lexicon::frames`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FrameIx(pub u32);

/// A label's place in [`Lexicon::labels`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct LabelIx(pub u32);

/// A term's place in [`Lexicon::terms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TermIx(pub u32);

/// An actor's place in [`Lexicon::actors`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ActorIx(pub u32);

/// A cue's place in [`Lexicon::cues`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct CueIx(pub u32);

/// Whom a frame's labels are about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Actors of these kinds.
    Kinds(Vec<String>),
    /// Whoever does the act.
    Agent,
    /// Whom the act befalls.
    Victim,
    /// Any actor.
    Any,
    /// The event itself (the fighting as a whole); an actor only by a name in the phrase.
    Event,
}

/// A question that wording answers.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Its key, such as `armed-islamists`.
    pub name: String,
    /// What readers call it.
    pub called: Called,
    /// Whom its labels are about.
    pub target: Target,
    /// The question in words.
    pub question: Called,
}

/// One answer to a frame's question.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// Its frame.
    pub frame: FrameIx,
    /// Its key, such as `terrorists`.
    pub name: String,
    /// What readers call it.
    pub called: Called,
    /// −2 (condemns) … +2 (honours), toward the frame's target.
    pub stance: i8,
}

/// One entry of a term file.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// The researcher's name for the row.
    pub id: String,
    /// In citation form.
    pub term: String,
    /// The label it stands for.
    pub label: LabelIx,
    /// The file and row, for messages.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
    /// Its part of speech, as far as its row says.
    pub pos: Option<Pos>,
    /// One of these must stand near it, if there are any.
    pub near: Vec<PatternIx>,
    /// None of these may stand near it.
    pub not_near: Vec<PatternIx>,
    /// What it must describe to be read; empty where it counts alone.
    pub heads: Vec<HeadClass>,
    /// Whether it is a thing though its frame is about people or groups: terrorism.
    pub is_abstract: bool,
    /// Whether it is read only where it is known for sure whom it is about.
    pub bound: bool,
}

/// A word or phrase of `voice.csv`.
#[derive(Clone, Debug)]
pub(crate) struct CueEntry {
    /// What it does.
    pub role: Role,
    /// What it needs around it.
    pub valency: Valency,
    /// The file it stands in.
    pub file: String,
    /// The row, the header being row 1.
    pub row: u64,
}

/// What an actor of a kind is, where that matters to what it may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Being {
    /// A force, a movement, people.
    #[default]
    Other,
    /// A state by name: others act for it.
    State,
    /// One person, such as a ruler, who mostly speaks.
    Person,
    /// An organisation, whom any description may stand for.
    Body,
}

/// A kind of actor, and what is true of all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ActorKind {
    /// Its key, such as `insurgents`.
    pub name: String,
    /// Whether it does what its sentence tells even from another clause.
    pub armed: bool,
    /// Whether a label may mean it without a name in its sentence: a text speaks of one such force
    /// or ruler at a time, but of many movements and organisations.
    pub far: bool,
    /// Its rank among those that act for a state, 1 being the first; `None` where it does not.
    pub for_state: Option<u8>,
    /// What its actors are.
    pub being: Being,
    /// Words of which one tells of it where it acts for a state that is known (شرطة), as
    /// [`Language::stem`] leaves them.
    pub called: Vec<String>,
    /// What people call it.
    pub shown: String,
    /// The same in Arabic.
    pub shown_ar: String,
}

/// Somebody who is spoken of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Actor {
    /// The key, such as `jnim`.
    pub name: String,
    /// What readers call it.
    pub called: Called,
    /// Its kind, such as `armed-islamists`.
    pub kind: String,
    /// Its names by the stems of their words ([`Language::stem`]), parted by a space.
    pub stems: Vec<String>,
    /// Its place in [`Lexicon::states`], if it is a state or acts for one.
    pub state: Option<usize>,
}

impl Actor {
    /// The nouns that head its names (جماعة, شرطة).
    pub(crate) fn heads(&self) -> impl Iterator<Item = &str> {
        let names = self.stems.iter();
        names.filter_map(|name| name.split(' ').next())
    }

    /// Whether some stems, parted by a space, begin a name of it (قوات الأمن, of قوات الأمن المصرية):
    /// what a text calls it once it is known who is meant.
    pub(crate) fn is_called(&self, stems: &str) -> bool {
        let begins = |name: &String| {
            let rest = name.strip_prefix(stems);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.stems.iter().any(begins)
    }
}

/// A state and those who act for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// Those who act for it, in the order of the list.
    pub actors: Vec<ActorIx>,
}

/// What a pattern of the matcher stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A term.
    Term(TermIx),
    /// A name of an actor.
    Name(ActorIx),
    /// One that is also a common word, a place or another actor.
    Ambiguous(ActorIx),
    /// A place of a state, by its place in [`Lexicon::states`].
    Place(u32),
    /// A word of `voice.csv`.
    Cue(CueIx),
    /// A noun of `heads.csv`, by its place in [`Lexicon::heads`].
    Head(u32),
}

/// A whole set of word lists, ready to be used.
pub struct Lexicon {
    /// Sorted by name.
    pub(crate) frames: Vec<Frame>,
    /// Sorted by frame, then from the highest stance to the lowest.
    pub(crate) labels: Vec<Label>,
    /// Sorted by id.
    pub(crate) terms: Vec<Term>,
    /// In file order.
    pub(crate) cues: Vec<CueEntry>,
    /// Nouns that a modifier may describe, in file order.
    pub(crate) heads: Vec<HeadEntry>,
    /// What is said of kinds, in file order.
    pub(crate) kinds: Vec<ActorKind>,
    /// Sorted by name.
    pub(crate) actors: Vec<Actor>,
    /// Sorted by the state's key.
    pub(crate) states: Vec<State>,
    /// Who opposes whom, sorted by the conflict's key.
    pub(crate) conflicts: Vec<Conflict>,
    /// By code of language: which state an adjective tells, as the language leaves it.
    pub(crate) origins: BTreeMap<String, FxHashMap<String, usize>>,
    /// What is cut from pages, by language.
    pub(crate) furniture: BTreeMap<String, Furniture>,
    /// What words do in a sentence, by code of language; the built-in ones for what is not here.
    pub(crate) grammars: BTreeMap<String, Grammar>,
    /// The news agencies.
    pub(crate) agencies: Agencies,
    /// For languages without a list: cuts nothing.
    pub(crate) no_furniture: Furniture,
    /// One table a language, by code.
    pub(crate) tables: BTreeMap<String, LanguageLists>,
    /// `(file, SHA-256)` of what was loaded.
    pub(crate) files: Vec<(String, String)>,
}

/// All entries of one language.
pub(crate) struct LanguageLists {
    /// Their forms.
    pub matcher: Matcher,
    /// What each pattern stands for.
    pub meanings: Vec<Meaning>,
    /// The words that terms want near them, or not: common words, looked for only around a term.
    pub near: Matcher,
    /// The words of `figures.csv`, looked for only where figures are read.
    pub figures: Matcher,
    /// What each pattern of `figures` does.
    pub figure_words: Vec<FigureWord>,
}

impl Lexicon {
    /// The digest (SHA-256) of all its files, by which two sets of lists are known to be the same
    /// wherever they stand.
    pub fn digest(&self) -> String {
        let folders = |name: &str| name.rfind('/').map_or(0, |at| at + 1);
        let first = self.files.first().map_or("", |(name, _)| name);
        let mut shared = &first[..folders(first)];
        while !self.files.iter().all(|(name, _)| name.starts_with(shared)) {
            shared = &shared[..folders(shared.trim_end_matches('/'))];
        }
        let files = self.files.iter();
        let lines = files.map(|(name, digest)| format!("{digest} {}\n", &name[shared.len()..]));
        crate::tables::bytes::digest(lines.collect::<String>().as_bytes())
    }

    /// The frame of a term.
    pub(crate) fn frame_of(&self, term: TermIx) -> FrameIx {
        self.label_of(term).frame
    }

    /// A kind by its key; `None` where no row tells of it.
    pub(crate) fn kind(&self, name: &str) -> Option<&ActorKind> {
        self.kinds.iter().find(|kind| kind.name == name)
    }

    /// The kind of an actor; `None` where no row tells of it.
    pub(crate) fn kind_of(&self, actor: ActorIx) -> Option<&ActorKind> {
        self.kind(&self.actors[actor.0 as usize].kind)
    }

    /// What an actor is.
    pub(crate) fn being(&self, actor: ActorIx) -> Being {
        self.kind_of(actor).map_or(Being::Other, |kind| kind.being)
    }

    /// The kinds that act abroad and at home for a state, whose adjective an act may have.
    pub(crate) fn forces(&self) -> Vec<&str> {
        let ranked = self.kinds.iter().filter(|kind| kind.for_state.is_some());
        let mut ranked: Vec<&ActorKind> = ranked.collect();
        ranked.sort_by_key(|kind| kind.for_state);
        ranked.iter().map(|kind| kind.name.as_str()).collect()
    }

    /// What the words of a language do in a sentence.
    pub(crate) fn grammar(&self, language: &dyn Language) -> &Grammar {
        let own = self.grammars.get(language.code());
        own.unwrap_or_else(|| language.grammar())
    }

    /// What is cut from pages in a language.
    pub(crate) fn furniture(&self, language: &dyn Language) -> &Furniture {
        self.furniture
            .get(language.code())
            .unwrap_or(&self.no_furniture)
    }

    /// The label of a term.
    pub(crate) fn label_of(&self, term: TermIx) -> &Label {
        &self.labels[self.terms[term.0 as usize].label.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    mod spreadsheets;
}
