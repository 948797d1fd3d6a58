//! Agreement as a table and in words.

use crate::coding::agreement::{Agreement, Estimate};
use crate::coding::{AgreementRow, Overall, Question, SampleOf, Value};
use crate::error::shown_name;
use crate::report::cell::Cell;
use crate::wording::{counted, said, word};
use std::fmt::Write;

/// A row as cells, one a column of [`AGREE`].
pub(crate) fn agree_cells<'a>(row: &AgreementRow<'a>) -> Vec<Cell<'a>> {
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
        measured.map_or(Cell::Missing, |_| Cell::count(row.question.abstained)),
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
        None => word("agree.one-answer"),
        Some(alpha) if alpha.interval.is_none() => word("agree.no-interval"),
        Some(_) => "",
    }
}

/// The table for readers.
pub(crate) fn agree_words(overall: &Overall) -> String {
    let [first, second] = &overall.names;
    let articles = counted(overall.articles, "article");
    let mut text = said("agree.sum", &[first, second, &articles]);
    if overall.left_out > 0 {
        let left_out = counted(overall.left_out, "article");
        text += &said("agree.left-out", &[&left_out]);
    }
    if overall.of == SampleOf::Places {
        text += word("agree.at-places");
    }
    text += ".\n";
    for doubt in &overall.doubts {
        text += doubt;
        text.push('\n');
    }
    if overall.questions.is_empty() {
        let _ = writeln!(text, "\n{}", word("agree.nothing"));
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
        ("label", SampleOf::Articles) => said("agree.either", &[&places]),
        ("label", SampleOf::Places) => places,
        _ => said("agree.both", &[&places]),
    };
    let (same, answers) = (question.nominal.same, question.nominal.answers);
    let percent = (answers > 0).then(|| 100.0 * f64::from(same) / f64::from(answers));
    let percent = percent.map_or("–".to_owned(), |percent| format!("{percent:.0}"));
    let [kappa, alpha] = [question.nominal.kappa, question.nominal.alpha].map(told);
    let mut text = format!(
        "{}: {places}\n  {}",
        question.what,
        said("agree.same", &[&percent, &kappa, &alpha])
    );
    if question.what == "actor" {
        let (differ, abstained) = (answers - same, question.abstained);
        text += &format!(
            "\n  {}",
            said("agree.actors", &[&same, &differ, &abstained])
        );
    }
    if let Some(ordinal) = &question.ordinal {
        text += &said("agree.ordinal", &[&told(ordinal.alpha)]);
    }
    let remark = remark(&question.nominal);
    if !remark.is_empty() {
        text += &format!("\n  ({remark})");
    }
    let name = |value: &Value| match value.frame.as_str() {
        "" => shown_name(&value.name),
        frame => shown_name(format!("{frame}: {}", value.name)),
    };
    let names: Vec<String> = question.values.iter().map(name).collect();
    let width = names
        .iter()
        .map(|name| name.chars().count())
        .max()
        .unwrap_or(0)
        .max(3);
    text += &format!("\n  {:width$}  {}\n", "", word("agree.header"));
    let all = (word("agree.all").to_owned(), question.total);
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
    let number = |number: f64| format!("{number:.2}");
    let value = number(estimate.value);
    match estimate.interval {
        Some((low, high)) => said("agree.interval", &[&value, &number(low), &number(high)]),
        None => value,
    }
}

fn share(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.2}"))
}
