//! From files to a [`Lexicon`]: every row read, every fault of every file listed at once.

use super::actor_names::actor_called;
use super::agencies::Agencies;
use super::conflicts;
use super::figures::FigureWord;
use super::files::ListFile;
use super::rows::{
    self, CueRow, FigureRow, FurnitureRow, GrammarRow, HeadRow, ListRows, NameRow, StateRow,
    TermRow,
};
use super::{
    Actor, ActorIx, CueEntry, CueIx, Frame, FrameIx, HeadEntry, Label, LabelIx, LanguageLists,
    Lexicon, Meaning, State, Term, TermIx,
};
use crate::error::Fault;
use crate::language::{self, Citation, Grammar, Language, Pos};
use crate::tables::bytes::digest;
use crate::text::clean::{Furniture, FurnitureRule};
use crate::text::matcher::{Expanded, Matcher, MatcherBuilder, PatternIx};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Loads a set of files as far as it can be read, with all its faults.
pub(crate) fn load_files(files: &[ListFile]) -> (Lexicon, Vec<Fault>) {
    let mut faults = Vec::new();
    let rows = rows::read(files, &mut faults);
    let lexicon = assemble(rows, files);
    (lexicon, faults)
}

/// Builds the indices. Everything is sorted by its name, so that the order of rows in a file
/// changes nothing.
pub(crate) fn assemble(mut rows: ListRows, files: &[ListFile]) -> Lexicon {
    let (frames, labels) = frames_and_labels(&rows);
    rows.terms
        .sort_by(|a, b| (&a.id, &a.file, a.row).cmp(&(&b.id, &b.file, b.row)));
    rows.names
        .sort_by(|a, b| (&a.actor, &a.name).cmp(&(&b.actor, &b.name)));
    let mut actors = actors(&rows.names);
    let mut builders = BTreeMap::new();
    let (states, origins) = states(rows.states, &mut actors, &mut builders);
    let terms = add_terms(&rows.terms, &frames, &labels, &mut builders);
    add_names(&rows.names, &actors, &mut builders);
    let cues = add_cues(&rows.cues, &mut builders);
    let heads = add_heads(&rows.heads, &mut builders);
    add_figures(&rows.figures, &mut builders);
    Lexicon {
        frames,
        labels,
        terms,
        kinds: rows.kinds,
        conflicts: conflicts::of(rows.conflicts, &actors),
        actors,
        states,
        origins,
        cues,
        heads,
        furniture: furniture(rows.furniture),
        grammars: grammars(rows.grammar, &rows.agencies),
        agencies: Agencies::new(rows.agencies),
        no_furniture: Furniture::default(),
        tables: builders
            .into_iter()
            .map(|(code, table)| (code, table.build()))
            .collect(),
        files: files
            .iter()
            .map(|file| (file.shown.clone(), digest(&file.content)))
            .collect(),
    }
}

fn furniture(rows: Vec<FurnitureRow>) -> BTreeMap<String, Furniture> {
    let mut by_language: BTreeMap<String, Vec<FurnitureRule>> = BTreeMap::new();
    for row in rows {
        let code = language::of(Some(&row.language)).code().to_owned();
        by_language.entry(code).or_default().push(row.rule);
    }
    let prepared = by_language.into_iter().map(|(code, rules)| {
        let furniture = Furniture::new(rules, language::of(Some(&code)));
        (code, furniture)
    });
    prepared.collect()
}

fn grammars(rows: Vec<GrammarRow>, agencies: &[(String, String)]) -> BTreeMap<String, Grammar> {
    let mut by_language: BTreeMap<String, Grammar> = BTreeMap::new();
    for row in rows {
        let language = language::of(Some(&row.language));
        let grammar = by_language.entry(language.code().to_owned());
        row.add_to(grammar.or_insert_with(|| Grammar::new(language)));
    }
    for grammar in by_language.values_mut() {
        agencies
            .iter()
            .for_each(|(_, name)| grammar.add_agency(name));
    }
    by_language
}

fn frames_and_labels(rows: &ListRows) -> (Vec<Frame>, Vec<Label>) {
    let mut frames: Vec<Frame> = Vec::new();
    for row in &rows.labels {
        match frames.iter_mut().find(|frame| frame.name == row.frame) {
            Some(frame) => {
                frame.called.complete(&row.frame_called);
                frame.question.complete(&row.question);
            }
            None => frames.push(Frame {
                name: row.frame.clone(),
                called: row.frame_called.clone(),
                target: row.target.clone(),
                question: row.question.clone(),
            }),
        }
    }
    frames.sort_by(|a, b| a.name.cmp(&b.name));
    let mut labels: Vec<Label> = Vec::new();
    for row in &rows.labels {
        let at = frames.binary_search_by(|frame| frame.name.cmp(&row.frame));
        let frame = FrameIx(at.expect("each label's frame was just added") as u32);
        labels.push(Label {
            frame,
            name: row.label.clone(),
            called: row.called.clone(),
            stance: row.stance,
        });
    }
    labels.sort_by(|a, b| (a.frame, -a.stance, &a.name).cmp(&(b.frame, -b.stance, &b.name)));
    (frames, labels)
}

fn actors(names: &[NameRow]) -> Vec<Actor> {
    let by_actor = names.chunk_by(|a, b| a.actor == b.actor);
    let actor = |names: &[NameRow]| Actor {
        name: names[0].actor.clone(),
        called: actor_called(names),
        kind: names[0].kind.clone(),
        stems: stems(names),
        state: None,
    };
    by_actor.map(actor).collect()
}

/// The names of an actor by the stems of their words.
fn stems(names: &[NameRow]) -> Vec<String> {
    let stemmed = names.iter().map(|row| {
        let language = language::of(Some(&row.language));
        let folded = language.fold(&row.name);
        let stems: Vec<&str> = folded.split(' ').map(|word| language.stem(word)).collect();
        stems.join(" ")
    });
    let stems: BTreeSet<String> = stemmed.collect();
    stems.into_iter().collect()
}

/// By code of language: which state an adjective tells.
type Origins = BTreeMap<String, FxHashMap<String, usize>>;

/// The states in the order of their keys, their rows of all languages taken together; notes with
/// each actor which state it belongs to, and enters the names of its places.
fn states(
    rows: Vec<StateRow>,
    actors: &mut [Actor],
    builders: &mut Builders,
) -> (Vec<State>, Origins) {
    let mut by_key: BTreeMap<String, Vec<StateRow>> = BTreeMap::new();
    for row in rows {
        by_key.entry(row.state.clone()).or_default().push(row);
    }
    let mut states = Vec::new();
    let mut origins = Origins::new();
    for (key, rows) in by_key {
        let mut state = State { actors: Vec::new() };
        if let Some(own) = place(actors, &key) {
            actors[own].state = Some(states.len());
        }
        for row in rows {
            let language = language::of(Some(&row.language));
            let of_language = origins.entry(language.code().to_owned()).or_default();
            for adjective in &row.adjectives {
                let folded = language.fold(adjective);
                of_language.insert(language.origin(&folded).to_owned(), states.len());
            }
            for name in &row.places {
                let citation = Citation {
                    term: name.clone(),
                    pos: Some(Pos::Name),
                    ..Citation::default()
                };
                let place = Meaning::Place(states.len() as u32);
                Builder::of(builders, &row.language).add(&citation, place);
            }
            for key in &row.actors {
                let Some(member) = place(actors, key) else {
                    continue;
                };
                actors[member].state = Some(states.len());
                state.actors.push(ActorIx(member as u32));
            }
        }
        states.push(state);
    }
    (states, origins)
}

fn place(actors: &[Actor], key: &str) -> Option<usize> {
    let found = actors.binary_search_by(|actor| actor.name.as_str().cmp(key));
    found.ok()
}

/// One language's table while it is being filled.
struct Builder {
    language: &'static dyn Language,
    /// What each meaning is written as: entries by their patterns.
    citations: Vec<Citation>,
    meanings: Vec<Meaning>,
    /// Words that terms want near them, or not, and their patterns in a table of their own.
    near: BTreeMap<String, PatternIx>,
    near_table: MatcherBuilder,
    /// Words of figures, in a table of their own.
    figures: Vec<Citation>,
    figure_words: Vec<FigureWord>,
}

type Builders = BTreeMap<String, Builder>;

impl Builder {
    fn of<'a>(builders: &'a mut Builders, code: &str) -> &'a mut Builder {
        let language = language::of(Some(code));
        builders
            .entry(language.code().to_owned())
            .or_insert_with(|| Builder {
                language,
                citations: Vec::new(),
                meanings: Vec::new(),
                near: BTreeMap::new(),
                near_table: MatcherBuilder::default(),
                figures: Vec::new(),
                figure_words: Vec::new(),
            })
    }

    fn add(&mut self, citation: &Citation, meaning: Meaning) {
        self.meanings.push(meaning);
        self.citations.push(citation.clone());
    }

    /// The pattern of a word that a term wants near it; one for all terms that name it.
    fn near(&mut self, word: &str) -> PatternIx {
        if let Some(known) = self.near.get(word) {
            return *known;
        }
        let citation = Citation {
            term: word.to_owned(),
            ..Citation::default()
        };
        let pattern = self.near_table.add(self.language, &citation);
        self.near.insert(word.to_owned(), pattern);
        pattern
    }

    /// Makes the table. Forms of entries are made while those of entries before are entered.
    fn build(self) -> LanguageLists {
        LanguageLists {
            matcher: matcher(self.language, &self.citations),
            meanings: self.meanings,
            near: self.near_table.build(),
            figures: matcher(self.language, &self.figures),
            figure_words: self.figure_words,
        }
    }
}

fn matcher(language: &'static dyn Language, citations: &[Citation]) -> Matcher {
    let mut matcher = MatcherBuilder::default();
    let mut made: Vec<Expanded> = Vec::new();
    for citations in citations.chunks(AT_ONCE) {
        let expand = || {
            let citations = citations.par_iter();
            citations
                .map(|citation| Expanded::of(language, citation))
                .collect()
        };
        (_, made) = rayon::join(|| enter(&mut matcher, language, &made), expand);
    }
    enter(&mut matcher, language, &made);
    matcher.build()
}

/// Entries whose forms are made at once: enough to occupy all processors, few enough to keep
/// their forms at hand.
const AT_ONCE: usize = 256;

fn enter(matcher: &mut MatcherBuilder, language: &'static dyn Language, made: &[Expanded]) {
    for entry in made {
        matcher.add_expanded(language, entry);
    }
}

fn add_terms(
    rows: &[TermRow],
    frames: &[Frame],
    labels: &[Label],
    builders: &mut Builders,
) -> Vec<Term> {
    let mut terms = Vec::new();
    for row in rows {
        let is_its = |label: &Label| {
            frames[label.frame.0 as usize].name == row.frame && label.name == row.label
        };
        let Some(label) = labels.iter().position(is_its) else {
            continue;
        };
        let builder = Builder::of(builders, &row.language);
        let near = row.near.iter().map(|word| builder.near(word)).collect();
        let not_near = row.not_near.iter().map(|word| builder.near(word)).collect();
        builder.add(&row.citation, Meaning::Term(TermIx(terms.len() as u32)));
        terms.push(Term {
            id: row.id.clone(),
            term: row.citation.term.clone(),
            label: LabelIx(label as u32),
            file: row.file.clone(),
            row: row.row,
            pos: row.citation.pos,
            near,
            not_near,
            heads: row.heads.clone(),
            is_abstract: row.citation.flags.is_abstract,
            bound: row.citation.flags.bound,
        });
    }
    terms
}

fn add_names(names: &[NameRow], actors: &[Actor], builders: &mut Builders) {
    for row in names {
        let at = actors.binary_search_by(|actor| actor.name.cmp(&row.actor));
        let actor = ActorIx(at.expect("each name's actor was just added") as u32);
        let meaning = match row.note.starts_with("ambiguous") {
            true => Meaning::Ambiguous(actor),
            false => Meaning::Name(actor),
        };
        Builder::of(builders, &row.language).add(&row.citation, meaning);
    }
}

fn add_cues(rows: &[CueRow], builders: &mut Builders) -> Vec<CueEntry> {
    for (cue, row) in (0..).map(CueIx).zip(rows) {
        Builder::of(builders, &row.language).add(&row.citation, Meaning::Cue(cue));
    }
    let entry = |row: &CueRow| CueEntry {
        role: row.role,
        valency: row.valency,
        file: row.file.clone(),
        row: row.row,
    };
    rows.iter().map(entry).collect()
}

fn add_heads(rows: &[HeadRow], builders: &mut Builders) -> Vec<HeadEntry> {
    for (head, row) in (0..).zip(rows) {
        Builder::of(builders, &row.language).add(&row.citation, Meaning::Head(head));
    }
    let entry = |row: &HeadRow| HeadEntry {
        class: row.class,
        file: row.file.clone(),
        row: row.row,
    };
    rows.iter().map(entry).collect()
}

fn add_figures(rows: &[FigureRow], builders: &mut Builders) {
    for row in rows {
        let builder = Builder::of(builders, &row.language);
        builder.figures.push(row.citation.clone());
        builder.figure_words.push(row.word);
    }
}
