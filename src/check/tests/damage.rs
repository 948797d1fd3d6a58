//! What editors and spreadsheets do to a list, and how `mizan lexicon check` tells it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use super::set::*;

/// Three rows of terms, each sound.
fn three() -> String {
    let row = |id: &str, word: &str| {
        let hit = format!("وصل {word} إلى الجسر");
        term(id, word, "fighters", ["noun", "", &hit, ""])
    };
    [
        row("w-a", "مقاتل"),
        row("w-b", "محارب"),
        row("w-c", "مناضل"),
    ]
    .concat()
}

#[test]
fn a_quotation_mark_that_is_not_closed_is_told_where_it_opens_and_hides_no_row() {
    let broken = three()
        .replace("وصل مقاتل", "\"وصل مقاتل")
        .replace("مناضل إلى", "غيره إلى");
    let found = words(&broken);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(
        lines[0].starts_with(
            "error ar/words.csv, row 2, column `hit`, character 1: the quotation mark that opens"
        ),
        "{found}"
    );
    assert!(
        lines[1].starts_with("error ar/words.csv, row 4, column `hit`: the sentence"),
        "{found}"
    );
}

#[test]
fn a_quotation_mark_closed_only_by_a_later_rows_hides_no_row_between() {
    let broken = three()
        .replace("وصل مقاتل", "\"وصل مقاتل")
        .replace("وصل محارب إلى", "وصل غيره إلى")
        .replace(",وصل مناضل إلى الجسر,", ",\"وصل مناضل، إلى الجسر\",");
    let found = words(&broken);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(
        lines[0].contains("row 2, column `hit`, character 1: "),
        "{found}"
    );
    assert!(lines[1].contains("row 3, column `hit`: "), "{found}");
}

#[test]
fn a_quotation_mark_inside_a_cell_is_told_and_a_lone_one_is_a_warning() {
    let inner = three().replace(",وصل مقاتل إلى الجسر,", ",\"قال \"وصل مقاتل\" أمس\",");
    only(
        &words(&inner),
        &[
            "error ar/words.csv, row 2, column `hit`, character 6: the cell goes on",
            "twice (\"\")",
        ],
    );
    let lone = three().replace("وصل مقاتل إلى الجسر", "وصل مقاتل إلى \"الجسر");
    only(
        &words(&lone),
        &[
            "warning ar/words.csv, row 2, column `hit`, character 15: a quotation mark has no partner",
        ],
    );
}

#[test]
fn a_ragged_row_is_told_with_both_widths() {
    let longer = three().replace("وصل محارب إلى", "وصل محارب, إلى");
    let found = words(&longer);
    assert!(
        found.contains("error ar/words.csv, row 3: the row has 15 cells, the header has 14"),
        "{found}"
    );
    let content = format!("{TERMS}{longer}");
    let row = set(&[("ar/words.csv", content.as_bytes())])[0].marked();
    assert!(row.starts_with("\u{2068}w-b,محارب,groups,"), "{row}");
    let shorter = three().replace("مناضل إلى الجسر,,codebook,", "مناضل إلى الجسر,,codebook");
    only(
        &words(&shorter),
        &["warning ar/words.csv, row 4: the row has 13 cells, the header has 14"],
    );
    // Excel writes as many separators as the widest row it was shown has cells.
    let wide = format!("{TERMS}{}", three()).replace(",\n", ",,,\n");
    let wide = wide.replacen("note\n", "note,,\n", 1);
    assert_eq!(told(&[("ar/words.csv", wide.as_bytes())]), "");
    let nameless = wide.replacen(",,,\n", ",,x,\n", 1);
    only(
        &told(&[("ar/words.csv", nameless.as_bytes())]),
        &["error ar/words.csv, row 2: the column of cell 15, x, has no name"],
    );
}

#[test]
fn empty_rows_are_counted_and_say_nothing() {
    let content = format!("{TERMS}\n,,,\n{}", fighter().replace("noun", "nuon"));
    only(
        &told(&[("ar/words.csv", content.as_bytes())]),
        &["row 4, column `pos`"],
    );
}

#[test]
fn another_encoding_names_the_menu_entry_and_the_rows_are_checked_all_the_same() {
    // windows-1256, as Excel writes *CSV (Comma delimited)* under an Arabic Windows.
    let (table, mut content) = (
        format!("{TERMS}{}", three().replace("w-c", "w-a")),
        Vec::new(),
    );
    for letter in table.chars() {
        let at = WINDOWS_1256.chars().position(|arabic| arabic == letter);
        content.push(at.map_or(letter as u32 as u8, |at| 0xc0 + at as u8));
    }
    let found = told(&[("ar/words.csv", &content)]);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(
        lines[0].contains("line 2 is not in UTF-8 but, it seems, in windows-1256"),
        "{found}"
    );
    assert!(
        lines[0].contains("*CSV UTF-8 (Comma delimited)*"),
        "{found}"
    );
    assert!(
        lines[1].contains("row 4, column `id`: the id w-a stands in row 2"),
        "{found}"
    );
}

#[test]
fn a_list_in_another_encoding_is_read_as_articles_in_it_are() {
    let table = format!("{TERMS}{}", three());
    let marked = format!("\u{feff}{table}");
    let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(told(&[("ar/words.csv", &utf16)]), "");
    let (windows, ..) = encoding_rs::WINDOWS_1256.encode(&table);
    let list = crate::lexicon::files::ListFile {
        path: "ar/words.csv".to_owned(),
        shown: "ar/words.csv".to_owned(),
        content: windows.into_owned(),
    };
    let (_, faults) = crate::lexicon::load_files(&[list]);
    let of_letters = faults
        .iter()
        .find(|fault| fault.what.contains("windows-1256"));
    let is_warning = of_letters.map(|fault| fault.severity == crate::error::Severity::Warning);
    assert_eq!(
        is_warning,
        Some(true),
        "no study is kept from starting: {faults:?}"
    );
}

#[test]
fn semicolons_taken_for_separators_are_one_fault_that_names_the_cause() {
    let row = |n: &str| format!("w-{n};مقاتل;x;good;كتب;رجال;noun;;قال مقاتل شيئا;لا;codebook;\n");
    let rows: String = ["a", "b", "c", "d", "e"].map(row).concat();
    let header = "id;term;frame;label;stems;pos;flags;hit;miss;source\n";
    let found = told(&[("ar/words.csv", format!("{header}{rows}").as_bytes())]);
    let lines: Vec<&str> = found.lines().collect();
    assert_eq!(lines.len(), 1, "{found}");
    assert!(
        lines[0].contains("ar/words.csv: `;` inside cells was taken for a separator: 5 rows"),
        "{found}"
    );
}

/// The letters of windows-1256 from C0 on.
const WINDOWS_1256: &str = "ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï";

#[test]
fn lost_letters_are_told_whatever_they_became() {
    let cases = [
        (
            "؟؟?????",
            "characters 3–7: question marks stand where letters were",
        ),
        (
            "مقا\u{fffd}ل",
            "character 4: a letter could not be read (U+FFFD stands for it)",
        ),
        (
            "Ù…Ù‚Ø§ØªÙ„",
            "characters 1–10: UTF-8 was read as another encoding",
        ),
    ];
    for (damaged, wanted) in cases {
        let found = words(&three().replace("وصل محارب إلى الجسر", damaged));
        assert!(
            found.contains(&format!(
                "error ar/words.csv, row 3, column `hit`, {wanted}"
            )),
            "{found}"
        );
    }
}

#[test]
fn an_invisible_letter_is_named_with_code_point_and_place() {
    let cases = [
        (
            "w-a",
            "w-a\u{200f}",
            "error ar/words.csv, row 2, column `id`, character 4: an invisible letter stands here: U+200F, right-to-left mark;",
        ),
        (
            "w-a",
            "\u{feff}w\u{200b}-a",
            "column `id`, character 1: an invisible letter stands here: U+FEFF, zero width no-break space, or byte-order mark, and 1 more;",
        ),
        (
            "وصل مقاتل",
            "وصل \u{202b}مقاتل\u{202c}",
            "warning ar/words.csv, row 2, column `hit`, character 5: an invisible letter stands here: U+202B, right-to-left embedding, and 1 more;",
        ),
        ("وصل مقاتل", "وصل\u{a0}مقاتل", "U+00A0, no-break space;"),
    ];
    for (sound, damaged, wanted) in cases {
        only(&words(&three().replacen(sound, damaged, 1)), &[wanted]);
    }
}

#[test]
fn an_invisible_letter_in_a_term_is_an_error_only_where_it_parts_the_word() {
    let in_term = |letter: char| {
        let row = fighter().replacen("مقاتل", &format!("مقا{letter}تل"), 1);
        let told = words(&row);
        let of_term = told.lines().find(|line| line.contains("column `term`"));
        of_term.unwrap_or_default().to_owned()
    };
    for letter in ['\u{200f}', '\u{200b}', '\u{ad}'] {
        let found = in_term(letter);
        assert!(
            found.contains("column `term`, character 4: an invisible letter"),
            "{found}"
        );
    }
}

#[test]
fn a_key_that_a_spreadsheet_made_or_will_make_into_something_else_is_told() {
    let cases = [
        ("12-Mar", "error", "a date"),
        ("Mar-15", "error", "a date"),
        ("12-مارس", "error", "a date"),
        ("2015-03-01", "error", "a date"),
        ("2015-03-01 00:00:00", "error", "a date"),
        ("3/1/2015", "error", "a date"),
        ("april-6", "warning", "a date"),
        ("1E+05", "error", "a number"),
        ("2.5E-3", "error", "a number"),
        ("TRUE", "error", "a truth value"),
    ];
    for (damaged, severity, taken) in cases {
        let wanted = format!("a spreadsheet takes {damaged} for {taken}");
        let place = format!("{severity} ar/words.csv, row 2, column `id`: ");
        let found = words(&fighter().replace("w-muqatil", damaged));
        only(&found, &[&place, &wanted, "formatted as text"]);
    }
    for sound in ["mar-12a", "protest-25", "e-5", "1-a-2", "april-6-movement"] {
        assert_eq!(words(&fighter().replace("w-muqatil", sound)), "");
    }
}

#[test]
fn an_error_value_of_a_spreadsheet_is_told_in_any_column() {
    for value in ["#NAME?", "#REF!", "#N/A", "Err:508"] {
        let found = words(&fighter().replace("codebook", value));
        only(
            &found,
            &[
                "error ar/words.csv, row 2, column `source`: ",
                "is a spreadsheet's error",
            ],
        );
    }
}

#[test]
fn lost_leading_zeros_are_told_where_others_kept_theirs() {
    let ids = |ids: [&str; 3]| {
        let rows = three().replace("w-a", ids[0]).replace("w-b", ids[1]);
        words(&rows.replace("w-c", ids[2]))
    };
    only(
        &ids(["007", "12", "101"]),
        &[
            "error ar/words.csv, row 3, column `id`: the number 12 has lost zeros: others here have 3 digits",
        ],
    );
    only(
        &ids(["7", "12", "101"]),
        &["warning ar/words.csv, row 2, column `id`: 7 is a bare number"],
    );
    assert_eq!(ids(["007", "012", "101"]), "");
}

#[test]
fn one_bad_row_never_hides_the_rest() {
    let found = words(&three().replace("w-a,مقاتل", "w-a,").replace("noun", "nuon"));
    let rows: Vec<&str> = found
        .lines()
        .filter_map(|line| line.split(", ").nth(1))
        .collect();
    assert_eq!(rows, ["row 2", "row 3", "row 4"], "{found}");
}

#[test]
fn the_same_list_in_two_files_is_told_once() {
    let twin = format!("{TERMS}{}", fighter());
    let found = told(&[
        ("ar/words.csv", twin.as_bytes()),
        ("ar/words.tsv", twin.as_bytes()),
    ]);
    only(
        &found,
        &["error ar/words.tsv: the list stands in ar/words.csv too; keep one"],
    );
}

#[test]
fn the_cell_is_shown_with_what_is_meant_between_brackets() {
    let shown = |rows: String| {
        let content = format!("{TERMS}{rows}");
        let found = set(&[("ar/words.csv", content.as_bytes())]);
        let place = found[0].place.clone().unwrap();
        (found[0].marked(), place.line)
    };
    let (marked, line) = shown(three().replace("w-b", "w-\u{200f}b"));
    assert_eq!(marked, "\u{2068}w-[⟨U+200F⟩]b\u{2069}");
    assert_eq!(line, Some((3, 3)));
    let quoted = three().replacen(
        "وصل محارب إلى",
        "\"قال \"\"نعم\"\" وصل\u{200f} محارب إلى",
        1,
    );
    let (_, line) = shown(quoted.replacen("محارب إلى الجسر,", "محارب إلى الجسر\",", 1));
    let before = "w-b,محارب,groups,fighters,noun,,,,,,\"قال \"\"نعم\"\" وصل";
    assert_eq!(line, Some((3, before.chars().count() as u64 + 1)));
    let far = "في الطريق ".repeat(10);
    let row = three().replacen(",codebook", &format!("قال {far}مقاتل {far},codebook"), 1);
    let (marked, line) = shown(row);
    assert!(
        marked.starts_with("\u{2068}… ") && marked.ends_with(" …\u{2069}"),
        "{marked}"
    );
    assert!(marked.contains(" [مقاتل] "), "{marked}");
    let miss = format!("{TERMS}{}", three());
    let before = miss
        .lines()
        .nth(1)
        .unwrap()
        .split(",codebook")
        .next()
        .unwrap();
    let character = before.chars().count() + "قال ".chars().count() + far.chars().count() + 1;
    assert_eq!(line, Some((2, character as u64)));
}
