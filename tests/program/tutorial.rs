//! The tutorial shows what the program really prints.
//!
//! Its commands are run in their order, in a folder that holds the demo study's `articles.csv`.
//! `MIZAN_BLESS=1 cargo test --test program tutorial` writes what they print now into the tutorial.

use std::fs;
use std::path::Path;
use std::process::Command;

const TUTORIAL: &str = "docs/LEXICONS.md";
/// Stands in the tutorial for lines that are left out.
const LEFT_OUT: &str = "…";

/// A fenced block of the tutorial.
struct Block<'a> {
    /// What stands behind the opening fence.
    info: &'a str,
    lines: Vec<&'a str>,
    /// The number of its first line, counted from 0.
    start: usize,
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(info), None) => {
                open = Some(Block {
                    info,
                    lines: Vec::new(),
                    start: number + 1,
                });
            }
            (None, Some(block)) => block.lines.push(line),
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block of {TUTORIAL} is not closed");
    blocks
}

/// What a command line beginning with `mizan` prints, standard error first.
fn printed(line: &str, folder: &Path) -> String {
    let mut words = line.split_whitespace();
    assert_eq!(words.next(), Some("mizan"), "{line}");
    let output = Command::new(env!("CARGO_BIN_EXE_mizan"))
        .args(words)
        .current_dir(folder)
        .output()
        .unwrap();
    let [errors, data] = [output.stderr, output.stdout].map(|out| String::from_utf8(out).unwrap());
    // How long a stage took is another time each time.
    let is_stage = |line: &str| line.trim_end().ends_with(" s)");
    let errors = errors.split_inclusive('\n').filter(|line| !is_stage(line));
    format!("{}{data}", errors.collect::<String>()).replace('\u{feff}', "")
}

/// Copies a folder of lists; prints nothing.
fn copied(folders: &str, home: &Path) -> String {
    let (from, to) = folders.split_once(' ').unwrap();
    for part in ["", "ar"] {
        fs::create_dir_all(home.join(to).join(part)).unwrap();
        for entry in fs::read_dir(home.join(from).join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(
                    &path,
                    home.join(to).join(part).join(path.file_name().unwrap()),
                )
                .unwrap();
            }
        }
    }
    String::new()
}

/// The shown lines as they would be if the tutorial told the truth: lines left out stay so.
fn shortened(printed: &str, shown: &[&str]) -> Vec<String> {
    let lines: Vec<String> = printed
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    let Some(gap) = shown.iter().position(|line| *line == LEFT_OUT) else {
        return lines;
    };
    let tail = shown.len() - gap - 1;
    if lines.len() < gap + tail {
        return lines;
    }
    let mut kept = lines[..gap].to_vec();
    kept.push(LEFT_OUT.into());
    kept.extend_from_slice(&lines[lines.len() - tail..]);
    kept
}

#[test]
fn every_command_of_the_tutorial_prints_what_the_tutorial_shows() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(project.join(TUTORIAL)).unwrap();
    let home = tempfile::tempdir().unwrap();
    let articles = "tests/corpora/sahel/articles.csv";
    fs::copy(project.join(articles), home.path().join("articles.csv")).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut wrong = Vec::new();
    // From the last block to the first when writing, so that line numbers stay right.
    let mut told = Vec::new();
    for block in blocks(&text) {
        if let Some(file) = block.info.strip_prefix("csv file ") {
            let file = home.path().join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, block.lines.join("\n") + "\n").unwrap();
        } else if block.info == "console" {
            let command = block.lines[0].strip_prefix("$ ").unwrap();
            let output = match command.strip_prefix("cp -r ") {
                Some(folders) => copied(folders, home.path()),
                None => printed(command, home.path()),
            };
            let is = shortened(&output, &block.lines[1..]);
            if is != block.lines[1..] {
                wrong.push(format!(
                    "line {}: {command}\n{}",
                    block.start + 1,
                    is.join("\n")
                ));
            }
            told.push((block.start + 1..block.start + block.lines.len(), is));
        }
    }
    if std::env::var_os("MIZAN_BLESS").is_some() {
        for (shown, is) in told.into_iter().rev() {
            lines.splice(shown, is);
        }
        fs::write(project.join(TUTORIAL), lines.join("\n") + "\n").unwrap();
    }
    assert!(
        wrong.is_empty(),
        "`just bless` if it is meant\n{}",
        wrong.join("\n\n")
    );
}
