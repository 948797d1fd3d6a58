//! What `mizan lexicon check` finds in the rows of lists, one fault at a time.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use super::set::*;

#[test]
fn a_sound_set_has_nothing_to_find() {
    assert_eq!(told(&[]), "");
}

#[test]
fn an_unknown_frame_label_part_of_speech_flag_and_role_are_told_with_what_was_meant() {
    let row = fighter();
    let cases = [
        (
            row.replace("groups", "grups"),
            "column `frame`: there is no frame grups in frames.csv; did you mean `groups`?",
        ),
        (
            row.replace("fighters", "figters"),
            "column `label`: the frame groups has no label figters; did you mean `fighters`?",
        ),
        (
            row.replace("noun", "nuon"),
            "column `pos`: nuon is not one of its values; did you mean `noun`?",
        ),
        (
            row.replace("noun,,,", "noun,,fem;humn,"),
            "column `flags`, characters 5–8: humn is not one of its values; did you mean `human`?",
        ),
    ];
    for (row, wanted) in cases {
        only(&words(&row), &["error ar/words.csv, row 2, ", wanted]);
    }
    let voice = VOICE.replace("says", "sais");
    only(
        &told(&[("ar/voice.csv", voice.as_bytes())]),
        &["`role`: sais", "did you mean `says`?"],
    );
}

#[test]
fn an_unknown_kind_of_actor_is_told_where_it_stands() {
    let frames = FRAMES
        .replacen("insurgents", "agent", 0)
        .replace("insurgents", "insurgent;militia");
    let found = told(&[("frames.csv", frames.as_bytes())]);
    only(
        &found,
        &[
            "error frames.csv, row 2, column `target`, characters 1–9: ",
            "no actor is of the kind insurgent;",
            "did you mean `insurgents`?",
        ],
    );
    let actors = format!("{ACTORS}dale,insurgants,فرقة الوادي,ar,\nriver,dancers,رقص النهر,ar,\n");
    let found = told(&[("actors.csv", actors.as_bytes())]);
    let lines: Vec<&str> = found.lines().collect();
    assert!(lines[0].starts_with("error actors.csv, row 3, column `kind`: no frame is about the kind insurgants; did you mean `insurgents`?"), "{found}");
    assert!(
        lines[1].starts_with("warning actors.csv, row 4, column `kind`"),
        "{found}"
    );
}

#[test]
fn an_unknown_column_is_told_with_the_likely_one_and_a_double_one_too() {
    let content = format!("{}{}", TERMS.replace("note", "not_near"), fighter());
    only(
        &told(&[("ar/words.csv", content.as_bytes())]),
        &["row 1, column `not_near`: the column not_near stands twice"],
    );
    let content = format!("{}{}", TERMS.replace("exclude", "exlude"), fighter());
    only(
        &told(&[("ar/words.csv", content.as_bytes())]),
        &["row 1, column `exlude`: there is no column exlude; did you mean `exclude`?"],
    );
    let found = told(&[("frame.csv", b"frame,label\n")]);
    only(
        &found,
        &[
            "warning frame.csv: the file is not read",
            "did you mean `frames`?",
        ],
    );
}

#[test]
fn an_id_that_stands_twice_is_told_with_the_other_row() {
    let twin = term(
        "w-muqatil",
        "مسلح",
        "fighters",
        ["adj", "", "وصل المسلح إلى الجسر", ""],
    );
    let found = words(&format!("{}{twin}", fighter()));
    assert!(found.contains("error ar/words.csv, row 3, column `id`: the id w-muqatil stands in row 2 of ar/words.csv too"), "{found}");
}

#[test]
fn an_id_that_stands_twice_is_told_beside_another_fault_of_its_row() {
    let twin = fighter().replace("groups", "grups");
    let found = words(&format!("{}{twin}", fighter()));
    assert!(found.contains("row 3, column `frame`"), "{found}");
    assert!(found.contains("row 3, column `id`"), "{found}");
}

#[test]
fn a_term_that_stands_twice_is_told_also_where_only_folding_makes_it_the_same() {
    let again = |written: &str, label: &str| {
        let hit = format!("وصل {written} إلى الجسر");
        let rows = [("w-a", "إمام", "fighters"), ("w-b", written, label)];
        words(
            &rows
                .map(|(id, word, label)| term(id, word, label, ["noun", "", hit.as_str(), ""]))
                .concat(),
        )
    };
    assert!(again("إمام", "fighters").contains("warning ar/words.csv, row 3, column `term`: the term إمام stands in row 2 of ar/words.csv too; keep one"));
    let folded = again("امام", "fighters");
    assert!(
        folded.contains(
            "the term امام is the same as إمام in row 2 of ar/words.csv once letters are folded"
        ),
        "{folded}"
    );
    let torn = again("إمام", "terrorists");
    assert!(
        torn.contains("error ar/words.csv, row 3, column `term`"),
        "{torn}"
    );
    assert!(torn.contains("with the label `fighters`"), "{torn}");
}

#[test]
fn a_name_that_stands_twice_is_told_unless_its_note_says_why() {
    let twin = |note: &str| {
        let actors = format!("{ACTORS}dale,insurgents,حركة التل,ar,{note}\n");
        told(&[("actors.csv", actors.as_bytes())])
    };
    only(
        &twin(""),
        &[
            "warning actors.csv, row 3, column `name`: the name حركة التل stands in row 2 too, as a name of `hill`",
        ],
    );
    assert_eq!(twin("not hill"), "");
}

#[test]
fn two_entries_that_produce_the_same_form_in_a_frame_are_told_with_both_rules() {
    let women = term(
        "w-muqatila",
        "مقاتلة",
        "terrorists",
        ["noun", "", "وصلت المقاتلة إلى الجسر", ""],
    );
    let found = words(&format!("{}{women}", fighter()));
    only(
        &found,
        &[
            "warning ar/words.csv, row 3, column `term`: ",
            "مقاتلات is a form of مقاتلة",
            "of مقاتل",
            "plural ات",
        ],
    );
}

#[test]
fn a_term_shadowed_by_a_star_is_told_with_what_is_found_instead() {
    let star = term(
        "a-star",
        "مقات*",
        "terrorists",
        ["", "", "وصل مقاتون إلى الجسر", "وصل القطار"],
    );
    let found = words(&format!("{star}{}", fighter()));
    assert!(found.contains("found instead"), "{found}");
}

#[test]
fn a_term_whose_hit_is_a_longer_term_is_told_with_what_is_found_instead() {
    let short = term(
        "w-rajul",
        "رجل",
        "fighters",
        ["noun", "", "وصل رجل الجبل", "بيت"],
    );
    let long = term(
        "w-rajul-jabal",
        "رجل جبل",
        "terrorists",
        ["phrase", "", "وصل رجل الجبل", ""],
    );
    only(
        &words(&format!("{short}{long}")),
        &[
            "error ar/words.csv, row 2, column `hit`, characters 5–7: at رجل the term رجل جبل (w-rajul-jabal) is found instead",
        ],
    );
}

#[test]
fn a_phrase_that_another_entry_also_lists_is_told_at_its_place() {
    let short =
        "w-a,رجل جبل,groups,fighters,phrase,رجال تل;حراس تل,,,,,وصل رجل جبل إلى الجسر,,codebook,\n";
    let other =
        "w-0,حارس تل,groups,terrorists,phrase,حراس تل,,,,,وصل حارس تل إلى الجسر,,codebook,\n";
    let found = words(&format!("{short}{other}"));
    only(
        &found,
        &[
            "warning ar/words.csv, row 2, column `stems`, characters 9–15: حراس تل is never found: حارس تل (w-0) stands there",
        ],
    );
}

#[test]
fn an_exclude_that_excludes_nothing_is_told_at_its_place() {
    let row = fighter().replace("noun,,,,", "noun,,,مقاتلا;قتيل,");
    only(
        &words(&row),
        &[
            "warning ar/words.csv, row 2, column `exclude`, characters 8–11: قتيل is no form of مقاتل",
        ],
    );
}

#[test]
fn an_exclude_that_differs_only_in_a_hamza_that_texts_leave_out_excludes_something() {
    let row = "w-atba,أتباع,groups,fighters,fixed,,,إتباع,,,وصل أتباع القائد,,codebook,\n";
    assert_eq!(words(row), "");
}

#[test]
fn a_stance_out_of_range_or_contradictory_is_told_and_drags_no_term_along() {
    for stance in ["3", "-5", "1.5", "strong", ""] {
        let frames = FRAMES.replace("fighters,0,", &format!("fighters,{stance},"));
        let found = told(&[("frames.csv", frames.as_bytes())]);
        only(
            &found,
            &[
                "error frames.csv, row 3, column `stance`: ",
                "from -2 (condemns) to 2",
            ],
        );
    }
    let frames = format!("{FRAMES}groups,fighters,1,insurgents,What are they called?,codebook\n");
    only(
        &told(&[("frames.csv", frames.as_bytes())]),
        &["error frames.csv, row 4, column `stance`: the label fighters has the stance 0 in row 3"],
    );
}

#[test]
fn a_missing_source_is_a_warning_once_a_row_or_once_a_file() {
    only(
        &words(&fighter().replace("codebook", "")),
        &["warning ar/words.csv, row 2, column `source`: "],
    );
    let content = format!("{}{}", TERMS, fighter())
        .replace(",source,", ",note,")
        .replace(",note\n", "\n");
    let found = told(&[(
        "ar/words.csv",
        content.replace(",codebook,", ",,").as_bytes(),
    )]);
    assert!(found.contains("the column `source` is missing"), "{found}");
}

#[test]
fn a_hit_that_does_not_hit_and_a_miss_that_does_are_told_with_form_and_rule() {
    let row = term(
        "w-a",
        "مقاتل",
        "fighters",
        ["noun", "", "وصل الجندي", "قال إن مقاتليه وصلوا"],
    );
    let found = words(&row);
    let lines: Vec<&str> = found.lines().collect();
    assert!(
        lines[0].contains("column `hit`: the sentence does not contain مقاتل"),
        "{found}"
    );
    assert!(
        lines[1].contains(
            "column `miss`, characters 8–14: the sentence is matched by مقاتل, at مقاتليه ("
        ),
        "{found}"
    );
}

#[test]
fn a_line_of_furniture_that_its_row_does_not_know_is_told() {
    let furniture = FURNITURE.replace("اقرأ أيضا: الجسر", "تابع معنا: الجسر");
    only(
        &told(&[("ar/furniture.csv", furniture.as_bytes())]),
        &["error ar/furniture.csv, row 2, column `hit`: the line is not known by اقرأ أيضا:*"],
    );
}

#[test]
fn a_sentence_with_a_line_break_inside_its_cell_is_tried_as_one() {
    let row = term(
        "w-muqatil",
        "مقاتل",
        "fighters",
        ["noun", "", "\"وصل المقاتل\nإلى الجسر القديم\"", ""],
    );
    assert_eq!(words(&row), "");
}

#[test]
fn a_file_that_names_none_of_its_columns_is_told_once() {
    let notes = told(&[("ar/notes.csv", "remark,day\nlook again,Monday\n".as_bytes())]);
    only(
        &notes,
        &[
            "row 1: the first row does not name the columns `id`, `term`",
            "put the file elsewhere",
        ],
    );
}

#[test]
fn a_missing_column_is_told_once_and_not_in_every_row() {
    let list =
        "id,frame,label,hit,source\na,groups,fighters,x,codebook\nb,groups,fighter,x,codebook\n";
    let found = told(&[("ar/words.csv", list.as_bytes())]);
    only(&found, &["row 1: the column `term` is missing"]);
}

#[test]
fn a_title_above_the_header_is_told_and_hides_no_row() {
    let row = fighter().replace("groups", "group");
    let list = format!("our words,,\n\n{TERMS}{row}");
    let found = told(&[("ar/words.csv", list.as_bytes())]);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(
        lines[0].contains("row 1: the names of the columns stand in row 3; delete the rows"),
        "{found}"
    );
    assert!(
        lines[1].contains("row 4, column `frame`: there is no frame group"),
        "{found}"
    );
}

#[test]
fn a_header_that_stands_twice_is_one_fault_and_no_row_of_terms() {
    let found = words(&format!("{}{TERMS}", fighter()));
    only(
        &found,
        &["row 3: the names of the columns stand here once more; delete the row"],
    );
}

#[test]
fn a_sign_that_no_word_has_is_told_at_its_place() {
    for (word, wanted) in [
        (
            "“محارب”",
            "column `term`, character 1: a quotation mark stands here, “; take it out",
        ),
        (
            "=محارب",
            "column `term`, character 1: this sign is part of no word, =; take it out",
        ),
    ] {
        let row = term(
            "w-a",
            word,
            "fighters",
            ["noun", "", "وصل محارب إلى الجسر", ""],
        );
        let found = words(&row);
        assert!(found.contains(wanted), "{found}");
    }
    let near = fighter().replace(",noun,,,,,,", ",noun,,,,,جسر، طريق,");
    only(
        &words(&near),
        &["column `not_near`, character 4: a comma stands here, ،; put `;` between two values"],
    );
    let latin = term(
        "w-a",
        "d'Ivoire",
        "fighters",
        ["name", "", "la Côte d'Ivoire", ""],
    );
    assert!(!words(&latin).contains("stands here"));
}
