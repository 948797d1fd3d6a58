//! Two sets of word lists, and what an edit between them can touch: so that only articles which
//! could be read otherwise are read again.

use super::load::load_of;
use crate::error::{Error, Result};
use crate::language::{self, Citation, Class};
use crate::lexicon::figures::{FigureLimits, Sign, What};
use crate::lexicon::files::{self, ListFile};
use crate::lexicon::rows::{self, LabelRow, ListRows, NameRow};
use crate::lexicon::{HeadClass, Lexicon, Target};
use crate::text::Text;
use crate::text::clean::FurnitureRule;
use crate::text::matcher::{Matcher, MatcherBuilder};
use crate::voice::{Role, Valency};
use crate::wording::word;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Two sets of word lists.
pub(crate) struct Edited {
    /// Before the edit.
    pub old: Lexicon,
    /// After it.
    pub new: Lexicon,
    /// What the edit can touch.
    pub changes: Changes,
}

/// What differs between two sets of word lists. The order of rows in files of terms, frames and
/// actors is no difference.
#[derive(Default)]
pub(crate) struct Changes {
    /// Ids of terms that only the new lists have, sorted.
    pub added: Vec<String>,
    /// Ids of terms that only the old ones have, sorted.
    pub removed: Vec<String>,
    /// Ids of terms whose row, or whose label's stance or target, says something else, sorted.
    /// Sentences and notes are for the reader and do not matter.
    pub edited: Vec<String>,
    /// The other lists that differ, as those call them who edit them: each of them can touch any
    /// article.
    pub everywhere: Vec<&'static str>,
    /// Whether page furniture or words of grammar differ, so that texts are prepared otherwise.
    pub texts: bool,
    /// Whether news agencies differ, so that other articles are the copies.
    pub agencies: bool,
    /// All terms added, removed or edited, as they were and as they are.
    entries: Matcher,
}

/// Loads two sets of word lists, `None` for the built-in one, and tells what parts them.
///
/// Errors: those of [`super::load`], of either; the faults of both.
pub(crate) fn load_both(old: Option<&Path>, new: Option<&Path>) -> Result<Edited> {
    let sets = [files::of(old)?, files::of(new)?];
    let changes = {
        let rows = [&sets[0], &sets[1]].map(|set| rows::read(set, &mut Vec::new()));
        Changes::between(&rows[0], &rows[1])
    };
    let load = |set: &[ListFile], folder: Option<&Path>| load_of(set, folder.is_some());
    let loaded = rayon::join(|| load(&sets[0], old), || load(&sets[1], new));
    match loaded {
        (Ok(old), Ok(new)) => Ok(Edited { old, new, changes }),
        (Err(Error::Lexicon(mut faults)), Err(Error::Lexicon(mut more))) => {
            // Both may borrow the same list.
            more.retain(|fault| !faults.contains(fault));
            faults.extend(more);
            Err(Error::Lexicon(faults))
        }
        (Err(fault), _) | (_, Err(fault)) => Err(fault),
    }
}

impl Changes {
    fn between(old: &ListRows, new: &ListRows) -> Changes {
        let [before, after] = [terms(old), terms(new)];
        let other_furniture = furniture(old) != furniture(new);
        let other_grammar = grammar(old) != grammar(new);
        let mut changes = Changes {
            texts: other_furniture || other_grammar,
            agencies: old.agencies != new.agencies,
            ..Changes::default()
        };
        let differ = [
            (word("list.furniture"), other_furniture),
            (word("list.grammar"), other_grammar),
            (word("list.kinds"), old.kinds != new.kinds),
            (word("list.voice"), cues(old) != cues(new)),
            (word("list.figures"), figures(old) != figures(new)),
            (word("list.heads"), heads(old) != heads(new)),
            ("names (actors.csv)", names(old) != names(new)),
            ("states (states.csv)", old.states != new.states),
            ("conflicts (conflicts.csv)", old.conflicts != new.conflicts),
        ];
        let lists = differ.iter().filter(|(_, differs)| *differs);
        changes.everywhere = lists.map(|(list, _)| *list).collect();
        let mut builder = MatcherBuilder::default();
        let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
        for id in ids {
            let (was, is) = (before.get(id), after.get(id));
            if was == is {
                continue;
            }
            let list = match (was, is) {
                (None, _) => &mut changes.added,
                (_, None) => &mut changes.removed,
                _ => &mut changes.edited,
            };
            list.push(id.to_owned());
            for entry in [was, is].into_iter().flatten() {
                builder.add(language::of(Some(entry.language)), entry.citation);
            }
        }
        changes.entries = builder.build();
        changes
    }

    /// Whether a text may be read otherwise with the one set than with the other: a word of the
    /// edit stands in it, or the edit is one that can touch any text.
    ///
    /// `false` is certain: an entry that both sets have alike is found, bound and counted alike
    /// where no entry of the edit stands in the article.
    pub(crate) fn may_touch(&self, text: &Text) -> bool {
        if !self.everywhere.is_empty() {
            return true;
        }
        let mut found = Vec::new();
        self.entries.scan(text, &mut found);
        !found.is_empty()
    }

    /// Whether nothing differs that matters to a study.
    pub(crate) fn are_none(&self) -> bool {
        let terms = [&self.added, &self.removed, &self.edited];
        terms.iter().all(|ids| ids.is_empty()) && self.everywhere.is_empty() && !self.agencies
    }
}

/// What a row of terms says of what is found and how it counts.
#[derive(PartialEq)]
struct Said<'a> {
    language: &'a str,
    frame: &'a str,
    label: &'a str,
    citation: &'a Citation,
    near: &'a [String],
    not_near: &'a [String],
    heads: &'a [HeadClass],
    /// Of its label.
    stance: Option<i8>,
    /// Of its frame.
    target: Option<&'a Target>,
}

fn terms(rows: &ListRows) -> BTreeMap<&str, Said<'_>> {
    let mut labels: BTreeMap<(&str, &str), &LabelRow> = BTreeMap::new();
    for row in &rows.labels {
        labels.insert((&row.frame, &row.label), row);
    }
    let mut terms = BTreeMap::new();
    for row in &rows.terms {
        let label = labels.get(&(row.frame.as_str(), row.label.as_str()));
        let says = Said {
            language: &row.language,
            frame: &row.frame,
            label: &row.label,
            citation: &row.citation,
            near: &row.near,
            not_near: &row.not_near,
            heads: &row.heads,
            stance: label.map(|label| label.stance),
            target: label.map(|label| &label.target),
        };
        terms.insert(row.id.as_str(), says);
    }
    terms
}

/// In the order of the file.
fn furniture(rows: &ListRows) -> Vec<(&str, &FurnitureRule)> {
    let rows = rows.furniture.iter();
    rows.map(|row| (row.language.as_str(), &row.rule)).collect()
}

type WordRead<'a> = (&'a str, &'a [String], Class, &'a str);

fn grammar(rows: &ListRows) -> Vec<WordRead<'_>> {
    let rows = rows.grammar.iter();
    rows.map(|row| (&*row.language, &*row.words, row.class, &*row.value))
        .collect()
}

type CueRead<'a> = (&'a str, &'a Citation, Role, Valency);

/// In the order of the file, which parts rows that say the same word twice.
fn cues(rows: &ListRows) -> Vec<CueRead<'_>> {
    let rows = rows.cues.iter();
    rows.map(|row| (row.language.as_str(), &row.citation, row.role, row.valency))
        .collect()
}

type FigureRead<'a> = (&'a str, &'a Citation, Sign, Option<What>, FigureLimits);

fn figures(rows: &ListRows) -> Vec<FigureRead<'_>> {
    let rows = rows.figures.iter();
    rows.map(|row| {
        let word = row.word;
        (
            row.language.as_str(),
            &row.citation,
            word.sign,
            word.what,
            word.limits,
        )
    })
    .collect()
}

type HeadRead<'a> = (&'a str, &'a Citation, HeadClass);

fn heads(rows: &ListRows) -> Vec<HeadRead<'_>> {
    let rows = rows.heads.iter();
    rows.map(|row| (&*row.language, &row.citation, row.class))
        .collect()
}

type NameRead<'a> = (&'a str, &'a str, &'a str, &'a str, &'a Citation);

/// In the order in which a lexicon takes them.
fn names(rows: &ListRows) -> Vec<NameRead<'_>> {
    let mut names: Vec<&NameRow> = rows.names.iter().collect();
    names.sort_by_key(|row| (&row.actor, &row.name));
    names
        .into_iter()
        .map(|row| {
            let (actor, name) = (row.actor.as_str(), row.name.as_str());
            (
                actor,
                name,
                row.kind.as_str(),
                row.language.as_str(),
                &row.citation,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Part;
    use crate::error::{Fault, Severity};
    use crate::text;

    const FRAMES: &str = "frame,label,stance,target\nwho,rebels,-1,any\nwho,fighters,0,any\n";
    const TERMS: &str = "id,term,frame,label,pos,hit\na,متمرد,who,rebels,noun,فر المتمردون\n\
                         b,مقاتل,who,fighters,noun,جاء المقاتل\n";

    /// What an edit of the terms, or of any other list, makes different.
    fn between(edits: &[(&str, &str)]) -> Changes {
        let set = |edits: &[(&str, &str)]| {
            let given = [("frames.csv", FRAMES), ("ar/x.csv", TERMS)];
            let kept = given
                .iter()
                .filter(|(path, _)| edits.iter().all(|(edited, _)| edited != path));
            let files: Vec<ListFile> = kept
                .chain(edits)
                .map(|(path, content)| ListFile {
                    path: (*path).to_owned(),
                    shown: (*path).to_owned(),
                    content: content.as_bytes().to_vec(),
                })
                .collect();
            let mut faults = Vec::new();
            let rows = rows::read(&files, &mut faults);
            let is_error = |fault: &Fault| fault.severity == Severity::Error;
            assert!(!faults.iter().any(is_error), "{faults:?}");
            rows
        };
        Changes::between(&set(&[]), &set(edits))
    }

    fn touches(changes: &Changes, given: &str) -> bool {
        let none = crate::text::clean::Furniture::default();
        let language = language::of(Some("ar"));
        changes.may_touch(&text::prepare(
            given,
            Part::Body,
            None,
            "",
            language.grammar(),
            &none,
        ))
    }

    #[test]
    fn an_edit_touches_texts_with_a_form_as_it_was_or_as_it_is() {
        let other_term = TERMS
            .replace("متمرد", "ثائر")
            .replace("فر المتمردون", "فر الثائر");
        let cases = [
            ("another term", other_term, [true, true, false]),
            (
                "another label",
                TERMS.replace("متمرد,who,rebels", "متمرد,who,fighters"),
                [true, false, false],
            ),
            (
                "another id",
                TERMS.replace("\na,", "\nz,"),
                [true, false, false],
            ),
            (
                "another sentence",
                TERMS.replace("فر المتمردون", "عاد المتمردون"),
                [false; 3],
            ),
        ];
        for (what, terms, expected) in cases {
            let changes = between(&[("ar/x.csv", &terms)]);
            let texts = ["شوهد المتمردون", "شوهد الثائرون", "شوهد المقاتلون"];
            assert_eq!(
                texts.map(|text| touches(&changes, text)),
                expected,
                "{what}"
            );
            assert_eq!(changes.are_none(), expected == [false; 3], "{what}");
        }
    }

    #[test]
    fn another_stance_edits_the_terms_of_the_label_and_another_target_those_of_the_frame() {
        let cases = [
            (FRAMES.replace("rebels,-1", "rebels,-2"), vec!["a"]),
            (FRAMES.replace("any", "agent"), vec!["a", "b"]),
            (format!("{FRAMES}who,heroes,2,any\n"), vec![]),
        ];
        for (frames, expected) in cases {
            assert_eq!(
                between(&[("frames.csv", &frames)]).edited,
                expected,
                "{frames}"
            );
        }
    }

    #[test]
    fn lists_that_steer_every_reading_touch_every_text() {
        let cases = [
            ("ar/voice.csv", "term,role,hit\nقال,says,قال إنه جاء\n"),
            ("ar/heads.csv", "term,class\nسياسة,act\n"),
            ("ar/furniture.csv", "text,cut\nاقرأ أيضا,line\n"),
            ("ar/grammar.csv", "word,class,value\nلن,denies-verb,\n"),
            ("kinds.csv", "kind,armed\nmilitia,yes\n"),
            (
                "actors.csv",
                "actor,kind,name,language\nx,militia,لواء الجبل,ar\n",
            ),
        ];
        for edit in cases {
            let changes = between(&[edit]);
            assert!(touches(&changes, "لا شيء هنا"), "{edit:?}");
            let are_cut = ["ar/furniture.csv", "ar/grammar.csv"].contains(&edit.0);
            assert_eq!(changes.texts, are_cut);
            assert!(!changes.are_none());
        }
        let agencies = between(&[("agencies.csv", "agency,name\nx,وكالة الجبل\n")]);
        assert!(agencies.agencies && !touches(&agencies, "لا شيء هنا"));
    }
}
