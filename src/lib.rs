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
//! A single article, or an archive larger than memory, is read with [`open`] and [`score`]. What
//! the tables and their columns mean is told in `docs/METHOD.md`, and by each [`Column`].
//!
//! Inside, data flows down one street, and a stage knows only the stages below it;
//! `docs/ARCHITECTURE.md` draws it.

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod coding;
pub mod corpus;
pub mod error;
pub mod events;
pub mod exchange;
pub mod figures;
pub mod framing;
pub mod language;
pub mod lexicon;
pub mod progress;
pub mod report;
pub mod settings;
pub mod sources;
pub mod study;
pub mod suggest;
pub mod tables;
pub mod text;
pub mod voice;

pub use corpus::{Article, ArticleOrNote, Articles, Corpus, Note, Part, ReadOptions, Stamp, open};
pub use error::{Error, Fault, Result, Severity};
pub use lexicon::Lexicon;
pub use progress::{Progress, Silent};
pub use report::{Cell, Column, Mark, TakenTable, score};
pub use settings::Settings;
pub use study::{Findings, demo, weigh};
