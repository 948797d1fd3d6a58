//! Alignment as a whole, on articles of our own.

mod copies;
mod evidence;
mod fit;
mod gold;
mod learned;
mod stories;
mod training;

use super::Alignment;
use super::testing::{Made, aligned, grouped, told};
use crate::corpus::ArticleIx;

const FIRE: &str = "اندلع حريق كبير في سوق الأقمشة بمدينة تمبكتو مساء الثلاثاء وأتى على أربعين متجرا، \
                    وقال رئيس الدفاع المدني حمادي سيسيه إن ماسا كهربائيا تسبب في الحريق.";
const FIRE_AGAIN: &str = "التهمت النيران نحو أربعين متجرا في سوق الأقمشة بتمبكتو، ورجح الدفاع المدني \
                          أن يكون سبب الحريق ماسا كهربائيا في أحد المتاجر، بحسب حمادي سيسيه.";
const MATCH: &str = "فاز فريق الصقور على ضيفه النجوم بثلاثة أهداف دون رد في افتتاح بطولة الدوري، \
                     وسجل المهاجم عمر كانتي هدفين في الشوط الأول.";
const MATCH_AGAIN: &str = "افتتح الصقور بطولة الدوري بفوز كبير على النجوم بثلاثية نظيفة، بينها هدفان \
                           للمهاجم عمر كانتي.";
const SUMMIT: &str = "بحث وزراء مالية دول غرب أفريقيا في لومي خطة العملة الموحدة وأجلوا موعد إصدارها \
                      إلى العام المقبل.";

fn week() -> Vec<Made> {
    vec![
        told("a1", 0, 20, "حريق كبير في سوق تمبكتو", FIRE),
        told("a2", 1, 24, "النيران تلتهم سوق الأقمشة بتمبكتو", FIRE_AGAIN),
        told("b1", 0, 21, "الصقور يهزم النجوم بثلاثية", MATCH),
        told("b2", 1, 23, "ثلاثية للصقور في افتتاح الدوري", MATCH_AGAIN),
        told("c1", 2, 22, "وزراء المالية يؤجلون العملة الموحدة", SUMMIT),
    ]
}

fn groups(articles: &[Made]) -> Vec<Vec<String>> {
    grouped(articles, &aligned(articles))
}

fn name(alignment: &Alignment, article: usize) -> &str {
    &alignment.events[alignment.event_of[article].0 as usize].name
}

#[test]
fn articles_that_tell_one_happening_are_one_event_and_others_are_not() {
    let expected = [vec!["a1", "a2"], vec!["b1", "b2"], vec!["c1"]];
    assert_eq!(groups(&week()), expected);
}

#[test]
fn events_are_named_in_order_of_first_date_and_know_their_core() {
    let articles = week();
    let alignment = aligned(&articles);
    let names: Vec<&str> = alignment.events.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["e0001", "e0002", "e0003"]);
    assert_eq!(
        alignment.events[0].core,
        ArticleIx(0),
        "a tie goes to the earliest"
    );
    assert!(
        alignment.events[0]
            .cohesion
            .is_some_and(|c| c > 0.0 && c <= 1.0)
    );
    assert_eq!(
        alignment.events[2].cohesion, None,
        "one article has no cohesion"
    );
}

/// Other news of the day, each in words of its own.
fn others(count: usize) -> Vec<Made> {
    let letters: Vec<char> = "بتجحدرسصطعفقلمنهي".chars().collect();
    let other = |n: usize| {
        let letter = |at: usize| letters[(n / letters.len().pow(at as u32)) % letters.len()];
        let words = letters.iter().map(|own| {
            [*own, letter(0), letter(1), *own, letter(2)]
                .iter()
                .collect::<String>()
        });
        let text = words.collect::<Vec<_>>().join(" ");
        told(&format!("x{n:03}"), n as u32 % 9, 20, "", &text)
    };
    (0..count).map(other).collect()
}

#[test]
fn a_text_that_other_outlets_print_two_days_later_tells_the_same_event() {
    let at = |hours: std::ops::Range<i64>, first_source: u32| -> Vec<Made> {
        let article = |hour: i64| {
            let source = first_source + (hour % 10) as u32;
            let id = format!("a{hour:02}");
            told(&id, source, hour, "حريق كبير في سوق تمبكتو", FIRE)
        };
        hours.map(article).collect()
    };
    let event_of_a00 = |articles: &[Made]| {
        let groups = groups(articles);
        let of_a00 = |group: &&Vec<String>| group.contains(&"a00".to_owned());
        groups.iter().find(of_a00).map(Vec::len)
    };
    let first: Vec<Made> = others(1500).into_iter().chain(at(0..10, 10)).collect();
    let all: Vec<Made> = first.into_iter().chain(at(62..72, 20)).collect();
    assert_eq!(event_of_a00(&all), Some(20));
}

#[test]
fn the_same_words_after_the_window_are_another_event() {
    let articles = [
        told("a1", 0, 0, "حريق كبير في سوق تمبكتو", FIRE),
        told("a2", 1, 73, "حريق كبير في سوق تمبكتو", FIRE),
    ];
    assert_eq!(groups(&articles), [["a1"], ["a2"]]);
    assert_eq!(
        aligned(&articles).copies,
        [],
        "nor copies: they are a formula"
    );
}

#[test]
fn an_article_without_a_date_joins_by_its_text() {
    let mut articles = week();
    articles[1].hour = None;
    assert_eq!(groups(&articles)[0], ["a1", "a2"]);
    articles[1] = told("a2", 1, 24, "", "");
    articles[1].hour = None;
    let alone = groups(&articles);
    assert!(
        alone.contains(&vec!["a2".to_owned()]),
        "nothing said, nothing shared"
    );
}

#[test]
fn a_given_event_decides_and_others_may_join_it() {
    let mut articles = week();
    articles[0].given = Some("fire");
    let alignment = aligned(&articles);
    assert_eq!(name(&alignment, 0), "fire");
    assert_eq!(name(&alignment, 1), "fire", "a2 joins by what it says");
    articles[1].given = Some("another fire");
    articles[4].given = Some("fire");
    let alignment = aligned(&articles);
    assert_eq!(name(&alignment, 0), "fire");
    assert_eq!(
        name(&alignment, 1),
        "another fire",
        "different names stay apart"
    );
    assert_eq!(
        name(&alignment, 4),
        "fire",
        "the same name is one event, whatever is said"
    );
}

#[test]
fn a_number_that_the_user_took_as_a_name_is_passed_over() {
    let mut articles = week();
    articles[4].given = Some("e0001");
    let alignment = aligned(&articles);
    let mut names: Vec<&str> = alignment.events.iter().map(|e| e.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["e0001", "e0002", "e0003"]);
    assert_eq!(name(&alignment, 4), "e0001");
}

#[test]
fn the_order_of_articles_and_the_number_of_threads_change_nothing() {
    let articles = many(400);
    let expected = groups(&articles);
    let mut turned = articles.clone();
    turned.reverse();
    assert_eq!(groups(&turned), expected);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let alone = one.expect("a pool of one").install(|| aligned(&articles));
    assert_eq!(alone, aligned(&articles));
}

#[test]
fn a_long_gap_in_the_dates_is_survived() {
    let mut articles = many(2_400);
    for article in &mut articles[1_200..] {
        article.hour = article.hour.map(|hour| hour + 10_000);
    }
    articles[7].hour = None;
    let alignment = aligned(&articles);
    assert_eq!(alignment.event_of.len(), 2_400);
}

#[test]
fn no_articles_are_no_events() {
    assert_eq!(aligned(&[]), Alignment::default());
}

#[test]
fn a_copy_is_found_with_its_overlap_and_collapses_to_the_earliest() {
    let copied = format!("{FIRE} ولم يصب أحد بأذى.");
    let articles = [
        told("a1", 0, 5, "حريق في السوق", &copied),
        told("a2", 1, 3, "حريق كبير", FIRE),
        told("a3", 2, 4, "فوز الصقور", MATCH),
    ];
    let alignment = aligned(&articles);
    let copy = &alignment.copies[0];
    assert_eq!((copy.article, copy.of), (ArticleIx(0), ArticleIx(1)));
    assert_eq!(copy.overlap, 1.0, "all of the shorter one is in the longer");
    assert_eq!(
        alignment.witness,
        [ArticleIx(1), ArticleIx(1), ArticleIx(2)]
    );
    assert_eq!(alignment.copies.len(), 1);
}

#[test]
fn an_agencys_text_is_the_witness_whenever_it_was_stamped() {
    let mut articles = [
        told("a1", 0, 3, "حريق كبير", FIRE),
        told("a2", 1, 4, "حريق في السوق", FIRE),
        told("a3", 2, 5, "حريق", FIRE),
    ];
    articles[1].is_agency = true;
    let alignment = aligned(&articles);
    assert_eq!(alignment.witness, [ArticleIx(1); 3]);
    let pairs = alignment.copies.iter().map(|copy| (copy.article, copy.of));
    let pairs: Vec<(u32, u32)> = pairs.map(|(a, b)| (a.0, b.0)).collect();
    assert_eq!(pairs, [(0, 1), (2, 0), (2, 1)]);
}

#[test]
fn a_shared_passage_is_listed_but_both_stay_witnesses() {
    let own = "زار مراسلنا المدينة في اليوم التالي ووجد التجار يجمعون ما بقي من بضائعهم بين الرماد. \
               وقالت عائشة ولت محمد، وهي تبيع الأقمشة منذ عشرين عاما، إنها فقدت كل شيء في ساعة واحدة. \
               وطالب أصحاب المتاجر بتعويضات عاجلة وببناء سوق جديدة من الحجر بدل الخشب والقش.";
    let passage = "وقال رئيس الدفاع المدني حمادي سيسيه إن ماسا كهربائيا تسبب في الحريق.";
    let articles = [
        told("a1", 0, 3, "حريق كبير", FIRE),
        told("a2", 1, 9, "بعد الحريق", &format!("{own} {passage}")),
    ];
    let alignment = aligned(&articles);
    assert_eq!(alignment.copies.len(), 1);
    let overlap = alignment.copies[0].overlap;
    assert!((0.15..0.5).contains(&overlap), "{overlap}");
    assert_eq!(alignment.witness, [ArticleIx(0), ArticleIx(1)]);
}

/// Made-up articles: events of two to four articles with words of their own.
fn many(articles: u32) -> Vec<Made> {
    (0..articles)
        .map(|n| {
            let event = n / 3;
            let text = format!("{} {}", sentence(event, 12), sentence(10_000 + n, 12));
            let title = sentence(event, 4);
            told(
                &format!("m{n:05}"),
                n % 3,
                i64::from(event % 60),
                &title,
                &text,
            )
        })
        .collect()
}

/// Words that no other seed has, as a sentence.
fn sentence(seed: u32, words: u32) -> String {
    let letters: Vec<char> = "بتجدرزسعفقكلمنه".chars().collect();
    let word = |n: u32| {
        let mut left = seed.wrapping_mul(2_654_435_761) ^ n.wrapping_mul(40_503);
        (0..6)
            .map(|_| {
                left = left.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                letters[(left >> 16) as usize % letters.len()]
            })
            .collect::<String>()
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}
