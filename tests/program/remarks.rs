//! What a contrast says in words is true: each sentence and each row of `sensitivity.csv` worked out
//! anew from `mentions.csv`.

use mizan::{Lexicon, Mark, Settings, Silent, ToldIn, demo, weigh};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Row = BTreeMap<String, String>;

fn rows(folder: &Path, table: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{table}.csv"))).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The demo report: its contrasts, its sensitivity, its narrator's mentions of articles that count.
struct Report {
    contrasts: Vec<Row>,
    sensitivity: Vec<Row>,
    mentions: Vec<Row>,
    summary: String,
    /// The key of each label by its name.
    labels: BTreeMap<String, String>,
}

fn report() -> Report {
    let lexicon = Lexicon::built_in().unwrap();
    let settings = Settings {
        draws: 100,
        language: ToldIn::English,
        ..Settings::default()
    };
    let findings = weigh(demo().unwrap(), lexicon, settings, &Silent).unwrap();
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("r");
    findings.write(&folder, Mark::None).unwrap();
    let articles: BTreeMap<String, Row> = rows(&folder, "articles")
        .into_iter()
        .map(|row| (row["article"].clone(), row))
        .collect();
    let mut mentions = rows(&folder, "mentions");
    mentions.retain(|row| row["counted"] == "1" && row["voice"] == "narrator");
    mentions.retain(|row| articles[&row["article"]]["copy_of"].is_empty());
    for row in &mut mentions {
        for name in ["source", "event"] {
            row.insert(name.to_owned(), articles[&row["article"]][name].clone());
        }
    }
    let of_actor = |table: &str| {
        let mut rows = rows(&folder, table);
        for row in rows.iter_mut().filter(|row| row["actor"] == "(the event)") {
            row.insert("actor".to_owned(), String::new());
        }
        rows
    };
    let labels = rows(&folder, "labels").into_iter();
    Report {
        labels: labels
            .map(|row| (row["label_name"].clone(), row["label"].clone()))
            .collect(),
        contrasts: of_actor("contrasts"),
        sensitivity: of_actor("sensitivity"),
        mentions,
        // Without the marks that keep names apart from the words around them.
        summary: std::fs::read_to_string(folder.join("summary.txt"))
            .unwrap()
            .replace(['\u{2068}', '\u{2069}'], ""),
    }
}

/// The mentions of both sides in each event that they share: ours first.
type Shared<'a> = BTreeMap<String, [Vec<&'a Row>; 2]>;

impl Report {
    fn shared(&self, contrast: &Row, without: impl Fn(&Row) -> bool) -> Shared<'_> {
        let mut events: Shared = BTreeMap::new();
        for row in &self.mentions {
            let same = ["frame", "actor"]
                .iter()
                .all(|name| row[*name] == contrast[*name]);
            let ours = row["source"] == contrast["source"];
            let theirs = contrast["other"] == "(all others)" || row["source"] == contrast["other"];
            if same && (ours || theirs) && !without(row) {
                let sides = events.entry(row["event"].clone()).or_default();
                sides[usize::from(!ours)].push(row);
            }
        }
        events.retain(|_, sides| sides.iter().all(|side| !side.is_empty()));
        events
    }
}

fn difference(shared: &Shared) -> Option<f64> {
    let lean = |side: &[&Row]| {
        let sum: f64 = side
            .iter()
            .map(|row| row["stance"].parse::<f64>().unwrap())
            .sum();
        sum / side.len() as f64
    };
    let (mut weighted, mut weights) = (0.0, 0.0);
    for [ours, theirs] in shared.values() {
        let (a, b) = (ours.len() as f64, theirs.len() as f64);
        let weight = a * b / (a + b);
        weighted += weight * (lean(ours) - lean(theirs));
        weights += weight;
    }
    (weights > 0.0).then(|| weighted / weights)
}

fn near(cell: &str, expected: Option<f64>) -> bool {
    match (cell.parse::<f64>().ok(), expected) {
        (Some(a), Some(b)) => (a - b).abs() < 6e-5,
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// How often a side of an event uses a label.
fn uses(side: &[&Row], label: &str) -> usize {
    side.iter().filter(|row| row["label"] == label).count()
}

/// Events in which the source uses the first label more than the second, the other the reverse.
fn choosing(shared: &Shared, ours: &str, theirs: &str) -> usize {
    let chosen = |[us, them]: &&[Vec<&Row>; 2]| {
        uses(us, ours) > uses(us, theirs) && uses(them, theirs) > uses(them, ours)
    };
    shared.values().filter(chosen).count()
}

#[test]
fn a_sentence_names_two_labels_and_the_events_that_show_them() {
    let report = report();
    let mut told = 0;
    for row in &report.contrasts {
        let shared = report.shared(row, |_| false);
        assert_eq!(row["shared_events"], shared.len().to_string(), "{row:?}");
        assert!(near(&row["difference"], difference(&shared)), "{row:?}");
        let Some(sentence) = row["remark"].strip_prefix("uses “") else {
            continue;
        };
        told += 1;
        let (ours, rest) = sentence.split_once("” where ").unwrap();
        let (other, rest) = rest.split_once(" “").unwrap();
        let (theirs, rest) = rest.split_once("”, in ").unwrap();
        let [ours, theirs] = [ours, theirs].map(|name| report.labels[name].as_str());
        let expected = match row["other"].as_str() {
            "(all others)" => "the others say".to_owned(),
            name => format!("{name} says"),
        };
        assert_eq!(other, expected);
        let numbers: Vec<usize> = rest
            .split(' ')
            .filter_map(|word| word.parse().ok())
            .take(2)
            .collect();
        assert_eq!(
            numbers,
            [choosing(&shared, ours, theirs), shared.len()],
            "{row:?}"
        );
        let reversed = rest.split_once("the other way round in ");
        let reversed = reversed.map_or("0", |(_, rest)| rest.split(')').next().unwrap());
        assert_eq!(
            reversed,
            choosing(&shared, theirs, ours).to_string(),
            "{row:?}"
        );
    }
    assert!(told > 20, "the demo has contrasts to tell: {told}");
}

#[test]
fn no_other_pair_of_labels_is_shown_by_more_events_and_none_by_few() {
    let report = report();
    for row in &report.contrasts {
        let shared = report.shared(row, |_| false);
        let Some(difference) = difference(&shared) else {
            continue;
        };
        let said = |side: usize| {
            let mentions = shared.values().flat_map(move |sides| &sides[side]);
            let label = |row: &&Row| (row["label"].clone(), row["stance"].parse::<f64>().unwrap());
            mentions
                .map(label)
                .map(|(l, s)| (l, s as i32))
                .collect::<BTreeSet<_>>()
        };
        let mut most = 0;
        for (ours, stance) in said(0) {
            for (theirs, other) in said(1) {
                if f64::from(stance - other) * difference > 1e-9 {
                    let events = choosing(&shared, &ours, &theirs) as i64;
                    let reversed = choosing(&shared, &theirs, &ours) as i64;
                    most = most.max(events - reversed);
                }
            }
        }
        let told = row["remark"].split("”, in ").nth(1);
        let Some(rest) = told else { continue };
        let events: i64 = rest.split(' ').next().unwrap().parse().unwrap();
        let reversed = rest.split_once("the other way round in ");
        let reversed = reversed.map_or(0, |(_, rest)| {
            rest.split(')').next().unwrap().parse().unwrap()
        });
        assert_eq!(events - reversed, most, "{row:?}");
        // What one event of four or more shows, or one in more than ten, is no habit.
        assert!(events > 1 || shared.len() < 4, "{row:?}");
        assert!(events as usize * 10 >= shared.len(), "{row:?}");
    }
}

#[test]
fn what_is_left_out_changes_the_difference_as_the_table_says() {
    let report = report();
    let columns = [("term", "id"), ("event", "event"), ("article", "article")];
    for row in &report.sensitivity {
        let column = columns
            .iter()
            .find(|(kind, _)| row["left_out"] == *kind)
            .unwrap()
            .1;
        let whole = difference(&report.shared(row, |_| false)).unwrap();
        let rest = report.shared(row, |mention| mention[column] == row["name"]);
        let without = difference(&rest);
        assert!(near(&row["difference"], Some(whole)), "{row:?}");
        assert!(near(&row["without"], without), "{row:?}");
        assert!(
            near(&row["change"], without.map(|rest| rest - whole)),
            "{row:?}"
        );
        assert_eq!(row["shared_events"], rest.len().to_string(), "{row:?}");
        let hangs = without.is_none_or(|rest| rest * whole.signum() < whole.abs() / 2.0 - 1e-9);
        assert_eq!(row["hangs"], if hangs { "yes" } else { "no" }, "{row:?}");
    }
}

#[test]
fn every_mention_of_a_strong_contrast_is_left_out_and_what_it_hangs_on_is_remarked() {
    let report = report();
    let mut looked_at = 0;
    for contrast in &report.contrasts {
        let same = |row: &&Row| {
            ["frame", "actor", "source", "other"]
                .iter()
                .all(|name| row[*name] == contrast[*name])
        };
        let rows: Vec<&Row> = report.sensitivity.iter().filter(same).collect();
        if rows.is_empty() {
            assert!(!contrast["remark"].contains("hangs on"), "{contrast:?}");
            continue;
        }
        looked_at += 1;
        let shared = report.shared(contrast, |_| false);
        for (kind, column) in [("term", "id"), ("event", "event"), ("article", "article")] {
            let mentions = shared.values().flatten().flatten();
            let expected: BTreeSet<&str> = mentions.map(|row| row[column].as_str()).collect();
            let of_kind: Vec<&&Row> = rows.iter().filter(|row| row["left_out"] == kind).collect();
            let found: BTreeSet<&str> = of_kind.iter().map(|row| row["name"].as_str()).collect();
            assert_eq!(found, expected);
            assert_eq!(found.len(), of_kind.len(), "each once");
            let hangs = of_kind.iter().any(|row| row["hangs"] == "yes");
            let said = contrast["remark"]
                .split("; ")
                .find(|part| part.starts_with("hangs on"))
                .is_some_and(|part| part.contains(&format!("the {kind} ")));
            assert_eq!(said, hangs, "{contrast:?}");
        }
    }
    assert_eq!(looked_at, 20);
}

/// What the summary says of a contrast: its source, the other, and how many words it counts of each.
fn told_of_contrast(line: &str) -> Option<(&str, &str, [usize; 2])> {
    let count = |words: &str| {
        let counts = words
            .split(" · ")
            .filter_map(|word| word.rsplit(' ').next());
        counts.map(|count| count.parse::<usize>().unwrap()).sum()
    };
    let (_, rest) = line.split_once(" In ")?;
    let (source, rest) = rest.split_once(" says ")?;
    let (_, source) = source.split_once(" shared event")?;
    let source = source.trim_start_matches('s').trim();
    let (ours, rest) = rest.split_once(", and ")?;
    let (other, rest) = rest.split_once(": ")?;
    let (theirs, _) = rest.split_once("; a difference of ")?;
    let other = other.replace("the others", "(all others)").leak();
    Some((source, other, [count(ours), count(theirs)]))
}

#[test]
fn the_summary_tells_a_contrast_with_the_words_of_its_shared_events() {
    let report = report();
    let lines = report.summary.lines();
    let told: Vec<_> = lines.filter_map(told_of_contrast).collect();
    assert!(told.len() > 1, "{}", report.summary);
    for (source, other, counted) in told {
        let named = |row: &&Row| row["source"] == source && row["other"] == other;
        let mut mentions = report.contrasts.iter().filter(named).map(|row| {
            let shared = report.shared(row, |_| false);
            [0, 1].map(|side| {
                shared
                    .values()
                    .map(|sides| sides[side].len())
                    .sum::<usize>()
            })
        });
        assert!(
            mentions.any(|sums| sums == counted),
            "{source}, {other}: {counted:?}"
        );
    }
}

#[test]
fn the_summary_tells_the_surest_contrast_first_and_at_most_five_findings() {
    let report = report();
    let surest = &report.contrasts[0];
    assert!(surest["q"].parse::<f64>().unwrap() <= 0.05, "{surest:?}");
    let numbered = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    let findings: Vec<&str> = report.summary.lines().filter(numbered).collect();
    assert!((2..=5).contains(&findings.len()), "{}", report.summary);
    assert!(findings[0].contains("hardly chance"), "{}", findings[0]);
    assert!(findings[0].contains(&surest["source"]), "{}", findings[0]);
    assert!(
        findings.iter().all(|told| told.ends_with("].")),
        "{findings:?}"
    );
    assert!(
        report.summary.contains("shared events for"),
        "{}",
        report.summary
    );
}

#[test]
fn the_summary_is_in_the_language_of_most_articles_unless_another_is_asked_for() {
    let told = |language| {
        let settings = Settings {
            draws: 100,
            language,
            ..Settings::default()
        };
        let lexicon = Lexicon::built_in().unwrap();
        let findings = weigh(demo().unwrap(), lexicon, settings, &Silent).unwrap();
        findings.summary()
    };
    assert!(told(ToldIn::Auto).starts_with("قُرئت: 29 مقالة"));
    assert!(told(ToldIn::English).starts_with("Read: 29 articles"));
}

#[test]
fn labels_about_nobody_known_are_compared_only_where_the_frame_is_about_the_event() {
    let frames = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicons/frames.csv"),
    )
    .unwrap();
    let mut reader = csv::Reader::from_reader(frames.as_bytes());
    let targets: BTreeMap<String, String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_owned(), row[3].to_owned()))
        .collect();
    let report = report();
    for row in report
        .contrasts
        .iter()
        .filter(|row| row["actor"].is_empty())
    {
        assert_eq!(targets[&row["frame"]], "event", "{row:?}");
    }
}
