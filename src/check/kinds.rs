//! Kinds of actors: those that actors have, and those that frames are about.

use crate::error::{Fault, did_you_mean, isolated};
use crate::lexicon::Target;
use crate::lexicon::rows::{LabelRow, NameRow, Rows, names::KINDS};
use std::collections::{BTreeMap, BTreeSet};

/// Frames about a kind that no actor has, and actors of a kind that no frame is about, unless the
/// kind is one of [`KINDS`]; one fault a frame and an actor.
///
/// A kind of a researcher's own is good enough for sorting actors, and a warning; one that looks
/// like a slip for another kind is an error.
pub fn unknown(rows: &Rows) -> Vec<Fault> {
    let of_actors: BTreeSet<&str> = rows.names.iter().map(|row| row.kind.as_str()).collect();
    let of_frames: BTreeSet<&str> = rows.labels.iter().flat_map(targeted).collect();
    let mut faults = Vec::new();
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for row in &rows.labels {
        for kind in targeted(row).filter(|kind| !is_known(kind, &of_actors)) {
            if told.insert((&row.frame, kind)) {
                faults.push(no_actor(row, kind, &of_actors));
            }
        }
    }
    let mut actors: BTreeMap<&str, &NameRow> = BTreeMap::new();
    for row in &rows.names {
        if !is_known(&row.kind, &of_frames) {
            actors.entry(&row.actor).or_insert(row);
        }
    }
    faults.extend(actors.into_values().map(|row| no_frame(row, &of_frames)));
    faults
}

fn targeted(row: &LabelRow) -> impl Iterator<Item = &str> {
    let kinds = match &row.target {
        Target::Kinds(kinds) => kinds.as_slice(),
        _ => &[],
    };
    kinds.iter().map(String::as_str)
}

fn is_known(kind: &str, others: &BTreeSet<&str>) -> bool {
    KINDS.contains(&kind) || others.contains(kind)
}

fn no_actor(row: &LabelRow, kind: &str, of_actors: &BTreeSet<&str>) -> Fault {
    let what = format!("no actor is of the kind {}", isolated(kind));
    let words = ["agent", "victim", "any"];
    let known = of_actors.iter().copied().chain(KINDS.iter().copied());
    let remedy = match did_you_mean(kind, known.chain(words)) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => "use a kind of `actors.csv`, or `agent`, `victim` or `any`".to_owned(),
    };
    Fault::new(&row.file, what, remedy)
        .in_row(row.row)
        .in_column("target")
        .of_value(kind)
}

fn no_frame(row: &NameRow, of_frames: &BTreeSet<&str>) -> Fault {
    let what = format!("no frame is about the kind {}", isolated(&row.kind));
    let known = of_frames.iter().copied().chain(KINDS.iter().copied());
    let fault = |remedy: String| {
        Fault::new(&row.file, what, remedy)
            .in_row(row.row)
            .in_column("kind")
    };
    match did_you_mean(&row.kind, known) {
        Some(likely) => fault(format!("did you mean `{likely}`?")),
        None => fault("use a kind that a frame has as its target".to_owned()).as_warning(),
    }
}
