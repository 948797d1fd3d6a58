//! Names that may be spellings of each other: proposed to whoever keeps the lists, never merged.

use crate::error::{Fault, isolated};
use crate::language;
use crate::lexicon::rows::{ListRows, NameRow};
use crate::wording::said;
use std::collections::{BTreeMap, BTreeSet};

/// Names under this many letters differ by one letter far too often (حماس, حماة).
const SHORTEST: usize = 6;

/// So many letters at one end of a name stay as they are where one letter is changed.
const SAME: usize = 3;

/// Warns of every name that is one letter away from a name of another actor: it may be a spelling
/// of that name booked to the wrong actor, or a slip. Terms are not compared: most of those that
/// look like names are forms of the same words (ميليشيا حوثية, الميليشيات الحوثية).
///
/// Letters are compared as the language folds them, without articles, by the distance of Damerau
/// and Levenshtein in its restricted form (a letter put in, left out, changed, or two exchanged).
/// A pair is left alone where the note of either name gives the other actor's key: then somebody
/// has looked at it.
pub(crate) fn proposals(rows: &ListRows) -> Vec<Fault> {
    let names: Vec<BareName> = rows.names.iter().map(BareName::of).collect();
    close_pairs(&names)
        .into_iter()
        .map(|(one, other)| (&names[one], &names[other]))
        .filter(|(one, other)| one.may_be(other))
        .map(|(one, other)| one.fault(other))
        .collect()
}

/// A name as it is compared.
struct BareName<'a> {
    row: &'a NameRow,
    bare: String,
}

impl<'a> BareName<'a> {
    fn of(row: &'a NameRow) -> BareName<'a> {
        BareName {
            row,
            bare: bare(&row.language, &row.name),
        }
    }

    /// Whether another name may be a spelling of this one that stands with the wrong actor.
    fn may_be(&self, other: &BareName) -> bool {
        let told = |one: &BareName, of: &BareName| one.row.note.contains(&of.row.actor);
        self.row.actor != other.row.actor
            && !told(self, other)
            && !told(other, self)
            && strsim::osa_distance(&self.bare, &other.bare) == 1
    }

    fn fault(&self, other: &BareName) -> Fault {
        let what = said(
            "check.close",
            &[
                &isolated(&self.row.name),
                &self.row.actor,
                &isolated(&other.row.name),
                &other.row.actor,
            ],
        );
        let remedy = said("check.one-actor", &[&other.row.actor]);
        Fault::new(&self.row.file, what, remedy)
            .in_row(self.row.row)
            .in_column("name")
            .as_warning()
    }
}

/// The pairs of names whose first or whose last letters are the same, each once, in order.
fn close_pairs(names: &[BareName]) -> BTreeSet<(usize, usize)> {
    let mut ends: BTreeMap<(bool, String), Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let letters: Vec<char> = name.bare.chars().collect();
        if letters.len() < SHORTEST {
            continue;
        }
        let first = letters[..SAME].iter().collect();
        let last = letters[letters.len() - SAME..].iter().collect();
        ends.entry((true, first)).or_default().push(at);
        ends.entry((false, last)).or_default().push(at);
    }
    let mut pairs = BTreeSet::new();
    for together in ends.values() {
        for (place, one) in together.iter().enumerate() {
            let later = together[place + 1..].iter();
            let near = later.filter(|other| {
                // One letter is at most four bytes.
                names[*one].bare.len().abs_diff(names[**other].bare.len()) <= 4
            });
            pairs.extend(near.map(|other| (*one, *other)));
        }
    }
    pairs
}

/// The folded words of a name without their articles.
fn bare(code: &str, name: &str) -> String {
    let language = language::of(Some(code));
    let folded = language.fold(name);
    let words: Vec<&str> = folded.split(' ').map(|word| language.stem(word)).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::files::ListFile;
    use crate::lexicon::rows;

    fn told(actors: &str) -> Vec<String> {
        let file = |path: &str, content: &str| ListFile {
            path: path.into(),
            shown: path.into(),
            content: content.as_bytes().to_vec(),
        };
        let rows = rows::read(&[file("actors.csv", actors)], &mut Vec::new());
        proposals(&rows)
            .iter()
            .map(|fault| {
                format!(
                    "{}: {}",
                    fault.row.unwrap(),
                    fault.what.replace(['\u{2068}', '\u{2069}'], "")
                )
            })
            .collect()
    }

    #[test]
    fn a_name_one_letter_away_from_anothers_is_proposed() {
        let actors = "actor,kind,name,note\n\
                      a,insurgents,رجال الجبال,\n\
                      b,insurgents,رجال الجبل,\n\
                      c,insurgents,فرسان الوادي,\n";
        assert_eq!(
            told(actors),
            ["2: the name رجال الجبال of `a` is close to رجال الجبل, a name of `b`"]
        );
    }

    #[test]
    fn names_of_one_actor_and_pairs_that_a_note_tells_apart_are_left_alone() {
        let actors = "actor,kind,name,note\n\
                      a,insurgents,رجال الجبال,not b\n\
                      a,insurgents,رجال الجبالي,not b\n\
                      b,insurgents,رجال الجبل,\n\
                      c,insurgents,حماس,\n\
                      d,insurgents,حماة,\n";
        assert_eq!(told(actors), Vec::<String>::new());
    }
}
