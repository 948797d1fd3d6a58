//! A report again: the study made anew from what its `run.csv` names, so that one file of the report
//! can be written with other options.

use super::args::{ColumnArgs, CorpusArgs, KeptArgs, StudyArgs, ThresholdArgs};
use super::out::{report_done, tell_left};
use super::progress::{Stages, Verbosity};
use super::reading;
use crate::check;
use crate::error::{Error, Result, isolated, shown_name};
use crate::report::{self, Reserved};
use crate::study::{self, Findings};
use crate::tables::{Limits, Sheet};
use crate::wording::said;
use clap::Args;
use std::path::{Path, PathBuf};

/// A report, and what it was made of where its `run.csv` does not tell.
#[derive(Debug, Args)]
pub(super) struct AgainArgs {
    /// The folder of the report; nothing else in it changes
    #[arg(value_name = "REPORT_DIR")]
    report: PathBuf,
    /// The articles that the report was made of, where they are not those tables that its run.csv
    /// names
    #[arg(value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    columns: ColumnArgs,
    /// The grouping that the report was made with, if it was
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// The table of the sources that the report was made with, if it was
    #[arg(long, value_name = "FILE")]
    sources: Option<PathBuf>,
    /// The folder of the word lists that the report was made with, if they were your own
    #[arg(long, value_name = "DIR")]
    lexicons: Option<PathBuf>,
}

impl AgainArgs {
    /// Makes the study again and writes one file of its report; `told` names the wording of what was
    /// done.
    ///
    /// Errors: a folder that is no report; inputs and lists that are not those of the report; those
    /// of a study and of `write`.
    pub(super) fn write(
        &self,
        progress: Verbosity,
        told: &str,
        write: impl FnOnce(&Findings, Reserved) -> Result<Vec<PathBuf>>,
    ) -> Result<()> {
        let run = Run::of(&self.report)?;
        let place = report::reserve(&self.report, &[])?;
        let findings = self.findings(&run, progress)?;
        let left = write(&findings, place)?;
        tell_left(progress, &left);
        let told = said(told, &[&shown_name(&self.report)]);
        report_done(progress, &(told + "\n"))
    }

    fn findings(&self, run: &Run, progress: Verbosity) -> Result<Findings> {
        let thresholds = ThresholdArgs {
            settings: None,
            set: run.facts("setting"),
        };
        let settings = thresholds.settings()?;
        let lexicon = check::load(self.lexicons.as_deref())?;
        run.holds("lexicon", &lexicon.files)?;
        let study = StudyArgs {
            lexicons: self.lexicons.clone(),
            thresholds,
        };
        let kept = run.kept();
        let corpus = reading::corpus(
            &self.corpus(run),
            Some((&kept, &study)),
            &settings,
            progress,
        )?;
        let inputs = corpus.inputs.iter();
        let inputs: Vec<(String, String)> = inputs
            .map(|input| (input.name.clone(), input.sha256.clone()))
            .collect();
        run.holds("input", &inputs)?;
        let stages = Stages::new(progress);
        let findings = study::weigh(corpus, lexicon, settings, &stages)?;
        stages.done();
        Ok(findings)
    }

    /// What is read: the inputs given, or those that the report names.
    fn corpus(&self, run: &Run) -> CorpusArgs {
        let named = run.facts("input").into_iter().map(|(name, _)| name);
        let named: Vec<PathBuf> = named.map(PathBuf::from).collect();
        let beside = [&self.events, &self.sources];
        let is_beside = |path: &PathBuf| beside.iter().any(|file| file.as_ref() == Some(path));
        let is_known = |path: &PathBuf| path.file_name().is_some_and(|name| name == "sources.csv");
        let is_table = |path: &PathBuf| TABLES.iter().any(|end| has_ending(path, end));
        let given = match self.inputs.is_empty() {
            true => named
                .iter()
                .filter(|path| is_table(path) && !is_beside(path) && !is_known(path))
                .cloned()
                .collect(),
            false => self.inputs.clone(),
        };
        CorpusArgs {
            // The demo lies in no file.
            demo: given.iter().all(|path| !path.exists()) && study::is_demo(&run.facts("input")),
            inputs: given,
            columns: self.columns.clone(),
            events: self.events.clone(),
            sources: self.sources.clone(),
            keep_copies: false,
        }
    }
}

/// The endings of tables of articles.
const TABLES: [&str; 7] = [".csv", ".tsv", ".jsonl", ".xlsx", ".ods", ".xls", ".gz"];

fn has_ending(path: &Path, ending: &str) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    name.ends_with(ending)
}

/// What a report says that it was made of.
struct Run {
    folder: PathBuf,
    /// Fact, name, value.
    rows: Vec<[String; 3]>,
}

impl Run {
    /// That of a folder.
    ///
    /// Errors: no `run.csv` there, or none that says it; another version of the program.
    fn of(folder: &Path) -> Result<Run> {
        let refused = |key: &str| Error::Argument(said(key, &[&shown_name(folder)]));
        let file = folder.join("run.csv");
        if !file.is_file() {
            return Err(refused("page.no-report"));
        }
        let (sheet, _) = Sheet::load(&file, &Limits::default())?;
        let cell = |row, column| sheet.cell(row, column).to_owned();
        let rows = sheet.rows.iter();
        let rows = rows.map(|row| ["fact", "name", "value"].map(|column| cell(row, column)));
        let run = Run {
            folder: folder.to_owned(),
            rows: rows.collect(),
        };
        let ours = env!("CARGO_PKG_VERSION");
        match run.facts("version").first() {
            Some((_, version)) if version == ours => Ok(run),
            Some((_, version)) => Err(Error::Argument(said(
                "page.other-version",
                &[&shown_name(folder), version, &ours],
            ))),
            None => Err(refused("page.no-report")),
        }
    }

    /// The names and values of a kind of facts.
    fn facts(&self, fact: &str) -> Vec<(String, String)> {
        let rows = self.rows.iter().filter(|row| row[0] == fact);
        rows.map(|row| (row[1].clone(), row[2].clone())).collect()
    }

    /// What the study was restricted by.
    fn kept(&self) -> KeptArgs {
        let facts = self.facts("restriction");
        let value = |name: &str| {
            let found = facts.iter().find(|fact| fact.0 == name);
            found.map(|(_, value)| value.clone())
        };
        KeptArgs {
            from: value("from"),
            to: value("to"),
            about: value("about"),
        }
    }

    /// Whether files that were read now have the digests that the report names, whatever folder they
    /// lie in.
    ///
    /// Errors: the first that the report does not name, or names with another digest.
    fn holds(&self, fact: &str, read: &[(String, String)]) -> Result<()> {
        let facts = self.facts(fact);
        let mut known: Vec<&str> = facts.iter().map(|(_, digest)| digest.as_str()).collect();
        for (name, digest) in read {
            match known.iter().position(|known| known == digest) {
                Some(at) => drop(known.swap_remove(at)),
                None => return Err(self.differs(name)),
            }
        }
        let missing = facts
            .iter()
            .find(|(_, digest)| known.contains(&digest.as_str()));
        match missing {
            Some((name, _)) => Err(self.differs(name)),
            None => Ok(()),
        }
    }

    fn differs(&self, name: &str) -> Error {
        let with: [&dyn std::fmt::Display; 2] = [&shown_name(&self.folder), &isolated(name)];
        Error::Argument(said("page.differs", &with))
    }
}
