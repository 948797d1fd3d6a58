//! Where the time of a whole study goes: seconds of each stage and of each large table, and the
//! ratio of what comes after aligning to `LC_ALL=C wc -w` of the same file in the same run.
//!
//! `cargo bench --bench study -- ARTICLES.jsonl` (not packed, so that `wc` reads the same).

#![allow(clippy::print_stdout, reason = "it is a program that reports")]

use mizan::{Corpus, Findings, Lexicon, Mark, Progress, ReadOptions, Settings, weigh};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::Instant;

/// What is done under the stage `comparing sources`, in order.
const STEPS: [&str; 6] = [
    "contrasts",
    "profiles",
    "clusters",
    "sensitivity",
    "keyness",
    "rewordings",
];

fn main() {
    let Some(file) = std::env::args()
        .skip(1)
        .map(PathBuf::from)
        .find(|path| path.is_file())
    else {
        println!("skipped: give a file of articles");
        return;
    };
    let counting = (0..3).map(|_| count_words(&file)).fold(f64::MAX, f64::min);
    let watch = Watch(Mutex::new((Instant::now(), Vec::new())));
    let corpus = Corpus::read(&[file], &ReadOptions::default()).expect("it can be read");
    let lexicon = Lexicon::built_in().expect("the built-in lists are sound");
    let findings = weigh(corpus, lexicon, Settings::default(), &watch).expect("it is weighed");
    watch.lap("");
    let marks = watch.0.into_inner().expect("no thread panicked").1;
    let after = |name: &str| name.starts_with("  ");
    let mut comparing = 0.0;
    for (name, seconds) in &marks {
        println!("{seconds:8.2} s  {name}");
        comparing += if after(name) { *seconds } else { 0.0 };
    }
    let writing = write(&findings);
    println!("{writing:8.2} s  all tables written");
    println!("{counting:8.2} s  wc -w");
    println!(
        "{:8.1} x  comparing and writing",
        (comparing + writing) / counting
    );
}

/// Seconds of `LC_ALL=C wc -w`.
fn count_words(file: &Path) -> f64 {
    let start = Instant::now();
    let status = Command::new("wc")
        .arg("-w")
        .arg(file)
        .env("LC_ALL", "C")
        .stdout(Stdio::null())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "wc runs");
    start.elapsed().as_secs_f64()
}

/// Seconds of writing the report, after those of each large table alone.
fn write(findings: &Findings) -> f64 {
    for name in Findings::table_names() {
        let start = Instant::now();
        let table = findings.table(name).expect("it is one of its tables");
        let written = table.write_csv(std::io::sink(), Mark::Bom);
        written.expect("a sink takes all");
        let seconds = start.elapsed().as_secs_f64();
        if seconds > 0.05 {
            println!("{seconds:8.2} s  table {name}");
        }
    }
    let folder = std::env::temp_dir().join(format!("mizan-study-{}", std::process::id()));
    let start = Instant::now();
    findings
        .write(&folder, Mark::Bom)
        .expect("the temporary folder takes it");
    let seconds = start.elapsed().as_secs_f64();
    std::fs::remove_dir_all(&folder).expect("the folder is ours");
    seconds
}

/// Takes the time between the stages of a study: when the last began, and what took how long.
struct Watch(Mutex<(Instant, Vec<(String, f64)>)>);

impl Watch {
    /// Ends what runs, and begins something.
    fn lap(&self, next: &str) {
        let mut marks = self.0.lock().expect("no thread panicked");
        let seconds = marks.0.elapsed().as_secs_f64();
        if let Some(last) = marks.1.last_mut() {
            last.1 = seconds;
        }
        if !next.is_empty() {
            marks.1.push((next.to_owned(), 0.0));
        }
        marks.0 = Instant::now();
    }
}

impl Progress for Watch {
    fn begin(&self, stage: &'static str, _total: u64) {
        let first = format!("  {}", STEPS[0]);
        self.lap(if stage == "comparing sources" {
            &first
        } else {
            stage
        });
    }

    fn advance(&self, _steps: u64) {
        let last = |marks: &[(String, f64)]| marks.last().map(|(name, _)| name.trim().to_owned());
        let now = last(&self.0.lock().expect("no thread panicked").1);
        let at = STEPS.iter().position(|step| Some(*step) == now.as_deref());
        if let Some(next) = at.and_then(|at| STEPS.get(at + 1)) {
            self.lap(&format!("  {next}"));
        }
    }
}
