//! Evidence is closed: the rows of `mentions.csv` add up to every count elsewhere.

use mizan::{Lexicon, Mark, Settings, Silent, demo, weigh};
use std::collections::BTreeMap;
use std::path::Path;

type Row = BTreeMap<String, String>;

fn rows(folder: &Path, table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// Sums of a column by the values of others.
fn sums(rows: &[Row], by: &[&str], column: Option<&str>) -> BTreeMap<Vec<String>, f64> {
    let mut sums = BTreeMap::new();
    for row in rows {
        let key: Vec<String> = by.iter().map(|name| row[*name].clone()).collect();
        let value = column.map_or(1.0, |name| row[name].parse().unwrap());
        *sums.entry(key).or_default() += value;
    }
    sums
}

/// The report of the demo study, all rows of it, and its mentions that count.
fn report() -> (tempfile::TempDir, Vec<Row>) {
    let mut settings = Settings::default();
    for key in ["all_events", "all_contrasts"] {
        settings.set(key, "true").unwrap();
    }
    report_with(settings)
}

fn report_with(settings: Settings) -> (tempfile::TempDir, Vec<Row>) {
    let lexicon = Lexicon::built_in().unwrap();
    let corpus = demo().unwrap();
    let findings = weigh(corpus, lexicon, settings, &Silent).unwrap();
    let home = tempfile::tempdir().unwrap();
    findings.write(&home.path().join("r"), Mark::None).unwrap();
    let folder = home.path().join("r");
    let mut mentions = rows(&folder, "mentions");
    mentions.retain(|row| row["counted"] == "1");
    (home, mentions)
}

#[test]
fn mentions_add_up_to_labels_scores_profiles_and_contrasts() {
    let (home, mentions) = report();
    let folder = home.path().join("r");
    let by = ["event", "source", "frame", "actor", "label", "voice"];
    let labels = rows(&folder, "labels");
    assert_eq!(
        sums(&labels, &by, Some("mentions")),
        sums(&mentions, &by, None),
        "labels"
    );
    let by = ["article", "frame", "actor", "voice"];
    let scores = rows(&folder, "scores");
    assert_eq!(
        sums(&scores, &by, Some("mentions")),
        sums(&mentions, &by, None),
        "scores"
    );
    let witnesses: Vec<Row> = mentions
        .iter()
        .filter(|row| row["copy_of"].is_empty())
        .cloned()
        .collect();
    let profiles = rows(&folder, "profiles");
    let (known, all): (Vec<Row>, Vec<Row>) = profiles
        .into_iter()
        .partition(|row| !row["actor"].is_empty());
    let by = ["source", "frame", "voice"];
    assert_eq!(
        sums(&all, &by, Some("mentions")),
        sums(&witnesses, &by, None),
        "profiles of all"
    );
    let by = ["source", "frame", "actor", "voice"];
    let mut named = sums(&witnesses, &by, None);
    named.retain(|key, _| !key[2].is_empty());
    assert_eq!(sums(&known, &by, Some("mentions")), named, "profiles");
    let own: Vec<Row> = witnesses
        .into_iter()
        .filter(|row| row["voice"] == "narrator")
        .collect();
    let own = sums(&own, &["frame", "actor", "source"], None);
    for row in rows(&folder, "contrasts") {
        let mut key = ["frame", "actor", "source"]
            .map(|name| row[name].clone())
            .to_vec();
        if key[1] == "(the event)" {
            key[1].clear();
        }
        assert_eq!(
            row["mentions"].parse::<f64>().unwrap(),
            own[&key],
            "contrasts: {row:?}"
        );
    }
}

#[test]
fn leans_of_scores_are_the_mean_stances_of_their_mentions() {
    let (home, mentions) = report();
    let by = ["article", "frame", "actor", "voice"];
    let stances = sums(&mentions, &by, Some("stance"));
    for row in rows(&home.path().join("r"), "scores") {
        let key = by.map(|name| row[name].clone()).to_vec();
        let mean = stances[&key] / row["mentions"].parse::<f64>().unwrap();
        let lean: f64 = row["lean"].parse().unwrap();
        assert!((lean - mean).abs() < 5e-5, "{row:?}");
    }
}

#[test]
fn words_of_comparison_add_up_to_the_narrators_mentions() {
    let (home, mentions) = report();
    let own: Vec<Row> = mentions
        .into_iter()
        .filter(|row| row["voice"] == "narrator")
        .collect();
    let own = sums(&own, &["event", "frame", "actor", "source"], None);
    let mut told = BTreeMap::new();
    for row in rows(&home.path().join("r"), "comparison") {
        for (column, cell) in &row {
            let words = cell
                .split(" · ")
                .filter_map(|word| word.rsplit(" ").next()?.parse::<f64>().ok());
            let sum: f64 = words.sum();
            if sum > 0.0
                && ![
                    "event",
                    "headline",
                    "first_date",
                    "frame",
                    "actor",
                    "disagreement",
                ]
                .contains(&column.as_str())
            {
                let key = ["event", "frame", "actor"].map(|name| row[name].clone());
                told.insert([key.to_vec(), vec![column.clone()]].concat(), sum);
            }
        }
    }
    assert_eq!(told, own);
}

#[test]
fn words_of_naming_add_up_to_the_narrators_mentions_with_copies_once() {
    let mut settings = Settings::default();
    settings.set("all_tables", "true").unwrap();
    let (home, mentions) = report_with(settings);
    let own = |row: &&Row| row["voice"] == "narrator" && row["copy_of"].is_empty();
    let own: Vec<Row> = mentions.iter().filter(own).cloned().collect();
    let expected = sums(&own, &["frame", "actor", "source"], None);
    let namings = rows(&home.path().join("r"), "naming");
    let mut told = BTreeMap::new();
    for row in &namings {
        for (column, cell) in row.iter().filter(|(column, _)| column.ends_with(" n")) {
            let source = column.trim_end_matches(" n");
            let words = row[source].split(" · ");
            let counts = words.filter_map(|word| word.rsplit(' ').next()?.parse::<f64>().ok());
            let sum: f64 = counts.sum();
            assert_eq!(cell.parse().unwrap_or(0.0), sum, "{row:?}");
            if sum > 0.0 {
                let key = [&row["frame"], &row["actor"], source].map(str::to_owned);
                told.insert(key.to_vec(), sum);
            }
        }
    }
    assert_eq!(told, expected);
}

#[test]
fn who_is_known_and_what_differs_stand_first() {
    let (home, _) = report_with(Settings::default());
    let folder = home.path().join("r");
    let number = |row: &Row, column: &str| row[column].parse::<f64>().ok();
    let falls = |numbers: &[Option<f64>]| {
        let of = |found: &Option<f64>| found.unwrap_or(-1.0);
        numbers.windows(2).all(|two| of(&two[0]) >= of(&two[1]))
    };
    let namings = rows(&folder, "naming");
    for known in namings.chunk_by(|a, b| a["actor"].is_empty() == b["actor"].is_empty()) {
        let apart: Vec<_> = known
            .iter()
            .map(|row| number(row, "disagreement"))
            .collect();
        // What hangs on single articles stands behind what does not.
        let rises = |at: &usize| !falls(&apart[*at..*at + 2]);
        let thin = (0..apart.len().saturating_sub(1)).find(rises);
        let (often, thin) = apart.split_at(thin.map_or(apart.len(), |at| at + 1));
        assert!(falls(often) && falls(thin), "{apart:?}");
    }
    let nobody = namings.iter().position(|row| row["actor"].is_empty());
    assert!(
        namings[nobody.unwrap()..]
            .iter()
            .all(|row| row["actor"].is_empty())
    );
    let events = rows(&folder, "events");
    let shared = |event: &str| {
        events
            .iter()
            .any(|e| e["event"] == event && e["sources"] != "1")
    };
    let comparison = rows(&folder, "comparison");
    assert!(comparison.iter().all(|row| shared(&row["event"])));
    let apart: Vec<_> = comparison
        .iter()
        .map(|row| number(row, "disagreement"))
        .collect();
    assert!(falls(&apart), "{apart:?}");
    let contrasts = rows(&folder, "contrasts");
    assert!(
        contrasts
            .iter()
            .all(|row| !row["actor"].is_empty() && row["shared_events"] != "0")
    );
    let differing = contrasts
        .iter()
        .filter(|row| number(row, "difference") != Some(0.0));
    let q: Vec<_> = differing
        .map(|row| number(row, "q").map_or(-2.0, |q| -q))
        .collect();
    assert!(q.is_sorted_by(|a, b| a >= b), "{q:?}");
}

#[test]
fn places_cut_the_form_out_of_the_text_as_given() {
    let (_home, mentions) = report();
    let corpus = demo().unwrap();
    for row in mentions {
        let article = corpus
            .articles
            .iter()
            .find(|a| a.id == row["article"])
            .unwrap();
        let text = if row["part"] == "title" {
            &article.title
        } else {
            &article.text
        };
        let place = |name: &str| row[name].parse::<usize>().unwrap();
        assert_eq!(&text[place("start_byte")..place("end_byte")], row["form"]);
        let chars = place("start_char")..place("end_char");
        let cut: String = text.chars().skip(chars.start).take(chars.len()).collect();
        assert_eq!(cut, row["form"]);
    }
}
