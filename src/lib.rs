//! mizan (ميزان, *scales*) weighs how news sources describe the same events.
//!
//! Data flows down one street, and a stage knows only the stages below it:
//! `cli → report → study → sources → {framing, events} → lexicon → text → {language, corpus} →
//! {settings, error}`. `docs/ARCHITECTURE.md` draws it.

pub mod cli;
pub mod corpus;
pub mod error;
pub mod events;
pub mod framing;
pub mod language;
pub mod lexicon;
pub mod report;
pub mod settings;
pub mod sources;
pub mod study;
pub mod text;
