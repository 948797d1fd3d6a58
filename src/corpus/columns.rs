//! Which column of a table is what: by name, by the names in use elsewhere, or as the user says.

use super::{Note, ReadOptions};
use crate::error::{Error, Result, did_you_mean, isolated};
use std::collections::BTreeMap;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Id,
    Source,
    Date,
    Title,
    Text,
    Url,
    Language,
    Event,
    File,
}

impl Field {
    pub const ALL: [Field; 9] = [
        Field::Id,
        Field::Source,
        Field::Date,
        Field::Title,
        Field::Text,
        Field::Url,
        Field::Language,
        Field::Event,
        Field::File,
    ];

    /// Our name for it, which a table may always use.
    pub fn name(self) -> &'static str {
        match self {
            Field::Id => "id",
            Field::Source => "source",
            Field::Date => "date",
            Field::Title => "title",
            Field::Text => "text",
            Field::Url => "url",
            Field::Language => "language",
            Field::Event => "event",
            Field::File => "file",
        }
    }

    /// Names in use elsewhere, the likeliest first; written as [`plain`] leaves them.
    fn other_names(self) -> &'static [&'static str] {
        match self {
            Field::Id => &[
                "articleid",
                "docid",
                "documentid",
                "identifier",
                "uid",
                "guid",
                "nr",
                "no",
                "المعرف",
                "رقمالمقال",
                "الرقم",
                "رقم",
            ],
            Field::Source => &[
                "newspaper",
                "outlet",
                "publisher",
                "sourcename",
                "outletname",
                "press",
                "media",
                "journal",
                "channel",
                "agency",
                "publication",
                "website",
                "site",
                "domain",
                "المصدر",
                "الصحيفه",
                "الجريده",
                "الوسيله",
                "القناه",
                "الوكاله",
                "الموقع",
                "الناشر",
                "مصدر",
            ],
            Field::Date => &[
                "published",
                "publishedat",
                "publishdate",
                "publicationdate",
                "datepublished",
                "pubdate",
                "publisheddate",
                "datetime",
                "timestamp",
                "time",
                "day",
                "التاريخ",
                "تاريخالنشر",
                "تاريخ",
            ],
            Field::Title => &[
                "headline",
                "heading",
                "head",
                "articletitle",
                "titre",
                "العنوان",
                "العنوانالرييسي",
                "عنوان",
            ],
            Field::Text => &[
                "body",
                "content",
                "fulltext",
                "articletext",
                "articlebody",
                "maintext",
                "textbody",
                "article",
                "story",
                "texte",
                "contenu",
                "النص",
                "نصالمقال",
                "نصالخبر",
                "المتن",
                "المحتوي",
                "المقال",
                "الخبر",
                "نص",
            ],
            Field::Url => &[
                "link",
                "uri",
                "href",
                "permalink",
                "weblink",
                "الرابط",
                "رابط",
            ],
            Field::Language => &["lang", "languagecode", "langue", "اللغه", "لغه"],
            Field::Event => &["eventid", "eventname", "الحدث", "الواقعه", "حدث"],
            Field::File => &[
                "filename",
                "filepath",
                "textfile",
                "htmlfile",
                "path",
                "الملف",
                "اسمالملف",
                "ملف",
            ],
        }
    }

    fn of_other_name(plain_name: &str) -> Option<(Field, usize)> {
        Field::ALL.into_iter().find_map(|field| {
            if plain_name == field.name() {
                return Some((field, 0));
            }
            let at = field.other_names().iter().position(|n| *n == plain_name)?;
            Some((field, at + 1))
        })
    }
}

/// A header without what spellings of it differ in: case, spaces, `_` and `-`, marks, tatweel and
/// the seats of hamza.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() && !('\u{64b}'..='\u{65f}').contains(c) && *c != 'ـ')
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'أ' | 'إ' | 'آ' => 'ا',
            'ة' => 'ه',
            'ى' | 'ئ' => 'ي',
            other => other,
        })
        .collect()
}

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
    pub fn find(place: &str, header: Vec<String>, options: &ReadOptions) -> Result<Self> {
        let mut columns = Columns {
            places: Default::default(),
            header,
        };
        columns.take_the_users_word(place, options)?;
        columns.take_usual_names();
        columns.check(place)?;
        Ok(columns)
    }

    /// Place in the header, if the table has the field.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    /// The column's header, or our name where the table lacks it.
    pub fn name(&self, field: Field) -> String {
        match self.place(field) {
            Some(at) => self.header[at].clone(),
            None => field.name().to_owned(),
        }
    }

    /// The field at each place of the header.
    pub fn by_place(&self) -> Vec<Option<Field>> {
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
    pub fn passed_over(&self, file: &str) -> Vec<Note> {
        let used = self.by_place();
        let rivals = self.header.iter().zip(&used).filter_map(|(name, used)| {
            let (field, _) = Field::of_other_name(&plain(name))?;
            let taken = self.place(field)?;
            used.is_none().then_some((name, field, taken))
        });
        rivals
            .map(|(name, field, taken)| Note {
                file: file.to_owned(),
                row: Some(1),
                column: Some(name.clone()),
                what: format!(
                    "not used: the {} is read from column {}",
                    field.name(),
                    isolated(&self.header[taken])
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
            let Some((field, rank)) = Field::of_other_name(&plain(name)) else {
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
            return Err(self.missing(place, "source (who published it)", Field::Source));
        }
        if self.place(Field::Text).is_none() && self.place(Field::File).is_none() {
            return Err(self.missing(place, "text", Field::Text));
        }
        Ok(())
    }

    fn missing(&self, place: &str, what: &str, field: Field) -> Error {
        let ours = field.name();
        let names = std::iter::once(&ours).chain(field.other_names());
        let likely = self.unused().find(|column| {
            let column = plain(column);
            !column.is_empty() && did_you_mean(&column, names.clone().copied()).is_some()
        });
        let advice = match likely {
            Some(column) => format!(
                "did you mean column {}? then give `--column {ours}={column}`",
                isolated(column)
            ),
            None => format!(
                "name it `{ours}` in the first row, or say which it is with `--column \
                 {ours}=NAME`; the columns are {}",
                self.listed()
            ),
        };
        Error::Unusable(format!("{place}: no column holds the {what}; {advice}"))
    }

    fn no_such_column(&self, place: &str, field: Field, theirs: &str) -> Error {
        let advice = match did_you_mean(theirs, self.header.iter().map(String::as_str)) {
            Some(likely) => format!("did you mean {}?", isolated(likely)),
            None => format!("the columns are {}", self.listed()),
        };
        Error::Unusable(format!(
            "{place}: `--column {}={theirs}` names a column that is not there; {advice}",
            field.name()
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
            more => format!("{} and {more} more", names.join(", ")),
        }
    }
}

fn field_named(ours: &str) -> Result<Field> {
    let name = plain(ours);
    let known = Field::ALL.into_iter().find(|field| field.name() == name);
    known.ok_or_else(|| {
        let names = Field::ALL.map(Field::name);
        let advice = match did_you_mean(&name, names) {
            Some(likely) => format!("did you mean `{likely}`?"),
            None => format!("the columns mizan knows are {}", names.join(", ")),
        };
        Error::Unusable(format!(
            "--column {ours}=…: mizan has no column {}; {advice}",
            isolated(ours)
        ))
    })
}

/// How many names of a header are known, to tell which separator is the right one.
pub(super) fn known_names<'a>(header: impl Iterator<Item = &'a str>) -> usize {
    header
        .filter(|name| Field::of_other_name(&plain(name)).is_some())
        .count()
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
        Columns::find("t.csv", header, &ReadOptions { columns })
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
    fn no_name_stands_for_two_fields() {
        let mut names: Vec<&str> = Field::ALL
            .iter()
            .flat_map(|f| f.other_names().iter().copied().chain([f.name()]))
            .collect();
        let count = names.len();
        for name in &names {
            assert_eq!(&plain(name), name, "is written as it is compared");
        }
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn the_users_word_goes_before_usual_names() {
        let columns = found("source,text,BODY", &[("text", "BODY")]).unwrap();
        assert_eq!(columns.place(Field::Text), Some(2));
        assert_eq!(columns.passed_over("t.csv").len(), 1);
    }

    #[test]
    fn a_missing_column_is_asked_for_with_the_likeliest_one() {
        let cases: &[(&str, &[(&str, &str)], &str)] = &[
            ("id,date,text", &[], "no column holds the source"),
            ("source,txet", &[], "--column text=txet"),
            ("soruce,text", &[], "--column source=soruce"),
            ("source,x", &[], "the columns are"),
            (
                "source,text",
                &[("text", "texte")],
                "did you mean \u{2068}text\u{2069}?",
            ),
            ("source,text", &[("boddy", "text")], "mizan has no column"),
            (
                "source,text",
                &[("sorce", "text")],
                "did you mean `source`?",
            ),
        ];
        for (header, options, expected) in cases {
            let message = found(header, options).unwrap_err().to_string();
            assert!(message.contains(expected), "{header}: {message}");
        }
    }
}
