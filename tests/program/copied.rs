//! What `copies.csv` tells of a label that both texts have.

use mizan::{Corpus, Lexicon, Mark, ReadOptions, Settings, Silent, weigh};

/// The changes that a copy of a text made.
fn changes(of: &str, copy: &str) -> Vec<String> {
    let home = tempfile::tempdir().unwrap();
    let table = home.path().join("articles.csv");
    let mut text = "source,date,title,text\n".to_owned();
    for (source, hour, body) in [("a", 8, of), ("b", 9, copy)] {
        let body = body.replace('"', "\"\"");
        text += &format!("{source},2024-03-05T0{hour}:00,,\"{body} {REST}\"\n");
    }
    std::fs::write(&table, text).unwrap();
    let corpus = Corpus::read(&[table], &ReadOptions::default()).unwrap();
    let settings = Settings {
        draws: 100,
        ..Settings::default()
    };
    let findings = weigh(corpus, Lexicon::built_in().unwrap(), settings, &Silent).unwrap();
    let mut bytes = Vec::new();
    let table = findings.table("copies").unwrap();
    table.write_csv(&mut bytes, Mark::None).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows = reader.deserialize::<std::collections::BTreeMap<String, String>>();
    let changes = rows.map(|row| row.unwrap()["change"].clone());
    changes.filter(|change| !change.is_empty()).collect()
}

const REST: &str = "وأغلق الحراس بوابة المرفأ القديم حتى ساعة متأخرة من الليل. ووصلت شاحنات محملة \
                    بالحبوب إلى الساحة الشرقية قبل طلوع الشمس. وبقي الصيادون قرب القوارب ينتظرون \
                    هدوء الريح كي يخرجوا إلى عرض البحر.";

const SAID: &str = "قال العمدة إن مجزرة البلدة القديمة وقعت صباح الثلاثاء قرب النهر.";

#[test]
fn an_attribution_that_a_copy_took_off_is_a_change_of_voice() {
    let own = "مجزرة البلدة القديمة وقعت صباح الثلاثاء قرب النهر.";
    assert_eq!(changes(SAID, own), ["voice"]);
}

#[test]
fn a_statement_with_and_without_marks_is_the_same_voice_twice() {
    let marked = "قال العمدة إن \"مجزرة البلدة القديمة وقعت صباح الثلاثاء قرب النهر\".";
    assert_eq!(changes(SAID, marked), [""; 0]);
    assert_eq!(changes(SAID, SAID), [""; 0]);
}
