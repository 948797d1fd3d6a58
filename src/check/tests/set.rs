//! A set of lists, one of each kind and sound, in which one thing is made wrong.

use crate::check::{Finding, check};
use crate::error::Severity;
use crate::lexicon::files::ListFile;

pub(crate) const FRAMES: &str = "frame,label,stance,target,question,source\n\
     groups,terrorists,-2,insurgents,What are they called?,codebook\n\
     groups,fighters,0,insurgents,What are they called?,agency usage\n";
pub(crate) const ACTORS: &str = "actor,kind,name,language,note\n\
     hill,insurgents,حركة التل,ar,\n";
pub(crate) const STATES: &str = "state,language,adjectives,actors,note\n";
pub(crate) const VOICE: &str = "term,role,pos,stems,exclude,governs,hit,miss,note\n\
     قال,says,verb,يقول,,,قال الوزير إن الطريق مفتوح,,\n";
pub(crate) const FURNITURE: &str =
    "outlet,text,cut,hit\n,اقرأ أيضا:*,line,اقرأ أيضا: الجسر يفتح غدا\n";
pub(crate) const TERMS: &str =
    "id,term,frame,label,pos,stems,flags,exclude,near,not_near,hit,miss,source,note\n";

/// A row of terms that is sound: `id`, `term`, label and what may be changed.
pub(crate) fn term(
    id: &str,
    term: &str,
    label: &str,
    [pos, exclude, hit, miss]: [&str; 4],
) -> String {
    format!("{id},{term},groups,{label},{pos},,,{exclude},,,{hit},{miss},codebook,\n")
}

pub(crate) fn fighter() -> String {
    term(
        "w-muqatil",
        "مقاتل",
        "fighters",
        ["noun", "", "وصل المقاتل إلى الجسر", ""],
    )
}

/// The sound set with some of its files put in another's place.
pub(crate) fn set(changed: &[(&str, &[u8])]) -> Vec<Finding> {
    let terms = format!("{TERMS}{}", fighter());
    let sound: [(&str, &[u8]); 6] = [
        ("actors.csv", ACTORS.as_bytes()),
        ("ar/furniture.csv", FURNITURE.as_bytes()),
        ("ar/voice.csv", VOICE.as_bytes()),
        ("ar/words.csv", terms.as_bytes()),
        ("frames.csv", FRAMES.as_bytes()),
        ("states.csv", STATES.as_bytes()),
    ];
    let stem = |path: &str| path.rsplit_once('.').map(|(stem, _)| stem.to_owned());
    let kept = sound
        .iter()
        .filter(|(path, _)| changed.iter().all(|(other, _)| stem(other) != stem(path)));
    let files: Vec<ListFile> = kept
        .chain(changed)
        .map(|(path, content)| ListFile {
            path: (*path).to_owned(),
            shown: (*path).to_owned(),
            content: content.to_vec(),
        })
        .collect();
    check(&files)
}

/// What is found, one line a fault: `error` or `warning`, and the message without its isolates.
pub(crate) fn told(changed: &[(&str, &[u8])]) -> String {
    let line = |finding: &Finding| {
        let severity = match finding.fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        format!("{severity} {}\n", finding.fault)
    };
    let lines: String = set(changed).iter().map(line).collect();
    lines.replace(['\u{2068}', '\u{2069}'], "")
}

pub(crate) fn words(rows: &str) -> String {
    told(&[("ar/words.csv", format!("{TERMS}{rows}").as_bytes())])
}

/// Asserts that the only thing found holds all of these.
pub(crate) fn only(found: &str, wanted: &[&str]) {
    assert_eq!(found.lines().count(), 1, "{found}");
    for part in wanted {
        assert!(found.contains(part), "{part} in {found}");
    }
}
