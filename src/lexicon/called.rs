//! What readers call a frame, a label or an actor, beside its key.

use crate::wording::Tongue;

/// A name or a question in the languages of reports; empty where the lists give none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Called {
    /// In Arabic.
    pub arabic: String,
    /// In English.
    pub english: String,
}

impl Called {
    /// As a row has it.
    pub(crate) fn new(arabic: &str, english: &str) -> Called {
        Called {
            arabic: arabic.to_owned(),
            english: english.to_owned(),
        }
    }

    /// What stands in a language; otherwise what is given in its place.
    pub(crate) fn or<'a>(&'a self, key: &'a str, tongue: Tongue) -> &'a str {
        let name = match tongue {
            Tongue::Arabic => &self.arabic,
            Tongue::English => &self.english,
        };
        if name.is_empty() { key } else { name }
    }

    /// Takes from a further row what none before it gave.
    pub(super) fn complete(&mut self, other: &Called) {
        for (own, others) in [
            (&mut self.arabic, &other.arabic),
            (&mut self.english, &other.english),
        ] {
            if own.is_empty() {
                own.clone_from(others);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_language_has_no_name_the_key_stands() {
        let called = Called::new("إرهابيون", "");
        assert_eq!(called.or("terrorists", Tongue::Arabic), "إرهابيون");
        assert_eq!(called.or("terrorists", Tongue::English), "terrorists");
    }

    #[test]
    fn a_later_row_gives_only_what_is_missing() {
        let mut called = Called::new("الجماعات", "");
        called.complete(&Called::new("الفرق", "groups"));
        assert_eq!(called, Called::new("الجماعات", "groups"));
    }
}
