//! What stamps cannot tell: who was first where a harvest stamps in batches, and who kept silent
//! where a source could not have spoken.

use mizan::{Cell, Corpus, Findings, Lexicon, ReadOptions, Settings, Silent, weigh};

/// Source, date, event, title, text; and a language.
type Told<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

const FIRE: &str = "اندلع حريق في سوق الأقمشة بمدينة النخيل، وقال الدفاع المدني إن أربعين متجرا \
                    احترقت، وإن فرق الإطفاء أخمدت النيران بعد ساعات من العمل المتواصل في المكان.";
const MATCH: &str = "فاز فريق الصقور على ضيفه النجوم بثلاثة أهداف دون رد في الدوري، وسجل المهاجم \
                     هدفين في الشوط الأول أمام جمهور الملعب.";

fn study(articles: &[Told], languages: &[(&str, &str)]) -> Findings {
    let rows = articles.iter().map(|(source, date, event, title, text)| {
        let language = languages.iter().find(|(of, _)| of == source);
        vec![
            ("source", (*source).to_owned()),
            ("date", (*date).to_owned()),
            ("event", (*event).to_owned()),
            ("title", (*title).to_owned()),
            ("text", (*text).to_owned()),
            ("language", language.map_or("ar", |of| of.1).to_owned()),
        ]
    });
    let corpus = Corpus::of(rows, &ReadOptions::default()).unwrap();
    let settings = Settings {
        draws: 10,
        permutations: 10,
        ..Settings::default()
    };
    weigh(corpus, Lexicon::built_in().unwrap(), settings, &Silent).unwrap()
}

/// Some columns of a table, as text.
fn cells<const N: usize>(findings: &Findings, table: &str, columns: [&str; N]) -> Vec<[String; N]> {
    let table = findings.table(table).unwrap();
    let places = columns.map(|column| table.place(column).unwrap());
    let shown = |cell: &Cell| match cell {
        Cell::Text(text) => text.to_string(),
        Cell::Number(number) => format!("{number:.1}"),
        Cell::Count(count) => count.to_string(),
        _ => String::new(),
    };
    let row = |row: &Vec<Cell<'static>>| places.map(|at| shown(&row[at]));
    table.rows.iter().map(row).collect()
}

/// A fire that two sources tell in the same words, among other articles of the first: four batches
/// of ten, or one an hour.
fn fire(batches: bool) -> Findings {
    let date = |n: usize| match batches {
        true => format!("2024-03-0{} 06:00", 1 + n / 10),
        false => format!("2024-03-0{} {:02}:00", 1 + n / 20, n % 20),
    };
    let dates: Vec<String> = (0..40).map(date).collect();
    let events: Vec<String> = (0..40).map(|n| format!("e{n}")).collect();
    let mut articles: Vec<Told> = dates
        .iter()
        .zip(&events)
        .map(|(date, event)| ("الجامع", &**date, &**event, "خبر", MATCH))
        .collect();
    articles.push(("الجامع", "2024-03-02 06:00", "fire", "حريق", FIRE));
    articles.push(("النهر", "2024-03-02 09:00", "fire", "حريق", FIRE));
    articles.push(("الجبل", "2024-03-02 11:30", "fire", "حريق", FIRE));
    study(&articles, &[])
}

/// Hours after the first, by source; and what tells who had it from whom.
fn told_of_fire(findings: &Findings) -> (Vec<String>, Vec<String>) {
    let coverage = cells(
        findings,
        "coverage",
        ["event", "source", "hours_after_first"],
    );
    let hours = coverage.into_iter().filter(|row| row[0] == "fire");
    let copies = cells(findings, "copies", ["source", "copied_source", "direction"]);
    let of_fire = copies.into_iter().filter(|row| row[0] != row[1]);
    (
        hours.map(|row| row[1..].join(" ")).collect(),
        of_fire.map(|row| row.join(" ")).collect(),
    )
}

#[test]
fn of_a_source_that_is_stamped_in_batches_no_hours_and_no_direction_are_claimed() {
    let findings = fire(true);
    let (mut hours, mut copies) = told_of_fire(&findings);
    hours.sort();
    copies.sort();
    assert_eq!(hours, ["الجامع ", "الجبل 2.5", "النهر 0.0"]);
    assert_eq!(
        copies,
        ["الجبل الجامع ", "الجبل النهر date", "النهر الجامع "]
    );
    let notes = cells(&findings, "notes", ["what"]).concat().join("\n");
    assert!(
        notes.contains("الجامع has its articles stamped in batches"),
        "{notes}"
    );
}

#[test]
fn of_a_source_that_stamps_its_own_articles_both_are_told() {
    let findings = fire(false);
    let (mut hours, copies) = told_of_fire(&findings);
    hours.sort();
    assert_eq!(hours, ["الجامع 0.0", "الجبل 5.5", "النهر 3.0"]);
    assert!(
        copies.iter().all(|copy| copy.ends_with("date")),
        "{copies:?}"
    );
    let notes = cells(&findings, "notes", ["what"]).concat().join("\n");
    assert!(!notes.contains("batches"), "{notes}");
}

/// The sources that omit the fire, of which two others tell.
fn silent(others: &[Told], languages: &[(&str, &str)]) -> Vec<String> {
    let mut articles: Vec<Told> = vec![
        ("النهر", "2024-03-02 09:00", "fire", "حريق في السوق", FIRE),
        ("الجبل", "2024-03-02 11:30", "fire", "حريق في السوق", FIRE),
    ];
    articles.extend(others);
    let findings = study(&articles, languages);
    let omissions = cells(&findings, "omissions", ["event", "source"]);
    let of_fire = omissions.into_iter().filter(|row| row[0] == "fire");
    of_fire.map(|row| row[1].clone()).collect()
}

#[test]
fn what_comes_after_the_end_of_a_source_or_before_its_beginning_is_no_omission() {
    let at = |date| [("الساحل", date, "match", "فوز الصقور", MATCH)];
    assert!(silent(&at("2024-03-02 08:00"), &[]).is_empty());
    assert!(silent(&at("2024-03-02 12:00"), &[]).is_empty());
    let around = [at("2024-03-02 08:00"), at("2024-03-02 12:00")].concat();
    assert_eq!(silent(&around, &[]), ["الساحل"]);
}

#[test]
fn who_tells_an_event_inside_a_wider_article_does_not_omit_it() {
    let wide = format!("{MATCH} {FIRE}");
    let at = |date, text| ("الساحل", date, "match", "أخبار المدن", text);
    let around = [at("2024-03-02 08:00", MATCH), at("2024-03-02 12:00", MATCH)];
    assert_eq!(silent(&around, &[]), ["الساحل"]);
    let told = [at("2024-03-02 08:00", MATCH), at("2024-03-02 12:00", &wide)];
    assert!(silent(&told, &[]).is_empty());
}

#[test]
fn an_event_told_in_other_languages_is_no_omission() {
    let at = |date| {
        (
            "Coast",
            date,
            "match",
            "The Falcons win",
            "The Falcons won.",
        )
    };
    let around = [at("2024-03-02 08:00"), at("2024-03-02 12:00")];
    assert!(silent(&around, &[("Coast", "en")]).is_empty());
}

#[test]
fn a_source_that_writes_of_sports_alone_does_not_omit_a_fire() {
    let dates: Vec<String> = (0..40)
        .map(|n| format!("2024-03-02 {:02}:{:02}", n % 20, n))
        .collect();
    let sports: Vec<Told> = dates
        .iter()
        .map(|date| ("الملعب", &**date, "match", "فوز الصقور", MATCH))
        .collect();
    assert!(silent(&sports, &[]).is_empty());
    let burnt = "احترقت متاجر في سوق بمدينة أخرى بعد حريق أخمدت فرق الإطفاء نيرانه، وقال الدفاع \
                 المدني إن العمل استمر ساعات.";
    let mut all: Vec<Told> = sports;
    all.push((
        "الملعب",
        "2024-02-20 10:00",
        "other",
        "حريق في السوق القديمة",
        burnt,
    ));
    assert_eq!(silent(&all, &[]), ["الملعب"]);
}
