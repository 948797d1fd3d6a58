//! Reads the articles that a command is given, and shows how far it has come.

use super::args::{ColumnArgs, CorpusArgs, KeptArgs, StudyArgs};
use super::progress::Verbosity;
use crate::corpus::{self, Corpus, Part, ReadOptions};
use crate::error::Result;
use crate::language;
use crate::lexicon;
use crate::settings::Settings;
use crate::study;
use crate::text::{self, Text, clean::Furniture};
use crate::wording::said;
use std::path::{Path, PathBuf};

/// The articles of a study, or the demo, grouped as was asked for.
///
/// Errors: those of [`articles`] and of the grouping.
pub(super) fn corpus(
    args: &CorpusArgs,
    kept: Option<(&KeptArgs, &StudyArgs)>,
    settings: &Settings,
    progress: Verbosity,
) -> Result<Corpus> {
    let mut corpus = match args.demo {
        true => study::demo()?,
        false => articles(&args.inputs, &args.columns.options(settings), progress)?,
    };
    if let Some((kept, study)) = kept {
        keep(&mut corpus, kept, study.lexicons.as_deref(), settings)?;
    }
    let sources = args
        .sources
        .clone()
        .or_else(|| corpus::sources_beside(&args.inputs));
    if let Some(sources) = sources {
        corpus.know_sources(&sources, &settings.limits())?;
    }
    group(&mut corpus, args.events.as_deref(), settings)?;
    Ok(corpus)
}

/// Restricts a study to the articles that were asked for.
///
/// Errors: what is no day; a word that nothing can be looked for by; no article left.
fn keep(
    corpus: &mut Corpus,
    kept: &KeptArgs,
    lexicons: Option<&Path>,
    settings: &Settings,
) -> Result<()> {
    for (day, is_last) in [(&kept.from, false), (&kept.to, true)] {
        if let Some(day) = day {
            corpus.keep_days(day, is_last)?;
        }
    }
    let Some(about) = &kept.about else {
        return Ok(());
    };
    let lexicon = lexicon::load_alone(lexicons, about, None)?;
    corpus.keep_about(about, |article| {
        let reading = study::read(article, &lexicon, settings);
        reading.parts.iter().any(|part| !part.mentions.is_empty())
    })
}

/// Keeps the articles to a grouping, if one is given.
///
/// Errors: those of [`Corpus::group`].
pub(super) fn group(
    corpus: &mut Corpus,
    grouping: Option<&Path>,
    settings: &Settings,
) -> Result<()> {
    grouping.map_or(Ok(()), |grouping| {
        corpus.group(grouping, &settings.limits())
    })
}

/// The articles of some inputs.
///
/// Errors: those of [`corpus::read`].
pub(super) fn articles(
    inputs: &[PathBuf],
    options: &ReadOptions,
    progress: Verbosity,
) -> Result<Corpus> {
    let reading = progress.bytes("reading", corpus::size(inputs));
    let corpus = corpus::read(inputs, options, &|bytes| reading.tick(bytes))?;
    reading.done(&said(
        "cli.read",
        &[
            &corpus.articles.len(),
            &corpus.sources.len(),
            &corpus.rows_skipped,
        ],
    ));
    Ok(corpus)
}

/// The titles and bodies of some inputs as they stand there, one after the other.
///
/// Errors: those of [`corpus::open`].
pub(super) fn texts(
    inputs: &[PathBuf],
    columns: &ColumnArgs,
    mut take: impl FnMut(&Text),
) -> Result<()> {
    let furniture = Furniture::default();
    for input in inputs {
        let mut articles = corpus::open(input, &columns.options(&Settings::default()))?;
        for article in articles.by_ref().flatten() {
            let grammar = language::of(article.language.as_deref()).grammar();
            for part in Part::ALL {
                let given = article.part(part);
                let source = &article.source;
                take(&text::prepare(
                    given, part, None, source, grammar, &furniture,
                ));
            }
        }
        articles.finish()?;
    }
    Ok(())
}
