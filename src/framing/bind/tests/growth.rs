//! One sentence of very many labels and names.

use super::*;
use crate::error::growth::grows_evenly;

#[test]
fn a_sentence_without_end_takes_time_with_its_length() {
    for piece in [
        "مقتل ",
        "هجوم ",
        "الجيش الوطني وهجوم ",
        "قوات الضفة والإرهابي ",
        "المقاتل سالم الزين ",
    ] {
        grows_evenly(piece, 3_000, |units| {
            bindings(&piece.repeat(units));
        });
    }
}

#[test]
fn a_name_far_before_a_label_in_one_sentence_is_not_meant() {
    let far = |words: usize| format!("القاعدة {}غادر مقاتل.", "كلمة ".repeat(words));
    check(&far(500), &["مقاتل islamists qaeda sentence"]);
    assert_ne!(bindings(&far(600)), bindings(&far(500)));
}
