//! How long finding entries takes on any text, next to counting its words.
//!
//! `benches/ratio.sh FILE` runs it beside `LC_ALL=C wc -w` and prints the ratio. Entries are
//! words of the text itself, spread evenly over its sorted vocabulary, so that they do hit.

#![allow(clippy::print_stdout, reason = "it is a program that reports")]

use mizan::corpus::Part;
use mizan::language::{Arabic, Citation, Kind, Language, Pos, Tokens};
use mizan::text::Text;
use mizan::text::matcher::{Matcher, MatcherBuilder};
use std::collections::BTreeSet;
use std::time::Duration;

/// Sizes of lexicons measured.
const SIZES: [usize; 3] = [500, 5_000, 50_000];
/// Runs of each measurement; the fastest counts, as the one least disturbed.
const RUNS: usize = 15;

fn main() {
    // `cargo bench` and `cargo test --benches` pass flags of their own.
    let Some(path) = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
    else {
        println!("no file named: nothing measured");
        return;
    };
    let text = std::fs::read_to_string(&path).expect("the file is UTF-8 text");
    // Articles are met one by one: blank lines part them.
    let articles: Vec<&str> = text.split("\n\n").collect();
    let vocabulary = vocabulary(&articles);
    println!(
        "{} bytes, {} texts, {} distinct words",
        text.len(),
        articles.len(),
        vocabulary.len()
    );
    let none = MatcherBuilder::default().build();
    let (cut, _) = (0..RUNS)
        .map(|_| run(&none, &articles))
        .min()
        .expect("some runs");
    println!("cut alone {:.4} s", cut.as_secs_f64());
    for size in SIZES {
        let start = spent();
        let matcher = matcher(&vocabulary, size);
        let built = spent() - start;
        let (best, found) = (0..RUNS)
            .map(|_| run(&matcher, &articles))
            .min()
            .expect("some runs");
        println!(
            "entries {size} built {:.3} s, matched {:.4} s, {:.0} MB/s, {found} mentions",
            built.as_secs_f64(),
            best.as_secs_f64(),
            text.len() as f64 / 1e6 / best.as_secs_f64(),
        );
    }
}

/// Cuts every article into tokens and finds the entries.
fn run(matcher: &Matcher, articles: &[&str]) -> (Duration, usize) {
    let start = spent();
    let mut tokens = Tokens::default();
    let mut found = Vec::new();
    let mut mentions = 0;
    for given in articles {
        tokens.clear();
        Arabic.cut(given, 0, &mut tokens);
        let text = Text {
            part: Part::Body,
            given,
            language: &Arabic,
            cuts: Vec::new(),
            tokens,
            sentences: Vec::new(),
        };
        found.clear();
        matcher.scan(&text, &mut found);
        mentions += found.len();
        tokens = text.tokens;
    }
    (spent() - start, mentions)
}

fn vocabulary(articles: &[&str]) -> Vec<String> {
    let mut vocabulary = BTreeSet::new();
    let mut tokens = Tokens::default();
    for article in articles {
        tokens.clear();
        Arabic.cut(article, 0, &mut tokens);
        for token in tokens.list.iter().filter(|token| token.kind == Kind::Word) {
            let surface = &article[token.start as usize..token.end as usize];
            let exact = Arabic.exact(surface);
            // Nobody lists words of grammar.
            if exact.chars().count() > 2 && !Arabic.is_function_word(&Arabic.fold(&exact)) {
                vocabulary.insert(exact);
            }
        }
    }
    vocabulary.into_iter().collect()
}

/// Nouns, adjectives, verbs, names, words without remark, and one phrase in ten.
fn matcher(vocabulary: &[String], size: usize) -> Matcher {
    let kinds = [
        Some(Pos::Noun),
        Some(Pos::Adjective),
        Some(Pos::Verb),
        Some(Pos::Name),
        None,
    ];
    let step = (vocabulary.len() / size).max(1);
    let mut builder = MatcherBuilder::default();
    for (at, word) in vocabulary.iter().step_by(step).take(size).enumerate() {
        let next = &vocabulary[(at * 7 + 1) % vocabulary.len()];
        let is_phrase = at % 10 == 9;
        let entry = Citation {
            term: if is_phrase {
                format!("{word} {next}")
            } else {
                word.clone()
            },
            pos: if is_phrase {
                Some(Pos::Phrase)
            } else {
                kinds[at % kinds.len()]
            },
            ..Citation::default()
        };
        builder.add(&Arabic, &entry);
    }
    builder.build()
}

/// Processor time spent so far, so that a busy machine does not count. Linux only.
fn spent() -> Duration {
    let schedule = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux");
    let nanoseconds = schedule
        .split(' ')
        .next()
        .and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.expect("a number"))
}
