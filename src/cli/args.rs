//! Arguments that several commands share, and how they are read.

use crate::corpus::ReadOptions;
use crate::error::Result;
use crate::report::{self, Mark};
use crate::settings::{Settings, ToldIn};
use crate::wording::word;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// How the columns of a table are named.
#[derive(Clone, Debug, Args)]
pub(super) struct ColumnArgs {
    /// Say which column of your table is which of ours, such as text=BODY; ours are id, source,
    /// date, title, text, url, language, event, file. May be given several times
    #[arg(long = "column", value_name = "OURS=THEIRS", value_parser = pair)]
    pub(super) columns: Vec<(String, String)>,
    /// The sheet of a workbook (.xlsx, .ods, .xls) that holds the articles; the first otherwise
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
}

impl ColumnArgs {
    /// As reading wants it.
    pub(super) fn options(&self, settings: &Settings) -> ReadOptions {
        ReadOptions {
            limits: settings.limits(),
            columns: self.columns.clone(),
            sheet: self.sheet.clone(),
        }
    }
}

/// The articles of a study, and how they are counted.
#[derive(Debug, Args)]
pub(super) struct CorpusArgs {
    /// Tables of articles (.csv, .tsv, .jsonl, .xlsx, .ods; also .gz) or folders; each article needs a
    /// source and a text, and is better with a date and a title
    #[arg(
        value_name = "INPUT",
        required_unless_present = "demo",
        conflicts_with = "demo"
    )]
    pub(super) inputs: Vec<PathBuf>,
    /// Use the demo study that comes with mizan
    #[arg(long)]
    pub(super) demo: bool,
    #[command(flatten)]
    pub(super) columns: ColumnArgs,
    /// A grouping to be kept to: a table with the columns article and event, for all articles or
    /// only for those that you corrected (`mizan events` writes one)
    #[arg(long, value_name = "FILE")]
    pub(super) events: Option<PathBuf>,
    /// A table of the sources with the columns source and group, and any others: groups are compared
    /// like sources; a `sources.csv` beside the articles is taken by itself
    #[arg(long, value_name = "FILE")]
    pub(super) sources: Option<PathBuf>,
    /// Count each copy of a text (wire text printed by several sources) as a witness of its own
    #[arg(long)]
    pub(super) keep_copies: bool,
}

impl CorpusArgs {
    /// What is read.
    pub(super) fn read(&self) -> Vec<&Path> {
        let inputs = self.inputs.iter().map(PathBuf::as_path);
        let beside = [&self.events, &self.sources];
        inputs
            .chain(beside.into_iter().filter_map(|file| file.as_deref()))
            .collect()
    }

    /// The same, with what steers the study.
    pub(super) fn read_beside<'a>(&'a self, study: &'a StudyArgs) -> Vec<&'a Path> {
        let mut read = self.read();
        read.extend(study.read());
        read
    }
}

/// Which of the articles are studied.
#[derive(Debug, Args)]
pub(super) struct KeptArgs {
    /// Study the articles of this day and later only (year-month-day); those without a date go
    #[arg(long, value_name = "DAY")]
    pub(super) from: Option<String>,
    /// Study the articles of this day and earlier only
    #[arg(long, value_name = "DAY")]
    pub(super) to: Option<String>,
    /// Study only the articles that have a word or phrase in any of its forms, a name of an actor
    /// (its key, such as jnim) or a term of a frame (its key, such as coup)
    #[arg(long, value_name = "WORD|ACTOR|FRAME")]
    pub(super) about: Option<String>,
}

/// How much of what was found the tables tell.
#[derive(Debug, Args)]
pub(super) struct ShownArgs {
    /// Tell in comparison.csv of events, too, that a single source tells
    #[arg(long)]
    all_events: bool,
    /// Tell in contrasts.csv of pairs, too, that share no event
    #[arg(long)]
    all_contrasts: bool,
    /// Tell naming and contrasts of each month by itself, too, in naming_by_month.csv and
    /// contrasts_by_month.csv
    #[arg(long, value_enum, value_name = "PERIOD")]
    by: Option<Period>,
    /// `all` gives whole sentences and stretches where tables give only a few words of them
    #[arg(long, value_enum, default_value = "short", value_name = "LENGTH")]
    tables: TableLength,
    /// The language of the summary and of the names in tables: ar, en, or auto, that of most articles
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    language: Option<Language>,
}

/// What a study is told by, apart from the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Period {
    /// Months of the calendar
    Month,
}

/// The languages of a summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    /// That of most articles
    Auto,
    /// Arabic
    Ar,
    /// English
    En,
}

/// How long the cells of tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableLength {
    /// What is read
    Short,
    /// All there is
    All,
}

impl ShownArgs {
    /// Sets what is asked for; what a file of settings asks for stays.
    pub(super) fn ask(&self, settings: &mut Settings) {
        settings.all_events |= self.all_events;
        settings.all_contrasts |= self.all_contrasts;
        settings.by_month |= self.by == Some(Period::Month);
        settings.all_tables |= self.tables == TableLength::All;
        if let Some(language) = self.language {
            settings.language = match language {
                Language::Auto => ToldIn::Auto,
                Language::Ar => ToldIn::Arabic,
                Language::En => ToldIn::English,
            };
        }
    }
}

/// What the page of a report holds.
#[derive(Debug, Args)]
pub(super) struct PageArgs {
    /// How much of the articles the page report.html holds: whole texts (do not publish it then, if
    /// they are not yours), the sentences of the words that were found, or titles only
    #[arg(long, value_enum, default_value = "excerpts", value_name = "HOW MUCH")]
    page_texts: PageTexts,
    /// Of how many articles at most: those of the events that most sources tell
    #[arg(long, value_name = "N", default_value_t = report::ARTICLES)]
    page_articles: usize,
}

/// How much of the articles a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum PageTexts {
    /// Whole texts
    Full,
    /// Sentences
    Excerpts,
    /// Titles
    None,
}

impl PageArgs {
    /// As writing wants it.
    pub(super) fn options(&self) -> report::PageOptions {
        report::PageOptions {
            texts: match self.page_texts {
                PageTexts::Full => report::PageTexts::Full,
                PageTexts::Excerpts => report::PageTexts::Excerpts,
                PageTexts::None => report::PageTexts::Nothing,
            },
            articles: self.page_articles,
        }
    }
}

/// How a table begins.
#[derive(Debug, Args)]
pub(super) struct MarkArgs {
    /// Leave out the mark at the beginning of a table by which Excel knows the letters
    #[arg(long)]
    no_bom: bool,
}

impl MarkArgs {
    /// As writing wants it.
    pub(super) fn mark(&self) -> Mark {
        match self.no_bom {
            true => Mark::None,
            false => Mark::Bom,
        }
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// A table
    Csv,
    /// One JSON object a line, with the same columns
    Jsonl,
    /// A file for Python, R, DuckDB and Spark, with the same columns
    Parquet,
}

impl TableFormat {
    /// As the report has it; `None` for Parquet, which is written otherwise.
    ///
    /// Errors: a program that was built without Parquet.
    pub(super) fn of_report(self, mark: &MarkArgs) -> Result<Option<report::Format>> {
        Ok(match self {
            TableFormat::Csv => Some(report::Format::Csv(mark.mark())),
            TableFormat::Jsonl => Some(report::Format::Jsonl),
            TableFormat::Parquet => {
                report::able_of_parquet()?;
                None
            }
        })
    }
}

/// Whether something is written for people or as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TextFormat {
    /// Lines to be read
    Text,
    /// A table
    Csv,
}

/// What steers a study.
#[derive(Debug, Args)]
pub(super) struct StudyArgs {
    /// A folder of your own word lists instead of the built-in ones (`mizan lexicon export` writes
    /// those out to begin with)
    #[arg(long, value_name = "DIR")]
    pub(super) lexicons: Option<PathBuf>,
    #[command(flatten)]
    pub(super) thresholds: ThresholdArgs,
}

/// The thresholds of a study.
#[derive(Debug, Args)]
pub(super) struct ThresholdArgs {
    /// A table of thresholds with the columns key and value; `run.csv` of any report lists the keys
    #[arg(long, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,
    /// Change one threshold, such as window_hours=48. May be given several times; goes before the
    /// file
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = pair)]
    pub(super) set: Vec<(String, String)>,
}

impl StudyArgs {
    /// What is read.
    pub(super) fn read(&self) -> impl Iterator<Item = &Path> {
        self.lexicons
            .as_deref()
            .into_iter()
            .chain(self.thresholds.read())
    }

    /// The settings, as [`ThresholdArgs::settings`] has them.
    pub(super) fn thresholds(&self) -> Result<Settings> {
        self.thresholds.settings()
    }
}

impl ThresholdArgs {
    /// What is read.
    pub(super) fn read(&self) -> Option<&Path> {
        self.settings.as_deref()
    }

    /// The settings: the defaults, changed by the file, changed by `--set`.
    ///
    /// Errors: those of the file and of the values.
    pub(super) fn settings(&self) -> Result<Settings> {
        let mut settings = Settings::default();
        if let Some(path) = &self.settings {
            // How long the file may be can only be said beside it.
            for (key, value) in self.set.iter().filter(|(key, _)| key == "list_megabytes") {
                settings.set(key, value)?;
            }
            settings.load(path)?;
        }
        for (key, value) in &self.set {
            settings.set(key, value)?;
        }
        Ok(settings)
    }
}

/// Two words with a `=` between.
fn pair(given: &str) -> std::result::Result<(String, String), String> {
    match given.split_once('=') {
        Some((left, right)) if !left.trim().is_empty() && !right.trim().is_empty() => {
            Ok((left.trim().to_owned(), right.trim().to_owned()))
        }
        _ => Err(word("cli.no-equals").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_parted_at_its_first_sign() {
        let cases = [
            ("text=BODY", Some(("text", "BODY"))),
            ("text=a=b", Some(("text", "a=b"))),
            ("text", None),
            ("=b", None),
            ("a=", None),
        ];
        for (given, expected) in cases {
            let found = pair(given).ok();
            let found = found.as_ref().map(|(l, r)| (l.as_str(), r.as_str()));
            assert_eq!(found, expected, "{given}");
        }
    }

    #[test]
    fn a_single_threshold_goes_before_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("s.csv");
        std::fs::write(&file, "key,value\nwindow_hours,24\ndraws,500\n").unwrap();
        let args = ThresholdArgs {
            settings: Some(file),
            set: vec![("window_hours".into(), "48".into())],
        };
        let settings = args.settings().unwrap();
        assert_eq!((settings.window_hours, settings.draws), (48, 500));
    }
}
