//! What the columns of a table can hold, and the names in use for it.

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
    pub fn other_names(self) -> &'static [&'static str] {
        OTHER_NAMES[self as usize]
    }

    /// The field a column's name stands for, by our name (0) or one in use elsewhere (its rank).
    pub fn of_name(name: &str) -> Option<(Field, usize)> {
        let plain_name = plain(name);
        Field::ALL.into_iter().find_map(|field| {
            if plain_name == field.name() {
                return Some((field, 0));
            }
            let at = field.other_names().iter().position(|n| *n == plain_name)?;
            Some((field, at + 1))
        })
    }
}

/// For each field, in the order of [`Field::ALL`], the names that tables made elsewhere use.
const OTHER_NAMES: [&[&str]; Field::ALL.len()] = [
    // id
    &[
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
    // source
    &[
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
    // date
    &[
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
    // title
    &[
        "headline",
        "heading",
        "head",
        "articletitle",
        "titre",
        "العنوان",
        "العنوانالرييسي",
        "عنوان",
    ],
    // text
    &[
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
    // url
    &[
        "link",
        "uri",
        "href",
        "permalink",
        "weblink",
        "الرابط",
        "رابط",
    ],
    // language
    &["lang", "languagecode", "langue", "اللغه", "لغه"],
    // event
    &["eventid", "eventname", "الحدث", "الواقعه", "حدث"],
    // file
    &[
        "filename",
        "filepath",
        "textfile",
        "htmlfile",
        "path",
        "الملف",
        "اسمالملف",
        "ملف",
    ],
];

/// A header without what spellings of it differ in: case, spaces, `_` and `-`, marks, tatweel and
/// the seats of hamza.
pub(super) fn plain(name: &str) -> String {
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

/// How many names of a header are known, to tell which separator is the right one.
pub(super) fn known_names<'a>(header: impl Iterator<Item = &'a str>) -> usize {
    header.filter(|name| Field::of_name(name).is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
