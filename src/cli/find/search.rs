//! Looks for places, input by input.

use super::out::Out;
use super::{FindArgs, PlaceFormat};
use crate::cli::Outcome;
use crate::cli::out::{Remarks, say};
use crate::cli::progress::Verbosity;
use crate::corpus::{self, ArticleOrNote, Note};
use crate::error::{Error, Result, did_you_mean, isolated};
use crate::lexicon::Lexicon;
use crate::report::{self, Occurrence, Totals};
use crate::settings::Settings;
use crate::study;
use crate::wording::said;
use std::collections::BTreeSet;
use std::path::Path;

/// What is looked for, and what was met so far.
pub(super) struct Search<'a> {
    args: &'a FindArgs,
    lexicon: &'a Lexicon,
    settings: &'a Settings,
    forms: BTreeSet<String>,
    /// Places that wait to be sorted.
    kept: Vec<Occurrence>,
    sum: Totals,
    sources: BTreeSet<String>,
    remarks: Remarks,
    progress: Verbosity,
}

/// What some articles came to.
struct Met {
    places: Vec<Occurrence>,
    sources: BTreeSet<String>,
    remarks: Vec<Note>,
}

impl<'a> Search<'a> {
    /// Has met nothing yet.
    pub(super) fn new(
        args: &'a FindArgs,
        lexicon: &'a Lexicon,
        settings: &'a Settings,
        progress: Verbosity,
    ) -> Self {
        let language = crate::language::of(Some(&args.language));
        let forms = args.forms().into_iter().map(|form| language.exact(&form));
        Search {
            args,
            lexicon,
            settings,
            forms: forms.collect(),
            kept: Vec::new(),
            sum: Totals::default(),
            sources: BTreeSet::new(),
            remarks: Remarks::new(progress),
            progress,
        }
    }

    /// Reads one input on all processors, in constant memory unless places are to be sorted.
    pub(super) fn read(&mut self, input: &Path, out: &mut Out) -> Result<()> {
        let finder = Finder {
            args: self.args,
            lexicon: self.lexicon,
            settings: self.settings,
            forms: self.forms.clone(),
        };
        let work = |items: Vec<ArticleOrNote>| finder.met(items);
        let options = self.args.columns.options(self.settings);
        let mut is_full = false;
        let mut sink = |met: Met| {
            self.take(met, out)?;
            is_full = self.is_full();
            match is_full {
                // Ends the reading; no reader has gone.
                true => Err(Error::OutputClosed),
                false => Ok(()),
            }
        };
        match corpus::stream(input, &options, &work, &mut sink) {
            Err(Error::OutputClosed) if is_full => Ok(()),
            other => other.map(|_| ()),
        }
    }

    fn take(&mut self, met: Met, out: &mut Out) -> Result<()> {
        met.remarks.iter().for_each(|note| self.remarks.tell(note));
        self.sources.extend(met.sources);
        for place in met.places {
            if self.is_full() {
                break;
            }
            self.sum.add(&place);
            match self.args.sort {
                Some(_) => self.kept.push(place),
                None => out.place(&place)?,
            }
        }
        Ok(())
    }

    /// Whether as many places are shown as were asked for.
    fn is_full(&self) -> bool {
        let limit = self.args.limit.filter(|_| self.args.sort.is_none());
        limit.is_some_and(|limit| self.sum.places >= limit)
    }

    /// Hands on the places that waited to be sorted.
    pub(super) fn finish(&mut self, out: &mut Out) -> Result<()> {
        if let Some(by) = self.args.sort {
            report::sort(&mut self.kept, by.order());
        }
        let limit = self.args.limit.map_or(usize::MAX, |limit| limit as usize);
        for place in self.kept.iter().take(limit) {
            out.place(place)?;
        }
        Ok(())
    }

    /// Tells what was met: below the places, or on standard error where those are a table or go to a
    /// file.
    pub(super) fn tell(&self, out: &mut Out) -> Result<()> {
        self.remarks
            .end(|further| format!("{further} further remarks"));
        for wanted in &self.args.source {
            if !self.sources.contains(wanted) && !self.is_full() {
                say(self.progress, &self.no_such_source(wanted));
            }
        }
        let told = self.sum.told();
        let is_below = self.args.format == PlaceFormat::Text && self.sum.places > 0;
        if !is_below || self.args.out.is_some() {
            say(self.progress, &told);
        }
        match is_below && self.progress != Verbosity::Silent {
            true => out.text(&format!("\n{told}\n")),
            false => Ok(()),
        }
    }

    /// Whether there was anything to find.
    pub(super) fn ending(&self) -> Outcome {
        match self.sum.places {
            0 => Outcome::Nothing,
            _ => Outcome::Done,
        }
    }
}

impl Search<'_> {
    fn no_such_source(&self, wanted: &str) -> String {
        let likely = did_you_mean(wanted, self.sources.iter().map(String::as_str));
        let hint = match likely {
            Some(likely) => said("hint.likely", &[&isolated(likely)]),
            None => {
                let names: Vec<String> = self.sources.iter().map(|name| isolated(name)).collect();
                said("cli.sources", &[&names.join(", ")])
            }
        };
        said("cli.no-source", &[&isolated(wanted), &hint])
    }
}

/// Finds the places in articles, on any thread.
struct Finder<'a> {
    args: &'a FindArgs,
    lexicon: &'a Lexicon,
    settings: &'a Settings,
    forms: BTreeSet<String>,
}

impl Finder<'_> {
    fn met(&self, items: Vec<ArticleOrNote>) -> Met {
        let mut met = Met {
            places: Vec::new(),
            sources: BTreeSet::new(),
            remarks: Vec::new(),
        };
        for item in items {
            let article = match item {
                Ok(article) => article,
                Err(note) => {
                    met.remarks.push(note);
                    continue;
                }
            };
            if !met.sources.contains(&article.source) {
                met.sources.insert(article.source.clone());
            }
            if self.args.source.is_empty() || self.args.source.contains(&article.source) {
                let Some(reading) = study::read_if_any(&article, self.lexicon, self.settings)
                else {
                    continue;
                };
                let places = report::places(&article, &reading, self.lexicon, self.settings);
                met.places
                    .extend(places.into_iter().filter(|place| self.is_wanted(place)));
            }
        }
        met
    }

    fn is_wanted(&self, place: &Occurrence) -> bool {
        (self.args.voice.is_empty() || self.args.voice.contains(&place.voice))
            && (self.forms.is_empty() || self.forms.contains(&place.spelling()))
    }
}
