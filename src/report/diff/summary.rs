//! The plain words that say what an edit does.

use super::figures::{moved_clusters, moved_contrasts, moved_profiles, moved_scores, parted};
use super::mentions::{Change, Pair, pairs};
use super::moved::{Line, Moved};
use crate::error::isolated;
use crate::report::cell::Cell;
use crate::report::names::{by_frequency, counted, tally};
use crate::study::Diff;
use std::fmt::Write;

/// How many moves of a kind are told one by one.
const SHOWN: usize = 3;

/// What an edit of the word lists does, in plain words: what was edited, mentions gained and lost
/// by their entries, the largest moves of figures, signs, ranks and clusters.
pub fn changed(diff: &Diff) -> String {
    let mut text = String::new();
    let (contrasts, profiles) = (moved_contrasts(diff), moved_profiles(diff));
    for paragraph in [
        edited(diff),
        read(diff),
        mentions(diff),
        articles(diff),
        told("Sources", "profiles", "lean", &profiles),
        told("Contrasts", "contrasts", "difference", &contrasts),
        ranks(&profiles, &contrasts),
        clusters(diff),
    ] {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{paragraph}");
    }
    text
}

fn edited(diff: &Diff) -> String {
    let changes = &diff.changes;
    if changes.are_none() {
        return "Lists: no difference that matters to a study.".to_owned();
    }
    let terms = [
        ("added", &changes.added),
        ("removed", &changes.removed),
        ("edited", &changes.edited),
    ];
    let told = terms.iter().filter(|(_, ids)| !ids.is_empty());
    let mut told: Vec<String> = told
        .map(|(what, ids)| {
            let shown = ids.iter().take(SHOWN).map(String::as_str);
            let more = if ids.len() > SHOWN { ", …" } else { "" };
            let shown: Vec<&str> = shown.collect();
            format!(
                "{} {what} ({}{more})",
                counted(ids.len(), "term"),
                shown.join(", ")
            )
        })
        .collect();
    told.extend(
        changes
            .everywhere
            .iter()
            .map(|list| format!("{list} edited")),
    );
    if changes.agencies {
        told.push("news agencies (agencies.csv) edited".to_owned());
    }
    format!("Lists: {}.", told.join("; "))
}

fn read(diff: &Diff) -> String {
    let all = counted(diff.corpus.articles.len(), "article");
    let how = if diff.changes.everywhere.is_empty() {
        format!(
            "{} of them with both lists, since no word of the edit stands in the others",
            diff.touched.len()
        )
    } else {
        format!(
            "every one with both lists, since {} can touch any article",
            diff.changes.everywhere.join(", ")
        )
    };
    let events = match (diff.old.events, diff.new.events) {
        (old, new) if old == new => String::new(),
        (old, new) => format!(" Events: {old} before, {new} now."),
    };
    format!("Read: {all}, {how}.{events}")
}

fn mentions(diff: &Diff) -> String {
    let all = pairs(diff);
    let of = |change: Change| -> Vec<&Pair> {
        all.iter().filter(|pair| pair.change() == change).collect()
    };
    let (gained, lost, changed) = (of(Change::Gained), of(Change::Lost), of(Change::Changed));
    let mut text = format!(
        "Mentions: {} gained, {} lost, {} changed (mentions.csv has their sentences).",
        gained.len(),
        lost.len(),
        changed.len()
    );
    let by_entry = |pairs: &[&Pair]| most(pairs.iter().map(|pair| pair.id(diff).to_owned()));
    let by_column = changed.iter().flat_map(|pair| pair.what(diff));
    let lists = [
        ("Gained", by_entry(&gained)),
        ("Lost", by_entry(&lost)),
        ("Changed", by_entry(&changed)),
        ("Changed in", most(by_column.map(str::to_owned))),
    ];
    for (what, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        let _ = write!(text, "\n   {what}: {list}");
    }
    text
}

/// Names with how often they stand among the given ones, the most frequent first.
fn most(names: impl Iterator<Item = String>) -> String {
    let all = by_frequency(tally(names));
    let shown = all.iter().take(2 * SHOWN);
    let mut shown: Vec<String> = shown
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    if all.len() > 2 * SHOWN {
        shown.push("…".to_owned());
    }
    shown.join(" · ")
}

fn articles(diff: &Diff) -> String {
    let scores = moved_scores(diff);
    let mut ids: Vec<&str> = scores.iter().map(|row| row.key()[0]).collect();
    ids.sort_unstable();
    ids.dedup();
    match ids.len() {
        0 => "Articles: no score moved.".to_owned(),
        some => format!(
            "Articles: {}, in {}{} (scores.csv).",
            sum(&scores, ("score", "lean")),
            counted(some, "article"),
            signs(&scores)
        ),
    }
}

/// *5 scores moved in lean, 2 in other figures only, 1 new, 2 gone*.
fn sum(rows: &[Moved], (what, value): (&str, &str)) -> String {
    let of = |change: &str| rows.iter().filter(|row| row.change() == change).count();
    let still = |row: &&Moved| row.by().is_none_or(|by| by.abs() < SEEN);
    let still = rows
        .iter()
        .filter(|row| row.change() == "moved")
        .filter(still)
        .count();
    let counts = [
        (of("moved") - still, format!("moved in {value}")),
        (still, "in other figures only".to_owned()),
        (of("new"), "new".to_owned()),
        (of("gone"), "gone".to_owned()),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told = told.enumerate().map(|(at, (count, how))| match at {
        0 => format!("{} {how}", counted(*count, what)),
        _ => format!("{count} {how}"),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Less is not seen among four decimals.
const SEEN: f64 = 0.000_05;

fn signs(rows: &[Moved]) -> String {
    match rows.iter().filter(|row| row.turned()).count() {
        0 => String::new(),
        1 => "; 1 changed its sign".to_owned(),
        many => format!("; {many} changed their sign"),
    }
}

fn told(subject: &str, table: &str, value: &str, rows: &[Moved]) -> String {
    if rows.is_empty() {
        return format!("{subject}: no {} moved.", table.trim_end_matches('s'));
    }
    let mut text = format!(
        "{subject}: {}{} ({table}.csv).",
        sum(rows, (table.trim_end_matches('s'), value)),
        signs(rows)
    );
    // What turned matters most, however little it moved.
    let mut first: Vec<&Moved> = rows.iter().filter(|row| row.size() >= SEEN).collect();
    first.sort_by_key(|row| !row.turned());
    for row in first.into_iter().take(SHOWN) {
        let _ = write!(text, "\n   {}: {value} {}", name(row), from_to(row));
    }
    text
}

fn name(row: &Moved) -> String {
    let key = row.key().iter().filter(|name| !name.is_empty());
    key.map(|name| isolated(name))
        .collect::<Vec<_>>()
        .join(" · ")
}

fn from_to(row: &Moved) -> String {
    let value = |line: &Option<Line>| match line.as_ref().and_then(|line| line.value) {
        Some(value) => format!("{value:+.2}"),
        None => "none".to_owned(),
    };
    let turned = if row.turned() {
        " (its sign changed)"
    } else {
        ""
    };
    format!("{} → {}{turned}", value(&row.old), value(&row.new))
}

/// The rank of a side: the last of what is compared.
fn rank(line: &Option<Line>) -> Option<i64> {
    match line.as_ref()?.cells.last()? {
        Cell::Count(rank) => Some(*rank),
        _ => None,
    }
}

fn ranks(profiles: &[Moved], contrasts: &[Moved]) -> String {
    let mut told = Vec::new();
    let mut text = String::new();
    for (what, rows) in [("source", profiles), ("contrast", contrasts)] {
        let other = |row: &&Moved| rank(&row.old) != rank(&row.new);
        let mut rows: Vec<&Moved> = rows.iter().filter(other).collect();
        if rows.is_empty() {
            continue;
        }
        told.push(counted(rows.len(), what));
        // The places at the top are those that a text quotes.
        let top = |row: &&Moved| [rank(&row.old), rank(&row.new)].into_iter().flatten().min();
        rows.sort_by_key(top);
        for row in rows.into_iter().take(SHOWN) {
            let place =
                |line: &Option<Line>| rank(line).map_or("none".to_owned(), |r| r.to_string());
            let (old, new) = (place(&row.old), place(&row.new));
            let _ = write!(text, "\n   {what} {}: {old} → {new}", name(row));
        }
    }
    match told.is_empty() {
        true => "Ranks: as they were.".to_owned(),
        false => format!("Ranks: {} in another place.{text}", told.join(" and ")),
    }
}

fn clusters(diff: &Diff) -> String {
    let (old, new) = (
        &diff.old.compared.clusters.verdict,
        &diff.new.compared.clusters.verdict,
    );
    let rows = moved_clusters(diff);
    let parted: Vec<String> = rows.iter().filter(|row| parted(row)).map(name).collect();
    let company = match parted.len() {
        0 => "no source in other company than before".to_owned(),
        some => format!(
            "{} in other company ({})",
            counted(some, "source"),
            parted.join(", ")
        ),
    };
    match old == new {
        true => format!("Clusters: {company}. Before and now: {new}."),
        false => format!("Clusters: {company}.\n   Before: {old}.\n   Now: {new}."),
    }
}
