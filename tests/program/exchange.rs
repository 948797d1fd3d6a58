//! Dictionaries of other tools, in and out: what comes in can be used, and what goes out counts the
//! same by plain lookup.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::*;
use predicates::str::contains;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const DEMO: &str = "tests/corpora/sahel/articles.csv";

fn mizan(args: &[&str]) -> Assert {
    Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(args)
        .assert()
}

/// One column of a table.
fn column(table: &[u8], name: &str) -> Vec<String> {
    let table = table.strip_prefix("\u{feff}".as_bytes()).unwrap_or(table);
    let mut reader = csv::Reader::from_reader(table);
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|have| have == name);
    let at = at.unwrap();
    reader
        .records()
        .map(|row| row.unwrap()[at].to_owned())
        .collect()
}

/// One dictionary in every format: two moods, a phrase, an ending, and something that is lost.
const DICTIONARIES: [(&str, &str); 6] = [
    (
        "d.yml",
        "mood:\n  glad: [فرح*, سرور بالغ]\n  sad: [حزين, '*ness']\n",
    ),
    (
        "d.dic",
        "%\n1\tmood\n\t2\tglad\n\t3\tsad\n%\nفرح*\t2\nسرور بالغ\t2\nحزين\t3\nkind\t(2)3/2\n",
    ),
    ("d.lc3", "+glad\nفرح*\nسرور بالغ\n+sad\nحزين\nun*able\n"),
    (
        "d.ykd",
        "<dictionary><cnode name=\"mood\"><cnode name=\"glad\"><pnode name=\"فرح*\"/>\
         <pnode name=\"سرور بالغ\"/></cnode><cnode name=\"sad\"><pnode name=\"حزين\"/>\
         <pnode name=\"^x$\"/></cnode></cnode></dictionary>",
    ),
    (
        "d.cat",
        "mood\n\tglad\n\t\tفرح* (1)\n\t\tسرور_بالغ (1)\n\tsad\n\t\tحزين (1)\n\t@RULE [x] (1)\n",
    ),
    (
        "d.csv",
        "word,category\nفرح*,glad\nسرور بالغ,glad\nحزين,sad\nco?t,sad\n",
    ),
];

#[test]
fn a_dictionary_of_any_format_becomes_lists_that_a_study_can_use() {
    for (name, content) in DICTIONARIES {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join(name);
        fs::write(&file, content).unwrap();
        let lists = home.path().join("lists");
        let (file, lists) = (file.to_str().unwrap(), lists.to_str().unwrap());
        mizan(&["lexicon", "import", file, "--frame", "mood", "--out", lists])
            .success()
            .stdout(contains(
                "entries 3, frames 1, labels 2, not carried over 1",
            ));
        mizan(&["lexicon", "check", lists]).success();
        let lost = fs::read_to_string(Path::new(lists).join("not-imported.txt")).unwrap();
        assert_eq!(lost.lines().count(), 1, "{name}: {lost}");
        assert!(lost.contains(&format!("{name}, line ")), "{lost}");
        let articles = "id,source,text\n1,النهر,رأيت فرحته وسرورا بالغا ثم سرور بالغ ورجل حزين.\n";
        let scored = Command::new(env!("CARGO_BIN_EXE_mizan"))
            .args(["score", "-", "--no-bom", "--lexicons", lists])
            .write_stdin(articles)
            .assert()
            .success();
        let labels = column(&scored.get_output().stdout, "label");
        assert_eq!(labels, ["glad", "glad", "sad"], "{name}");
        mizan(&["lexicon", "import", file, "--out", lists])
            .code(2)
            .stderr(contains("already there"));
    }
}

#[test]
fn a_single_file_is_written_with_its_labels_told_and_words_are_inflected_on_request() {
    let home = tempfile::tempdir().unwrap();
    let (file, out) = (home.path().join("d.csv"), home.path().join("mine.csv"));
    fs::write(&file, "حزين,sad\nفرح,glad\n").unwrap();
    let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
    mizan(&[
        "lexicon",
        "import",
        file,
        "--out",
        out,
        "--inflect",
        "--frame",
        "mood",
    ])
    .success()
    .stdout(contains(
        "these labels need rows in frames.csv: mood,glad mood,sad",
    ));
    let written = fs::read(out).unwrap();
    assert_eq!(column(&written, "pos"), ["", ""]);
    assert_eq!(
        column(&written, "source"),
        ["d.csv, line 1", "d.csv, line 2"]
    );
    let plain = mizan(&["lexicon", "import", file]).success();
    assert_eq!(
        column(&plain.get_output().stdout, "pos"),
        ["fixed", "fixed"]
    );
}

#[test]
fn files_in_old_encodings_are_read_and_broken_ones_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("d.lc3");
    let utf16: Vec<u8> = "\u{feff}+glad\nفرح\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(&file, utf16).unwrap();
    mizan(&["lexicon", "import", file.to_str().unwrap()])
        .success()
        .stdout(contains(",فرح,"));
    let cases = [
        ("d.yml", "a: [b", "d.yml, line "),
        ("d.dic", "glad\t1\n", "two lines `%`"),
        ("d.ykd", "<a></b>", "no XML"),
        ("d.words", "glad\n", "name the format with --from"),
        ("d.cat", "", "the file is empty"),
        ("n.yml", "# nothing yet\n", "no entries were found"),
    ];
    for (name, content, expected) in cases {
        let file = home.path().join(name);
        fs::write(&file, content).unwrap();
        mizan(&["lexicon", "import", file.to_str().unwrap()])
            .code(2)
            .stderr(contains(expected).and(contains(name)));
    }
    let file = home.path().join("e.yml");
    fs::write(&file, "mood: [a]\n").unwrap();
    mizan(&[
        "lexicon",
        "import",
        file.to_str().unwrap(),
        "--frame",
        "x=moot",
    ])
    .code(2)
    .stderr(contains("did you mean"));
}

/// A folder of lists with some entries of the built-in ones.
fn lists(folder: &Path, theme: &str, ids: &[&str]) {
    let list = fs::read_to_string(format!("lexicons/ar/{theme}.csv")).unwrap();
    let is_kept = |line: &&str| {
        let id = line.split(',').next().unwrap();
        id == "id" || ids.contains(&id)
    };
    let lines: Vec<&str> = list.lines().filter(is_kept).collect();
    assert_eq!(lines.len(), ids.len() + 1, "{ids:?}");
    fs::create_dir_all(folder.join("ar")).unwrap();
    fs::copy("lexicons/frames.csv", folder.join("frames.csv")).unwrap();
    fs::write(
        folder.join(format!("ar/{theme}.csv")),
        lines.join("\n") + "\n",
    )
    .unwrap();
}

/// The spellings of an exported dictionary, by our own reading of its lines.
fn exported(folder: &Path, format: &str) -> BTreeSet<String> {
    let name = if format == "liwc" {
        "mizan.dic"
    } else {
        "mizan.yml"
    };
    let text = fs::read_to_string(folder.join(name)).unwrap();
    let lines = text.lines().filter_map(|line| match format {
        "liwc" => line
            .split_once('\t')
            .filter(|(form, _)| form.parse::<u32>().is_err()),
        _ => line
            .strip_prefix("    - \"")
            .map(|form| (form.trim_end_matches('"'), "")),
    });
    lines.map(|(form, _)| form.to_owned()).collect()
}

/// How many words of a text stand in a set of spellings, marks and tatweel left out.
fn looked_up(spellings: &BTreeSet<String>, text: &str) -> usize {
    let is_mark = |c: &char| matches!(c, '\u{64B}'..='\u{652}' | '\u{670}' | '\u{640}');
    let text: String = text.chars().filter(|c| !is_mark(c)).collect();
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty() && spellings.contains(*word))
        .count()
}

#[test]
fn exported_spellings_are_read_back_the_same_and_counted_the_same_by_plain_lookup() {
    let own =
        "هاجم الارهابيون القرية فقتل الإرهـابيُّون حارسا، وللإرهابيين أعوان وبإرهابيَّين. فهم إرهابيون!";
    let words = [
        "groups-irhabi",
        "groups-takfiri",
        "groups-mutashaddid",
        "groups-jihadi",
    ];
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("lists");
    lists(&folder, "groups", &words);
    let shown = folder.to_str().unwrap();
    let table = home.path().join("own.csv");
    fs::write(&table, format!("id,source,text\n1,النهر,\"{own}\"\n")).unwrap();
    for format in ["quanteda", "liwc"] {
        let out = home.path().join(format);
        let args = [
            "lexicon",
            "export",
            out.to_str().unwrap(),
            "--format",
            format,
        ];
        mizan(&[&args[..], &["--lexicons", shown]].concat()).success();
        let spellings = exported(&out, format);
        assert!(spellings.len() > 1000, "{}", spellings.len());
        let name = if format == "liwc" {
            "mizan.dic"
        } else {
            "mizan.yml"
        };
        let back = mizan(&["lexicon", "import", out.join(name).to_str().unwrap()]).success();
        let back = back.get_output();
        let mut read: BTreeSet<String> = column(&back.stdout, "term").into_iter().collect();
        // Told as other spellings of those that were carried over.
        let told = String::from_utf8_lossy(&back.stderr).replace('\u{2069}', "\u{2068}");
        let lines = told
            .lines()
            .filter(|line| line.contains("but for its spelling"));
        read.extend(lines.map(|line| line.split('\u{2068}').nth(1).unwrap().to_owned()));
        assert_eq!(read, spellings, "{format}");
        let scored = mizan(&["score", table.to_str().unwrap(), "--lexicons", shown]).success();
        let mentions = column(&scored.get_output().stdout, "form").len();
        assert_eq!((looked_up(&spellings, own), mentions), (5, 5), "{format}");
        // Over the demo, where names and surnames take words from entries, what the forms met.
        let demo = fs::read(DEMO).unwrap();
        let texts = ["title", "text"].map(|part| column(&demo, part)).concat();
        let count: usize = texts.iter().map(|text| looked_up(&spellings, text)).sum();
        let met: usize = words.iter().map(|id| met(id)).sum();
        assert!(met > 50);
        assert_eq!(count, met, "{format}");
    }
}

/// How often the demo has forms of an entry.
fn met(id: &str) -> usize {
    let told = mizan(&["lexicon", "forms", id, DEMO, "--format", "csv"]).success();
    let counts = column(&told.get_output().stdout, "count").into_iter();
    counts.filter_map(|count| count.parse::<usize>().ok()).sum()
}

#[test]
fn spellings_that_articles_have_are_few_and_phrases_are_among_them() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("r");
    let shown = out.to_str().unwrap();
    mizan(&[
        "lexicon",
        "export",
        shown,
        "--format",
        "quanteda",
        "--seen-in",
        DEMO,
    ])
    .success()
    .stdout(contains("spellings are in"));
    let spellings = exported(&out, "quanteda");
    assert!(spellings.contains("إرهـــابيا"), "as they stand there");
    assert!(spellings.iter().any(|form| form.contains(' ')));
    assert!(spellings.len() < 2000, "{}", spellings.len());
    mizan(&["lexicon", "export", shown, "--format", "quanteda"])
        .code(2)
        .stderr(contains("already there"));
    mizan(&["lexicon", "export", shown, "--lexicons", "lexicons"])
        .code(2)
        .stderr(contains("go with --format"));
}
