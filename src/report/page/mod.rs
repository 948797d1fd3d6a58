//! The page: the report as one file that any browser opens. Nothing is fetched, nothing is sent.
//!
//! Rust says what was found, numbers and places included, as one JSON; the script draws it and
//! counts nothing anew.

mod alike;
mod articles;
mod cards;
mod chips;
mod choice;
mod copies;
mod data;
mod differences;
mod events;
mod floor;
mod method;
mod passing;
mod pieces;
mod shell;
mod topics;

use crate::report::names::placed;
use crate::study::Findings;
use choice::Choice;

/// How much of the articles a page holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageTexts {
    /// Whole articles.
    Full,
    /// The sentences of mentions, a few for each label of a source in an event, and a few words
    /// around the others.
    #[default]
    Excerpts,
    /// Titles only.
    Nothing,
}

impl PageTexts {
    /// As the option and the page's data name it.
    pub fn name(self) -> &'static str {
        match self {
            PageTexts::Full => "full",
            PageTexts::Excerpts => "excerpts",
            PageTexts::Nothing => "none",
        }
    }
}

/// What a page is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOptions {
    /// How much of the articles.
    pub texts: PageTexts,
    /// Of how many articles, those of the events that most sources tell.
    pub articles: usize,
}

/// Articles that a page holds texts of: with their excerpts they take a few megabytes.
pub(crate) const ARTICLES: usize = 300;

impl Default for PageOptions {
    fn default() -> Self {
        PageOptions {
            texts: PageTexts::default(),
            articles: ARTICLES,
        }
    }
}

/// The page of a study. The same findings and options give the same bytes.
pub(crate) fn page(findings: &Findings, options: PageOptions) -> String {
    let all = placed(findings);
    let choice = Choice::of(findings, &all, options.articles);
    let data = data::data(findings, &all, &choice, options.texts);
    shell::shell(findings.tongue, &data.to_string())
}
