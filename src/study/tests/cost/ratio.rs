//! How long finding entries takes, as a ratio to `LC_ALL=C wc -w` of the same file in the same run.
//!
//! `benches/ratio.sh FILE` runs it, without a file on text made up here. The file is plain text in
//! which blank lines part the articles. Finding is cutting into words, folding, looking up,
//! following phrases and giving spans, on one thread. The fastest of some runs counts on both sides,
//! as the one least disturbed.

#![allow(clippy::print_stdout, reason = "it tells what it measured")]

use super::{find_all, matcher, vocabulary, words};
use crate::check;
use crate::text::matcher::{Matcher, MatcherBuilder};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Sizes of lexicons measured beside the built-in one.
const SIZES: [usize; 3] = [500, 5_000, 50_000];
const RUNS: usize = 7;

#[test]
#[ignore = "measures; run by `benches/ratio.sh`"]
fn the_cost_of_finding() {
    let folder = tempfile::tempdir().unwrap();
    let path = std::env::var("MIZAN_TEXT").unwrap_or_else(|_| {
        let path = folder.path().join("words.txt");
        std::fs::write(&path, words::text()).unwrap();
        path.display().to_string()
    });
    let text = std::fs::read_to_string(&path).expect("the file is UTF-8 text");
    let articles: Vec<&str> = text.split("\n\n").collect();
    let vocabulary = vocabulary(&articles);
    let measure = Measure {
        articles: &articles,
        megabytes: text.len() as f64 / 1e6,
        counting: fastest(|| count_words(&path)),
    };
    println!(
        "{:.1} MB, {} texts, {} distinct words; wc -w takes {:.3} s",
        measure.megabytes,
        articles.len(),
        vocabulary.len(),
        measure.counting.as_secs_f64()
    );
    measure.tell("no entries", || MatcherBuilder::default().build());
    measure.tell("built-in lists", || {
        let mut lexicon = check::load(None).expect("the built-in lists are sound");
        let arabic = lexicon.tables.remove("ar");
        arabic.expect("there are Arabic lists").matcher
    });
    for size in SIZES {
        measure.tell(&format!("{size} entries"), || matcher(&vocabulary, size));
    }
}

struct Measure<'a> {
    articles: &'a [&'a str],
    megabytes: f64,
    counting: Duration,
}

impl Measure<'_> {
    /// Makes a table and finds its entries, and says what that cost.
    fn tell(&self, name: &str, make: impl FnOnce() -> Matcher) {
        let before = resident_megabytes();
        let start = Instant::now();
        let matcher = make();
        let made = start.elapsed().as_secs_f64();
        let memory = resident_megabytes() - before;
        let mut mentions = 0;
        let finding = fastest(|| mentions = find_all(&matcher, self.articles)).as_secs_f64();
        println!(
            "{name}: made in {made:.2} s, {memory:.0} MB; found in {finding:.3} s, {:.2} times wc -w, \
             {:.0} MB/s, {mentions} mentions",
            finding / self.counting.as_secs_f64(),
            self.megabytes / finding,
        );
    }
}

fn fastest(mut run: impl FnMut()) -> Duration {
    let runs = (0..RUNS).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    runs.min().expect("some runs")
}

fn count_words(path: &str) {
    let status = Command::new("wc")
        .args(["-w", path])
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("wc is there").success());
}

/// Memory in use, in megabytes; 0 where the system does not say (it is told in pages of 4 KiB).
fn resident_megabytes() -> f64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|told| told.split(' ').nth(1)?.parse::<f64>().ok());
    pages.unwrap_or(0.0) * 4096.0 / 1e6
}
