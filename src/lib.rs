//! mizan (ميزان, *scales*) weighs how news sources describe the same events: who calls whom what, in
//! whose voice, with the sentence behind every number.
//!
//! A study is four steps: a [`Corpus`] of articles, a [`Lexicon`] of the words to look for,
//! [`Settings`], and [`weigh`]. What was found is taken as tables ([`Findings::table`]) or written
//! as the report of the program ([`Findings::write`]). Three articles of invented outlets:
//!
//! ```
//! use mizan::{Cell, Corpus, Lexicon, ReadOptions, Settings, Silent, weigh};
//!
//! let row = |source, text| [("source", source), ("event", "bridge"), ("text", text)];
//! let rows = [
//!     row("النهر", "هاجم الإرهابيون جسر البلدة فجر الجمعة وقتلوا ثلاثة جنود"),
//!     row("الجبل", "هاجم مسلحون جسر البلدة القديم فجر الجمعة فقتل ثلاثة جنود"),
//!     row("الساحل", "قال متحدث إن الإرهابيين الذين هاجموا جسر البلدة قتلوا ثلاثة جنود"),
//! ];
//! let corpus = Corpus::of(rows, &ReadOptions::default())?;
//! let findings = weigh(corpus, Lexicon::built_in()?, Settings::default(), &Silent)?;
//!
//! // Who are the attackers called, in whose voice?
//! let labels = findings.table("labels")?;
//! let place = |column| labels.place(column).expect("the table has it");
//! let [frame, source, label, voice] = ["frame", "source", "label", "voice"].map(place);
//! let attackers = Cell::text("armed-islamists");
//! let called: Vec<[Cell; 3]> = labels
//!     .rows
//!     .iter()
//!     .filter(|row| row[frame] == attackers)
//!     .map(|row| [source, label, voice].map(|at| row[at].clone()))
//!     .collect();
//! let expected = [
//!     ["الجبل", "militants", "narrator"],
//!     ["الساحل", "terrorists", "reported"],
//!     ["النهر", "terrorists", "narrator"],
//! ];
//! assert_eq!(called, expected.map(|row| row.map(Cell::text)));
//! # Ok::<(), mizan::Error>(())
//! ```
//!
//! Whatever these take and give has a name here:
//!
//! ```
//! use mizan::{
//!     Article, Articles, Cell, Column, ColumnKind, Corpus, Error, Fault, Findings, InputFile,
//!     Lexicon, Limits, Mark, Note, Part, Progress, ReadOptions, Result, Settings, Severity, Silent,
//!     Stamp, Streamed, TakenTable, Within,
//! };
//!
//! fn events(mut corpus: Corpus, lexicon: &Lexicon) -> Vec<String> {
//!     mizan::group(&mut corpus, lexicon, &Settings::default(), &Silent)
//! }
//! assert!(events(mizan::demo()?, &Lexicon::built_in()?).contains(&"e0001".to_owned()));
//! # Ok::<(), Error>(())
//! ```
//!
//! A single article, or an archive larger than memory, is read with [`open`] and [`score`]. What
//! the tables and their columns mean is told in `docs/METHOD.md`, and by each [`Column`].
//!
//! Inside, data flows down one street, and a stage knows only the stages below it;
//! `docs/ARCHITECTURE.md` draws it.

#![cfg_attr(
    not(feature = "cli"),
    allow(
        dead_code,
        unused_imports,
        reason = "the commands use what the façade does not show yet"
    )
)]

mod check;
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
mod coding;
mod corpus;
mod error;
mod events;
mod exchange;
mod figures;
mod framing;
mod language;
mod lexicon;
mod progress;
mod report;
mod settings;
mod sources;
mod study;
mod suggest;
mod tables;
mod text;
mod voice;
mod wording;

pub use corpus::{
    Article, ArticleOrNote, Articles, Corpus, InputFile, Note, Part, ReadOptions, Stamp, Streamed,
    articles_of, open, sources_beside,
};
pub use error::{Error, Fault, Result, Severity, Within};
pub use lexicon::Lexicon;
pub use progress::{Progress, Silent};
#[cfg(feature = "parquet")]
pub use report::{ArrowTable, Keys, mentions_schema, score_arrow};
pub use report::{
    Beside, Cell, Column, ColumnKind, Mark, PageOptions, PageTexts, TakenTable, WorkbookOptions,
    WorkbookRows, score,
};
pub use settings::{Bindings, Settings, ToldIn};
pub use study::{Findings, demo, group, weigh};
pub use tables::Limits;
