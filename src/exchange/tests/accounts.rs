//! Every line of a dictionary is accounted for: it is kept, stands above what is kept, or is told.

use crate::exchange::{Dialect, Import, carry_over, read};
use crate::language;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A layout: its format, what stands above its lines, the lines, what stands below.
type Layout = (Dialect, &'static str, &'static [&'static str], &'static str);

const LAYOUTS: [Layout; 8] = [
    (
        Dialect::Quanteda,
        "",
        &[
            "mood:\n  - فرح*\n  - ~\n",
            "sky:\n  high: [مطر, '*x', \"well pleased\"]\n  low:\n",
            "rain: ريح\n",
            "deep:\n  a:\n    b:\n      c: [x]\n  __: so so\n",
            "empty: []\n",
            "mix:\n  - y\n  - z: [w, 'a?b']\n",
            "# a remark\n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Liwc,
        "%\n1\tmood (State)\n\t2\tglad\n3\tsky\n  4 high\n%\n",
        &[
            "smile*\t1\t2\n",
            "storm 3\n",
            "مطر\t9\n",
            "sun\n",
            "(a) dry\t1\n",
            "kind\t<of>2/1\n",
            "bright\t1\t(02)2/1\n",
            "  well pleased   2 4\n",
            "%\n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Lexicoder,
        "",
        &[
            "+glad\n",
            "+sad+\n",
            "+\n",
            "smile*\n",
            "un*able\n",
            " مطر \n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Yoshikoder,
        "<dictionary>\n",
        &[
            "<cnode name=\"a\">\n<pnode name=\"مطر\"/>\n</cnode>\n",
            "<cnode name=\"b\"/>\n",
            "<cnode>\n</cnode>\n",
            "<pnode name=\"y*\" score=\"2\"/>\n",
            "<pnode/>\n",
            "<word/>\n",
            "stray\n",
            "<!-- a remark -->\n",
        ],
        "</dictionary>\n",
    ),
    (
        Dialect::WordStat,
        "",
        &[
            "MOOD\n",
            "\tGLAD\n",
            "\t\tSMILE* (1)\n",
            "\t\tWELL_PLEASED (0,5)\n",
            "\tمطر (1)\n",
            "\t@RULE [ RAIN NEAR SEA ] (1)\n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Columns,
        "word,category\n",
        &[
            "glad,mood\n",
            "مطر,\n",
            ",mood\n",
            "a,b,c\n",
            "x\n",
            "\"a, b\",sky\n",
            "a\"b,sky\n",
            "glad,2\n",
            "# a remark\n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Columns,
        "DicTerm,sky,mood\n",
        &[
            "مطر,X,\n",
            "غيم,,\n",
            ",X,\n",
            "برق,0.5,z\n",
            "رعد,X,X,X\n",
            "ريح\n",
            "\n",
        ],
        "",
    ),
    (
        Dialect::Columns,
        "",
        &[
            "مطر 1\n",
            "ريح شديدة -2.5\n",
            "غيم   1\n",
            "Words of weather\n",
            "\n",
        ],
        "",
    ),
];

/// Whether a line says nothing by itself.
fn is_frame(layout: &Layout, number: usize, line: &str) -> bool {
    let line = line.trim();
    let heads = layout.1.lines().count();
    let is_tag = line.starts_with("</") || line.starts_with("<dict") || line.starts_with("<!--");
    let is_header = layout.0 == Dialect::Columns && number <= heads;
    line.is_empty() || line == "%" || line.starts_with("# ") || is_tag || is_header
}

fn accounted(layout: &Layout, pieces: &[usize]) {
    let (dialect, above, lines, below) = layout;
    let lines = pieces.iter().map(|piece| lines[piece % lines.len()]);
    let text = format!("{above}{}{below}", lines.collect::<String>());
    // What is refused is told whole.
    let Ok(found) = read("d.txt", text.as_bytes(), *dialect) else {
        return;
    };
    let items: BTreeSet<u64> = found.items.iter().map(|item| item.line).collect();
    let lost = found.lost.iter().map(|lost| lost.line);
    let categories = found.categories.iter().map(|(line, _)| *line);
    let told: BTreeSet<u64> = items
        .iter()
        .copied()
        .chain(lost)
        .chain(categories)
        .collect();
    for (number, line) in (1..).zip(text.lines()) {
        let is_told = is_frame(layout, number, line) || told.contains(&(number as u64));
        assert!(is_told, "{dialect:?}: line {number}, {line}, of\n{text}");
    }
    let import = Import {
        wishes: &[],
        stem: "d",
        file: "d.txt",
        language: language::of(Some("ar")),
        inflect: false,
    };
    let carried = carry_over(&found, &import).unwrap();
    let kept = carried.terms.iter().map(|term| term.line);
    let told: BTreeSet<u64> = kept
        .chain(carried.lost.iter().map(|lost| lost.line))
        .collect();
    assert!(
        items.is_subset(&told),
        "{dialect:?}: {items:?} against {told:?} of\n{text}"
    );
}

#[test]
fn no_line_of_a_layout_is_refused_or_lost_in_silence() {
    for layout in &LAYOUTS {
        let all: Vec<usize> = (0..layout.2.len()).collect();
        let text = format!("{}{}{}", layout.1, layout.2.concat(), layout.3);
        let found = read("d.txt", text.as_bytes(), layout.0);
        assert!(found.is_ok(), "{found:?}");
        accounted(layout, &all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_line_is_kept_or_merged_or_told_as_lost(
        layout in 0..LAYOUTS.len(),
        pieces in prop::collection::vec(0_usize..40, 0..12),
    ) {
        accounted(&LAYOUTS[layout], &pieces);
    }
}
