//! The rules of the house that a compiler does not check: who may see whom, where each package lives,
//! how long files and functions may be. `docs/ARCHITECTURE.md` gives the reasons.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test"
)]

#[path = "layers/circles.rs"]
mod circles;
#[path = "layers/code.rs"]
mod code;
#[path = "layers/letters.rs"]
mod letters;
#[path = "layers/manifest.rs"]
mod manifest;
#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/promises.rs"]
mod promises;

use code::{File, body, is_name, line_of};
use std::{fs, path::Path};

/// Each room with the rooms that it may name; its own it may always name.
///
/// Neither framing nor events sees the other, and events sees no word list: whether two articles
/// tell one event must not depend on how they frame it. A language is a file by somebody who knows
/// that language and nothing of the house.
const ROOMS: &str = "
main: cli
lib:
cli: report suggest study coding sources exchange check framing figures lexicon events voice text \
corpus tables language settings progress wording error
report: suggest study coding sources exchange check framing figures lexicon events voice text \
corpus tables language settings progress wording error
suggest: study sources check framing lexicon events voice text corpus tables language settings progress wording error
study: sources check framing figures lexicon events voice text corpus tables language settings progress wording error
coding: sources voice corpus tables language settings wording error
sources: framing figures lexicon events voice text corpus tables language settings error
exchange: framing lexicon text corpus tables language settings wording error
check: framing figures lexicon voice text corpus tables language settings wording error
framing: lexicon voice text corpus tables language settings error
figures: lexicon text corpus tables language settings error
lexicon: voice text corpus tables language settings wording error
events: text corpus tables language settings error
voice: text corpus tables language settings error
text: corpus tables language settings error
corpus: tables language settings wording error
tables: language wording error
language:
settings: tables wording error
progress:
error: wording
wording:
";

/// Each package with the rooms it may be used in, and why there only.
const PACKAGES: &str = "
clap: cli; arguments are read at the door
clap_complete: cli; shells complete what is typed at the door
clap_mangen: cli; the manual says what may be typed at the door
ctrlc: cli; a person interrupts at the door
indicatif: cli; all printing is done at the door
linfa: sources; clusters are made in one room
linfa_clustering: sources; clusters are made in one room
linfa_linalg: sources; clusters are made in one room
ndarray: sources; matrices are a matter of comparing
kodama: sources; clusters are made in one room
rand_xoshiro: sources; chance enters in one room, from the seed
libm: sources suggest; statistics give the same digits on every system
hashbrown: sources text; the words of keyness and those of entries are kept in one table each
quick_xml: corpus exchange tables; it knows the entities of pages, and dictionaries of Yoshikoder and sheets of LibreOffice are XML
saphyr_parser: exchange; only dictionaries of quanteda are YAML
calamine: tables; workbooks are read where all tables are
arrow_array: report; tables become columns where all tables are written
arrow_schema: report; tables become columns where all tables are written
parquet: report; Parquet is written where all tables are
rust_xlsxwriter: report; the workbook is written where all tables are
maud: report; the shell of the page is HTML, escaped by its macro
dom_smoothie: corpus; pages become texts when they are read
chardetng: tables; bytes become letters when they are read
encoding_rs: corpus tables; bytes become letters when they are read
flate2: tables; inputs are unpacked when they are read
serde: corpus; JSON Lines are read there
serde_json: corpus report; JSON Lines are read in the one and written in the other
csv: exchange suggest report tables wording; tables are written there; tables reads by rules of its own and is tested against it
jiff: corpus report events; dates are read, written and compared there
sha2: lexicon tables; what is read is digested for run.csv
unicode_normalization: language; letters are a matter of languages
strsim: error lexicon check; *did you mean* is said in one way, and names are held against names
thiserror: error; there is one type of error
rustc_hash: language text voice lexicon events figures framing sources suggest; for tables whose order reaches no report
rayon: cli report suggest study sources exchange check events lexicon corpus; one text is read on one thread
";

/// Words that only some rooms may use, and what to do instead. Unit tests may use them.
const WORDS: &str = "
println!: cli; give the text back, and cli prints it
print!: cli; give the text back, and cli prints it
eprintln!: cli; give back an error or a note, and cli prints it
eprint!: cli; give back an error or a note, and cli prints it
exit: cli; give back an error, and cli ends the program
dbg!:; take it out
todo!:; build it, or leave it out
unimplemented!:; build it, or leave it out
HashMap:; its order changes from run to run: use BTreeMap, or FxHashMap where it is only asked
HashSet:; its order changes from run to run: use BTreeSet, or FxHashSet where it is only asked
";

const MOST_LINES_OF_A_FILE: usize = 400;
const MOST_LINES_OF_A_FUNCTION: usize = 60;

/// A line of one of the tables: what it is about, which rooms, and the rest.
struct Line {
    of: &'static str,
    rooms: Vec<&'static str>,
    why: &'static str,
}

impl Line {
    fn admits(&self, room: &str) -> bool {
        self.rooms.contains(&room)
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = Line> {
    table.lines().filter_map(|line| {
        let (of, rest) = line.split_once(':')?;
        let (rooms, why) = rest.split_once(';').unwrap_or((rest, ""));
        Some(Line {
            of,
            rooms: rooms.split_whitespace().collect(),
            why: why.trim(),
        })
    })
}

fn line(table: &'static str, of: &str) -> Option<Line> {
    lines(table).find(|line| line.of == of)
}

fn direction(file: &File) -> Vec<String> {
    let Some(room) = line(ROOMS, file.room()) else {
        let what = "the house has no such room; put the file into one that it has, or give the new \
                    one its place in ROOMS and in docs/ARCHITECTURE.md";
        return vec![file.fault(0, what)];
    };
    let wrong = |named: &str| named != room.of && !room.admits(named);
    let named = file.rooms_named().into_iter();
    named
        .filter(|(_, named)| wrong(named))
        .map(|(at, named)| {
            let what = format!(
                "{} may not see `{named}`; move what both need to a room below them, or hand it \
                 over as an argument",
                room.of
            );
            file.fault(at, &what)
        })
        .collect()
}

fn packages(file: &File) -> Vec<String> {
    let away = |(at, word): (usize, &str)| {
        let package = line(PACKAGES, word)?;
        let after = &file.code[at + word.len()..];
        let before = file.code[..at].trim_end();
        let imported = before.ends_with("use") && after.starts_with([';', ' ']);
        let is_path = !before.ends_with("::") && (after.starts_with("::") || imported);
        let fits = package.admits(file.room()) || file.is_test(at);
        (is_path && !fits).then(|| {
            let what = format!(
                "the package {word} lives in {} ({}); do there what needs it",
                package.rooms.join(", "),
                package.why
            );
            file.fault(at, &what)
        })
    };
    file.words().filter_map(away).collect()
}

fn words(file: &File) -> Vec<String> {
    let misused = |(at, word): (usize, &str)| {
        let end = at + word.len();
        let sign = usize::from(file.code[end..].starts_with('!'));
        let word = line(WORDS, &file.code[at..end + sign])?;
        let fits = word.admits(file.room()) || file.is_test(at);
        (!fits).then(|| {
            file.fault(
                at,
                &format!("`{}` has no place here; {}", word.of, word.why),
            )
        })
    };
    file.words().filter_map(misused).collect()
}

fn file_length(file: &File) -> Vec<String> {
    let lines = file.text.lines().count();
    let what = format!(
        "the file has {lines} lines, of {MOST_LINES_OF_A_FILE} at most; split it by subject"
    );
    let is_long = lines > MOST_LINES_OF_A_FILE;
    is_long
        .then(|| format!("{}, line {lines}: {what}", file.path))
        .into_iter()
        .collect()
}

fn function_lengths(file: &File) -> Vec<String> {
    let long = |(at, word): (usize, &str)| {
        let name = file.code[at + word.len()..].trim_start();
        let name = name.split(|c| !is_name(c)).next()?;
        if word != "fn" || name.is_empty() {
            return None;
        }
        let end = body(&file.code, at)?.end;
        let lines = line_of(&file.code, end) - line_of(&file.code, at) + 1;
        (lines > MOST_LINES_OF_A_FUNCTION).then(|| {
            let what = format!(
                "the function {name} has {lines} lines, of {MOST_LINES_OF_A_FUNCTION} at most; \
                 give its parts names of their own"
            );
            file.fault(at, &what)
        })
    };
    file.words().filter_map(long).collect()
}

fn opening(file: &File) -> Vec<String> {
    let what = "the module does not say what it does; begin it with a sentence after `//!`";
    match file.text.starts_with("//! ") {
        true => Vec::new(),
        false => vec![file.fault(0, what)],
    }
}

/// All files below a folder of the project, sorted.
fn files(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&folder);
        // Not every folder has to be there: a package for a registry is without tests.
        for entry in fs::read_dir(path).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                folders.push(name);
            } else if name.ends_with(".rs") {
                found.push(File::new(&name, &fs::read_to_string(path).unwrap()));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn check(folders: &[&str], rule: fn(&File) -> Vec<String>) {
    let files = folders.iter().flat_map(|folder| files(folder));
    let faults: Vec<String> = files.flat_map(|file| rule(&file)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_room_sees_only_rooms_below_it() {
    check(&["src"], direction);
}

#[test]
fn a_package_is_used_in_its_home_only() {
    check(&["src"], packages);
}

#[test]
fn nothing_below_cli_prints_or_ends_the_program() {
    check(&["src"], words);
}

#[test]
fn no_file_is_too_long() {
    check(&["src", "tests", "benches", "python/src"], file_length);
}

#[test]
fn no_function_is_too_long() {
    check(&["src", "tests", "benches", "python/src"], function_lengths);
}

#[test]
fn every_module_says_what_it_does() {
    check(&["src", "tests", "benches", "python/src"], opening);
}

#[test]
fn no_arabic_letter_stands_outside_its_language() {
    check(&["src"], letters::of_arabic);
}

type Rule = fn(&File) -> Vec<String>;

/// What breaks a rule: the rule, the file, its code, and a part of the message.
const BREAKS: &str = "
direction | src/events/link.rs | use crate::lexicon::Term; | may not see `lexicon`
direction | src/text/mod.rs | use crate::{error::{Error, Fault}, report}; | may not see `report`
direction | src/text/voice/mod.rs | use super::super::study; | may not see `study`
direction | src/text/voice/mod.rs | use super::{super::{corpus, cli}}; | may not see `cli`
direction | src/text/mod.rs | #[cfg(test)] mod tests { use super::super::cli; } | may not see `cli`
direction | src/framing/bind.rs | fn f(event: &crate::events::Event) {} | may not see `events`
direction | src/language/plain.rs | fn f() { crate::error::isolated() } | may not see `error`
direction | src/main.rs | fn main() { mizan::study::weigh() } | may not see `study`
direction | src/helpers/mod.rs | fn f() {} | no such room
packages | src/report/csv.rs | use clap::Parser; | lives in cli
packages | src/study.rs | fn f(rows: &ndarray::Array2<f64>) {} | lives in sources
words | src/report/csv.rs | fn f() { println!() } | `println!` has no place here
words | src/text/mod.rs | fn f() { std::process::exit(2) } | `exit` has no place here
words | src/text/mod.rs | use std::collections::HashMap; | `HashMap` has no place here
letters | src/text/mod.rs | const AND: char = 'و'; | letters of Arabic stand in language/arabic/
opening | src/text/mod.rs | use std::ops::Range; | begin it with a sentence
";

#[test]
fn each_rule_finds_what_breaks_it_and_says_where() {
    let broken = |rule: Rule, path: &str, text: &str, expected: &str| {
        let faults = rule(&File::new(path, text));
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert!(faults[0].starts_with(&format!("{path}, line ")));
        assert!(faults[0].contains(expected), "{text}: {}", faults[0]);
    };
    for case in BREAKS.lines().filter(|case| !case.is_empty()) {
        let parts: Vec<&str> = case.split(" | ").collect();
        let rule: Rule = match parts[0] {
            "direction" => direction,
            "packages" => packages,
            "letters" => letters::of_arabic,
            "words" => words,
            _ => opening,
        };
        broken(rule, parts[1], parts[2], parts[3]);
    }
    let path = "src/text/mod.rs";
    let long = format!("//! A file.\nfn long() {{\n{}}}\n", "    ();\n".repeat(59));
    let expected = "line 2: the function long has 61 lines";
    broken(function_lengths, path, &long, expected);
    broken(file_length, path, &"//!\n".repeat(401), "has 401 lines");
}

/// What looks like a fault and is none.
const SOUND: [&str; 6] = [
    "// use crate::cli;\n/* crate::cli /* nested */ crate::cli */",
    r##"fn f<'a>(c: &'a str) { let _ = ('"', "crate::cli \" println!()", r#"crate::cli"#); }"##,
    "use super::{clean, voice::{self, cli}};\nuse crate::text::cli;",
    "pub(crate) fn f() {}\npub(in crate::text) mod study {}",
    "#[cfg(test)]\nmod tests {\n use super::*;\n fn f() { println!() }\n}",
    "fn f() { self::csv::write(); let exit_status = 1; }",
];

#[test]
fn comments_literals_and_neighbours_break_no_rule() {
    for text in SOUND {
        let file = File::new("src/text/clean.rs", text);
        for rule in [direction, packages, words, function_lengths] {
            assert_eq!(rule(&file), Vec::<String>::new(), "{text}");
        }
    }
}
