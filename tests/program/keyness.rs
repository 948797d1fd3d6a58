//! What `keyness.csv` shows a researcher: words as they are written, and no single letters.

use mizan::{Corpus, Lexicon, Mark, ReadOptions, Settings, Silent, weigh};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

/// The rows of `keyness.csv` for one source with these articles beside another with others.
fn rows(ours: &[&str], theirs: &[&str]) -> Vec<Row> {
    read(&report(ours, theirs), "keyness.csv")
}

/// A folder with the report on them.
fn report(ours: &[&str], theirs: &[&str]) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let table = home.path().join("articles.csv");
    let mut text = "id,source,date,title,text\n".to_owned();
    for (source, articles) in [("a", ours), ("b", theirs)] {
        for (number, article) in articles.iter().enumerate() {
            text += &format!("{source}{number},{source},,,\"{article}\"\n");
        }
    }
    std::fs::write(&table, text).unwrap();
    let corpus = Corpus::read(&[table], &ReadOptions::default()).unwrap();
    let settings = Settings {
        draws: 10,
        keyness_q: 1.0,
        ..Settings::default()
    };
    let lexicon = Lexicon::built_in().unwrap();
    let findings = weigh(corpus, lexicon, settings, &Silent).unwrap();
    findings
        .write(&home.path().join("report"), Mark::None)
        .unwrap();
    home
}

fn read(home: &tempfile::TempDir, table: &str) -> Vec<Row> {
    let path = home.path().join("report").join(table);
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The row of a word or pair of the source `a`.
fn row<'a>(rows: &'a [Row], word: &str) -> Option<&'a Row> {
    rows.iter()
        .find(|row| row["source"] == "a" && row["word"] == word)
}

const OURS: [&str; 4] = [
    "ارتفعت الأسعار في المئة على السوق أمس",
    "هبطت الأسعار ثلاثين في المئة على السوق اليوم",
    "زادت الاسعار عشرين في المئة علي التجار غدا",
    "بلغت الأسعار خمسين في المئة على مسؤول كبير",
];

const THEIRS: [&str; 3] = [
    "زار د. علي البحر ومعه د. سالم والوفد ثم عاد",
    "قرأ د. علي الكتاب وقدمه د. سالم للناس ثم عاد",
    "كتب د. علي الرسالة وحملها د. سالم بيده ثم عاد",
];

#[test]
fn words_and_pairs_are_shown_as_they_are_written_most_often() {
    let rows = rows(&OURS, &THEIRS);
    for (word, count) in [("الأسعار", "4"), ("المئة", "4"), ("في المئة", "4")] {
        let row = row(&rows, word).unwrap_or_else(|| panic!("{word}: {rows:?}"));
        assert_eq!(row["count"], count, "{word}");
    }
    for folded in ["الاسعار", "الماءة", "المءة"] {
        assert!(row(&rows, folded).is_none(), "{folded}");
    }
    // على and علي are one word to the count; a pair is written as it stands, not word by word.
    assert!(row(&rows, "المئة على").is_some());
}

#[test]
fn a_single_letter_is_no_word_and_parts_a_pair() {
    let rows = rows(&OURS, &THEIRS);
    let single = |row: &&Row| row["word"].split(' ').any(|word| word.chars().count() == 1);
    assert_eq!(rows.iter().find(single), None);
    assert!(row(&rows, "زار علي").is_none() && row(&rows, "ومعه سالم").is_none());
}

#[test]
fn a_pair_is_known_where_all_its_words_but_those_of_grammar_are() {
    let ours = [
        "في سوريا شمس وفي سوريا قمر",
        "في سوريا بحر وفي سوريا نهر",
        "في سوريا ثلج",
        "سوريا الوردة",
        "سوريا الوردة",
        "سوريا الوردة",
    ];
    let rows = rows(&ours, &["بيت كبير", "بيت كبير واسع", "قال بيت كبير"]);
    for (word, known) in [
        ("سوريا", "yes"),
        ("في سوريا", "yes"),
        ("سوريا الوردة", "no"),
        ("الوردة", "no"),
        ("في", "no"),
    ] {
        let row = row(&rows, word).unwrap_or_else(|| panic!("{word}: {rows:?}"));
        assert_eq!(row["in_lexicon"], known, "{word}");
    }
}

/// The rows of `keyness.csv` of articles: source, language, text.
fn rows_of(articles: &[(&str, &str, &str)]) -> Vec<Row> {
    let given = articles.iter().map(|(source, language, text)| {
        [
            ("source", *source),
            ("language", *language),
            ("text", *text),
        ]
    });
    let corpus = Corpus::of(given, &ReadOptions::default()).unwrap();
    let lexicon = Lexicon::built_in().unwrap();
    let findings = weigh(corpus, lexicon, Settings::default(), &Silent).unwrap();
    let mut bytes = Vec::new();
    let table = findings.table("keyness").unwrap();
    table.write_csv(&mut bytes, Mark::None).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn the_words_of_an_outlets_own_name_are_none_of_its_keywords() {
    let ours = [
        "علمت الميناء أن السفن غادرت",
        "لم تنشر الميناء ما علمت أمس",
        "مدير الميناء صرح وقد علمت بذلك",
        "في الميناء عمال كثيرون كما علمت",
    ];
    let articles = ours.map(|text| ("جريدة الميناء", "ar", text));
    let others = OTHERS.map(|text| ("الجبل", "ar", text));
    let rows = rows_of(&[articles, others].concat());
    let has = |word: &str| {
        rows.iter()
            .any(|row| row["source"] == "جريدة الميناء" && row["word"] == word)
    };
    assert!(has("علمت"), "{rows:?}");
    assert!(!has("الميناء"), "{rows:?}");
}

const OTHERS: [&str; 4] = [
    "جاء الوفد صباحا ثم زار القرية",
    "ثم جاء رجال ومعهم كتب جديدة",
    "لما جاء المطر نام الأطفال ثم أكلوا",
    "من جاء متأخرا ثم اعتذر فلا بأس",
];

#[test]
fn a_word_is_held_against_words_of_its_own_language_and_its_kind_and_sizes_are_told() {
    let ours = [
        "قال الإرهابيون إنهم هنا",
        "هذا ما قال الشيخ عن الحصاد",
        "لا أدري كيف قال ذلك أمس",
        "متى قال هؤلاء كلامهم كله",
    ];
    let of = |language: &'static str| {
        let articles = ours.map(|text| ("a", "ar", text));
        rows_of(&[articles, OTHERS.map(|text| ("b", language, text))].concat())
    };
    assert!(of("fr").is_empty());
    let rows = of("ar");
    let row = rows
        .iter()
        .find(|r| r["source"] == "a" && r["word"] == "قال")
        .unwrap();
    assert_eq!(row["kind"], "saying");
    let size = |column: &str| row[column].parse::<u64>().unwrap();
    assert!(
        size("size") >= size("count") && size("others_size") > 0,
        "{row:?}"
    );
}

#[test]
fn what_an_outlet_calls_itself_in_its_texts_is_no_keyword_of_it_and_is_told() {
    let ours = [
        "قال لـ«الشاطئ الأزرق» مدير السوق إن الصيد وفير هذا العام",
        "أكد للشاطئ الأزرق صياد أن القوارب عادت سالمة والموج هادئ",
        "وأضاف لـ\"\"الشاطئ الأزرق\"\" أن الشباك جديدة ومتينة كل يوم",
        "أوضح للشاطئ الأزرق تاجر أن السمك كثير في الميناء منذ شهر",
    ];
    let theirs = [
        "قال للتجار مدير السوق إن القمح قليل والمخازن فارغة",
        "زار الوفد الشاطئ ثم عاد إلى المدينة مساء",
        "أكد للتجار مزارع أن المطر تأخر هذا العام",
    ];
    let home = report(&ours, &theirs);
    let rows = read(&home, "keyness.csv");
    assert!(row(&rows, "أن").is_some(), "{rows:?}");
    for word in ["الشاطئ", "الأزرق", "الشاطئ الأزرق"] {
        assert!(row(&rows, word).is_none(), "{word}");
    }
    let notes = read(&home, "notes.csv");
    let told = |note: &Row| note["what"].contains("a calls itself الشاطئ الأزرق");
    assert!(notes.iter().any(told), "{notes:?}");
}

#[test]
fn what_chance_may_have_made_and_the_topic_of_one_article_are_no_keywords() {
    let once = "الخروف الخروف الخروف الخروف الخروف الخروف الخروف الخروف ثم عاد";
    let mut ours = [[once].as_slice(), &[OURS[0]; 12]].concat();
    ours.push("نام الحارس");
    let theirs = [THEIRS[0]; 14];
    let articles = |of: &[&str]| of.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let all = |q: f64| {
        let home = tempfile::tempdir().unwrap();
        let table = home.path().join("articles.csv");
        let mut text = "source,title,text\n".to_owned();
        for (source, of) in [("a", articles(&ours)), ("b", articles(&theirs))] {
            for article in of {
                text += &format!("{source},,\"{article}\"\n");
            }
        }
        std::fs::write(&table, text).unwrap();
        let corpus = Corpus::read(&[table], &ReadOptions::default()).unwrap();
        let settings = Settings {
            draws: 10,
            keyness_q: q,
            keep_copies: true,
            ..Settings::default()
        };
        let findings = weigh(corpus, Lexicon::built_in().unwrap(), settings, &Silent).unwrap();
        findings
            .write(&home.path().join("report"), Mark::None)
            .unwrap();
        read(&home, "keyness.csv")
    };
    let (told, every) = (all(0.05), all(1.0));
    assert!(row(&told, "الأسعار").is_some(), "{told:?}");
    assert!(
        row(&every, "الخروف").is_none(),
        "eight times in one article"
    );
    let q = |row: &Row| row["q"].parse::<f64>().unwrap();
    assert!(told.iter().all(|row| q(row) <= 0.05) && every.iter().any(|row| q(row) > 0.05));
}
