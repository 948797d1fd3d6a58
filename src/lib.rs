//! mizan (ميزان, *scales*) weighs how news sources describe the same events.
//!
//! Data flows down one street, and a stage knows only the stages below it:
//! `cli → report → {suggest, study, coding} → {sources, exchange, check} → framing →
//! {figures, lexicon} → {events, voice} → text → corpus → {language, tables, settings, progress,
//! error}`. `docs/ARCHITECTURE.md` draws it.

pub mod check;
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
