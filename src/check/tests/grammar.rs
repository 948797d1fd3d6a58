//! What is found in `grammar.csv` and `kinds.csv`.

use super::set::*;

#[test]
fn sentences_of_grammar_are_tried_and_its_classes_known() {
    let grammar = "word,class,value,hit,miss,note\n\
         مجلس,head-of-name,,اجتمع مجلس البلدة,,\n\
         لجنة,head-of-name,,اجتمع مجلس البلدة,,\n\
         وزير,title,,,قال الوزير ذلك,\n\
         هجوم,evnt,,,,\n";
    let found = told(&[("ar/grammar.csv", grammar.as_bytes())]);
    let wanted = [
        "row 3, column `hit`: the sentence does not contain لجنة in this class",
        "row 4, column `miss`: وزير is found in the sentence, at الوزير",
        "row 5, column `class`: evnt is not one of its values; did you mean `event`?",
    ];
    assert_eq!(found.lines().count(), wanted.len(), "{found}");
    for (line, wanted) in found.lines().zip(wanted) {
        assert!(line.contains(wanted), "{wanted} in {line}");
    }
}

#[test]
fn a_hit_is_a_word_of_the_row_and_not_one_that_its_shape_makes_a_verbal_noun() {
    let grammar = "word,class,value,hit,miss,note\n\
         ضرورة,verbal-noun,,حضر العمدة اجتماع البلدة,,\n\
         مقتل,verbal-noun,,روى الراعي مقتله,حضر العمدة اجتماع البلدة,\n\
         اجتماع,verbal-noun,,حضر العمدة اجتماع البلدة,,\n";
    only(
        &told(&[("ar/grammar.csv", grammar.as_bytes())]),
        &["row 2, column `hit`: the sentence does not contain ضرورة in this class"],
    );
}

#[test]
fn a_kind_of_ones_own_is_as_good_as_a_built_in_one() {
    let kinds = "kind,armed,far,for_state,is,name_ar,name_en,note\n\
         insurgents,yes,yes,,,,,\n\
         dancers,,,,body,,,\n";
    let actors = format!("{ACTORS}river,dancers,رقص النهر,ar,\n");
    let own = ("actors.csv", actors.as_bytes());
    assert_eq!(told(&[own, ("kinds.csv", kinds.as_bytes())]), "");
    let twice = kinds.replace("dancers,", "insurgents,");
    only(
        &told(&[("kinds.csv", twice.as_bytes())]),
        &["error kinds.csv, row 3, column `kind`: the kind stands in a row above too"],
    );
    let rank = kinds.replace("dancers,,,,", "dancers,,,first,");
    only(
        &told(&[own, ("kinds.csv", rank.as_bytes())]),
        &["column `for_state`: `first` is no rank"],
    );
}

#[test]
fn a_description_stands_for_kinds_that_are_known() {
    let row = |kinds: &str| {
        let grammar = format!("word,class,value,hit,miss,note\nعصبة,description,{kinds},,,\n");
        told(&[("ar/grammar.csv", grammar.as_bytes())])
    };
    assert_eq!(row("insurgents;militia"), "");
    only(
        &row("militia; insurgent"),
        &[
            "error ar/grammar.csv, row 2, column `value`, characters 10–18: nothing is of the kind insurgent",
            "did you mean `insurgents`?",
        ],
    );
    only(&row(""), &["a description stands for some kind of actor"]);
}

#[test]
fn a_row_of_a_class_that_only_the_built_in_ones_have_is_told() {
    let grammar = "word,class,value,hit,miss,note\n\
         باع,irregular,يبيع,باع الصياد سمكه,,\n\
         تاب,irregular,يتوب,تاب اللص,,\n";
    only(
        &told(&[("ar/grammar.csv", grammar.as_bytes())]),
        &["warning ar/grammar.csv, row 3, column `class`: only built-in rows have this class"],
    );
}

#[test]
fn a_day_of_a_conflict_that_is_none_and_a_party_nobody_knows_are_told() {
    let conflicts = "conflict,side,actor,from,to,called,source\n\
                     valley,hill,hill,2015-03,spring,المقاومة,own\n\
                     valley,mill,mill,,,,own\n";
    let told = told(&[("conflicts.csv", conflicts.as_bytes())]);
    assert!(told.contains("`spring` is no day"), "{told}");
    assert!(told.contains("`mill` is no actor"), "{told}");
}

#[test]
fn a_kind_may_not_be_called_as_the_other_targets_of_frames_are() {
    let actors = "actor,kind,name,language,note\nhill,victim,حركة التل,ar,\n";
    let kinds = "kind,armed,far\nagent,,\ninsurgents,,\n";
    let told = told(&[
        ("actors.csv", actors.as_bytes()),
        ("kinds.csv", kinds.as_bytes()),
    ]);
    for kind in ["victim", "agent"] {
        assert!(
            told.contains(&format!("`{kind}` is what a frame can be about")),
            "{told}"
        );
    }
}
