//! The thresholds of a run: each with its default, its range and its unit, in one table (what it
//! means stands in `wording.csv`); and the file that a researcher keeps their own in.

use crate::error::{Error, Result, did_you_mean, isolated};
use crate::tables::{Limits, Sheet};
use crate::wording::said;
use std::path::Path;

/// Which bindings of a label to an actor count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bindings {
    /// Those of the tiers that were right in about nine of ten places.
    Named,
    /// All.
    Guesses,
}

impl std::fmt::Display for Bindings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Bindings::Named => "named",
            Bindings::Guesses => "guesses",
        })
    }
}

impl std::str::FromStr for Bindings {
    type Err = ();

    fn from_str(value: &str) -> std::result::Result<Bindings, ()> {
        match value {
            "named" => Ok(Bindings::Named),
            "guesses" => Ok(Bindings::Guesses),
            _ => Err(()),
        }
    }
}

/// The language that a report tells people in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ToldIn {
    /// That of most articles.
    Auto,
    /// Arabic.
    Arabic,
    /// English.
    English,
}

impl std::fmt::Display for ToldIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            ToldIn::Auto => "auto",
            ToldIn::Arabic => "ar",
            ToldIn::English => "en",
        })
    }
}

impl std::str::FromStr for ToldIn {
    type Err = ();

    fn from_str(value: &str) -> std::result::Result<ToldIn, ()> {
        match value {
            "auto" => Ok(ToldIn::Auto),
            "ar" => Ok(ToldIn::Arabic),
            "en" => Ok(ToldIn::English),
            _ => Err(()),
        }
    }
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $default:expr, $low:expr => $high:expr, $unit:literal;)*) => {
        /// The thresholds of one run.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Settings {
            $($(#[$doc])* pub $name: $kind,)*
        }

        impl Default for Settings {
            fn default() -> Self {
                Settings { $($name: $default,)* }
            }
        }

        impl Settings {
            /// Every setting as `(key, value, unit)`, in the order of the table.
            pub fn rows(&self) -> Vec<(&'static str, String, &'static str)> {
                vec![$((stringify!($name), self.$name.to_string(), $unit),)*]
            }

            /// Changes one setting.
            ///
            /// Errors: a key that does not exist (with the likeliest one that does), a value of
            /// the wrong kind or outside the range.
            pub fn set(&mut self, key: &str, value: &str) -> Result<()> {
                match key.trim() {
                    $(stringify!($name) => {
                        self.$name = parsed(stringify!($name), value, $unit, $low, $high)?;
                    })*
                    other => return Err(unknown(other)),
                }
                Ok(())
            }
        }

        const KEYS: &[&str] = &[$(stringify!($name),)*];
    };
}

settings! {
    /// Articles further apart than this never tell the same event.
    window_hours: u32 = 72, 1 => 8_784, "hours";
    /// Least similarity of content of an article with the core of its event.
    event_similarity: f64 = 0.4, 0.0 => 1.0, "0..1";
    /// Least share of word 4-grams in common that makes two articles copies.
    copy_overlap: f64 = 0.5, 0.0 => 1.0, "share";
    /// Passages of articles further apart than this never tell the same happening in passing.
    happening_days: u32 = 365, 1 => 36_600, "days";
    /// Count each copy of a text as a witness of its own.
    keep_copies: bool = false, false => true, "true or false";
    /// How far `near` and `not_near` of a lexicon look, within the sentence.
    near_words: u32 = 5, 0 => 100, "words";
    /// Let labels that are negated or only possible count in lean.
    count_irrealis: bool = false, false => true, "true or false";
    /// Which bindings of a label to an actor count: those of sure tiers, or guesses too.
    bindings: Bindings = Bindings::Named, Bindings::Named => Bindings::Guesses, "named or guesses";
    /// The language of the summary and of the names in tables.
    language: ToldIn = ToldIn::Auto, ToldIn::Auto => ToldIn::English, "ar or en or auto";
    /// Words shown before and after a mention.
    context_words: u32 = 8, 0 => 100, "words";
    /// Bootstrap draws for an interval.
    draws: u32 = 2000, 100 => 1_000_000, "draws";
    /// Permutation draws, and the most arrangements that are counted out exactly.
    permutations: u32 = 10_000, 100 => 1_000_000, "draws";
    /// Seed of every random draw.
    seed: u64 = 20_260_101, 0 => u64::MAX, "number";
    /// Fewer than this give a source no interval of lean.
    least_articles: u32 = 5, 2 => 1_000_000, "articles";
    /// A source with fewer shared events is too thin to be clustered.
    least_events: u32 = 3, 1 => 1_000_000, "events";
    /// A word rarer than this in all sources together is not tested.
    keyness_least_count: u32 = 3, 1 => 1_000_000, "words";
    /// A word stands in `keyness` up to this q.
    keyness_q: f64 = 0.05, 0.0 => 1.0, "0..1";
    /// Most words listed for each source and direction.
    keyness_rows: u32 = 200, 1 => 1_000_000, "rows";
    /// Most sources that have a column of their own.
    source_columns: u32 = 100, 2 => 16_000, "sources";
    /// Most sources that are clustered and whose words are tested.
    most_sources: u32 = 500, 2 => 100_000, "sources";
    /// Most pairs of sources in a shared event that are compared, over all events, frames and actors.
    pair_events: u32 = 250_000, 0 => 1_000_000_000, "pairs";
    /// Events that a single source tells stand in `comparison` too.
    all_events: bool = false, false => true, "true or false";
    /// Pairs without a shared event stand in `contrasts` too.
    all_contrasts: bool = false, false => true, "true or false";
    /// `naming` and `contrasts` stand for each month by itself, too.
    by_month: bool = false, false => true, "true or false";
    /// Whole sentences and whole stretches, where tables give only their ends.
    all_tables: bool = false, false => true, "true or false";
    /// A row with a longer cell gives no article.
    cell_megabytes: u32 = Limits::DEFAULT.cell_megabytes, 1 => 1_024, "megabytes";
    /// A longer file that is one article is not read.
    file_megabytes: u32 = Limits::DEFAULT.file_megabytes, 1 => 1_024, "megabytes";
    /// A workbook that takes more when unpacked is not read; tables as CSV may have any length.
    workbook_megabytes: u32 = Limits::DEFAULT.workbook_megabytes, 1 => 65_536, "megabytes";
    /// A longer table of settings or of a grouping is not read.
    list_megabytes: u32 = Limits::DEFAULT.list_megabytes, 1 => 65_536, "megabytes";
}

impl Settings {
    /// How much may be read of what is held in memory whole.
    pub fn limits(&self) -> Limits {
        Limits {
            cell_megabytes: self.cell_megabytes,
            file_megabytes: self.file_megabytes,
            workbook_megabytes: self.workbook_megabytes,
            list_megabytes: self.list_megabytes,
        }
    }

    /// Changes the settings that a file of theirs names: a table with the columns `key` and
    /// `value`, and others that are for its readers only. An empty value keeps the default.
    ///
    /// Errors: no such table, or its faulty rows, all of them in one message.
    pub fn load(&mut self, path: &Path) -> Result<()> {
        self.change(&Sheet::load(path, &self.limits())?.0)
    }

    fn change(&mut self, sheet: &Sheet) -> Result<()> {
        if !sheet.has("key") || !sheet.has("value") {
            return Err(Error::Setting(said("settings.columns", &[&sheet.file])));
        }
        let mut faults = Vec::new();
        for row in &sheet.rows {
            let [key, value] = ["key", "value"].map(|column| sheet.cell(row, column));
            if key.is_empty() || value.is_empty() {
                continue;
            }
            if let Err(fault) = self.set(key, value) {
                faults.push(said("settings.row", &[&sheet.file, &row.number, &fault]));
            }
        }
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Error::Setting(faults.join("\n")))
        }
    }
}

fn parsed<T>(key: &str, value: &str, unit: &str, low: T, high: T) -> Result<T>
where
    T: std::str::FromStr + PartialOrd + std::fmt::Display,
{
    // What spreadsheets make of values: `TRUE`, and a decimal comma.
    let plain = value.trim().to_lowercase().replace(',', ".");
    match plain.parse::<T>() {
        Ok(value) if low <= value && value <= high => Ok(value),
        _ => Err(Error::Setting(said(
            "settings.value",
            &[
                &key,
                &isolated(value.trim()),
                &wanted(unit, &low.to_string(), &high.to_string()),
            ],
        ))),
    }
}

fn wanted(unit: &str, low: &str, high: &str) -> String {
    match unit {
        "true or false" | "named or guesses" | "ar or en or auto" => unit.to_owned(),
        "0..1" | "share" | "number" => said("settings.range", &[&low, &high]),
        unit => said("settings.range-of", &[&unit, &low, &high]),
    }
}

fn unknown(key: &str) -> Error {
    let advice = match did_you_mean(key, KEYS.iter().copied()) {
        Some(likely) => said("hint.likely-name", &[&likely]),
        None => said("settings.all", &[&KEYS.join(", ")]),
    };
    Error::Setting(said("settings.none", &[&isolated(key), &advice]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(table: &str) -> Result<Settings> {
        let mut settings = Settings::default();
        let sheet = Sheet::read("settings.csv", table.as_bytes(), &mut Vec::new());
        settings.change(&sheet)?;
        Ok(settings)
    }

    #[test]
    fn every_default_lies_in_its_range_and_reads_back_the_same() {
        let mut settings = Settings::default();
        for (key, value, ..) in Settings::default().rows() {
            settings.set(key, &value).unwrap();
        }
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn a_table_from_a_spreadsheet_changes_what_it_names() {
        let cases = [
            "key,value,meaning\nwindow_hours,24,one day\ncopy_overlap,0.25\nkeep_copies,true\n",
            "KEY;VALUE\r\nwindow_hours;24\r\ncopy_overlap;0,25\r\nkeep_copies;TRUE\r\n",
            "unit\tvalue\tkey\n-\t24\twindow_hours\n\t0.25\tcopy_overlap\n\tTrue\tkeep_copies\n\t\tdraws\n",
        ];
        let expected = Settings {
            window_hours: 24,
            copy_overlap: 0.25,
            keep_copies: true,
            ..Settings::default()
        };
        for table in cases {
            assert_eq!(changed(table).unwrap(), expected, "{table}");
        }
    }

    #[test]
    fn a_value_that_cannot_be_says_what_can() {
        let cases = [
            ("window_hours", "three", "a number of hours from 1 to 8784"),
            ("window_hours", "0", "a number of hours from 1 to 8784"),
            ("event_similarity", "1.5", "a number from 0 to 1"),
            ("event_similarity", "NaN", "a number from 0 to 1"),
            ("keep_copies", "maybe", "true or false"),
            ("windw_hours", "3", "did you mean `window_hours`?"),
            ("xyz", "3", "the settings are window_hours"),
        ];
        for (key, value, expected) in cases {
            let message = Settings::default().set(key, value).unwrap_err().to_string();
            assert!(message.contains(expected), "{key}={value}: {message}");
        }
    }

    #[test]
    fn all_faults_of_a_table_are_told_with_their_rows() {
        let message = changed("key,value\ndraws,1\nseed,5\nsede,5\n")
            .unwrap_err()
            .to_string();
        assert!(
            message.contains("settings.csv, row 2: setting `draws`"),
            "{message}"
        );
        assert!(
            message.contains("settings.csv, row 4: setting"),
            "{message}"
        );
        assert_eq!(message.lines().count(), 2);
        assert!(changed("name,number\nseed,5\n").is_err());
    }
}
