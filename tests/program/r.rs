//! What `docs/R.md` says is run by R, where R is installed.

use assert_cmd::Command;
use std::fs;
use std::path::Path;

/// What a reader may ask of what the page makes.
const ASKED: &str = r#"
same <- function(what, found, expected) {
  if (!identical(found, expected)) stop(what, ": ", toString(found), " and not ", toString(expected))
}
kinds <- vapply(report$profiles[c("source", "events", "lean")], \(column) class(column)[1], "")
same("types", unname(kinds), c("character", "integer", "numeric"))
same("a day", class(report$mentions$date), "Date")
same("a flag", class(report$mentions$counted), "logical")
empty <- names(Filter(\(column) all(is.na(column)), report$profiles))
same("an empty column is not logical", any(vapply(report$profiles[empty], is.logical, NA)), FALSE)
lines <- vapply(report, nrow, 1L)
cat("tables", length(report), "rows", sum(lines), "\n")
cat("mentions", nrow(report$mentions), "cut", nrow(found), "\n")
own <- report$scores |> group_by(source = report$articles$source[match(article, report$articles$article)]) |> summarise(n = sum(mentions))
same("by day", sum(by_day$n) <= sum(report$mentions$counted), TRUE)
same("leans lie in the scale", all(abs(leans$lean) <= 2), TRUE)
same("problems of readr", sum(vapply(report, \(table) nrow(problems(table)), 1L)), 0L)
same("a picture", file.size("differences.pdf") > 1000, TRUE)
cat("all is as it was\n")
"#;

/// Whether R and what the page needs are there.
fn has_r() -> bool {
    let asked = "library(readr); library(dplyr)";
    let run = std::process::Command::new("Rscript")
        .args(["-e", asked])
        .output();
    let is_there = run.is_ok_and(|run| run.status.success());
    let needed = std::env::var_os("MIZAN_R").is_some();
    assert!(
        is_there || !needed,
        "R is asked for and is not there with readr and dplyr"
    );
    is_there
}

#[test]
fn the_page_on_r_is_true_of_the_demo() {
    if !has_r() {
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("report");
    let mut mizan = Command::cargo_bin("mizan").unwrap();
    mizan.args([
        "compare",
        "--demo",
        "--no-page",
        "--no-workbook",
        "--quiet",
        "--out",
    ]);
    mizan.arg(&out).assert().success();
    let articles = root.join("tests/corpora/sahel/articles.csv");
    fs::copy(articles, home.path().join("articles.csv")).unwrap();
    let page = fs::read_to_string(root.join("docs/R.md")).unwrap();
    let blocks = page.split("```r\n").skip(1);
    let mut script: String = blocks
        .map(|block| block.split("```").next().unwrap())
        .collect();
    script += ASKED;
    fs::write(home.path().join("page.R"), script).unwrap();
    let mut r = Command::new("Rscript");
    r.current_dir(&home).env("LC_ALL", "C.UTF-8");
    let done = r.arg("page.R").assert().success();
    let told = String::from_utf8_lossy(&done.get_output().stdout).into_owned();
    let line = |begin: &str| {
        let line = told.lines().find(|line| line.starts_with(begin));
        let numbers = line
            .unwrap()
            .split_whitespace()
            .filter_map(|word| word.parse().ok());
        numbers.collect::<Vec<usize>>()
    };
    let rows = |table: &str| {
        let mut reader = csv::Reader::from_path(out.join(table)).unwrap();
        reader.records().count()
    };
    let tables = fs::read_dir(&out)
        .unwrap()
        .map(|file| file.unwrap().file_name());
    let tables: Vec<String> = tables
        .filter_map(|name| {
            name.into_string()
                .ok()
                .filter(|name| name.ends_with(".csv"))
        })
        .collect();
    let all = tables.iter().map(|table| rows(table)).sum();
    assert_eq!(line("tables"), [tables.len(), all]);
    let [mentions, cut] = line("mentions")[..] else {
        panic!("{told}")
    };
    assert_eq!(mentions, rows("mentions.csv"));
    assert!(cut > mentions / 2 && told.contains("all is as it was"));
}
