//! Agreement as a table and in words.

use crate::coding::agreement::{Agreement, Estimate};
use crate::coding::{Overall, Question, Row, SampleOf, Value};
use crate::report::cell::{Cell, Explained};
use crate::report::names::counted;
use std::fmt::Write;

/// The columns of the table of agreement.
pub const AGREE: &[Explained] = &[
    (
        "what",
        "label, voice, stance or actor",
        "what is compared: labels at every place that either coding marks, all else at the places that both mark",
    ),
    ("frame", "name", "the question that a label answers"),
    (
        "value",
        "text",
        "the answer; empty in the rows of all answers together",
    ),
    (
        "scale",
        "nominal or ordinal",
        "how answers are compared in such a row: the same or not, or by rank",
    ),
    (
        "first",
        "count",
        "how often the first coding gives the answer",
    ),
    ("second", "count", "how often the second does"),
    ("both", "count", "how often both do at the same place"),
    ("precision", "0…1", "both ÷ second"),
    (
        "recall",
        "0…1",
        "both ÷ first; empty where only single places were looked at",
    ),
    ("f1", "0…1", "harmonic mean of precision and recall"),
    ("places", "count", "places that are compared"),
    ("agreement", "0…1", "share of these with the same answer"),
    ("kappa", "up to 1", "Cohen's κ; 0 is what chance gives"),
    (
        "kappa_low",
        "up to 1",
        "lower end of its 95 % interval over articles",
    ),
    ("kappa_high", "up to 1", "upper end of that interval"),
    (
        "alpha",
        "up to 1",
        "Krippendorff's α; 0 is what chance gives",
    ),
    (
        "alpha_low",
        "up to 1",
        "lower end of its 95 % interval over articles",
    ),
    ("alpha_high", "up to 1", "upper end of that interval"),
    ("remark", "text", "why a figure is absent"),
];

/// A row as cells, one a column of [`AGREE`].
pub fn agree_cells<'a>(row: &Row<'a>) -> Vec<Cell<'a>> {
    let hits = row.hits();
    let (scale, measured) = row.measured.unzip();
    let recall = row.question.has_recall;
    let kappa = measured
        .and_then(|measured| measured.kappa)
        .filter(|_| scale == Some("nominal"));
    let alpha = measured.and_then(|measured| measured.alpha);
    let mut cells = vec![
        Cell::text(row.question.what),
        Cell::text(row.value.map_or("", |value| &value.frame)),
        Cell::text(row.value.map_or("", |value| &value.name)),
        Cell::text(scale.unwrap_or_default()),
        Cell::count(hits.first),
        Cell::count(hits.second),
        Cell::count(hits.both),
        Cell::number(hits.precision()),
        Cell::number(hits.recall().filter(|_| recall)),
        Cell::number(hits.f1().filter(|_| recall)),
        measured.map_or(Cell::Missing, |measured| Cell::count(measured.answers)),
        measured.map_or(Cell::Missing, |measured| {
            Cell::share(measured.same, measured.answers)
        }),
    ];
    for estimate in [kappa, alpha] {
        let interval = estimate.and_then(|estimate| estimate.interval);
        cells.push(Cell::number(estimate.map(|estimate| estimate.value)));
        cells.push(Cell::number(interval.map(|interval| interval.0)));
        cells.push(Cell::number(interval.map(|interval| interval.1)));
    }
    cells.push(Cell::text(measured.map_or("", remark)));
    cells
}

fn remark(measured: &Agreement) -> &'static str {
    match measured.alpha {
        None => "one answer only: nothing to agree on beyond it",
        Some(alpha) if alpha.interval.is_none() => {
            "too few articles, or too few that differ, for an interval"
        }
        Some(_) => "",
    }
}

/// The table for readers.
pub fn agree_words(overall: &Overall) -> String {
    let [first, second] = &overall.names;
    let mut text = format!(
        "First: {first}. Second: {second}. Compared: {}",
        counted(overall.articles, "article")
    );
    if overall.left_out > 0 {
        let left_out = counted(overall.left_out, "article");
        text += &format!("; left out: {left_out} that only one of them has");
    }
    text += match overall.of {
        SampleOf::Articles => ".\n",
        SampleOf::Places => ", at the places that the first lists.\n",
    };
    for doubt in &overall.doubts {
        text += doubt;
        text.push('\n');
    }
    if overall.questions.is_empty() {
        text += "\nNeither marks a label.\n";
    }
    for question in &overall.questions {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\n{}", question_words(question, overall.of));
    }
    text
}

fn question_words(question: &Question, of: SampleOf) -> String {
    let places = counted(question.nominal.answers as usize, "place");
    let places = match (question.what, of) {
        ("label", SampleOf::Articles) => {
            format!("{places} that either marks; where only one does, they disagree")
        }
        ("label", SampleOf::Places) => places,
        _ => format!("{places} that both mark"),
    };
    let same = f64::from(question.nominal.same) / f64::from(question.nominal.answers);
    let mut text = format!(
        "{}: {places}\n  the same at {:.0} %; kappa {}; alpha {}",
        question.what,
        100.0 * same,
        told(question.nominal.kappa),
        told(question.nominal.alpha)
    );
    if let Some(ordinal) = &question.ordinal {
        text += &format!("; ordinal alpha {}", told(ordinal.alpha));
    }
    let remark = remark(&question.nominal);
    if !remark.is_empty() {
        text += &format!("\n  ({remark})");
    }
    let name = |value: &Value| match value.frame.as_str() {
        "" => value.name.clone(),
        frame => format!("{frame}: {}", value.name),
    };
    let names: Vec<String> = question.values.iter().map(name).collect();
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0)
        .max(3);
    text += &format!(
        "\n  {:width$}  first  second  both  precision  recall    F1\n",
        ""
    );
    let all = ("all".to_owned(), question.total);
    let values = names
        .into_iter()
        .zip(question.values.iter().map(|value| value.hits));
    for (name, hits) in values.chain([all]) {
        let recall = |share: Option<f64>| share.filter(|_| question.has_recall);
        text += &format!(
            "  {name:width$}  {:5}  {:6}  {:4}  {:>9}  {:>6}  {:>4}\n",
            hits.first,
            hits.second,
            hits.both,
            share(hits.precision()),
            share(recall(hits.recall())),
            share(recall(hits.f1()))
        );
    }
    text
}

/// A coefficient with its interval.
fn told(estimate: Option<Estimate>) -> String {
    let Some(estimate) = estimate else {
        return "–".to_owned();
    };
    match estimate.interval {
        Some((low, high)) => format!("{:.2} ({low:.2} to {high:.2})", estimate.value),
        None => format!("{:.2}", estimate.value),
    }
}

fn share(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.2}"))
}
