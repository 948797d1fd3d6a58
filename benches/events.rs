//! How the cost of aligning grows with the archive, at a fixed number of articles a day: time, as
//! a ratio to `LC_ALL=C wc -w` of the same file in the same run, CPU an article, and memory. Reading
//! the file is part of it.
//!
//! `cargo bench --bench events` aligns 10,000, 50,000 and 150,000 articles made up here;
//! `cargo bench --bench events -- 1000000` as many as are asked for. The file stands in the
//! system's temporary folder while it is used (about 2 KB an article). Larger sizes come after
//! smaller ones, so that the peak of memory is that of the last.

#![allow(clippy::print_stdout, reason = "it is a program that reports")]

use mizan::{Corpus, Lexicon, ReadOptions, Settings, Silent, group};
use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{RngCore, SeedableRng};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [10_000, 50_000, 150_000];

/// Articles a day and outlets: about those of the press of a large country.
const A_DAY: usize = 2_700;
const OUTLETS: usize = 12;

/// Distinct words; words that tell of an event, and words of one article.
const VOCABULARY: usize = 150_000;
const OWN_WORDS: usize = 40;
const WORDS: usize = 180;

fn main() {
    let asked: BTreeSet<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes: Vec<usize> = match asked.is_empty() {
        true => SIZES.to_vec(),
        false => asked.into_iter().collect(),
    };
    // `cargo test --benches` only wants to see that it runs.
    let sizes = match std::env::args().any(|argument| argument == "--bench") {
        true => sizes,
        false => vec![500],
    };
    let lexicon = Lexicon::built_in().expect("the built-in lists are sound");
    println!(
        "articles  wc -w, s  aligning, s  ratio  CPU, µs an article  peak, MB  events made, found  B³ F1"
    );
    for articles in sizes {
        let path = file();
        write(articles, &path).expect("the temporary folder takes the file");
        let (counting, _) = timed(|| count_words(&path));
        let before = cpu_seconds();
        let (aligning, (corpus, found)) = timed(|| align(&path, &lexicon));
        let cpu = 1e6 * (cpu_seconds() - before) / articles as f64;
        let (made, f1) = b_cubed(&corpus, &found);
        println!(
            "{articles:8}  {:8.2}  {:11.2}  {:5.1}  {cpu:18.0}  {:8.0}  {made:11}, {:5}  {f1:.3}",
            counting.as_secs_f64(),
            aligning.as_secs_f64(),
            aligning.as_secs_f64() / counting.as_secs_f64(),
            peak_megabytes(),
            found.iter().collect::<BTreeSet<_>>().len(),
        );
        std::fs::remove_file(&path).expect("the file is ours");
    }
}

fn file() -> PathBuf {
    std::env::temp_dir().join(format!("mizan-events-{}.jsonl", std::process::id()))
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = work();
    (start.elapsed(), result)
}

fn align(path: &Path, lexicon: &Lexicon) -> (Corpus, Vec<String>) {
    let inputs = [path.to_owned()];
    let mut corpus =
        Corpus::read(&inputs, &ReadOptions::default()).expect("the file was just made");
    let events = group(&mut corpus, lexicon, &Settings::default(), &Silent);
    (corpus, events)
}

/// Numbers below a bound, the same on every run.
struct Draws(Xoshiro256PlusPlus);

impl Draws {
    fn below(&mut self, bound: usize) -> usize {
        (self.0.next_u64() % bound as u64) as usize
    }

    /// A rank by Zipf's law: each tenfold of ranks is as common as the next.
    fn rank(&mut self) -> usize {
        let share = self.0.next_u64() as f64 / u64::MAX as f64;
        ((VOCABULARY as f64).powf(share) as usize).min(VOCABULARY - 1)
    }
}

/// News made up: each event has words of its own, of which each of its articles uses some, among
/// words of everyday; outlets tell it within a day, one article in six as another one did.
fn write(articles: usize, path: &Path) -> std::io::Result<()> {
    let mut draws = Draws(Xoshiro256PlusPlus::seed_from_u64(1));
    let vocabulary = vocabulary(&mut draws);
    let mut out = BufWriter::new(File::create(path)?);
    let (mut written, mut event) = (0, 0);
    while written < articles {
        let own: Vec<usize> = (0..OWN_WORDS)
            .map(|_| 300 + draws.below(VOCABULARY - 300))
            .collect();
        let hour = written * 24 / A_DAY;
        // One event in two is told by one outlet alone, one in four by two, and so on.
        let told = (1 + draws.0.next_u64().trailing_ones() as usize).min(articles - written);
        let mut last = String::new();
        for _ in 0..told {
            let copied = !last.is_empty() && draws.below(6) == 0;
            if !copied {
                last = text(&mut draws, &vocabulary, &own, WORDS);
            }
            let title = text(&mut draws, &vocabulary, &own[..12], 8);
            let (outlet, hour) = (draws.below(OUTLETS), hour + draws.below(24));
            writeln!(
                out,
                "{{\"id\":\"{event}-{written}\",\"source\":\"outlet {outlet}\",\"date\":\"{}\",\
                 \"title\":\"{title}\",\"text\":\"{last}\"}}",
                date(hour)
            )?;
            written += 1;
        }
        event += 1;
    }
    out.flush()
}

fn vocabulary(draws: &mut Draws) -> Vec<String> {
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let word = |draws: &mut Draws| {
        let length = 3 + draws.below(4);
        let letters = (0..length).map(|_| letters[draws.below(letters.len())]);
        letters.collect()
    };
    (0..VOCABULARY).map(|_| word(draws)).collect()
}

/// One word in three is the event's own.
fn text(draws: &mut Draws, vocabulary: &[String], own: &[usize], words: usize) -> String {
    let word = |_| match draws.below(3) {
        0 => vocabulary[own[draws.below(own.len())]].as_str(),
        _ => vocabulary[draws.rank()].as_str(),
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

/// An hour of a calendar of months of 28 days.
fn date(hour: usize) -> String {
    let (day, hour) = (hour / 24, hour % 24);
    let (month, day) = (day / 28, 1 + day % 28);
    let (year, month) = (2000 + month / 12, 1 + month % 12);
    format!("{year}-{month:02}-{day:02}T{hour:02}:30")
}

/// How many events were made, and B³ F1 (Bagga & Baldwin 1998) of those found.
fn b_cubed(corpus: &Corpus, found: &[String]) -> (usize, f64) {
    let event = |id: &str| id.split('-').next().and_then(|number| number.parse().ok());
    let truth: Vec<u32> = corpus
        .articles
        .iter()
        .filter_map(|a| event(&a.id))
        .collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    let both: Vec<(u32, &str)> = truth.iter().copied().zip(found.iter().copied()).collect();
    let squares = |sizes: &[usize], of: &[usize]| -> f64 {
        let shares = sizes.iter().zip(of).map(|(s, of)| *s as f64 / *of as f64);
        shares.sum::<f64>() / sizes.len() as f64
    };
    let together = sizes(&both);
    let precision = squares(&together, &sizes(&found));
    let recall = squares(&together, &sizes(&truth));
    let made: BTreeSet<u32> = truth.into_iter().collect();
    (made.len(), 2.0 * precision * recall / (precision + recall))
}

/// For each thing how many are the same.
fn sizes<T: Ord + Copy>(things: &[T]) -> Vec<usize> {
    let mut sorted = things.to_vec();
    sorted.sort_unstable();
    let size = |thing: &T| {
        sorted.partition_point(|other| other <= thing)
            - sorted.partition_point(|other| other < thing)
    };
    things.iter().map(size).collect()
}

fn count_words(path: &Path) {
    let status = Command::new("wc")
        .arg("-w")
        .arg(path)
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("wc is there").success());
}

/// CPU seconds that this process has taken so far; 0 where the system does not say.
fn cpu_seconds() -> f64 {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let (_, behind_name) = told.rsplit_once(')').unwrap_or_default();
    let ticks = behind_name.split_whitespace().skip(11).take(2);
    ticks
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / TICKS
}

/// Ticks a second, of which Linux counts the time of a process.
const TICKS: f64 = 100.0;

/// The most memory that was in use so far, in megabytes; 0 where the system does not say.
fn peak_megabytes() -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes =
        peak.and_then(|peak| peak.trim().strip_suffix("kB")?.trim().parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1e3
}
