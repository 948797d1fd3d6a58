//! Which column of a table is what: by name, by the names in use elsewhere, or as the user says.

use super::fields::{Field, plain};
use super::{Note, ReadOptions};
use crate::error::{Error, Result, did_you_mean, isolated};
use crate::wording::{said, word};
use std::collections::BTreeMap;

/// Where a table keeps what.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The place of each field in the header.
    places: [Option<usize>; Field::ALL.len()],
    /// The header as it stands.
    pub header: Vec<String>,
}

impl Columns {
    /// Finds the columns in a header. `place` says which table it is, in messages.
    ///
    /// Errors: no column for the source, or neither one for the text nor one for a file; a
    /// `--column` that names no field of ours or no column of theirs.
    pub(crate) fn find(place: &str, header: Vec<String>, options: &ReadOptions) -> Result<Self> {
        let mut columns = Columns {
            places: Default::default(),
            header,
        };
        columns.take_the_users_word(place, options)?;
        columns.take_usual_names();
        columns.check(place)?;
        Ok(columns)
    }

    /// Adds our own names of the fields that were not found: a key that the first lines of JSON
    /// Lines lack may come in a later one.
    pub(crate) fn expect_further_ones(&mut self) {
        for field in Field::ALL {
            if self.place(field).is_none() {
                self.places[field as usize] = Some(self.header.len());
                self.header.push(field.name().to_owned());
            }
        }
    }

    /// Place in the header, if the table has the field.
    pub(crate) fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    /// The column's header, or our name where the table lacks it.
    pub(crate) fn name(&self, field: Field) -> String {
        match self.place(field) {
            Some(at) => self.header[at].clone(),
            None => field.name().to_owned(),
        }
    }

    /// The field that the column of this name is read for.
    pub(crate) fn field(&self, name: &str) -> Option<Field> {
        let is_named = |field: &Field| self.place(*field).is_some_and(|at| self.header[at] == name);
        Field::ALL.into_iter().find(is_named)
    }

    /// The field at each place of the header.
    pub(crate) fn by_place(&self) -> Vec<Option<Field>> {
        let mut fields = vec![None; self.header.len()];
        for field in Field::ALL {
            if let Some(at) = self.place(field) {
                fields[at] = Some(field);
            }
        }
        fields
    }

    /// A remark for each column that could also have been taken for a field that another one
    /// gives.
    pub(crate) fn passed_over(&self, file: &str) -> Vec<Note> {
        let used = self.by_place();
        let rivals = self.header.iter().zip(&used).filter_map(|(name, used)| {
            let (field, _) = Field::of_name(name)?;
            let taken = self.place(field)?;
            used.is_none().then_some((name, field, taken))
        });
        rivals
            .map(|(name, field, taken)| Note {
                file: file.to_owned(),
                row: Some(1),
                column: Some(name.clone()),
                what: said(
                    "notes.other-column",
                    &[&field.name(), &isolated(&self.header[taken])],
                ),
            })
            .collect()
    }

    fn take_the_users_word(&mut self, place: &str, options: &ReadOptions) -> Result<()> {
        let mut wanted: BTreeMap<Field, Vec<&str>> = BTreeMap::new();
        for (ours, theirs) in &options.columns {
            wanted.entry(field_named(ours)?).or_default().push(theirs);
        }
        for (field, names) in wanted {
            let at = names.iter().find_map(|name| self.position(name));
            if at.is_none() {
                return Err(self.no_such_column(place, field, names[0]));
            }
            self.places[field as usize] = at;
        }
        Ok(())
    }

    fn position(&self, name: &str) -> Option<usize> {
        let exact = self.header.iter().position(|column| column == name.trim());
        exact.or_else(|| {
            let name = plain(name);
            self.header.iter().position(|column| plain(column) == name)
        })
    }

    fn take_usual_names(&mut self) {
        let taken: Vec<usize> = self.places.iter().flatten().copied().collect();
        let mut best: [Option<(usize, usize)>; Field::ALL.len()] = Default::default();
        for (at, name) in self.header.iter().enumerate() {
            let Some((field, rank)) = Field::of_name(name) else {
                continue;
            };
            let free = self.place(field).is_none() && !taken.contains(&at);
            let slot = &mut best[field as usize];
            if free && slot.is_none_or(|(known, _)| rank < known) {
                *slot = Some((rank, at));
            }
        }
        for (place, best) in self.places.iter_mut().zip(best) {
            *place = place.or(best.map(|(_, at)| at));
        }
    }

    fn check(&self, place: &str) -> Result<()> {
        if self.place(Field::Source).is_none() {
            return Err(self.missing(place, word("input.who"), Field::Source));
        }
        if self.place(Field::Text).is_none() && self.place(Field::File).is_none() {
            return Err(self.missing(place, "text", Field::Text));
        }
        Ok(())
    }

    /// The sign that parts the names of our columns where all of them stand in one cell.
    fn parting(&self) -> Option<char> {
        let [whole] = self.header.as_slice() else {
            return None;
        };
        let is_sign = |c: &char| !c.is_alphanumeric() && !matches!(c, ' ' | '_' | '-');
        let known = |sign: &char| {
            let names = whole.split(*sign);
            names.filter(|name| Field::of_name(name).is_some()).count()
        };
        let sign = whole.chars().filter(is_sign).max_by_key(known)?;
        (known(&sign) > 1).then_some(sign)
    }

    fn missing(&self, place: &str, what: &str, field: Field) -> Error {
        if let Some(sign) = self.parting() {
            let line = match sign.is_ascii_punctuation() {
                true => said("input.sep-line", &[&sign]),
                false => String::new(),
            };
            return Error::Input(said("input.parted", &[&place, &sign, &line]));
        }
        let ours = field.name();
        let names: Vec<&str> = std::iter::once(ours).chain(field.other_names()).collect();
        let likely = self.unused().find(|column| {
            let column = plain(column);
            !column.is_empty() && did_you_mean(&column, names.iter().copied()).is_some()
        });
        let advice = match likely {
            Some(column) => said("input.likely-column", &[&isolated(column), &ours, &column]),
            None => said("input.name-column", &[&ours, &self.listed()]),
        };
        Error::Input(said("input.no-column", &[&place, &what, &advice]))
    }

    fn no_such_column(&self, place: &str, field: Field, theirs: &str) -> Error {
        let advice = match did_you_mean(theirs, self.header.iter().map(String::as_str)) {
            Some(likely) => said("hint.likely", &[&isolated(likely)]),
            None => said("input.columns", &[&self.listed()]),
        };
        Error::Input(said(
            "input.not-there",
            &[&place, &field.name(), &theirs, &advice],
        ))
    }

    fn unused(&self) -> impl Iterator<Item = &String> {
        let used: Vec<usize> = self.places.iter().flatten().copied().collect();
        let free = move |at: &usize| !used.contains(at);
        self.header
            .iter()
            .enumerate()
            .filter(move |(at, _)| free(at))
            .map(|(_, name)| name)
    }

    /// The first columns by name; a wide table has more than a message holds.
    fn listed(&self) -> String {
        const MOST: usize = 12;
        let names: Vec<String> = self
            .header
            .iter()
            .take(MOST)
            .map(|name| isolated(&name.chars().take(40).collect::<String>()))
            .collect();
        let more = self.header.len().saturating_sub(MOST);
        match more {
            0 => names.join(", "),
            more => said("hint.and-more", &[&names.join(", "), &more]),
        }
    }
}

fn field_named(ours: &str) -> Result<Field> {
    let name = plain(ours);
    Field::called(&name).ok_or_else(|| {
        let names = Field::ALL.map(Field::name);
        let advice = match did_you_mean(&name, names) {
            Some(likely) => said("hint.likely-name", &[&likely]),
            None => said("input.known-columns", &[&names.join(", ")]),
        };
        Error::Input(said(
            "input.unknown-column",
            &[&ours, &isolated(ours), &advice],
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(header: &str, options: &[(&str, &str)]) -> Result<Columns> {
        let header = header.split(',').map(str::to_owned).collect();
        let columns = options
            .iter()
            .map(|(ours, theirs)| ((*ours).to_owned(), (*theirs).to_owned()))
            .collect();
        Columns::find(
            "t.csv",
            header,
            &ReadOptions {
                columns,
                ..ReadOptions::default()
            },
        )
    }

    #[test]
    fn usual_names_are_recognised_in_both_scripts() {
        let cases = [
            ("id,source,date,title,text", "0 1 2 3 4"),
            (
                "Article_ID,Newspaper,Published At,Headline,Body",
                "0 1 2 3 4",
            ),
            ("رقم المقال,المصدر,تاريخ النشر,العنوان,النصّ", "0 1 2 3 4"),
            ("text,outlet", "- 1 - - 0"),
            ("content,text,source", "- 2 - - 1"),
        ];
        let five = [
            Field::Id,
            Field::Source,
            Field::Date,
            Field::Title,
            Field::Text,
        ];
        for (header, expected) in cases {
            let columns = found(header, &[]).unwrap();
            let places: Vec<String> = five
                .iter()
                .map(|f| {
                    columns
                        .place(*f)
                        .map_or("-".to_owned(), |at| at.to_string())
                })
                .collect();
            assert_eq!(places.join(" "), expected, "{header}");
        }
    }

    #[test]
    fn cells_that_another_sign_parts_are_told_with_it() {
        for (header, expected) in [
            ("id|source|text", "write a line `sep=|` above"),
            ("المصدر^العنوان^النص", "parted by `^`"),
            ("id؛source؛text", "parted by `؛`; save"),
        ] {
            let told = found(header, &[]).unwrap_err().to_string();
            assert!(told.contains(expected), "{told}");
        }
    }

    #[test]
    fn the_users_word_goes_before_usual_names() {
        let columns = found("source,text,BODY", &[("text", "BODY")]).unwrap();
        assert_eq!(columns.place(Field::Text), Some(2));
        assert_eq!(columns.passed_over("t.csv").len(), 1);
    }

    #[test]
    fn a_missing_column_is_asked_for_with_the_likeliest_one() {
        let cases = [
            ("id,date,text", "", "no column holds the source"),
            ("source,txet", "", "--column text=txet"),
            ("soruce,text", "", "--column source=soruce"),
            ("source,x", "", "the columns are"),
            (
                "source,text",
                "text=texte",
                "did you mean \u{2068}text\u{2069}?",
            ),
            ("source,text", "boddy=text", "mizan has no column"),
            ("source,text", "sorce=text", "did you mean `source`?"),
        ];
        for (header, option, expected) in cases {
            let options: Vec<(&str, &str)> = option.split_once('=').into_iter().collect();
            let message = found(header, &options).unwrap_err().to_string();
            assert!(message.contains(expected), "{header}: {message}");
        }
    }
}
