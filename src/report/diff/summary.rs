//! The plain words that say what an edit does.

use super::figures::{moved_clusters, moved_contrasts, moved_profiles, moved_scores, parted};
use super::mentions::{Change, MovedMention, pairs};
use super::moved::{Moved, SideRow};
use crate::error::{isolated, shown_name};
use crate::report::cell::Cell;
use crate::report::names::{by_frequency, tally};
use crate::report::tables::clusters;
use crate::study::Diff;
use crate::wording::{Tongue, counted, said, word};

/// How many moves of a kind are told one by one.
const SHOWN: usize = 3;

/// What an edit of the word lists does, in plain words: what was edited, mentions gained and lost
/// by their entries, the largest moves of figures, signs, ranks and clusters.
pub(crate) fn changed(diff: &Diff) -> String {
    let (contrasts, profiles) = (moved_contrasts(diff), moved_profiles(diff));
    let paragraphs = [
        edited(diff),
        read(diff),
        mentions(diff),
        articles(diff),
        told(&OF_PROFILES, &profiles),
        told(&OF_CONTRASTS, &contrasts),
        ranks(&profiles, &contrasts),
        clusters(diff),
    ];
    let told = paragraphs.iter().map(|told| format!("{told}\n"));
    told.collect()
}

fn edited(diff: &Diff) -> String {
    let changes = &diff.changes;
    if changes.are_none() {
        return word("changes.none").to_owned();
    }
    let terms = [
        ("changes.added", &changes.added),
        ("changes.removed", &changes.removed),
        ("changes.edited", &changes.edited),
    ];
    let mut told = Vec::new();
    for (key, ids) in terms.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        let mut shown: Vec<String> = ids.iter().take(SHOWN).map(shown_name).collect();
        if ids.len() > SHOWN {
            shown.push("…".to_owned());
        }
        told.push(said(key, &[&counted(ids.len(), "term"), &shown.join(", ")]));
    }
    let lists = changes.everywhere.iter().copied();
    let agencies = changes.agencies.then(|| word("run.agencies"));
    let lists = lists.chain(agencies);
    told.extend(lists.map(|list| said("changes.list", &[&list])));
    said("changes.lists", &[&told.join("; ")])
}

fn read(diff: &Diff) -> String {
    let all = counted(diff.corpus.articles.len(), "article");
    let mut text = if diff.changes.everywhere.is_empty() {
        said("changes.read-some", &[&all, &diff.touched.len()])
    } else {
        let lists = diff.changes.everywhere.join(", ");
        said("changes.read-all", &[&all, &lists])
    };
    let (old, new) = (diff.old.events, diff.new.events);
    if old != new {
        text += &format!(" {}", said("changes.events", &[&old, &new]));
    }
    text
}

fn mentions(diff: &Diff) -> String {
    let all = pairs(diff);
    let of = |change: Change| -> Vec<&MovedMention> {
        all.iter().filter(|pair| pair.change() == change).collect()
    };
    let (gained, lost, changed) = (of(Change::Gained), of(Change::Lost), of(Change::Changed));
    let mut text = said(
        "changes.mentions",
        &[&gained.len(), &lost.len(), &changed.len()],
    );
    let by_entry =
        |pairs: &[&MovedMention]| most(pairs.iter().map(|pair| pair.id(diff).to_owned()));
    let by_column = changed.iter().flat_map(|pair| pair.what(diff));
    let lists = [
        ("changes.gained", by_entry(&gained)),
        ("changes.lost", by_entry(&lost)),
        ("changes.changed", by_entry(&changed)),
        ("changes.columns", most(by_column.map(str::to_owned))),
    ];
    for (key, list) in lists.iter().filter(|(_, list)| !list.is_empty()) {
        text += &format!("\n   {}", said(key, &[list]));
    }
    text
}

/// Names with how often they stand among the given ones, the most frequent first.
fn most(names: impl Iterator<Item = String>) -> String {
    let all = by_frequency(tally(names));
    let shown = all.iter().take(2 * SHOWN);
    let mut shown: Vec<String> = shown
        .map(|(name, count)| format!("{} {count}", shown_name(name)))
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
        0 => word("changes.no-articles").to_owned(),
        some => {
            let scores = (sum(&scores, ("score", "changes.of-lean")), signs(&scores));
            let articles = counted(some, "article");
            said("changes.articles", &[&scores.0, &articles, &scores.1])
        }
    }
}

/// *5 scores moved in lean, 2 in other figures only, 1 new, 2 gone*.
fn sum(rows: &[Moved], (what, moved): (&str, &str)) -> String {
    let of = |change: &str| rows.iter().filter(|row| row.change() == change).count();
    let still = |row: &&Moved| row.by().is_none_or(|by| by.abs() < SEEN);
    let still = rows
        .iter()
        .filter(|row| row.change() == "moved")
        .filter(still)
        .count();
    let counts = [
        (of("moved") - still, moved),
        (still, "changes.of-others"),
        (of("new"), "changes.new"),
        (of("gone"), "changes.gone"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told = told.enumerate().map(|(at, (count, how))| match at {
        0 => said(how, &[&counted(*count, what)]),
        _ => said(how, &[count]),
    });
    told.collect::<Vec<_>>().join(", ")
}

/// Less is not seen among four decimals.
const SEEN: f64 = 0.000_05;

fn signs(rows: &[Moved]) -> String {
    match rows.iter().filter(|row| row.turned()).count() {
        0 => String::new(),
        some => counted(some, "changes.signs"),
    }
}

/// The wordings of the moves of a table.
struct Wordings {
    what: &'static str,
    none: &'static str,
    some: &'static str,
    of_value: &'static str,
    value: &'static str,
}

const OF_PROFILES: Wordings = Wordings {
    what: "profile",
    none: "changes.no-profiles",
    some: "changes.profiles",
    of_value: "changes.of-lean",
    value: "changes.lean",
};

const OF_CONTRASTS: Wordings = Wordings {
    what: "contrast",
    none: "changes.no-contrasts",
    some: "changes.contrasts",
    of_value: "changes.of-difference",
    value: "changes.difference",
};

fn told(of: &Wordings, rows: &[Moved]) -> String {
    if rows.is_empty() {
        return word(of.none).to_owned();
    }
    let mut text = said(of.some, &[&sum(rows, (of.what, of.of_value)), &signs(rows)]);
    // What turned matters most, however little it moved.
    let mut first: Vec<&Moved> = rows.iter().filter(|row| row.size() >= SEEN).collect();
    first.sort_by_key(|row| !row.turned());
    for row in first.into_iter().take(SHOWN) {
        let told = said(of.value, &[&name(row), &from_to(row)]);
        text += &format!("\n   {told}");
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
    let value = |line: &Option<SideRow>| match line.as_ref().and_then(|line| line.value) {
        Some(value) => format!("{value:+.2}"),
        None => word("changes.nothing").to_owned(),
    };
    let key = match row.turned() {
        true => "changes.turned",
        false => "changes.from-to",
    };
    said(key, &[&value(&row.old), &value(&row.new)])
}

/// The rank of a side: the last of what is compared.
fn rank(line: &Option<SideRow>) -> Option<i64> {
    match line.as_ref()?.cells.last()? {
        Cell::Count(rank) => Some(*rank),
        _ => None,
    }
}

fn ranks(profiles: &[Moved], contrasts: &[Moved]) -> String {
    let mut told = Vec::new();
    let mut text = String::new();
    for (what, key, rows) in [
        ("source", "changes.rank-of-source", profiles),
        ("contrast", "changes.rank-of-contrast", contrasts),
    ] {
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
            let place = |line: &Option<SideRow>| match rank(line) {
                Some(rank) => rank.to_string(),
                None => word("changes.nothing").to_owned(),
            };
            let told = said(key, &[&name(row), &place(&row.old), &place(&row.new)]);
            text += &format!("\n   {told}");
        }
    }
    let told = match told.as_slice() {
        [] => return word("changes.same-ranks").to_owned(),
        [one] => one.clone(),
        [one, other, ..] => said("changes.and", &[one, other]),
    };
    said("changes.ranks", &[&told]) + &text
}

fn clusters(diff: &Diff) -> String {
    let [old, new] = [&diff.old, &diff.new]
        .map(|side| clusters::verdict(side.compared.clusters.verdict, Tongue::English));
    let rows = moved_clusters(diff);
    let parted: Vec<String> = rows.iter().filter(|row| parted(row)).map(name).collect();
    let company = match parted.len() {
        0 => word("changes.same-company").to_owned(),
        some => {
            let sources = counted(some, "source");
            said("changes.company", &[&sources, &parted.join(", ")])
        }
    };
    match old == new {
        true => said("changes.clusters", &[&company, &new]),
        false => [
            said("changes.other-clusters", &[&company]),
            said("changes.before", &[&old]),
            said("changes.now", &[&new]),
        ]
        .join("\n   "),
    }
}
