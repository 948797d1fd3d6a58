//! The thresholds of a run: each with its default, its unit and what it means, in one table.

use crate::error::{Error, Result, did_you_mean, isolated};

macro_rules! settings {
    ($($name:ident: $kind:ty = $default:expr, $unit:literal, $meaning:literal;)*) => {
        /// The thresholds of one run.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Settings {
            $(#[doc = $meaning] pub $name: $kind,)*
        }

        impl Default for Settings {
            fn default() -> Self {
                Settings { $($name: $default,)* }
            }
        }

        impl Settings {
            /// Every setting as `(key, value, unit, meaning)`, in the order of the table.
            pub fn rows(&self) -> Vec<(&'static str, String, &'static str, &'static str)> {
                vec![$((stringify!($name), self.$name.to_string(), $unit, $meaning),)*]
            }

            /// Changes one setting.
            ///
            /// Errors: a key that does not exist (with the likeliest one that does), a value of
            /// the wrong kind.
            pub fn set(&mut self, key: &str, value: &str) -> Result<()> {
                match key.trim() {
                    $(stringify!($name) => self.$name = parsed(key, value, $unit)?,)*
                    other => return Err(unknown(other)),
                }
                Ok(())
            }
        }

        const KEYS: &[&str] = &[$(stringify!($name),)*];
    };
}

settings! {
    window_hours: u32 = 72, "hours", "articles further apart than this never tell the same event";
    event_similarity: f64 = 0.30, "0..1", "least similarity of content of an article with the core of its event";
    copy_overlap: f64 = 0.5, "share", "least share of word 4-grams in common that makes two articles copies";
    keep_copies: bool = false, "true or false", "count each copy of a text as a witness of its own";
    near_words: u32 = 5, "words", "how far `near` and `not_near` of a lexicon look, within the sentence";
    count_irrealis: bool = false, "true or false", "let labels that are negated or only possible count in lean";
    context_words: u32 = 8, "words", "words shown before and after a mention";
    draws: u32 = 2000, "draws", "bootstrap draws for an interval";
    permutations: u32 = 10_000, "draws", "permutation draws, and the most arrangements that are counted out exactly";
    seed: u64 = 20_260_101, "number", "seed of every random draw";
    least_articles: u32 = 5, "articles", "fewer than this give a source no interval of lean";
    least_events: u32 = 3, "events", "a source with fewer shared events is too thin to be clustered";
    keyness_least_count: u32 = 3, "words", "a word rarer than this in all sources together is not tested";
    keyness_rows: u32 = 200, "rows", "most words listed for each source and direction";
}

fn parsed<T: std::str::FromStr>(key: &str, value: &str, unit: &str) -> Result<T> {
    value.trim().parse().map_err(|_| {
        Error::Unusable(format!(
            "setting `{key}`: {} is not a value for it; give {unit}",
            isolated(value)
        ))
    })
}

fn unknown(key: &str) -> Error {
    let advice = match did_you_mean(key, KEYS.iter().copied()) {
        Some(likely) => format!("did you mean `{likely}`?"),
        None => format!("the settings are {}", KEYS.join(", ")),
    };
    Error::Unusable(format!(
        "setting {}: there is no such setting; {advice}",
        isolated(key)
    ))
}
