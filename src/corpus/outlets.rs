//! `sources.csv`: what is known of sources beside their articles; so far the group of each.

use super::{Corpus, InputFile, Note};
use crate::error::{Result, isolated};
use crate::tables::{Limits, Sheet};
use crate::wording::{said, word};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The file that is looked for beside the articles.
const FILE: &str = "sources.csv";

/// Groups of sources that are held against each other, too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SourceGroups {
    /// What tables call them, sorted by the names that the user gave.
    pub names: Vec<String>,
    /// The group of each source, if it has one.
    pub of: Vec<Option<u32>>,
}

/// The table of sources that stands beside some articles, if there is one.
pub fn beside(inputs: &[PathBuf]) -> Option<PathBuf> {
    let folder = |input: &PathBuf| match input.is_dir() {
        true => input.clone(),
        false => input.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    let mut files = inputs.iter().map(|input| folder(input).join(FILE));
    files.find(|file| file.is_file() && !inputs.contains(file))
}

impl Corpus {
    /// Takes a table with the columns `source` and `group`, and others that are for its readers only.
    /// A source that is not there gives a note.
    ///
    /// Errors: a file that cannot be read or lacks a column.
    pub fn know_sources(&mut self, path: &Path, limits: &Limits) -> Result<()> {
        let (sheet, sha256) = Sheet::load(path, limits)?;
        let given = groups(&sheet)?;
        for (source, (row, _)) in &given {
            if self.sources.binary_search(source).is_err() {
                self.notes.push(Note {
                    file: sheet.file.clone(),
                    row: Some(*row),
                    column: Some("source".to_owned()),
                    what: said("notes.no-such-source", &[&isolated(source)]),
                });
            }
        }
        self.notes.sort();
        self.inputs.push(InputFile {
            name: sheet.file.clone(),
            sha256,
            articles: 0,
        });
        let of = self
            .sources
            .iter()
            .map(|source| given.get(source).map(|(_, group)| group));
        let of: Vec<Option<&String>> = of.collect();
        let names: BTreeSet<&String> = of.iter().copied().flatten().collect();
        let place = |group: &String| names.iter().position(|name| *name == group);
        self.groups = Some(SourceGroups {
            of: of
                .iter()
                .map(|group| Some(place((*group)?)? as u32))
                .collect(),
            names: names
                .iter()
                .map(|name| said("contrasts.group", &[name]))
                .collect(),
        });
        Ok(())
    }

    /// What tables call a source, or a group of them: groups are numbered behind the sources.
    pub(crate) fn name_of(&self, ix: super::SourceIx) -> &str {
        let group = || {
            let groups = self.groups.as_ref()?;
            groups.names.get(ix.at() - self.sources.len())
        };
        let own = self.sources.get(ix.at());
        own.or_else(group).map_or("", String::as_str)
    }
}

/// For each source that has a group its row and its group.
fn groups(sheet: &Sheet) -> Result<BTreeMap<String, (u64, String)>> {
    for column in ["source", "group"] {
        sheet.needs(column, word("hint.add-column"))?;
    }
    let mut groups = BTreeMap::new();
    for row in &sheet.rows {
        let [source, group] = ["source", "group"].map(|column| sheet.as_meant(row, column));
        if !source.is_empty() && !group.is_empty() {
            groups.insert(source.to_owned(), (row.number, group.to_owned()));
        }
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{ReadOptions, SourceIx};

    #[test]
    fn groups_are_numbered_behind_the_sources_and_a_stranger_is_told_of() {
        let row = |source| [("source", source), ("text", "وصل الوفد")];
        let rows = ["النهر", "البحر", "الجبل"].map(row);
        let mut corpus = Corpus::of(rows, &ReadOptions::default()).unwrap();
        let home = tempfile::tempdir().unwrap();
        let table = "source,country,group\nالنهر,x,state\nالبحر,y,rebels\nالساحل,z,state\n";
        std::fs::write(home.path().join(FILE), table).unwrap();
        let articles = [home.path().join("articles.csv")];
        let path = beside(&articles).unwrap();
        corpus.know_sources(&path, &Limits::DEFAULT).unwrap();
        assert_eq!(corpus.sources, ["البحر", "الجبل", "النهر"]);
        let groups = corpus.groups.as_ref().unwrap();
        assert_eq!(groups.of, [Some(0), None, Some(1)]);
        assert_eq!(corpus.name_of(SourceIx(0)), "البحر");
        assert_eq!(corpus.name_of(SourceIx(4)), "(group) state");
        assert!(corpus.notes.iter().any(|note| note.what.contains("الساحل")));
    }
}
