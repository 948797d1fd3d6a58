//! Which stretches are certain, and what is told of where they end.

use super::*;

/// Of each stretch of a body whether it is certain, and what ended it.
fn accounts(given: &str) -> Vec<(bool, &'static str)> {
    heard(Part::Body, given, |s, _| (s.certain, s.ended.name()))
}

#[test]
fn what_opens_at_its_cue_and_ends_with_its_sentence_is_certain() {
    assert_eq!(
        accounts("قال الوزير إن الطريق مفتوح."),
        [(true, "sentence")]
    );
    assert_eq!(
        accounts("قال الوزير: «الطريق مفتوح منذ الصباح»."),
        [(true, "mark")]
    );
    assert_eq!(
        accounts("قال الوزير إن الطريق مفتوح، مضيفا أن الجسر آمن."),
        [(true, "cue"), (true, "sentence")]
    );
}

#[test]
fn what_nobody_says_is_not_certain() {
    assert_eq!(accounts("وأضاف أن الطريق مفتوح."), [(false, "sentence")]);
}

#[test]
fn what_is_held_at_arms_length_by_a_word_is_certain() {
    assert_eq!(
        accounts("زار القائد ما يسمى الجبهة الجديدة."),
        [(true, "mark")]
    );
}

#[test]
fn what_ends_where_the_outlet_seems_to_go_on_is_not_certain() {
    assert_eq!(
        accounts("أعلن الوزير مقتل الحارس، وكان الحادث وقع أمس."),
        [(false, "outlet")]
    );
}

#[test]
fn what_runs_over_many_words_is_not_certain() {
    let words = "الطريق إلى القرية ".repeat(25);
    assert_eq!(
        accounts(&format!("قال الوزير إن {words}مفتوح.")),
        [(false, "sentence")]
    );
    assert_eq!(
        accounts(&format!("قال الوزير: «{words}مفتوح».")),
        [(false, "mark")]
    );
}

#[test]
fn what_stands_beside_a_mark_without_a_partner_is_not_certain() {
    assert_eq!(
        accounts("قال الوزير إن الطريق» مفتوح."),
        [(false, "sentence")]
    );
}
