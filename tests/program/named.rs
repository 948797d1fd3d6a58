//! Tables have names for people beside the keys for programs, in the language of the report.

use mizan::{Lexicon, Mark, Settings, Silent, demo, weigh};
use std::path::Path;

/// A table's header and rows, in the language of a report of the demo study.
fn table(folder: &Path, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(folder.join(format!("{name}.csv"))).unwrap();
    let header = reader.headers().unwrap().iter().map(str::to_owned);
    let header = header.collect();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        row.iter().map(str::to_owned).collect()
    });
    (header, rows.collect())
}

fn report(language: &str, folder: &Path) {
    let mut settings = Settings {
        draws: 100,
        ..Settings::default()
    };
    settings.set("language", language).unwrap();
    let lexicon = Lexicon::built_in().unwrap();
    let findings = weigh(demo().unwrap(), lexicon, settings, &Silent).unwrap();
    findings.write(folder, Mark::None).unwrap();
}

#[test]
fn names_follow_the_language_of_the_report_and_keys_and_headers_do_not() {
    let home = tempfile::tempdir().unwrap();
    let folders = ["ar", "en"].map(|language| home.path().join(language));
    report("ar", &folders[0]);
    report("en", &folders[1]);
    for (name, columns) in [
        ("naming", ["frame_name", "actor_name"]),
        ("comparison", ["frame_name", "actor_name"]),
        ("contrasts", ["frame_name", "actor_name"]),
        ("profiles", ["frame_name", "actor_name"]),
        ("labels", ["label_name", "actor_name"]),
    ] {
        let [(header, arabic), (other, english)] = folders.each_ref().map(|f| table(f, name));
        assert_eq!(header, other, "{name}");
        let at = |column: &str| header.iter().position(|name| name == column).unwrap();
        assert_eq!(arabic.len(), english.len());
        for (arabic, english) in arabic.iter().zip(&english) {
            for column in columns {
                let key = at(column.trim_end_matches("_name"));
                assert_eq!(arabic[key], english[key], "{name}");
                let named = |row: &[String]| !row[at(column)].is_empty();
                assert!(named(arabic) != arabic[key].is_empty(), "{arabic:?}");
                assert!(named(english) != english[key].is_empty(), "{english:?}");
            }
        }
        let is_arabic = |text: &str| text.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c));
        let shown = |rows: &[Vec<String>], column| {
            let cells = rows.iter().map(|row| row[at(column)].clone());
            cells.filter(|cell| is_arabic(cell)).count()
        };
        assert!(shown(&arabic, columns[0]) == arabic.len(), "{name}");
        assert_eq!(shown(&english, columns[0]), 0, "{name}");
    }
    let (_, labels) = table(&folders[0], "labels");
    let pair = |row: &Vec<String>| row.contains(&"jnim".to_owned());
    let names = labels.iter().filter(|row| pair(row));
    let first = "نصرة الإسلام والمسلمين".to_owned();
    assert!(names.clone().count() > 0 && names.clone().all(|row| row.contains(&first)));
}
