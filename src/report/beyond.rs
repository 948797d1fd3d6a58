//! Tells what a study of many sources leaves out of its tables, and of which sources.

use crate::corpus::{Note, SourceIx};
use crate::study::Findings;
use crate::wording::{Tongue, said, said_in};

/// The names of the sources that have a column of their own in wide tables, sorted.
pub(crate) fn shown(findings: &Findings) -> Vec<String> {
    let shown = findings.reach.shown().into_iter();
    shown
        .map(|source| findings.source_name(source).to_owned())
        .collect()
}

/// A sentence for each thing that is made for some of the sources only; none in a study of few.
pub(crate) fn beyond(findings: &Findings, tongue: Tongue) -> Vec<String> {
    let sources = findings.corpus.sources.len();
    let (reach, settings) = (&findings.reach, &findings.settings);
    let tested = reach.paired().min(reach.tested());
    [
        ("beyond.columns", settings.source_columns as usize, None),
        ("beyond.pairs", reach.paired(), Some(tested)),
        ("beyond.sources", settings.most_sources as usize, None),
    ]
    .iter()
    .filter(|(_, most, tested)| tested.unwrap_or(*most) < sources)
    .map(|(key, most, tested)| said_in(tongue, key, &[most, &sources, &tested.unwrap_or_default()]))
    .collect()
}

/// The same as remarks, and one for each source that has no column.
pub(crate) fn notes(findings: &Findings) -> Vec<Note> {
    let note = |what: String| Note {
        file: String::new(),
        row: None,
        column: None,
        what,
    };
    let sources = (0..findings.corpus.sources.len() as u32).map(SourceIx);
    let left_out = sources.filter(|source| !findings.reach.is_shown(*source));
    let left_out = left_out.map(|source| said("beyond.source", &[&findings.source_name(source)]));
    let told = beyond(findings, Tongue::English)
        .into_iter()
        .chain(left_out);
    told.map(note).collect()
}
