//! Kinds of actors: those that actors have, and those that frames are about.

use crate::error::{Fault, did_you_mean, isolated};
use crate::language::Class;
use crate::lexicon::Target;
use crate::lexicon::rows::{GrammarRow, LabelRow, ListRows, NameRow, built_in_kinds};
use crate::wording::{said, word};
use std::collections::{BTreeMap, BTreeSet};

/// Frames about a kind that no actor has, and actors of a kind that no frame is about, unless the
/// kind is one of `kinds.csv`; one fault a frame and an actor.
///
/// A kind of a researcher's own is good enough for sorting actors, and a warning; one that looks
/// like a slip for another kind is an error.
pub(crate) fn unknown(rows: &ListRows) -> Vec<Fault> {
    let kinds: Vec<&str> = rows.kinds.iter().map(|kind| kind.name.as_str()).collect();
    let of_actors: BTreeSet<&str> = rows.names.iter().map(|row| row.kind.as_str()).collect();
    let of_frames: BTreeSet<&str> = rows.labels.iter().flat_map(targeted).collect();
    let mut faults = Vec::new();
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for row in &rows.labels {
        for kind in targeted(row).filter(|kind| !(kinds.contains(kind) || of_actors.contains(kind)))
        {
            if told.insert((&row.frame, kind)) {
                let known: Vec<&str> = of_actors.iter().chain(&kinds).copied().collect();
                faults.push(no_actor(row, kind, &known));
            }
        }
    }
    let mut actors: BTreeMap<&str, &NameRow> = BTreeMap::new();
    for row in &rows.names {
        if !kinds.contains(&row.kind.as_str()) && !of_frames.contains(row.kind.as_str()) {
            actors.entry(&row.actor).or_insert(row);
        }
    }
    let known: Vec<&str> = of_frames.iter().chain(&kinds).copied().collect();
    faults.extend(actors.into_values().map(|row| no_frame(row, &known)));
    let known: Vec<&str> = known.into_iter().chain(of_actors).collect();
    faults.extend(described(rows, &known));
    faults
}

/// Kinds that a description of `grammar.csv` stands for and that nothing knows. Those built in are
/// known to the built-in descriptions, which serve lists that have no such kind as well.
fn described(rows: &ListRows, known: &[&str]) -> Vec<Fault> {
    let built_in = built_in_kinds();
    let is_known =
        |kind: &str| known.contains(&kind) || built_in.iter().any(|known| known.name == kind);
    let of_description = |row: &&GrammarRow| row.class == Class::Description;
    let rows = rows.grammar.iter().filter(of_description);
    let unknown = rows.flat_map(|row| {
        let kinds = row.value.split(';').map(str::trim);
        kinds
            .filter(|kind| !is_known(kind))
            .map(move |kind| (row, kind))
    });
    let fault = |(row, kind): (&GrammarRow, &str)| {
        let what = match kind {
            "" => word("check.describes-none").to_owned(),
            kind => said("check.nothing-of-kind", &[&isolated(kind)]),
        };
        let remedy = match did_you_mean(kind, known.iter().copied()) {
            Some(likely) => said("hint.likely-name", &[&likely]),
            None => word("check.use-kinds").to_owned(),
        };
        let fault = Fault::new(&row.file, what, remedy).in_row(row.row);
        fault.in_column("value").of_value(kind)
    };
    unknown.map(fault).collect()
}

fn targeted(row: &LabelRow) -> impl Iterator<Item = &str> {
    let kinds = match &row.target {
        Target::Kinds(kinds) => kinds.as_slice(),
        _ => &[],
    };
    kinds.iter().map(String::as_str)
}

fn no_actor(row: &LabelRow, kind: &str, known: &[&str]) -> Fault {
    let what = said("check.no-actor-of-kind", &[&isolated(kind)]);
    let words = ["agent", "victim", "any", "event"];
    let known = known.iter().copied();
    let remedy = match did_you_mean(kind, known.chain(words)) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => word("check.use-actor-kind").to_owned(),
    };
    Fault::new(&row.file, what, remedy)
        .in_row(row.row)
        .in_column("target")
        .of_value(kind)
}

fn no_frame(row: &NameRow, known: &[&str]) -> Fault {
    let what = said("check.no-frame-of-kind", &[&isolated(&row.kind)]);
    let known = known.iter().copied();
    let fault = |remedy: String| {
        Fault::new(&row.file, what, remedy)
            .in_row(row.row)
            .in_column("kind")
    };
    match did_you_mean(&row.kind, known) {
        Some(likely) => fault(said("hint.likely-name", &[&likely])),
        None => fault(word("check.use-target-kind").to_owned()).as_warning(),
    }
}
