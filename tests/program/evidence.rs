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

/// The report of the demo study, and its mentions that count, with source and event.
fn report() -> (tempfile::TempDir, Vec<Row>) {
    let lexicon = Lexicon::built_in().unwrap();
    let corpus = demo().unwrap();
    let findings = weigh(corpus, lexicon, Settings::default(), &Silent).unwrap();
    let home = tempfile::tempdir().unwrap();
    findings.write(&home.path().join("r"), Mark::None).unwrap();
    let folder = home.path().join("r");
    let articles: BTreeMap<String, Row> = rows(&folder, "articles")
        .into_iter()
        .map(|row| (row["article"].clone(), row))
        .collect();
    let mut mentions = rows(&folder, "mentions");
    mentions.retain(|row| row["counted"] == "1");
    for row in &mut mentions {
        let article = &articles[&row["article"]];
        for name in ["source", "event", "copy_of"] {
            row.insert(name.to_owned(), article[name].clone());
        }
    }
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
    let by = ["source", "frame", "voice"];
    let profiles = rows(&folder, "profiles");
    assert_eq!(
        sums(&profiles, &by, Some("mentions")),
        sums(&witnesses, &by, None),
        "profiles"
    );
    let own: Vec<Row> = witnesses
        .into_iter()
        .filter(|row| row["voice"] == "narrator")
        .collect();
    let own = sums(&own, &["frame", "actor", "source"], None);
    for row in rows(&folder, "contrasts") {
        let key = ["frame", "actor", "source"]
            .map(|name| row[name].clone())
            .to_vec();
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
                && !["event", "headline", "first_date", "frame", "actor"].contains(&column.as_str())
            {
                let key = ["event", "frame", "actor"].map(|name| row[name].clone());
                told.insert([key.to_vec(), vec![column.clone()]].concat(), sum);
            }
        }
    }
    assert_eq!(told, own);
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
